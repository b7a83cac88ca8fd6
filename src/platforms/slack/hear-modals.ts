import type { App, ViewClosedAction, ViewOutput } from '@slack/bolt';
import { PREVIEW } from '../../domain/acts/act-form-view.ts';
import { isDraftForm, KEEP_FORM } from '../../domain/dialog/form.ts';
import { notice } from '../../domain/dialog/question-view.ts';
import { phrase, type Phrase } from '../../domain/phrase.ts';
import type { Problem } from '../../domain/problems.ts';
import { COMMON_LOCALE, type Locale } from '../../domain/organization.ts';
import { line, type FormValues, type Press, type View } from '../../domain/view.ts';
import type { ModalView } from './blocks.ts';
import { fieldErrors, type FieldErrors } from './field-errors.ts';
import { keptUnder, modalEvent, typedBefore, type TypedForms } from './keep-typed.ts';
import { personalPlace } from './personal-place.ts';
import { readForm, readSubmission, type Submission } from './read-submission.ts';
import { recogniseSender, type Sender } from './recognise-sender.ts';
import { isRegistration, registerUnit, registrationModal } from './register-unit.ts';
import { renderModal, type ModalOptions } from './render-modal.ts';
import { isReportForm, REPORT_FIELD, reportedText, reportForm } from './report-form.ts';
import { SLACK, type SlackContext } from './slack-context.ts';

/** What Slack does with a modal that was sent: close all, show another in its place, or name what is to be mended. */
export type ModalAnswer =
  { response_action: 'clear' } | { response_action: 'update'; view: ModalView } | FieldErrors;

const CLEAR: ModalAnswer = { response_action: 'clear' };

/** Modals that are sent. Slack shows the answer in the modal, and closes it once the house has what was filled in. */
export function hearModals(app: App, context: SlackContext, typed: TypedForms): void {
  app.view({ callback_id: /^/, type: 'view_submission' }, async ({ body, ack }) => {
    const read = readSubmission(body);
    if (!read.ok) return ack();
    const { team_id: home } = body.user;
    const sender = await recogniseSender(context, { id: read.value.user.id, team: home ?? null });
    // The types of the SDK take the answer of a modal for one of a closed modal as well.
    const answer = ack as unknown as (answer: ModalAnswer) => Promise<void>;
    await answer(await submitted(context, sender, read.value));
  });
  app.view({ callback_id: /^/, type: 'view_closed' }, async ({ body, ack }) => {
    await closed(context, typed, body as ViewClosedAction);
    await ack();
  });
}

/** Closed by mistake or on purpose: what is in order in it goes into the draft, and the conversation asks on. */
async function closed(context: SlackContext, typed: TypedForms, body: ViewClosedAction): Promise<void> {
  const view = { ...body.view, state: (body.view as Partial<ViewOutput>).state ?? { values: {} } };
  const read = readSubmission({ ...body, type: 'view_submission', view });
  if (!read.ok || read.value.send.action !== 'draft_form') return;
  const { user, send, state, viewId } = read.value;
  const sender = await recogniseSender(context, { id: user.id, team: body.user.team_id ?? null });
  if (sender.kind !== 'known' || !state.opener) return;
  const form = await context.edge.formAgain(sender.person, state.opener);
  if (!form.ok || !form.value) return;
  await typed.settled(viewId);
  // Slack does not promise what was typed: where it does not say, it is what was kept while it was typed.
  const told = Object.keys(read.value.data).length > 0;
  const values = told
    ? readForm(form.value, read.value).values
    : ((await typedBefore(context, sender.person, form.value)) ?? {});
  const received = await context.edge.receive({
    platform: SLACK,
    eventId: `${modalEvent(read.value)}:closed`,
    person: sender.person,
    place: personalPlace(sender.person),
    body: { kind: 'submitted', press: { ...send, action: KEEP_FORM }, values },
  });
  const unread = Object.fromEntries(Object.entries(values).filter(([, value]) => value && 'typed' in value));
  // What could not be read is in no draft: it stands in the form when it is opened again.
  if (received.ok) await context.edge.keepForm(sender.person, { press: send, values: unread, version: 0 });
}

async function submitted(context: SlackContext, sender: Sender, sent: Submission): Promise<ModalAnswer> {
  if (sender.kind === 'known') return submittedBy({ context, sent, ...sender });
  if (sender.kind === 'unknown' && isRegistration(sent.send)) return registered(context, sender, sent);
  return CLEAR;
}

/** A form on its way in. */
interface Sending {
  context: SlackContext;
  sent: Submission;
  person: string;
  locale: Locale;
}

