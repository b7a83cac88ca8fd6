import type { Rules } from '../assessment.ts';
import type { Calendar } from '../business-time.ts';
import { newsLines, newsView } from '../news.ts';
import { phrase } from '../phrase.ts';
import type { Report, StepRecord } from '../report.ts';
import { statusButton } from '../report-buttons.ts';
import { button, line, type View } from '../view.ts';

/** A report with the steps of it that its reporter, or whoever follows it, is still to be told of, in order. */
export interface Untold {
  report: Report;
  steps: readonly StepRecord[];
}

/** So many reports are told of in full; the others by their numbers. */
const TOLD = 8;

/** What has happened since the last one, in one message; of a single thing the message that it would have been. */
export function newsDigest(rules: Rules, calendar: Calendar, untold: readonly Untold[]): View | null {
  const [only] = untold;
  if (!only) return null;
  const [step] = only.steps;
  if (untold.length === 1 && only.steps.length === 1 && step)
    return newsView(rules, only.report, calendar, step);
  const head = phrase('digest.news', { n: untold.length });
  const told = untold.slice(0, TOLD);
  const others = untold.slice(TOLD).map(({ report }) => report.number);
  return {
    kind: 'notice',
    lines: [
      line(head, 'strong'),
      ...told.flatMap(({ report, steps }) =>
        steps.flatMap((one) => newsLines(rules, report, calendar, one, one === steps.at(-1))),
      ),
      ...(others.length === 0
        ? []
        : [line(phrase('digest.news.more', { n: others.length, numbers: { list: others } }))]),
    ],
    inputs: [],
    buttons: [
      ...told.map(({ report }) => statusButton(report)),
      ...(others.length === 0 ? [] : [button({ action: 'mine' }, phrase('btn.mine'))]),
    ],
    fallback: head,
  };
}
