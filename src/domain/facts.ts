import type { Answer, Answers } from './answers.ts';
import { UNKNOWN, type Facts, type FactValue } from './condition.ts';
import type { ReportType } from './report-type.ts';
import type { Level } from './severity.ts';
import type { Suspicion } from './understanding.ts';

/** What rules are asked about: a draft or a filed report, told alike. */
export interface Matter {
  type: string;
  subtype: string;
  answers: Answers;
  cues: readonly string[];
  suspicions: readonly Suspicion[];
  urgent: boolean;
  drill: boolean;
  /** How many offices have reported it; one when left out. */
  offices?: number;
}

/** Every fact that conditions may ask about; `level` is there once it has been computed. */
export function factsOf(type: ReportType, matter: Matter, level?: Level): Facts {
  const subtype = type.subtypes.find((one) => one.id === matter.subtype);
  return {
    ...subtype?.implies,
    ...answerFacts(matter.answers),
    type: matter.type,
    subtype: matter.subtype,
    focus: subtype?.focus ?? false,
    cue: matter.cues,
    suspicion: suspicionsOf(matter),
    urgent: matter.urgent,
    drill: matter.drill,
    offices: matter.offices ?? 1,
    level,
  };
}

/** What the recogniser suspects, and what the person says in answer to 「誤り・違反の疑い」. A person cannot unsay it. */
export function suspicionsOf(matter: Pick<Matter, 'suspicions' | 'answers'>): Suspicion[] {
  const said = matter.answers['suspicion'];
  const choice = said?.kind === 'choice' ? said.choice : null;
  const all = new Set(matter.suspicions);
  if (choice === 'error') all.add('clerical_error');
  if (choice === 'violation') all.add('violation');
  return [...all];
}

function answerFacts(answers: Answers): Record<string, FactValue> {
  return Object.fromEntries(Object.entries(answers).map(([field, answer]) => [field, factOf(answer)]));
}

function factOf(answer: Answer): FactValue {
  switch (answer.kind) {
    case 'unknown':
      return UNKNOWN;
    case 'text':
      return answer.text;
    case 'choice':
      return answer.choice;
    case 'date':
      return answer.date;
    case 'count':
      return { from: answer.from, to: answer.to };
    case 'unit':
      return answer.unit;
  }
}