async function submittedBy(sending: Sending): Promise<ModalAnswer> {
  const { context, sent, person } = sending;
  if (isRegistration(sent.send)) return instead(sending, notice([phrase('register.known')]));
  if (isReportForm(sent.send)) return begun(sending);
  // Sent again because the first answer was lost: its form is closed by now.
  if (await context.edge.receivedBefore(SLACK, modalEvent(sent))) return CLEAR;
  const { opener } = sent.state;
  const form = opener && (await context.edge.formAgain(person, opener));
  // The form is made again rather than trusted: its inputs say how the values are read.
  if (!form?.ok || !form.value)
    return lost(sending, form && !form.ok ? form.problem : { kind: 'old_button' });
  const { values, press } = readForm(form.value, sent);
  if (press.value === PREVIEW) return previewed(sending, form.value, press, values);
  const received = await context.edge.receive({
    platform: SLACK,
    eventId: modalEvent(sent),
    person,
    place: personalPlace(person),
    body: { kind: 'submitted', press, values },
  });
  return received.ok ? CLEAR : mended(sending, form.value, received.problem);
}

/** The first sentence of a report, as if it had been written to us; where it was said goes along with it. */
async function begun(sending: Sending): Promise<ModalAnswer> {
  const { context, sent, person } = sending;
  const form = reportForm('');
  const text = reportedText(readForm(form, sent).values);
  if (text === '') return mended(sending, form, fieldEmpty(REPORT_FIELD));
  const link = await linkOf(sending);
  const where =
    link === null ? '' : `\n${context.words.say(phrase('slack.said_in', { link }), COMMON_LOCALE)}`;
  const received = await context.edge.receive({
    platform: SLACK,
    eventId: modalEvent(sent),
    person,
    place: personalPlace(person),
    body: { kind: 'said', text: `${text}${where}`, attachments: 0 },
  });
  if (!received.ok) return mended(sending, form, received.problem);
  const kept = keptUnder(form, sent.state.origin);
  if (kept) await context.edge.forgetForm(person, kept);
  const isUnlinked = link === null && messageOf(sending) !== null;
  const told = [phrase('slack.answered_in_dm'), ...(isUnlinked ? [phrase('slack.no_link')] : [])];
  return instead(sending, notice(told), { opener: null });
}

function fieldEmpty(field: string): Problem {
  return { kind: 'fields', errors: [{ field, message: phrase('err.empty') }] };
}

/** The message that is reported; null where somebody began without one. */
function messageOf({ sent }: Sending): { channel: string; message_ts: string } | null {
  const { origin } = sent.state;
  return !origin || origin.message === null ? null : { channel: origin.channel, message_ts: origin.message };
}

/** A report without the link is better than none: Slack gives none to what was said where we are not. */
async function linkOf(sending: Sending): Promise<string | null> {
  const message = messageOf(sending);
  if (!message) return null;
  return sending.context.quick.chat
    .getPermalink(message)
    .then(({ permalink }) => permalink ?? null)
    .catch(() => null);
}

/** Nothing is received yet: what would be sent stands above the form, which goes on to hold it. */
async function previewed(
  sending: Sending,
  form: View,
  press: Press,
  values: FormValues,
): Promise<ModalAnswer> {
  const shown = await sending.context.edge.preview(sending.person, press, values);
  if (!shown.ok) return mended(sending, form, shown.problem);
  return instead(sending, form, { preview: shown.value && { view: shown.value, values } });
}

/** What is to be mended stands beside its field, or above the form; what was filled in stays. */
function mended(sending: Sending, form: View, problem: Problem): ModalAnswer {
  const { context, sent } = sending;
  const say = saying(sending, form);
  const beside =
    problem.kind === 'fields' ? fieldErrors(form, sent.state.edition, problem.errors, say) : null;
  if (beside) return beside;
  const above = line(context.words.problem(problem), 'strong');
  return instead(sending, { ...form, lines: [above, ...form.lines] });
}

/** The form cannot be opened any more: why, and what was written in it, so that nobody has to remember it. */
function lost(sending: Sending, problem: Problem): ModalAnswer {
  const written = Object.values(sending.sent.data).filter((text) => /\s|[^\x21-\x7e]/u.test(text));
  // What an old button is told, to press the new one, has no meaning in a form.
  const why =
    problem.kind === 'old_button' ? phrase('slack.form_gone') : sending.context.words.problem(problem);
  const told = notice([why]);
  const lines = written.map((value) => line(phrase('value', { value }), 'quote'));
  return instead(sending, { ...told, lines: [...told.lines, ...lines] });
}

function instead(sending: Sending, view: View, options: Partial<ModalOptions> = {}): ModalAnswer {
  const { opener, edition, origin } = sending.sent.state;
  const modal = renderModal(view, saying(sending, view), { opener, edition, origin, ...options });
  return { response_action: 'update', view: { ...modal, notify_on_close: isDraftForm(view) } };
}

function saying(
  { context, locale }: Pick<Sending, 'context' | 'locale'>,
  view: View,
): (text: Phrase) => string {
  return (text) => context.words.say(text, view.language ?? locale);
}

async function registered(
  context: SlackContext,
  { user, profile, locale }: Extract<Sender, { kind: 'unknown' }>,
  sent: Submission,
): Promise<ModalAnswer> {
  const form = registrationModal();
  const { values } = readForm(form, sent);
  const sending = { context, sent, person: '', locale };
  const done = await registerUnit(context, user, profile, values);
  return done.ok ? instead(sending, notice(done.value)) : mended(sending, form, done.problem);
}
