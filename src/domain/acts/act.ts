import type { Answers } from '../answers.ts';
import type { Rules } from '../assessment.ts';
import type { Calendar, Instant, LocalDate } from '../business-time.ts';
import type { Field } from '../field.ts';
import type { Action } from '../grants.ts';
import type { Calling } from '../ladder.ts';
import type { EventKind, NewEvent } from '../ledger.ts';
import type { Actor } from '../organization.ts';
import type { Phrase } from '../phrase.ts';
import type { Problem } from '../problems.ts';
import type { Filing, Report, StepRecord } from '../report.ts';
import type { Result } from '../result.ts';
import type { Input, View } from '../view.ts';

export type ActRules = Rules & { calendar: Calendar };

/** What an act is decided by: the report as it stands, who acts, and when. */
export interface ActContext {
  rules: ActRules;
  report: Report;
  actor: Actor;
  now: Instant;
  today: LocalDate;
  /** Reports that the answers name and the actor may read, by number; what is not here does not exist for them. */
  others: ReadonlyMap<string, Report>;
  /** Reasons that departments gave lately, newest first; empty unless the act asks for them. */
  recentReasons: readonly string[];
  /** What the pressed button carries besides the report, e.g. which question it answers. */
  value?: string;
}

/**
 * One thing a person does to a report by a button of its card or page. Pure: what it decides is carried out by
 * application/act-on-report.ts. A new act is a file here, a line in acts.ts and its words in locales/.
 */
export interface Act {
  /** Action of its button; its form is sent as `<id>_form`. */
  id: string;
  /** The right it takes (grants.ts). */
  right: Action;
  label: Phrase;
  /** Whether the report as it stands allows it, whoever acts. */
  possible(rules: ActRules, report: Report): boolean;
  /** Whether this person can, besides having the right: e.g. the roles that a transition names. */
  allowed(on: ActContext): boolean;
  /** What keeps it from being done although it is this person's to do, said before anything is written. */
  refusal?(on: ActContext): Problem | null;
  /**
   * Steps that took it away from whoever comes later, and what each is called as an action; where that depends on what
   * the step says, null is another matter.
   */
  doneBy: Partial<Record<EventKind, string | ((step: StepRecord) => string | null)>>;
  /** Its form; null when it acts at once. */
  form: ((on: ActContext) => ActForm) | null;
  /** The input of its form that may also be said as the next message, after a button in the conversation. */
  inChat?: string;
  /** Not among the actions of a report's page: it belongs to something shown there. */
  unlisted?: true;
  /** Free talk rather than a step of the handling: words that are a compliance matter themselves are not kept. */
  screened?: true;
  /** What it needs besides the report. */
  needs?: { reports?: (answers: Answers, report: Report) => readonly string[]; recentReasons?: true };
  /**
   * What comes of it. Also asked when the form is checked, before anything is stored, so that whatever is wrong stands
   * beside its field: a `fields` problem names inputs of the form.
   */
  perform(on: ActContext, answers: Answers): Result<Deed, Problem>;
}

export interface ActForm {
  title: Phrase;
  /** Said above the inputs, e.g. who will read the text. */
  lines: readonly Phrase[];
  inputs: readonly ActInput[];
  /**
   * What is shown before it is sent: `news` for what the reporter will be told of its events, word for word; null where
   * nothing leaves the department.
   */
  preview: ((answers: Answers) => readonly Phrase[]) | 'news' | null;
  /** What sending it is called; 送信 when left out. */
  send?: Phrase;
}

export type ActInput = Input & Pick<Field, 'allowFuture' | 'minLetters'>;

export interface Deed {
  /** Of the report itself, in order; what the reporter is told of each is in news.ts. */
  events: readonly NewEvent[];
  /** What else is done in the same transaction. */
  errands?: readonly Errand[];
  /** Said to the actor alone, where the card does not show it; of the report as it then stands. */
  said?: View | ((after: Report) => View);
}

export type Errand =
  /** Events of another report, one of `others`. */
  | { kind: 'record'; report: string; events: readonly NewEvent[] }
  /** A new report filed by the actor from what this one says, linked to it both ways; `told` is for its reporter. */
  | {
      kind: 'file';
      filing: Filing;
      office: string;
      told: (filed: Report) => View;
      /** What was marked as a drill has happened: the mark goes. */
      real?: true;
      /** It is a part of this one and can go back into it. */
      part?: true;
    }
  /**
   * Something said to one person or to the channels of one unit; `key` is unique for the report. `relayed`: not on a
   * platform with threads, where the words themselves stand under the card (application/relay-steps.ts). `calls`: those with
   * a role for whom it is, where it is not for the unit.
   */
  | { kind: 'tell'; person: string; view: View; key: string; relayed?: true }
  | {
      kind: 'post';
      unit: string;
      view: View;
      key: string;
      mention: boolean;
      calls?: Calling;
      relayed?: true;
    };
