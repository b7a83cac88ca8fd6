import { assess, typeOf } from '../domain/assessment.ts';
import { suspicionsOf } from '../domain/facts.ts';
import { foundAtOf } from '../domain/found-at.ts';
import type { EventFacts } from '../domain/ledger.ts';
import { reportNumber } from '../domain/report-number.ts';
import type { Filing, Report } from '../domain/report.ts';
import { routedFacts } from '../domain/reroute.ts';
import type { LinkedEvent } from './ports.ts';
import { beginChain } from './record-event.ts';
import { moment, type Surroundings } from './surroundings.ts';

export type Beginning = Pick<Surroundings, 'catalogue' | 'clock' | 'ids' | 'hash'>;

/**
 * A report as it is filed, assessed and routed by the rules of the moment; whether its number is free is not known.
 * @param by who files it, in whose place, and for whom when that is somebody else
 */
export function beginReport(
  deps: Beginning,
  by: { actor: string; for?: string; reporter?: string },
  office: string,
  draft: Filing & { campaign?: string | undefined },
): { report: Report; events: LinkedEvent[] } {
  const { catalogue, ids } = deps;
  const { now, today } = moment(deps);
  const type = typeOf(catalogue, draft.type);
  const assessment = assess(catalogue, draft, office, today);
  const filedFacts: EventFacts = {
    number: reportNumber(type.code, today, ids.reportCode()),
    type: draft.type,
    subtype: draft.subtype,
    formVersion: draft.formVersion,
    level: assessment.severity.level,
    severityRows: assessment.severity.rows,
    raisedBy: assessment.severity.raisedBy,
    state: type.workflow.initial,
    office,
    line: assessment.line,
    drill: draft.drill,
    foundAt: foundAtOf(draft.answers, catalogue.calendar),
    ...(draft.campaign === undefined ? {} : { campaign: draft.campaign }),
    ...(by.reporter === undefined ? {} : { reporter: by.reporter }),
    ...(by.for === undefined ? {} : { for: by.for }),
  };
  const common = { actor: by.actor, at: now };
  return beginChain(deps, ids.uuid(), [
    { ...common, kind: 'filed', facts: filedFacts, content: JSON.stringify(filingOf(draft)) },
    { ...common, kind: 'routed', facts: routedFacts(draft.type, assessment.route), content: null },
  ]);
}

/** What a report is found by: the person's own words and every text answer; null for compliance, which is never found. */
export function searchedWords({ type, filing }: Report): string | null {
  if (type === 'compliance') return null;
  const answers = Object.values(filing.answers).flatMap((answer) =>
    answer.kind === 'text' ? [answer.text] : [],
  );
  return [filing.text, ...answers].join('\n');
}

function filingOf(draft: Filing): Filing {
  const { type, subtype, formVersion, text, answers, cues, urgent, drill, evidence } = draft;
  return {
    type,
    subtype,
    formVersion,
    text,
    answers,
    cues,
    suspicions: suspicionsOf(draft),
    urgent,
    drill,
    evidence,
  };
}
