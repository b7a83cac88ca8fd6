import type { Answer } from '../../domain/answers.ts';
import type { Understanding } from '../../domain/understanding.ts';
import type { Detection } from './detection.ts';
import { detection } from './detection.ts';
import type { SeverityCase } from './evaluation-sets.ts';
import type { Share } from './measures.ts';
import { share } from './measures.ts';

/** How well the facts are read that the severity of a report depends on. */
export interface SeverityScore {
  /** Over all facts of all messages. */
  cues: Detection;
  /** Of the incidents that were taken for one. */
  subtypes: Share;
  /** Of the incidents that say how many customers, or how much money: read to the last figure. */
  people: Share;
  money: Share;
}

interface Understood {
  told: SeverityCase;
  understood: Understanding;
}

export function scoreSeverity(cases: readonly Understood[]): SeverityScore {
  const facts = new Set(cases.flatMap(({ told }) => told.cues));
  const incidents = cases.filter(
    ({ told, understood }) => told.label === 'incident' && understood.label === 'incident',
  );
  return {
    cues: detection(
      cases.flatMap(({ told, understood }) =>
        [...facts].map((fact) => [told.cues.includes(fact), understood.cues.includes(fact)] as const),
      ),
    ),
    subtypes: shareOf(incidents, ({ told, understood }) => understood.subtype === told.subtype),
    people: shareOf(
      incidents.filter(({ told }) => told.people !== null),
      ({ told, understood }) => mostIn(understood.prefill['people']) === told.people,
    ),
    money: shareOf(
      incidents.filter(({ told }) => told.yen !== null),
      ({ told, understood }) => mostIn(understood.prefill['amount']) === told.yen,
    ),
  };
}

function shareOf(cases: readonly Understood[], isRight: (one: Understood) => boolean): Share {
  return share(cases.filter(isRight).length, cases.length);
}

function mostIn(answer: Answer | undefined): number | null {
  return answer?.kind === 'count' ? (answer.to ?? answer.from) : null;
}
