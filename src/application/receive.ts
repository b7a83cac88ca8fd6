import { newConversation, type Conversation } from '../domain/dialog/conversation.ts';
import { actOf } from '../domain/acts/acts.ts';
import type { Instant } from '../domain/business-time.ts';
import { KEEP_FORM } from '../domain/dialog/form.ts';
import { formKey } from '../domain/form-key.ts';
import { isLeftAlone } from '../domain/dialog/said.ts';
import { isWriting } from '../domain/dialog/steering.ts';
import type { Problem } from '../domain/problems.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { FormValues, Press } from '../domain/view.ts';
import { asPress } from './listen.ts';
import { acceptComment } from './accept-comment.ts';
import { LONGEST_MESSAGE, type Accepted } from './accepted.ts';
import { maskText } from './mask-text.ts';
import { readForm } from './read-form.ts';
import type { FormOpening } from './open-form.ts';
import type { Inbound, Place, Received, StoredBody, UnitOfWork } from './ports.ts';
import { screen } from './screen.ts';
import { moment, personNow, rulesFor, understandingContext } from './surroundings.ts';

const LONGEST_PRESS = 500;
/** Of our ids only a random one has seven digits in a row, by chance; the numbers of people always do. */
const RANDOM_ID = /[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}/g;
const OWN_ID = /^(?!.*(?:\d[\W_]?){7})[\w:.-]*$/;

export interface Receiving extends FormOpening {
  unitOfWork: UnitOfWork;
  /** Called once something is on disk, so that work begins at once instead of at the next wake-up. */
  onReceived: (person: string) => void;
}

/**
 * Verified, masked, screened, stored; only then acknowledged. What may be a compliance matter is not stored at all,
 * and neither is anything unmasked. The same event again is stored once.
 */
export async function receive(deps: Receiving, inbound: Inbound): Promise<Result<Received, Problem>> {
  const sender = personNow(deps, inbound.person);
  if (!sender) return fail({ kind: 'unknown_person' });
  const accepted = await accept(deps, inbound, sender.unit);
  if (!accepted.ok) return accepted;
  const { body, shown, hidden } = accepted.value;
  const isNew = await store(deps, inbound, body);
  if (isNew) deps.onReceived(inbound.person);
  // Screened anew it might pass now; what was stopped once is never shown.
  const stopped = isNew ? body.kind === 'stopped' : await wasStopped(deps, inbound);
  return ok({ repeated: !isNew, stopped, shown: stopped ? null : shown, hidden });
}

async function wasStopped({ inboxQueue }: Receiving, { platform, eventId }: Inbound): Promise<boolean> {
  return (await inboxQueue.known(platform, eventId))?.stopped ?? false;
}

/** False when it was stored before. */
async function store(deps: Receiving, inbound: Inbound, body: StoredBody): Promise<boolean> {
  const { now, today } = moment(deps);
  return deps.unitOfWork.transact(async (tx) => {
    const { platform, eventId, person, place } = inbound;
    const added = await tx.inbox.add({
      id: deps.ids.uuid(),
      platform,
      eventId,
      person,
      place,
      body,
      receivedAt: now,
      attempts: 0,
    });
    if (!added) return false;
    if (inbound.body.kind === 'submitted') await tx.keptForms.forget(person, formKey(inbound.body.press));
    if (body.kind === 'stopped') await tx.counters.increment('compliance_stopped', today);
    await tx.wake('inbox');
    return true;
  });
}

async function accept(deps: Receiving, inbound: Inbound, unit: string): Promise<Result<Accepted, Problem>> {
  const { body } = inbound;
  switch (body.kind) {
    case 'said':
      return said(deps, inbound, body.text, body.attachments, unit);
    case 'pressed':
      return readable(body.press)
        ? ok({ body: { kind: 'pressed', press: body.press }, shown: null, hidden: [] })
        : fail({ kind: 'unreadable_press' });
    case 'submitted':
      return readable(body.press)
        ? submitted(deps, inbound.person, body.press, body.values, unit)
        : fail({ kind: 'unreadable_press' });
    case 'commented':
    case 'comment_edited':
    case 'comment_deleted':
      return acceptComment(deps, inbound.person, body, (text) =>
        stopping(deps, inbound.person, text, { unit, place: 'personal', isForm: true }),
      );
  }
}

