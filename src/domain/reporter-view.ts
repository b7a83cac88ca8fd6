import { typeOf, type Rules } from './assessment.ts';
import type { Calendar } from './business-time.ts';
import { levelOf, stepPhrase } from './card-view.ts';
import { clockOf, nextPromise, type Timed } from './deadline.ts';
import { isToldByPhone } from './first-report.ts';
import { nextLine } from './next-line.ts';
import { addButton, detailsButton, statusButton } from './report-buttons.ts';
import { phrase, type Phrase } from './phrase.ts';
import type { Report } from './report.ts';
import type { ReportType } from './report-type.ts';
import { titleOf } from './title-of.ts';
import { lastStep } from './told-steps.ts';
import { button, line, type Line, type View } from './view.ts';

/** What the reporter reads after sending: number, who holds it, what comes next and when. */
export function receiptView(rules: Rules, filed: readonly Report[], calendar: Calendar): View {
  const [first, second] = filed;
  if (!first) throw new Error('a receipt is for at least one report');
  const received = receivedPhrase(first, second);
  const several = filed.length > 1;
  const lines = [
    received,
    ...filed.flatMap((report) => [
      ...promiseLines(rules, report, calendar, several),
      ...earlierPhrases(report, filed),
    ]),
  ];
  return {
    kind: 'notice',
    lines: lines.map((one, index) => line(one, index === 0 ? 'strong' : 'plain')),
    inputs: [],
    buttons: [addButton(first), button({ action: 'mine' }, phrase('btn.mine'))],
    fallback: received,
  };
}

function receivedPhrase(first: Report, second: Report | undefined): Phrase {
  if (!second) return phrase(first.filing.drill ? 'done.drill' : 'done.filed', { number: first.number });
  const hidden = first.type === 'customer_voice' && second.filing.text === first.filing.text;
  return hidden
    ? phrase('done.filed_voice_error', { voice: first.number, error: second.number })
    : phrase('done.filed_two', { first: first.number, second: second.number });
}

/** Reports that it was tied to besides those sent together with it. */
function earlierPhrases({ links }: Report, filed: readonly Report[]): Phrase[] {
  return links
    .filter(({ number }) => !filed.some((one) => one.number === number))
    .map(({ number }) => phrase('done.joined', { number }));
}

function promiseLines(rules: Rules, report: Report, calendar: Calendar, several: boolean): Phrase[] {
  const unit = { unit: report.primary };
  const holder =
    report.level > 0
      ? phrase('done.holder_level', { unit, level: levelOf(report) })
      : phrase('done.holder', { unit });
  const promise = nextPromise(typeOf(rules, report.type), report, calendar);
  const next = promise
    ? phrase('done.next', { step: phrase(`clock.${promise.clock}`), due: { due: promise.due } })
    : phrase('done.next_unknown');
  const referral = report.referrals.length > 0 ? [phrase('done.referral')] : [];
  const phone = isToldByPhone(rules, report) ? [phrase('done.phone', { unit })] : [];
  const whose = several ? phrase('done.of', { number: report.number, holder }) : holder;
  return [whose, next, ...phone, ...ownDuties(typeOf(rules, report.type), report, calendar), ...referral];
}

const OWN_DUTIES = [
  { clock: 'next_report', words: 'done.follow_up' },
  { clock: 'customer_answer', words: 'done.customer' },
];

/** The reporter's own next duty, where the type has one. */
export function ownDuties(type: ReportType, report: Timed, calendar: Calendar): Phrase[] {
  return OWN_DUTIES.flatMap(({ clock, words }) => {
    const deadline = clockOf(type, clock, report, calendar);
    return deadline ? [phrase(words, { due: { due: deadline.due } })] : [];
  });
}

/** One report, asked for: state, who has it, what happened last, what comes next and by when. */
export function statusView(
  rules: Rules,
  report: Report,
  calendar: Calendar,
  asked: { by: 'number' | 'description'; viewer: string },
): View {
  const head = phrase('status.one', { number: report.number, title: titleOf(report.gist) });
  return {
    kind: 'notice',
    lines: [
      line(head, 'strong'),
      line(stateLine(report)),
      line(lastLine(report)),
      line(nextLine(rules, report, calendar)),
    ],
    inputs: [],
    buttons: [
      ...(asked.by === 'description' ? [button({ action: 'mine' }, phrase('btn.wrong'))] : []),
      button({ action: 'why_due', report: report.number }, phrase('btn.why_due')),
      detailsButton(report),
      ...(asked.viewer === report.reporter ? [addButton(report)] : []),
    ],
    fallback: phrase('status.fallback', { number: report.number }),
  };
}

/** One of several in a sentence. */
export function statusLine(rules: Rules, report: Report, calendar: Calendar): Line {
  return line(
    phrase('status.line', {
      number: report.number,
      title: titleOf(report.gist),
      state: phrase(`state.${report.type}.${report.state}`),
      next: nextLine(rules, report, calendar),
    }),
  );
}

/**
 * Several: a short list, each with a button to look closer.
 * @param part of how many these are, and how many were said before them
 */
export function statusListView(
  rules: Rules,
  reports: readonly Report[],
  calendar: Calendar,
  { total, from } = { total: reports.length, from: 0 },
): View {
  const lines = reports.map((report) => statusLine(rules, report, calendar));
  const head = phrase('status.several', { n: total });
  const more = total - from - reports.length;
  return {
    kind: 'notice',
    lines: [
      line(head, 'strong'),
      ...lines,
      ...(more > 0 ? [line(phrase('home.more', { n: more }), 'quiet')] : []),
    ],
    inputs: [],
    buttons: reports.map((report) => statusButton(report)),
    fallback: head,
  };
}

export function stateLine(report: Report): Phrase {
  const state = phrase(`state.${report.type}.${report.state}`);
  const unit = { unit: report.primary };
  if (report.holder === null) return phrase('status.state_no_person', { state, unit });
  return phrase('status.state', { state, unit, person: { person: report.holder } });
}

function lastLine(report: Report): Phrase {
  const step = lastStep(report);
  return phrase('status.last', { date: { moment: step.at }, what: stepPhrase(report, step) });
}
