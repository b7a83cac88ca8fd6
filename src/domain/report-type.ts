import type { ChecklistItem } from './checklist.ts';
import type { ClockDefinition } from './clock.ts';
import type { Condition } from './condition.ts';
import type { Field } from './field.ts';
import type { SeverityTable } from './severity.ts';
import type { ReportLabel } from './understanding.ts';
import type { Workflow } from './workflow.ts';

/** What intents/<id>.yaml means once parsed. Words are in locales/: `type.<id>`, `subtype.<type>.<id>`, `state.<type>.<id>`. */
export interface ReportType {
  id: ReportLabel;
  /** Prefix of its numbers, e.g. INC. */
  code: string;
  /** Raised by whoever changes the form; a conversation keeps the one it started with. */
  formVersion: number;
  /** In doubt the riskier type is filed: higher is riskier. */
  risk: number;
  /** Never filed in chat: the private route is named instead. */
  sealed: boolean;
  subtypes: readonly Subtype[];
  /** Subtype when the words name none. */
  defaultSubtype: string;
  /** In the order in which staff tell them. */
  fields: readonly Field[];
  /** The field that holds the person's own first sentence and gives the gist on the card. */
  gistField: string;
  severity: SeverityTable;
  workflow: Workflow;
  /** What has to be done before the end, in the order in which it is shown. */
  checklist: readonly ChecklistItem[];
  /** How a report of the type is judged before it is decided; null where it is not. */
  evaluation: Evaluation | null;
  clocks: readonly ClockDefinition[];
  /** The clock named on the card and in the receipt while a phase lasts: acknowledgement, decision, answer … */
  promises: readonly Promised[];
  /** How many reports of one thing become one; null where each is a matter of its own. */
  storm: Storm | null;
  /** When the same cause in several offices is to be judged: whether all of them look for it; null where it never is. */
  inspection: Inspection | null;
}

/** 総点検 */
export interface Inspection {
  /** `offices` counts those that it was reported from. */
  when: Condition;
}

/** What strikes many offices at once, e.g. an outage. */
export interface Storm {
  /** Of which matters; those of one subtype may be the same. */
  when: Condition;
  /** Minutes since the last that was heard of it, after which a new report is of something new. */
  within: number;
  /** The group is called once more when so many offices are struck. */
  callAt: readonly number[];
}

/** Words: `evaluation.<type>.<criterion>` and `evaluation.scale.<step>`. */
export interface Evaluation {
  /** Best first. */
  scale: readonly string[];
  criteria: readonly string[];
}

/** Which clock the reporter is told of, first one that has not ended. */
export interface Promised {
  clock: string;
}

export interface Subtype {
  id: string;
  /** One of the three kinds of error watched most closely (重点三事案) [D2]. */
  focus: boolean;
  /** Facts that the subtype itself implies, e.g. scheme. */
  implies: Readonly<Record<string, string>>;
}

export function fieldOf(type: ReportType, id: string): Field | undefined {
  return type.fields.find((field) => field.id === id);
}
