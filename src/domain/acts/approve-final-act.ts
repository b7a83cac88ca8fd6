import { doerOf, type Doer } from '../byline.ts';
import { causeMissing } from '../cause.ts';
import { uncheckedItems } from '../checklist.ts';
import { isOwnDoing } from '../deputy.ts';
import { noteOf } from '../note.ts';
import type { Actor } from '../organization.ts';
import { phrase } from '../phrase.ts';
import type { Report } from '../report.ts';
import { ok } from '../result.ts';
import type { Act } from './act.ts';
import { textIn } from './act-answers.ts';
import { textInput } from './act-inputs.ts';
import { alongWorkflow, copiesWith, movesOf } from './along-workflow.ts';

const approving = alongWorkflow('approve_final');

/** 最終報の承認 by the responsible manager of the risk department, who did not write it (model.md §4). */
export const approveFinal: Act = {
  ...approving,
  label: phrase('act.approve_final.label'),
  doneBy: { updated: 'approve_final' },
  allowed: (on) => approving.allowed(on) && headsRisk(on.actor) && !isOwnDoing(on.actor, authorOf(on.report)),
  refusal: ({ rules, report }) => {
    const missing = [...causeMissing(rules, report), ...uncheckedItems(rules, report)];
    return missing.length > 0 ? { kind: 'not_ready', missing } : null;
  },
  form: ({ report }) => ({
    title: phrase('act.approve_final.title', { number: report.number }),
    lines: [phrase('update.shown')],
    inputs: [textInput({ id: 'note', label: phrase('update.note') })],
    preview: 'news',
  }),
  perform: (on, answers) => {
    const { report, actor, now } = on;
    const [move] = movesOf(on, 'approve_final');
    const facts = { state: move?.to ?? report.state, ...copiesWith(report, move) };
    const content = noteOf(textIn(answers, 'note'));
    return ok({ events: [{ kind: 'updated', actor: actor.person, at: now, facts, content }] });
  },
};

/** Who wrote the final report as it stands. */
function authorOf({ steps }: Report): Doer {
  const step = steps.findLast(({ state }) => state === 'final_reported');
  return step ? doerOf(step) : { person: '' };
}

/** The responsible manager of a unit in which they also stand for the risk department. */
function headsRisk({ standings }: Actor): boolean {
  return standings.some(
    ({ role, unit }) =>
      role === 'manager' &&
      standings.some((other) => other.unit === unit && other.role === 'risk_compliance'),
  );
}
