import type { Rules } from '../assessment.ts';
import type { Instant, LocalDate } from '../business-time.ts';

/** What a conversation is decided by: the organisation's data and the moment. No clock, no words. */
export interface DialogRules extends Rules {
  now: Instant;
  today: LocalDate;
  /** HH:MM where the organisation works. */
  timeOfDay: string;
  person: string;
  /** The unit the person reports from, alive today. */
  office: string;
}
