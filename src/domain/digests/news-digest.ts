import type { Rules } from '../assessment.ts';
import type { Calendar } from '../business-time.ts';
import { isAnswer, unjudgedAnswer } from '../feedback.ts';
import { newsLines, newsView } from '../news.ts';
import { phrase } from '../phrase.ts';
import type { Report, StepRecord } from '../report.ts';
import { helpedButtonsOf, statusButton } from '../report-buttons.ts';
import { button, line, type Button, type Line, type View } from '../view.ts';

/** A report with the steps of it that its reporter, or whoever follows it, is still to be told of, in order. */
export interface Untold {
  report: Report;
  steps: readonly StepRecord[];
}

/** So many reports are told of in full; the others by their numbers. */
const TOLD = 8;

/**
 * What has happened since the last one, in one message; of a single thing the message that it would have been. Whether
 * an answer answers them is asked of each report by its number, unless the person has said so by now.
 */
export function newsDigest(
  rules: Rules,
  calendar: Calendar,
  untold: readonly Untold[],
  person: string,
): View | null {
  const [only] = untold;
  if (!only) return null;
  const [step] = only.steps;
  if (untold.length === 1 && only.steps.length === 1 && step && (!isAnswer(step) || asks(only, person)))
    return newsView(rules, only.report, calendar, step);
  const head = phrase('digest.news', { n: untold.length });
  const told = untold.slice(0, TOLD);
  const others = untold.slice(TOLD).map(({ report }) => report.number);
  return {
    kind: 'notice',
    lines: [
      line(head, 'strong'),
      ...told.flatMap((one) => toldLines(rules, calendar, one, person)),
      ...(others.length === 0
        ? []
        : [line(phrase('digest.news.more', { n: others.length, numbers: { list: others } }))]),
    ],
    inputs: [],
    buttons: [
      ...told.flatMap((one) => buttonsOf(one, person)),
      ...(others.length === 0 ? [] : [button({ action: 'mine' }, phrase('btn.mine'))]),
    ],
    fallback: head,
  };
}

/** The answer among what is told that this person is still to judge; one that a later one replaced is none. */
function asks({ report, steps }: Untold, person: string): StepRecord | null {
  const answer = unjudgedAnswer(report, person);
  return answer && steps.some(({ seq }) => seq === answer.seq) ? answer : null;
}

function toldLines(rules: Rules, calendar: Calendar, untold: Untold, person: string): Line[] {
  const { report, steps } = untold;
  const said = steps.flatMap((one) => newsLines(rules, report, calendar, one, one === steps.at(-1)));
  if (!asks(untold, person)) return said;
  return [...said, line(phrase('digest.news.helped', { number: report.number }))];
}

function buttonsOf(untold: Untold, person: string): Button[] {
  const answer = asks(untold, person);
  return answer ? helpedButtonsOf(untold.report, answer) : [statusButton(untold.report)];
}
