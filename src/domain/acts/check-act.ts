import { checklistOf, checkpointName, type CheckedItems, type Checkpoint } from '../checklist.ts';
import { phaseNow } from '../outlook.ts';
import { phrase } from '../phrase.ts';
import { ok } from '../result.ts';
import type { Act, ActContext } from './act.ts';
import { textIn } from './act-answers.ts';
import { LONGEST_NOTE, textInput } from './act-inputs.ts';
import { faulty } from './field-error.ts';

/** 確認項目: what has to be done before the end, ticked with what was done; several at once. */
export const check: Act = {
  id: 'check',
  right: 'check',
  label: phrase('act.check.label'),
  doneBy: { checked: 'check' },
  possible: (rules, report) => {
    const phase = phaseNow(rules, report);
    return phase !== 'new' && phase !== 'closed' && checklistOf(rules, report).some(({ done }) => !done);
  },
  allowed: (on) => openTo(on).length > 0,
  form: (on) => ({
    title: phrase('act.check.title', { number: on.report.number }),
    lines: [phrase('act.check.lines')],
    inputs: openTo(on).map(({ item }) =>
      textInput({
        id: item.id,
        label: checkpointName(on.report, item),
        hint: phrase(item.people > 1 ? 'act.check.hint_people' : 'act.check.hint'),
        maxLength: LONGEST_NOTE,
        required: false,
      }),
    ),
    preview: null,
  }),
  perform: (on, answers) => {
    const open = openTo(on).map(({ item }) => item.id);
    const items: CheckedItems = Object.fromEntries(
      open.map((id) => [id, textIn(answers, id)] as const).filter(([, text]) => text !== ''),
    );
    const ticked = Object.keys(items);
    const [first = ''] = open;
    if (ticked.length === 0) return faulty(first, phrase('err.check_none'));
    const { actor, now } = on;
    const content = JSON.stringify({ text: '', items });
    return ok({
      events: [{ kind: 'checked', actor: actor.person, at: now, facts: { items: ticked }, content }],
    });
  },
};

/** What this person can still tick: where two people have to look, nobody counts twice. */
function openTo({ rules, report, actor }: ActContext): Checkpoint[] {
  return checklistOf(rules, report).filter(
    ({ done, ticks }) => !done && !ticks.some(({ person }) => person === actor.person),
  );
}
