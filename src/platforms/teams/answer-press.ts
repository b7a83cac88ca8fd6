import type { InboundBody, Place, Received } from '../../application/ports.ts';
import { readCardInputs } from '../../cards/read-card-inputs.ts';
import { withErrors } from '../../cards/with-errors.ts';
import { withKept } from '../../cards/with-kept.ts';
import { EDIT_FORM, LEAVE_FORM, PREVIEW } from '../../domain/acts/act-form-view.ts';
import { isDraftForm, KEEP_FORM } from '../../domain/dialog/form.ts';
import { notice } from '../../domain/dialog/question-view.ts';
import { isLook } from '../../domain/is-look.ts';
import type { Locale } from '../../domain/organization.ts';
import { sameAnswer } from '../../domain/answers.ts';
import { phrase, type Phrase } from '../../domain/phrase.ts';
import type { Problem } from '../../domain/problems.ts';
import type { Result } from '../../domain/result.ts';
import { line, type FormValues, type Press, type View } from '../../domain/view.ts';
import { PLATFORM, type TeamsContext } from './context.ts';
import { fitForm } from './fit-form.ts';
import type { CardData } from './read-press.ts';

/** One press, verified: who, where, and as which event it is known for ever. */
export interface Pressing {
  teams: TeamsContext;
  person: string;
  locale: Locale;
  place: Place;
  eventId: string;
}

/** What is shown for it: a card that stands for the pressed one, a form, or a sentence. */
export type Shown = ShownCard | ShownForm | { kind: 'text'; text: string };

export interface ShownForm {
  kind: 'form';
  view: View;
  opener: Press;
  /** What stands on the form and is sent along unseen, behind a preview. */
  hidden: View | null;
  /** Fields that stand empty because there was no room for what is stored in them. */
  kept: readonly string[];
}

interface ShownCard {
  kind: 'card';
  view: View;
  /** Number of the report whose living card it is. */
  card: string | null;
}

/** How long a card waits for what its button does, so that it can show it, in milliseconds. */
const WORKED_WITHIN_MS = 1_000;
const TAKEN = phrase('form.pressed');

/** A button that was pressed; `opener` beside it says that it stood on a form. */
export async function answerPress(
  on: Pressing,
  { press, opener, refresh, kept, inputs }: CardData,
): Promise<Shown> {
  if (refresh !== null) return livingCard(on, refresh);
  if (!press) return problemText(on, { kind: 'unreadable_press' });
  if (!opener) return pressed(on, press);
  const form = await on.teams.edge.formAgain(on.person, opener);
  if (press.action === LEAVE_FORM) return afterwards(on, opener, phrase('form.closed'));
  // Sent again because the first answer was lost: its form is closed by now.
  if (await on.teams.edge.receivedBefore(PLATFORM, on.eventId))
    return afterwards(on, opener, phrase('form.sent'));
  if (!form.ok) return inPlace(on, opener, form.problem);
  if (!form.value) return inPlace(on, opener, { kind: 'old_button' });
  const values = withKept(form.value, readCardInputs(form.value, inputs), kept);
  if (press.action === EDIT_FORM) return formOf(withErrors(form.value, values, []), opener);
  return submitted(on, { press, opener, form: form.value, values });
}

async function pressed(on: Pressing, press: Press): Promise<Shown> {
  const { edge } = on.teams;
  const form = await edge.openForm(on.person, press);
  if (!form.ok) return inPlace(on, press, form.problem);
  if (form.value) return roomyForm(on, form.value, press);
  const received = await receive(on, { kind: 'pressed', press });
  if (!received.ok) return inPlace(on, press, received.problem);
  // Nothing changes where it was pressed: they are told where to look.
  if (on.place.kind !== 'personal' && isLook(press.action))
    return { kind: 'text', text: on.teams.words.say(phrase('reach.in_private'), on.locale) };
  return afterwards(on, press, TAKEN);
}

interface Submitted {
  press: Press;
  opener: Press;
  form: View;
  values: FormValues;
}

