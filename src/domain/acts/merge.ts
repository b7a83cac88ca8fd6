import { beforeMerge, followersOf, isMerged, mergedInto } from '../merged.ts';
import type { EventFacts, NewEvent } from '../ledger.ts';
import { noteOf } from '../note.ts';
import { officesConcerned } from '../inspection.ts';
import { isOpen } from '../outlook.ts';
import { may } from '../permission.ts';
import { phrase, type Phrase } from '../phrase.ts';
import type { Report } from '../report.ts';
import { fail, ok } from '../result.ts';
import type { Act, ActContext } from './act.ts';
import { textIn } from './act-answers.ts';
import { reasonInput } from './act-inputs.ts';
import { alongWorkflow, stateAfter } from './along-workflow.ts';
import { namedReport, numberInput, reportNumberIn, numbersNamed, wrongNumber } from './named-report.ts';

const merging = alongWorkflow('merge');

/** Which act has merged it: a part that went back did nothing else. */
export const MERGED_BY: Act['doneBy'] = {
  merged: ({ facts }) => (facts['undoes'] === 'split' ? 'unsplit' : 'merge'),
};

/**
 * まとめる: it goes on in another report of the same type, and its reporter and followers are told what happens there.
 * The other is at least as serious from then on.
 */
export const merge: Act = {
  ...merging,
  label: phrase('act.merge'),
  doneBy: MERGED_BY,
  possible: (rules, report) =>
    !isMerged(report) && report.referrals.length === 0 && merging.possible(rules, report),
  form: ({ report }) => ({
    title: phrase('act.merge.title', { number: report.number }),
    lines: [phrase('act.merge.how')],
    inputs: [numberInput(), reasonInput(phrase('act.merge.reason_hint'))],
    preview: (answers) => [
      phrase('act.merge.preview', { number: report.number, into: reportNumberIn(answers) }),
      phrase('act.reason.said', { text: textIn(answers, 'reason') }),
      phrase('act.reason.reporter'),
    ],
  }),
  needs: { reports: (answers) => numbersNamed(answers) },
  perform(on, answers) {
    const other = namedReport(on, answers);
    if (!other.ok) return other;
    const flaw = flawOfTarget(on, other.value);
    if (flaw) return wrongNumber(flaw);
    const merged = mergedEvent(on, other.value, textIn(answers, 'reason'));
    return ok({
      events: [merged],
      errands: [{ kind: 'record', report: other.value.number, events: [absorbed(on, other.value)] }],
    });
  },
};

/** まとめを戻す: it stands for itself again, where it was before. */
export const unmerge: Act = {
  id: 'unmerge',
  right: 'merge',
  label: phrase('act.unmerge'),
  doneBy: { unmerged: 'unmerge' },
  possible: (_rules, report) => isMerged(report),
  allowed: () => true,
  form: ({ report }) => ({
    title: phrase('act.unmerge.title', { number: report.number }),
    lines: [phrase('act.unmerge.how')],
    inputs: [reasonInput(phrase('act.unmerge.reason_hint'))],
    preview: 'news',
  }),
  needs: { reports: (_answers, report) => [mergedInto(report) ?? ''] },
  perform({ report, others, actor, now }, answers) {
    const into = others.get(mergedInto(report) ?? '');
    if (!into) return fail({ kind: 'not_found' });
    const by = { actor: actor.person, at: now };
    const content = noteOf(textIn(answers, 'reason'));
    const released = { number: report.number, unfollower: followersOf(into, report.number) };
    return ok({
      events: [{ ...by, kind: 'unmerged', facts: { from: into.number, ...beforeMerge(report) }, content }],
      errands: [
        {
          kind: 'record',
          report: into.number,
          events: [{ ...by, kind: 'released', facts: released, content: null }],
        },
      ],
    });
  },
};

/** Circles are not possible: what is merged is no target, and what is a target is not merged. */
function flawOfTarget({ rules, report, actor }: ActContext, into: Report): Phrase | null {
  const { number } = into;
  if (into.type !== report.type) return phrase('err.merge_type');
  const further = mergedInto(into);
  if (further !== null) return phrase('err.merge_merged', { number, into: further });
  if (!isOpen(rules, into)) return phrase('err.merge_closed', { number });
  if (into.filing.drill !== report.filing.drill) return phrase('err.merge_drill');
  const theirs = into.referrals.length > 0 || !may(actor, 'merge', into);
  return theirs ? phrase('err.merge_not_yours', { number }) : null;
}

export function mergedEvent(on: ActContext, into: Report, reason: string): NewEvent {
  const { report, actor, now } = on;
  const state = stateAfter(on, 'merge');
  const facts = { into: into.number, state, held: report.holder, holder: null };
  return { kind: 'merged', actor: actor.person, at: now, facts, content: noteOf(reason) };
}

export function absorbed({ report, actor, now }: ActContext, into: Report): NewEvent {
  const people = [report.reporter, ...report.followers].filter((person) => person !== into.reporter);
  // Only within one type does a level mean the same.
  const raised: EventFacts =
    report.type === into.type && report.level > into.level ? { level: report.level } : {};
  const facts: EventFacts = {
    number: report.number,
    follower: [...new Set(people)],
    offices: officesConcerned(report),
    ...raised,
  };
  return { kind: 'absorbed', actor: actor.person, at: now, facts, content: null };
}
