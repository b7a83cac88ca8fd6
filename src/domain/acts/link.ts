import { linksOf, shownLinks, unlinkOf } from '../links.ts';
import { phrase } from '../phrase.ts';
import { ok } from '../result.ts';
import type { Act } from './act.ts';
import { choiceIn } from './act-answers.ts';
import { choiceInput } from './act-inputs.ts';
import { namedReport, numberInput, reportNumberIn, numbersNamed, wrongNumber } from './named-report.ts';

/** 関連をつける: another report of the same matter, both ways; only one that the actor may read. */
export const link: Act = {
  id: 'link',
  right: 'link',
  label: phrase('act.link'),
  doneBy: {},
  possible: (_rules, report) => report.type !== 'compliance',
  allowed: () => true,
  form: ({ report }) => ({
    title: phrase('act.link.title', { number: report.number }),
    lines: [],
    inputs: [numberInput()],
    preview: (answers) => [
      phrase('act.link.preview', { number: report.number, other: reportNumberIn(answers) }),
    ],
  }),
  needs: { reports: (answers) => numbersNamed(answers) },
  perform(on, answers) {
    const { report, actor, now } = on;
    const other = namedReport(on, answers);
    if (!other.ok) return other;
    const { number } = other.value;
    if (report.links.some((one) => one.number === number)) return wrongNumber(phrase('err.linked'));
    return ok({
      events: linksOf([other.value], actor.person, now),
      errands: [{ kind: 'record', report: number, events: linksOf([report], actor.person, now) }],
    });
  },
};

/** 関連を外す, both ways. */
export const unlink: Act = {
  id: 'unlink',
  right: 'link',
  label: phrase('act.unlink'),
  doneBy: { unlinked: 'unlink' },
  possible: (_rules, report) => shownLinks(report).length > 0,
  allowed: () => true,
  form: ({ report }) => ({
    title: phrase('act.unlink.title', { number: report.number }),
    lines: [],
    inputs: [
      choiceInput({
        id: 'number',
        label: phrase('act.number'),
        choices: shownLinks(report).map(({ number }) => ({
          id: number,
          label: phrase('value', { value: number }),
        })),
      }),
    ],
    preview: null,
  }),
  needs: { reports: (answers) => [choiceIn(answers, 'number')] },
  perform({ report, actor, now, others }, answers) {
    const other = others.get(choiceIn(answers, 'number'));
    if (!other) return wrongNumber(phrase('problem.not_found'));
    return ok({
      events: [unlinkOf(other, actor.person, now)],
      errands: [{ kind: 'record', report: other.number, events: [unlinkOf(report, actor.person, now)] }],
    });
  },
};
