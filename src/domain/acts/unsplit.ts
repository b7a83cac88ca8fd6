import { splitFrom } from '../links.ts';
import { mergedInto } from '../merged.ts';
import { isOpen } from '../outlook.ts';
import { phrase, type Phrase } from '../phrase.ts';
import type { Report } from '../report.ts';
import { fail, ok } from '../result.ts';
import type { Act, ActContext } from './act.ts';
import { textIn } from './act-answers.ts';
import { reasonInput } from './act-inputs.ts';
import { alongWorkflow } from './along-workflow.ts';
import { faulty } from './field-error.ts';
import { absorbed, merge, MERGED_BY, mergedEvent } from './merge.ts';

/**
 * 分割を戻す: a part goes back into the report that it was split from, by the rules of まとめる and for those who may do
 * that with the part; only that the two may be of different types. It can itself be undone, by まとめを戻す.
 */
export const unsplit: Act = {
  ...alongWorkflow('merge'),
  id: 'unsplit',
  label: phrase('act.unsplit'),
  doneBy: MERGED_BY,
  possible: (rules, report) => splitFrom(report) !== null && merge.possible(rules, report),
  form: ({ report }) => ({
    title: phrase('act.unsplit.title', { number: report.number }),
    lines: [phrase('act.unsplit.how', { from: splitFrom(report) ?? '' })],
    inputs: [reasonInput(phrase('act.unsplit.reason_hint'))],
    preview: 'news',
  }),
  needs: { reports: (_answers, report) => [splitFrom(report) ?? ''] },
  perform(on, answers) {
    const { report, others } = on;
    const from = others.get(splitFrom(report) ?? '');
    if (!from) return fail({ kind: 'not_found' });
    const flaw = flawOf(on, from);
    if (flaw) return faulty('reason', flaw);
    const merged = mergedEvent(on, from, textIn(answers, 'reason'));
    return ok({
      events: [{ ...merged, facts: { ...merged.facts, undoes: 'split' } }],
      errands: [{ kind: 'record', report: from.number, events: [absorbed(on, from)] }],
    });
  },
};

/** Where it came from goes on as long as a part can come back to it. */
function flawOf({ rules }: ActContext, from: Report): Phrase | null {
  const { number } = from;
  const into = mergedInto(from);
  if (into !== null) return phrase('err.unsplit_merged', { number, into });
  if (!isOpen(rules, from)) return phrase('err.unsplit_closed', { number });
  return from.referrals.length > 0 ? phrase('err.merge_not_yours', { number }) : null;
}
