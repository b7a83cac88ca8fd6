import type { Answers } from '../answers.ts';
import { typeOf } from '../assessment.ts';
import { instantOf, localOf, type Instant } from '../business-time.ts';
import type { ExtensionRule } from '../clock.ts';
import { deadlineOf, type Deadline } from '../deadline.ts';
import { endOf } from '../end-of.ts';
import { isOpen } from '../outlook.ts';
import { phrase, type Phrase } from '../phrase.ts';
import type { Report } from '../report.ts';
import { openRequest } from '../requests.ts';
import { ok } from '../result.ts';
import type { Act, ActRules } from './act.ts';
import { choiceIn, dayIn, textIn } from './act-answers.ts';
import { choiceInput, dayInput, reasonInput } from './act-inputs.ts';
import { faulty } from './field-error.ts';
import { request } from './request.ts';

/** A running clock whose date can still be put off. */
export interface Extendable extends Deadline {
  /** The last moment that can be asked for. */
  latest: Instant;
}

/** 期限延長: another date for one of the running clocks, once a second person has approved it. */
export const extend: Act = {
  id: 'extend',
  right: 'extend',
  label: phrase('act.extend'),
  doneBy: {
    requested: ({ facts }) => (facts['what'] === 'extension' ? 'request_extension' : null),
    extended: 'extend',
  },
  possible: (rules, report) =>
    openRequest(report, 'extension') === null && extendable(rules, report).length > 0,
  allowed: () => true,
  form: ({ rules, report }) => {
    const clocks = extendable(rules, report);
    const [only] = clocks;
    return {
      title: phrase('act.extend.title', { number: report.number }),
      lines: [...clocks.map(datesOf), phrase('act.extend.approval')],
      inputs: [
        choiceInput({
          id: 'clock',
          label: phrase('act.extend.clock'),
          choices: clocks.map(({ clock }) => ({ id: clock, label: phrase(`clock.${clock}`) })),
          value: only && clocks.length === 1 ? { kind: 'choice', choice: only.clock } : null,
        }),
        dayInput({ id: 'due', label: phrase('act.extend.due') }),
        reasonInput(phrase('act.extend.reason_hint')),
      ],
      preview: (answers) => [
        phrase('act.extend.preview', {
          clock: phrase(`clock.${choiceIn(answers, 'clock')}`),
          to: { date: dayIn(answers, 'due') ?? '' },
        }),
        phrase('act.reason.said', { text: textIn(answers, 'reason') }),
        phrase('act.reason.reporter'),
      ],
    };
  },
  perform(on, answers) {
    const { rules, report, now } = on;
    const running = extendable(rules, report).find(({ clock }) => clock === choiceIn(answers, 'clock'));
    if (!running) return faulty('clock', phrase('err.choose'));
    const due = dueIn(rules, answers);
    const flaw = flawOfDue(running, due, now);
    if (flaw) return faulty('due', flaw);
    const facts = { clock: running.clock, due, from: running.due };
    return ok(request(on, 'extension', facts, textIn(answers, 'reason')));
  },
};

/** Every running clock of a report whose date can be put off once more. */
export function extendable(rules: ActRules, report: Report): Extendable[] {
  if (!isOpen(rules, report)) return [];
  const type = typeOf(rules, report.type);
  return type.clocks.flatMap((clock) => {
    const deadline = clock.extension && deadlineOf(type, clock, report, rules.calendar);
    if (!clock.extension || !deadline || timesExtended(report, clock.id) >= clock.extension.times) return [];
    return [{ ...deadline, latest: latestOf(rules, clock.extension, deadline) }];
  });
}

/** What keeps a date from being one that can be asked for, or approved. */
export function flawOfDue({ due: present, latest }: Extendable, due: Instant, now: Instant): Phrase | null {
  if (due <= now) return phrase('err.past');
  if (due <= present) return phrase('err.extend_later', { due: { due: present } });
  return due > latest ? phrase('err.extend_too_far', { due: { due: latest } }) : null;
}

function datesOf({ clock, due, latest }: Extendable): Phrase {
  return phrase('act.extend.dates', {
    clock: phrase(`clock.${clock}`),
    due: { due },
    latest: { due: latest },
  });
}

function timesExtended({ steps }: Report, clock: string): number {
  return steps.filter(({ kind, facts }) => kind === 'extended' && facts['clock'] === clock).length;
}

/** The close of business of the last day, whatever hour the date was at. */
function latestOf({ calendar }: ActRules, { atMost }: ExtensionRule, { due }: Deadline): Instant {
  const { date } = localOf(calendar, endOf(atMost, due, calendar));
  return instantOf(calendar, date, calendar.closes);
}

/** A day ends when the office closes, as the rules' own days do. */
function dueIn({ calendar }: ActRules, answers: Answers): Instant {
  const day = dayIn(answers, 'due');
  if (day === null) throw new Error('a form is checked before it is performed');
  return instantOf(calendar, day, calendar.closes);
}
