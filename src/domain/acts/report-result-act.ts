import { openAssignment } from '../assignment.ts';
import { named } from '../byline.ts';
import { noteOf } from '../note.ts';
import type { Actor } from '../organization.ts';
import { phrase } from '../phrase.ts';
import { fail, ok } from '../result.ts';
import type { View } from '../view.ts';
import type { Act } from './act.ts';
import { textIn } from './act-answers.ts';
import { LONGEST_TEXT, textInput } from './act-inputs.ts';
import { relayedView } from './relayed-view.ts';

/** 結果を報告: what came of an assignment, for whoever gave it. */
export const reportResult: Act = {
  id: 'report_result',
  right: 'comment',
  label: phrase('btn.report_result'),
  doneBy: { result_reported: 'report_result' },
  possible: (_rules, report) => openAssignment(report) !== null,
  allowed: ({ actor, report }) => owes(actor, openAssignment(report)?.person),
  form: ({ report }) => ({
    title: phrase('act.report_result.title', { number: report.number }),
    lines: [phrase('act.report_result.internal')],
    inputs: [textInput({ id: 'text', label: phrase('act.report_result.text'), maxLength: LONGEST_TEXT })],
    preview: null,
  }),
  perform({ report, actor, now }, answers) {
    const assignment = openAssignment(report);
    if (!assignment) return fail({ kind: 'old_button' });
    const text = textIn(answers, 'text');
    const { seq, actor: assigner } = assignment.step;
    const view = resultView(report.number, actor, text);
    return ok({
      events: [
        { kind: 'result_reported', actor: actor.person, at: now, facts: { to: seq }, content: noteOf(text) },
      ],
      errands:
        assigner === actor.person
          ? []
          : [{ kind: 'tell', person: assigner, view, key: `result:${seq}:${assigner}` }],
    });
  },
};

/** Whoever was told to do it, or their deputy. */
function owes({ person, standings }: Actor, told: string | undefined): boolean {
  return told !== undefined && (told === person || standings.some(({ of }) => of === told));
}

function resultView(number: string, actor: Actor, text: string): View {
  const head = phrase('act.report_result.told', { number, person: named(actor) });
  return relayedView({ number }, head, phrase('said', { text }));
}
