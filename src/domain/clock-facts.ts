import { factsOf } from './facts.ts';
import type { Facts } from './condition.ts';
import type { Report } from './report.ts';
import type { ReportType } from './report-type.ts';
import { phaseOf } from './workflow.ts';

/** What clocks are counted from and decided by; a report has all of it. */
export type Timed = Pick<
  Report,
  'subtype' | 'level' | 'filing' | 'state' | 'reporter' | 'filedAt' | 'foundAt' | 'steps'
>;

/** What a breach was judged to be: all that the last judgement says. */
export const JUDGEMENTS = ['reportable', 'not_reportable', 'malicious'] as const;

/** What the conditions of clocks may ask: the facts of the matter, and where the report stands. */
export function clockFacts(type: ReportType, report: Timed): Facts {
  const { filing, subtype, level, state } = report;
  return {
    ...factsOf(type, { ...filing, subtype }, level),
    phase: phaseOf(type.workflow, state),
    judged: judgedOf(report),
  };
}

function judgedOf({ steps }: Timed): string[] {
  const last = steps.findLast(({ kind }) => kind === 'breach_judged');
  if (!last) return [];
  const reportable = last.facts['reportable'] === true ? 'reportable' : 'not_reportable';
  return last.facts['malicious'] === true ? [reportable, 'malicious'] : [reportable];
}