async function submitted(on: Pressing, { press, opener, form, values }: Submitted): Promise<Shown> {
  const sent = await (press.value === PREVIEW
    ? on.teams.edge.preview(on.person, press, values)
    : receive(on, { kind: 'submitted', press, values }));
  if (!sent.ok) {
    const errors = sent.problem.kind === 'fields' ? sent.problem.errors : [];
    const again = withErrors(form, values, errors);
    // What is wrong with the whole of it stands on top of it.
    const view = errors.length > 0 ? again : withWarning(on, again, sent.problem);
    return openAgain(on, { press, opener, form, values }, view);
  }
  if (press.value === PREVIEW && isView(sent.value))
    return { ...formOf(sent.value, opener), hidden: withErrors(form, values, []) };
  return afterwards(on, opener, phrase('form.sent'));
}

/** A form that has to be mended, as it was filled in. */
async function openAgain(
  on: Pressing,
  { press, opener, form, values }: Submitted,
  mended: View,
): Promise<Shown> {
  const shown = roomyForm(on, mended, opener);
  const stored = (id: string) => {
    const value = form.inputs.find((input) => input.id === id)?.value;
    const filled = values[id];
    return value && filled && 'answer' in filled && sameAnswer(value, filled.answer);
  };
  if (shown.kept.every(stored)) return shown;
  // No room for what was only just written, and nowhere else does it stand: it is stored, and the rest is asked for.
  const kept = await receive(on, { kind: 'submitted', press: { ...press, action: KEEP_FORM }, values });
  return kept.ok ? afterwards(on, opener, phrase('form.kept_so_far')) : formOf(mended, opener);
}

/** Only what is stored already can be left out of a form. */
function roomyForm({ teams: { words }, locale }: Pressing, form: View, opener: Press): ShownForm {
  const { view, kept } = isDraftForm(form)
    ? fitForm(form, { words, locale, opener })
    : { view: form, kept: [] };
  return { ...formOf(view, opener), kept };
}

function formOf(view: View, opener: Press): ShownForm {
  return { kind: 'form', view, opener, hidden: null, kept: [] };
}

function isView(value: View | Received | null): value is View {
  return value !== null && 'lines' in value;
}

function receive(on: Pressing, body: InboundBody): Promise<Result<Received, Problem>> {
  const { teams, person, place, eventId } = on;
  return teams.edge.receive({ platform: PLATFORM, eventId, person, place, body });
}

/** The report's card as it stands once the press was worked on; elsewhere a word that it was taken. */
async function afterwards(on: Pressing, press: Press, said: Phrase): Promise<Shown> {
  // A form of its own message gives way to the word; a message with a button stays as it is.
  const isForm = said.key !== TAKEN.key;
  if (on.place.kind === 'personal' || press.report === undefined)
    return isForm
      ? { kind: 'card', view: notice([said]), card: null }
      : { kind: 'text', text: on.teams.words.say(said, on.locale) };
  await on.teams.edge.worked(on.person, WORKED_WITHIN_MS);
  return saying(await livingCard(on, press.report), said);
}

/** What keeps it from being done, on the card as it stands now: a late press says by whom it was done. */
async function inPlace(on: Pressing, { report }: Press, problem: Problem): Promise<Shown> {
  if (on.place.kind === 'personal' || report === undefined) return problemText(on, problem);
  return saying(await livingCard(on, report, problem), on.teams.words.problem(problem));
}

async function livingCard(on: Pressing, number: string, problem?: Problem): Promise<ShownCard> {
  const { teams, person, place } = on;
  const shown = await teams.edge.card(person, { platform: PLATFORM, place: place.address }, number);
  if (!shown.ok) return { kind: 'card', view: notice([teams.words.problem(shown.problem)]), card: null };
  const view = problem ? withWarning(on, shown.value, problem) : shown.value;
  return { kind: 'card', view, card: number };
}

/** For dialogs, which show no card in the place of their form: one sentence stands for it. */
function saying(shown: ShownCard, said: Phrase): ShownCard {
  return { ...shown, view: { ...shown.view, fallback: said } };
}

function withWarning({ teams }: Pressing, view: View, problem: Problem): View {
  return { ...view, lines: [line(teams.words.problem(problem), 'strong'), ...view.lines] };
}

function problemText({ teams, locale }: Pressing, problem: Problem): Shown {
  return { kind: 'text', text: teams.words.say(teams.words.problem(problem), locale) };
}