async function said(
  deps: Receiving,
  { person, place }: Inbound,
  text: string,
  attachments: number,
  unit: string,
): Promise<Result<Accepted, Problem>> {
  if (text.trim() === '' && attachments === 0) return fail({ kind: 'empty_message' });
  const over = [...text].length - LONGEST_MESSAGE;
  if (over > 0) return fail({ kind: 'message_too_long', over });
  const { masked, hidden } = maskText(deps, text);
  const stopped = await stopping(deps, person, masked, { unit, place: place.kind });
  if (stopped) return ok({ body: stopped, shown: null, hidden });
  return ok({ body: { kind: 'said', text: masked, hidden, attachments }, shown: masked, hidden });
}

/** Whether nothing of the text may be kept. After 「違反ではない」 the person's next message is let through. */
async function stopping(
  deps: Receiving,
  person: string,
  text: string,
  { unit, place, isForm = false }: { unit: string; place: Place['kind']; isForm?: boolean },
) {
  const state = (await deps.inboxQueue.conversationOf(person))?.state ?? newConversation();
  const { now } = moment(deps);
  const understanding = deps.recognizer.understand(text, understandingContext(deps, unit));
  // What is going on in private makes nothing allowed in a channel.
  if (place === 'channel') return screen(understanding, false);
  const waived = state.complianceWaivedUntil;
  if (waived !== null && waived > now) return null;
  const { label, decision } = understanding;
  // What a customer alleges belongs to the voice that is being written.
  if (inVoice(state, now) && label !== 'compliance') return null;
  // Talk about a filed report is short and of anything: it is stopped for what it is for certain, not for a guess.
  const toDepartment = isForm || isWriting(state);
  if (toDepartment && !(label === 'compliance' && decision === 'assume')) return null;
  // 「通報窓口」 typed for its button tells nothing.
  if (asPress(deps, rulesFor(deps, person, unit), state, text)) return null;
  return screen(understanding, toDepartment || state.drafts.length > 0);
}

function inVoice({ drafts }: Conversation, now: Instant): boolean {
  return drafts.some((draft) => draft.type === 'customer_voice' && !isLeftAlone(draft, now));
}

async function submitted(
  deps: Receiving,
  person: string,
  press: Press,
  typed: FormValues,
  unit: string,
): Promise<Result<Accepted, Problem>> {
  const form = await readForm(deps, person, press, typed, unit);
  if (!form.ok) return form;
  const { values, hidden } = form.value;
  const stopped = isReporters(press) ? await mustStop(deps, person, press, textsOf(values), unit) : null;
  if (stopped) return ok({ body: stopped, shown: null, hidden });
  return ok({ body: { kind: 'submitted', press, values, hidden }, shown: null, hidden });
}

/** A department's note speaks of a report that is filed and seen by whoever may see it; its talk may be of anything. */
export function isReporters(press: Press): boolean {
  return press.action === 'draft_form' || press.action === KEEP_FORM || isTalk(press);
}

/** Whether nothing may be kept of what somebody writes in a form. */
export function mustStop(deps: Receiving, person: string, press: Press, text: string, unit: string) {
  return stopping(deps, person, text, { unit, place: 'personal', isForm: isTalk(press) });
}

function isTalk(press: Press): boolean {
  const act = actOf(press)?.act;
  return act?.inChat !== undefined || act?.screened === true;
}

export function textsOf(values: FormValues): string {
  return Object.values(values)
    .flatMap((value) =>
      value && 'answer' in value && value.answer.kind === 'text' ? [value.answer.text] : [],
    )
    .join('\n');
}

/** Buttons carry short ids; anything else was not made by us, and may be what must not be stored. */
function readable(press: Press): boolean {
  return [press.action, press.value ?? '', press.report ?? ''].every(
    (part) => part.length <= LONGEST_PRESS && OWN_ID.test(part.replace(RANDOM_ID, '')),
  );
}
