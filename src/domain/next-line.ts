import { typeOf, type Rules } from './assessment.ts';
import type { Calendar } from './business-time.ts';
import { nextPromise, nextWordDue } from './deadline.ts';
import { isKnownLate } from './known-overdue.ts';
import { mergedInto } from './merged.ts';
import { dueOfDecision } from './outcome.ts';
import { isOpen, phaseNow } from './outlook.ts';
import { phrase, type Phrase } from './phrase.ts';
import type { Report } from './report.ts';

/** What the reporter hears next and by when. */
export function nextLine(rules: Rules, report: Report, calendar: Calendar): Phrase {
  const into = mergedInto(report);
  if (into !== null) return phrase('merged.into', { into });
  if (!isOpen(rules, report)) return phrase('status.next_over');
  const promise = nextPromise(typeOf(rules, report.type), report, calendar);
  if (!promise) return unpromised(rules, report, calendar);
  if (promise.pausedSince !== null)
    return phrase('status.next_waiting', { step: phrase(`clock.${promise.clock}`) });
  const values = { due: { due: promise.due }, step: phrase(`clock.${promise.clock}`) };
  return phrase(isKnownLate(report, promise) ? 'status.next_late' : 'status.next', values);
}

/** Once it is decided, what was said with the decision still holds. Until then there is word before silence is too long. */
function unpromised(rules: Rules, report: Report, calendar: Calendar): Phrase {
  if (phaseNow(rules, report) !== 'decided') {
    const word = nextWordDue(typeOf(rules, report.type), report, calendar);
    return word === null ? phrase('status.next_none') : phrase('silence.next', { due: { due: word } });
  }
  const due = dueOfDecision(report);
  return due === null ? phrase('status.next_if_any') : phrase('acted.decided.due', { due: { date: due } });
}
