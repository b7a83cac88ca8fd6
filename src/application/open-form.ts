import { formDraft } from '../domain/dialog/submitted.ts';
import { formFields, formView } from '../domain/dialog/form.ts';
import type { Field } from '../domain/field.ts';
import { scopeOf } from '../domain/permission.ts';
import type { Problem } from '../domain/problems.ts';
import type { Report } from '../domain/report.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { updateFields, updateFormView } from '../domain/update-form.ts';
import { saidIn, type Press, type View } from '../domain/view.ts';
import { checkRight } from './check-right.ts';
import type { InboxQueue, ReportReader } from './ports.ts';
import { movesFor } from '../domain/moves.ts';
import { stale } from './stale-act.ts';
import { actorNow, languageOf, personNow, type Surroundings } from './surroundings.ts';

export interface FormOpening extends Surroundings {
  inboxQueue: InboxQueue;
  reader: ReportReader;
}

/** The fast lane: the form that a press opens, from what is stored now; null when the press opens none. */
export async function openForm(
  deps: FormOpening,
  person: string,
  press: Press,
): Promise<Result<View | null, Problem>> {
  if (press.action === 'open_form') {
    const state = (await deps.inboxQueue.conversationOf(person))?.state;
    const draft = state?.drafts[formDraft(state)];
    const sender = personNow(deps, person);
    if (!state || !draft || !sender) return fail({ kind: 'old_button' });
    return ok(saidIn(formView(deps.catalogue, draft), languageOf(state, sender.person)));
  }
  if (press.action !== 'update') return ok(null);
  const report = await updatable(deps, person, press);
  return report.ok ? ok(updateFormView(deps.catalogue, report.value)) : report;
}

/** The fields of the form that was submitted, as they stand now. */
export async function fieldsOfForm(
  deps: Surroundings & { inboxQueue: InboxQueue; reader?: ReportReader },
  person: string,
  press: Press,
): Promise<Result<Field[], Problem>> {
  if (press.action === 'draft_form') {
    const state = (await deps.inboxQueue.conversationOf(person))?.state;
    const draft = state?.drafts.find((one) => one.id === press.value);
    return draft ? ok(formFields(deps.catalogue, draft)) : fail({ kind: 'old_button' });
  }
  if (press.action !== 'update_form' || !deps.reader) return fail({ kind: 'unreadable_press' });
  const report = await updatable({ ...deps, reader: deps.reader }, person, press);
  return report.ok ? ok(updateFields(deps.catalogue, report.value)) : report;
}

async function updatable(
  deps: Surroundings & { reader: ReportReader },
  person: string,
  press: Press,
): Promise<Result<Report, Problem>> {
  const sender = personNow(deps, person);
  if (!sender) return fail({ kind: 'unknown_person' });
  const actor = actorNow(deps, sender.person);
  const report = await deps.reader.byNumber(scopeOf(actor), press.report ?? '');
  const right = checkRight(actor, 'update', report);
  if (!right.ok) return right;
  // Moved on meanwhile: a form without a state to choose could never be sent.
  const moves = movesFor(deps.catalogue, actor, right.value, 'update');
  return moves.length > 0 ? right : stale(right.value, 'update');
}
