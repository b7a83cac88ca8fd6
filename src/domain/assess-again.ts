import type { Answers } from './answers.ts';
import { assess, officeOf, typeOf, type Rules } from './assessment.ts';
import type { LocalDate } from './business-time.ts';
import { factsOf } from './facts.ts';
import type { Report } from './report.ts';
import type { Route } from './routing.ts';
import { severityOf, type Level } from './severity.ts';

/**
 * What the rules say of a report once more is known of it: how serious it is from then on, and whom they would send it
 * to. Raising is free; lowering needs a reason and an approval, so that answers alone never lower, and what was lowered
 * stays so unless the answers make it more serious than the rules said before.
 * @param answers those that are new or other than they were
 * @param judged whether the answers are what somebody judged it by: they count whatever was thought before
 */
export function assessAgain(
  rules: Rules,
  report: Report,
  answers: Answers,
  { today, judged = false }: { today: LocalDate; judged?: boolean },
): { level: Level; route: Route } {
  const filing = { ...report.filing, answers: { ...report.filing.answers, ...answers } };
  const office = officeOf(filing.answers, report.office);
  const { severity, route } = assess(rules, filing, office, today, report.level);
  const counts = judged || severity.level > levelByRules(rules, report);
  return { level: (counts ? Math.max(report.level, severity.level) : report.level) as Level, route };
}

function levelByRules(rules: Rules, { filing }: Report): Level {
  const type = typeOf(rules, filing.type);
  return severityOf(type.severity, factsOf(type, filing)).level;
}
