import { z } from 'zod';
import { changedIn, withTyped } from '../../cards/with-typed.ts';
import { sendingButton } from '../../domain/form-key.ts';
import { phrase } from '../../domain/phrase.ts';
import { line, type FormValues, type Press, type View } from '../../domain/view.ts';
import type { ModalOrigin } from './modal-state.ts';
import { readForm, readSubmission, type Submission } from './read-submission.ts';
import { recogniseSender } from './recognise-sender.ts';
import { isRegistration } from './register-unit.ts';
import { isReportForm, reportForm } from './report-form.ts';
import { SLACK, type SlackContext } from './slack-context.ts';

/**
 * Slack promises nothing of what was typed into a modal that is closed: it is told while it is typed (`dispatch_action`),
 * and kept until the form is sent.
 */
export interface TypedForms {
  /** False for what is nothing typed into a form of ours. */
  heard(body: unknown): boolean;
  /** Once everything that was typed into this modal is kept. */
  settled(viewId: string): Promise<void>;
}

interface Typing {
  sent: Submission;
  home: string | null;
  /** Slack's time of it, in seconds. */
  version: number;
}

const schema = z.looseObject({
  actions: z.array(z.looseObject({ action_ts: z.coerce.number() })).min(1),
  user: z.looseObject({ team_id: z.string().optional() }),
});

/** While one state of a modal is being kept, of those that follow the newest alone waits. */
export function typedForms(context: SlackContext): TypedForms {
  const running = new Map<string, { done: Promise<void>; next: Typing | null }>();
  const work = async (viewId: string, first: Typing) => {
    for (let typing: Typing | null = first; typing !== null;) {
      await keep(context, typing).catch(() =>
        context.log.warn('what was typed into a form could not be kept'),
      );
      const state = running.get(viewId);
      typing = state?.next ?? null;
      if (state) state.next = null;
    }
    running.delete(viewId);
  };
  return {
    heard: (body) => {
      const typing = readTyping(body);
      if (!typing) return false;
      const { viewId } = typing.sent;
      const state = running.get(viewId);
      if (state) state.next = typing;
      else {
        const started = { done: Promise.resolve(), next: null };
        running.set(viewId, started);
        started.done = work(viewId, typing);
      }
      return true;
    },
    settled: (viewId) => running.get(viewId)?.done ?? Promise.resolve(),
  };
}

function readTyping(body: unknown): Typing | null {
  const about = schema.safeParse(body);
  const sent = readSubmission({ ...(body as object), type: 'view_submission' });
  const [action] = about.data?.actions ?? [];
  if (!about.success || !action || !sent.ok || isRegistration(sent.value.send)) return null;
  return { sent: sent.value, home: about.data.user.team_id ?? null, version: action.action_ts };
}

async function keep(context: SlackContext, { sent, home, version }: Typing): Promise<void> {
  const { edge } = context;
  const sender = await recogniseSender(context, { id: sent.user.id, team: home });
  // What was sent meanwhile is not to be kept again.
  if (sender.kind !== 'known' || (await edge.receivedBefore(SLACK, modalEvent(sent)))) return;
  const { opener, origin } = sent.state;
  const form = opener && (await formBehind(context, sender.person, opener));
  const press = form && keptUnder(form, origin);
  if (!press) return;
  await edge.keepForm(sender.person, {
    press,
    values: changedIn(form, readForm(form, sent).values),
    version,
  });
}

async function formBehind({ edge }: SlackContext, person: string, opener: Press): Promise<View | null> {
  if (isReportForm(opener)) return reportForm('');
  const form = await edge.formAgain(person, opener);
  return form.ok ? form.value : null;
}

/** What was typed about one message is not shown in the form for another. */
export function keptUnder(form: View, origin: ModalOrigin | null): Press | null {
  const press = sendingButton(form)?.press ?? null;
  if (!press || !isReportForm(press) || !origin) return press;
  return { ...press, value: `${origin.channel}:${origin.message ?? ''}` };
}

/** What somebody has typed into a form before and not sent. */
export async function typedBefore(
  { edge }: Pick<SlackContext, 'edge'>,
  person: string,
  form: View,
  origin: ModalOrigin | null = null,
): Promise<FormValues | null> {
  const press = keptUnder(form, origin);
  return press && edge.keptForm(person, press);
}

/** The form as they left it. */
export async function asLeft(
  context: Pick<SlackContext, 'edge'>,
  person: string,
  form: View,
  origin: ModalOrigin | null = null,
): Promise<View> {
  const typed = await typedBefore(context, person, form, origin);
  if (!typed) return form;
  const filled = withTyped(form, typed);
  return { ...filled, lines: [...filled.lines, line(phrase('form.as_left'), 'quiet')] };
}

/** A modal is sent once, however often it is tried to mend it. */
export function modalEvent({ viewId }: Pick<Submission, 'viewId'>): string {
  return `modal:${viewId}`;
}
