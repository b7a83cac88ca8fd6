import type { Instant } from '../business-time.ts';
import type { NewEvent } from '../ledger.ts';
import { noteOf } from '../note.ts';
import { phrase } from '../phrase.ts';
import type { Report } from '../report.ts';
import { ok } from '../result.ts';
import type { Act, ActRules } from './act.ts';
import { choiceIn, textIn } from './act-answers.ts';
import { choiceInput, textInput } from './act-inputs.ts';
import { alongWorkflow, movesOf } from './along-workflow.ts';
import { openedAtTriage } from './opened-at-triage.ts';

/** 状況更新: the next state along the type's own workflow, and one sentence for the reporter. */
export const update: Act = {
  ...alongWorkflow('update'),
  label: phrase('btn.update'),
  doneBy: { updated: 'update' },
  form: (on) => ({
    title: phrase('update.title', { number: on.report.number }),
    lines: [phrase('update.told')],
    inputs: [
      choiceInput({
        id: 'state',
        label: phrase('update.state'),
        choices: movesOf(on, 'update').map(({ to }) => ({
          id: to,
          label: phrase(`state.${on.report.type}.${to}`),
        })),
      }),
      textInput({ id: 'note', label: phrase('update.note') }),
    ],
    preview: 'news',
  }),
  perform: ({ rules, actor, report, now }, answers) =>
    ok({
      events: [
        updateOf(rules, report, {
          actor: actor.person,
          at: now,
          to: choiceIn(answers, 'state'),
          note: textIn(answers, 'note'),
        }),
      ],
    }),
};

export function updateOf(
  rules: ActRules,
  report: Report,
  { actor, at, to, note }: { actor: string; at: Instant; to: string; note: string },
): NewEvent {
  const facts = { state: to, ...openedAtTriage(rules, report, at) };
  return { kind: 'updated', actor, at, facts, content: noteOf(note) };
}
