import { formFields, formView, KEEP_FORM } from '../domain/dialog/form.ts';
import { formDraft } from '../domain/dialog/submitted.ts';
import { fieldOf } from '../domain/acts/act-inputs.ts';
import { actFormView, actPreview } from '../domain/acts/act-form-view.ts';
import type { Act, ActContext, ActForm } from '../domain/acts/act.ts';
import { actOf } from '../domain/acts/acts.ts';
import type { Answers } from '../domain/answers.ts';
import { foretold } from '../domain/foretold.ts';
import type { Field } from '../domain/field.ts';
import { scopeOf } from '../domain/permission.ts';
import type { Problem } from '../domain/problems.ts';
import type { Report } from '../domain/report.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { saidIn, type Press, type View } from '../domain/view.ts';
import type { InboxQueue, PreferenceReader, ReportReader, UnitOfWork } from './ports.ts';
import { prepareAct, withNeeds } from './prepare-act.ts';
import { recordViews, sinceRepeated } from './record-views.ts';
import { actorNow, languageOf, personNow, type Surroundings } from './surroundings.ts';
import { isWritten } from './write-for-act.ts';

export interface FormOpening extends Surroundings {
  inboxQueue: InboxQueue;
  reader: ReportReader;
  preferences: PreferenceReader;
}

/**
 * The fast lane: the form that a press opens, from what is stored now; null when the press opens none. It shows what a
 * report says, which is written down.
 */
export async function openForm(
  deps: FormOpening & { unitOfWork: UnitOfWork },
  person: string,
  press: Press,
): Promise<Result<View | null, Problem>> {
  const made = await makeForm(deps, person, press);
  if (!made.ok) return made;
  const { view, report } = made.value;
  if (view && report) await recordViews(deps, { person, by: 'form', since: sinceRepeated(deps) }, [report]);
  return ok(view);
}

/** The same form once more, to read what was filled in: shown to nobody anew, it is no other look at the report. */
export async function formAgain(
  deps: FormOpening,
  person: string,
  press: Press,
): Promise<Result<View | null, Problem>> {
  const made = await makeForm(deps, person, press);
  return made.ok ? ok(made.value.view) : made;
}

interface MadeForm {
  view: View | null;
  /** Whose words it shows; null for what is not filed yet. */
  report: Report | null;
}

async function makeForm(deps: FormOpening, person: string, press: Press): Promise<Result<MadeForm, Problem>> {
  if (press.action === 'open_form') {
    const draft = await draftForm(deps, person);
    return draft.ok ? ok({ view: draft.value, report: null }) : draft;
  }
  const pressed = actOf(press);
  if (!pressed || pressed.sends || isWritten(pressed.act, press)) return ok({ view: null, report: null });
  const prepared = await actNow(deps, person, press, pressed.act);
  if (!prepared.ok) return prepared;
  const on = prepared.value;
  const form = pressed.act.form?.(on);
  return ok({ view: form ? actFormView(pressed.act, on, form) : null, report: on.report });
}

async function draftForm(deps: FormOpening, person: string): Promise<Result<View, Problem>> {
  const state = (await deps.inboxQueue.conversationOf(person))?.state;
  const draft = state?.drafts[formDraft(state)];
  const sender = personNow(deps, person);
  if (!state || !draft || !sender) return fail({ kind: 'old_button' });
  return ok(saidIn(formView(deps.catalogue, draft), languageOf(state, await deps.preferences.of(person))));
}

/** A form that was filled in: its fields as they stand now, and what is wrong with the whole of it or would come of it. */
export interface SentForm {
  fields: readonly Field[];
  /** Once every field is in order: whatever else keeps it from being sent. */
  check: (answers: Answers) => Promise<Result<View | null, Problem>>;
}

/** The form that a press sends. */
export async function sentForm(
  deps: FormOpening,
  person: string,
  press: Press,
): Promise<Result<SentForm, Problem>> {
  if (press.action === 'draft_form' || press.action === KEEP_FORM) {
    const state = (await deps.inboxQueue.conversationOf(person))?.state;
    const draft = state?.drafts.find((one) => one.id === press.value);
    if (!draft) return fail({ kind: 'old_button' });
    return ok({ fields: formFields(deps.catalogue, draft), check: () => Promise.resolve(ok(null)) });
  }
  const pressed = actOf(press);
  if (!pressed?.sends || !pressed.act.form) return fail({ kind: 'unreadable_press' });
  const { act } = pressed;
  const prepared = await actNow(deps, person, press, act);
  if (!prepared.ok) return prepared;
  const on = prepared.value;
  const form = pressed.act.form(on);
  return ok({
    fields: form.inputs.map(fieldOf),
    check: (answers) => tryAct(deps, { act, on, form }, answers, press),
  });
}

/** What the act would do, without doing it: whatever is wrong with it is said while the form is open. */
async function tryAct(
  deps: FormOpening,
  { act, on, form }: { act: Act; on: ActContext; form: ActForm },
  answers: Answers,
  { turn }: Press,
): Promise<Result<View | null, Problem>> {
  const full = await withNeeds(act, on, answers, deps.reader);
  const deed = act.perform(full, answers);
  if (!deed.ok) return deed;
  if (!form.preview) return ok(null);
  const lines = form.preview === 'news' ? foretold(on, deed.value.events) : form.preview(answers);
  return ok(actPreview(act, on, form, lines, turn));
}

async function actNow(
  deps: FormOpening,
  person: string,
  press: Press,
  act: Act,
): Promise<Result<ActContext, Problem>> {
  const sender = personNow(deps, person);
  if (!sender) return fail({ kind: 'unknown_person' });
  const actor = actorNow(deps, sender.person);
  const report = await deps.reader.byNumber(scopeOf(actor), press.report ?? '');
  return prepareAct(deps, actor, report, act, press);
}
