import type { Named } from '../../domain/organization.ts';
import type { ReportLabel } from '../../domain/understanding.ts';
import type { TransitionAction } from '../../domain/workflow.ts';

/** What the seeded example is made of: organization/demo/ once loaded and checked. */
export interface DemoMaterial {
  /** Words that templates are filled with: `{document}` takes any of `document`. */
  slots: Readonly<Record<string, Texts>>;
  season: DemoSeason;
  staff: DemoStaff;
  /** Reports of people who are tried out, so that each has some: person → type → number. */
  own: Readonly<Record<string, Partial<Record<ReportLabel, number>>>>;
  types: ReadonlyMap<ReportLabel, DemoType>;
}

/** Templates by language. */
export interface Texts {
  ja: readonly string[];
  en: readonly string[];
}

/** When reports are filed. Every number is a weight: 1 is usual, 0 never. */
export interface DemoSeason {
  /** January to December. */
  months: readonly number[];
  /** Days of the month with more or less than usual, such as those around a payment. */
  days: readonly { months: readonly number[]; from: number; to: number; weight: number }[];
  closedDays: number;
  /** Hour of the day (0–23) → weight. */
  hours: Readonly<Record<string, number>>;
}

/** Invented people of the offices, who have no rows of their own in people.csv. */
export interface DemoStaff {
  perOffice: number;
  /** Every how manieth writes English. */
  englishEvery: number;
  names: readonly Named[];
}

export interface DemoType {
  /** Weight among the types. */
  share: number;
  scenarios: readonly DemoScenario[];
  /** How such a report goes on: state → what may come next. */
  course: Readonly<Record<string, readonly DemoMove[]>>;
  /** What the department writes when it moves a report to a state. */
  notes: Readonly<Record<string, Texts>>;
  /** What a reporter adds later. */
  additions: Texts;
}

export interface DemoScenario {
  subtype: string;
  /** Weight among the scenarios of the type. */
  weight: number;
  peaks: { months: readonly number[]; times: number } | null;
  drill: boolean;
  lead: Texts;
  /** A second sentence; none when empty. */
  then: Texts;
  /** Days between the event and its finding, for types that ask for it. */
  occurred: readonly [number, number] | null;
  answers: Readonly<Record<string, DemoAnswer>>;
}

/** choices: an option, a number, a range `10-99` or `unknown` → weight. */
export type DemoAnswer =
  { kind: 'texts'; texts: Texts } | { kind: 'choices'; choices: Readonly<Record<string, number>> };

/** Moves of the seeded example: in it nobody withdraws anything, and nothing is merged. */
export type CourseAction = Exclude<TransitionAction, 'withdraw' | 'merge'>;

export interface DemoMove {
  /** Null: the course ends there. */
  to: string | null;
  weight: number;
  action: CourseAction;
  /** Business hours until then, at least and at most. */
  hours: readonly [number, number];
}
