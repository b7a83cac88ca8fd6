import type { App } from '@slack/bolt';
import { PREVIEW } from '../../domain/acts/act-form-view.ts';
import { notice } from '../../domain/dialog/question-view.ts';
import { phrase, type Phrase } from '../../domain/phrase.ts';
import type { Problem } from '../../domain/problems.ts';
import type { Locale } from '../../domain/organization.ts';
import { line, type FormValues, type Press, type View } from '../../domain/view.ts';
import type { ModalView } from './blocks.ts';
import { fieldErrors, type FieldErrors } from './field-errors.ts';
import { personalPlace } from './personal-place.ts';
import { readForm, readSubmission, type Submission } from './read-submission.ts';
import { recogniseSender, type Sender } from './recognise-sender.ts';
import { isRegistration, registerUnit, registrationForm } from './register-unit.ts';
import { renderModal, type ModalOptions } from './render-modal.ts';
import { SLACK, type SlackContext } from './slack-context.ts';

/** What Slack does with a modal that was sent: close all, show another in its place, or name what is to be mended. */
export type ModalAnswer =
  { response_action: 'clear' } | { response_action: 'update'; view: ModalView } | FieldErrors;

const CLEAR: ModalAnswer = { response_action: 'clear' };

/** Modals that are sent. Slack shows the answer in the modal, and closes it once the house has what was filled in. */
export function hearModals(app: App, context: SlackContext): void {
  app.view({ callback_id: /^/, type: 'view_submission' }, async ({ body, ack }) => {
    const read = readSubmission(body);
    if (!read.ok) return ack();
    const { team_id: home } = body.user;
    const sender = await recogniseSender(context, { id: read.value.user.id, team: home ?? null });
    // The types of the SDK take the answer of a modal for one of a closed modal as well.
    const answer = ack as unknown as (answer: ModalAnswer) => Promise<void>;
    await answer(await submitted(context, sender, read.value));
  });
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
  if (isRegistration(sent.send)) return instead(sending, notice([phrase('slack.register.known')]));
  // Sent again because the first answer was lost: its form is closed by now.
  if (await context.edge.hasReceived(SLACK, eventOf(sent))) return CLEAR;
  const { opener } = sent.state;
  const form = opener && (await context.edge.openForm(person, opener));
  // The form is made again rather than trusted: its inputs say how the values are read.
  if (!form?.ok || !form.value)
    return lost(sending, form && !form.ok ? form.problem : { kind: 'old_button' });
  const { values, press } = readForm(form.value, sent);
  if (press.value === PREVIEW) return previewed(sending, form.value, press, values);
  const received = await context.edge.receive({
    platform: SLACK,
    eventId: eventOf(sent),
    person,
    place: personalPlace(person),
    body: { kind: 'submitted', press, values },
  });
  return received.ok ? CLEAR : mended(sending, form.value, received.problem);
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
  const told = notice([sending.context.words.problem(problem)]);
  const lines = written.map((value) => line(phrase('value', { value }), 'quote'));
  return instead(sending, { ...told, lines: [...told.lines, ...lines] });
}

function instead(sending: Sending, view: View, options: Partial<ModalOptions> = {}): ModalAnswer {
  const { opener, edition, origin } = sending.sent.state;
  const modal = renderModal(view, saying(sending, view), { opener, edition, origin, ...options });
  return { response_action: 'update', view: modal };
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
  const form = registrationForm();
  const { values } = readForm(form, sent);
  const sending = { context, sent, person: '', locale };
  const done = await registerUnit(context, user, profile, values);
  return done.ok
    ? instead(sending, notice([done.value, phrase('slack.register.write_again')]))
    : mended(sending, form, done.problem);
}

/** A modal is sent once, however often it is tried to mend it. */
function eventOf({ viewId }: Submission): string {
  return `modal:${viewId}`;
}
