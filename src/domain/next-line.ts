import { typeOf, type Rules } from './assessment.ts';
import type { Calendar } from './business-time.ts';
import { nextPromise } from './deadline.ts';
import { mergedInto } from './merged.ts';
import { isOpen } from './outlook.ts';
import { phrase, type Phrase } from './phrase.ts';
import type { Report } from './report.ts';

/** What the reporter hears next and by when. */
export function nextLine(rules: Rules, report: Report, calendar: Calendar): Phrase {
  const into = mergedInto(report);
  if (into !== null) return phrase('merged.into', { into });
  if (!isOpen(rules, report)) return phrase('status.next_over');
  const promise = nextPromise(typeOf(rules, report.type), report, calendar);
  if (!promise) return phrase('status.next_none');
  if (promise.pausedSince !== null)
    return phrase('status.next_waiting', { step: phrase(`clock.${promise.clock}`) });
  return phrase('status.next', { due: { due: promise.due }, step: phrase(`clock.${promise.clock}`) });
}
