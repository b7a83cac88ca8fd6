import type { Answers } from './answers.ts';
import type { LocalDate } from './business-time.ts';
import { factsOf, type Matter } from './facts.ts';
import { aboveOf, lineOf, livingUnit, type Organization } from './organization.ts';
import { ownerOf, type OwnershipTable } from './ownership.ts';
import type { ReportType } from './report-type.ts';
import { route, type Resolve, type Route, type RoutingTable } from './routing.ts';
import { severityOf, type Level, type Severity } from './severity.ts';
import type { ReportLabel } from './understanding.ts';

/** The organisation's rules as data: the same for the summary, for filing and for re-routing. */
export interface Rules {
  types: ReadonlyMap<ReportLabel, ReportType>;
  organization: Organization;
  ownership: OwnershipTable;
  routing: RoutingTable;
  /** Phrases that are no reason by themselves. */
  hollowPhrases: readonly string[];
}

export interface Assessment {
  severity: Severity;
  route: Route;
  owner: string;
  /** The office and everything above it on the date. */
  line: string[];
}

/**
 * How serious a matter is, who gets it and who may see it, by the rules in force on the date.
 * @param atLeast level that people have given it: it is routed by that when the rules alone would say less
 */
export function assess(
  rules: Rules,
  matter: Matter & { text: string; type: ReportLabel },
  office: string,
  date: LocalDate,
  atLeast: Level = 0,
): Assessment {
  const type = typeOf(rules, matter.type);
  const severity = severityOf(type.severity, factsOf(type, matter));
  const facts = factsOf(type, matter, Math.max(severity.level, atLeast) as Level);
  const owner = ownerOf(rules.ownership, facts, wordsOf(matter));
  return {
    severity,
    owner,
    route: route(rules.routing, facts, date, resolver(rules.organization, office, owner, date)),
    line: lineOf(rules.organization, office, date),
  };
}

/** Where it was found: what the report says, else the reporter's own unit [D2: the finder reports]. */
export function officeOf(answers: Answers, reporters: string): string {
  const found = answers['found_by'];
  return found?.kind === 'unit' ? found.unit : reporters;
}

export function typeOf(rules: Pick<Rules, 'types'>, id: ReportLabel): ReportType {
  const type = rules.types.get(id);
  if (!type) throw new Error(`no report type ${id}: the catalogue checks that all exist`);
  return type;
}

function resolver(organization: Organization, office: string, owner: string, date: LocalDate): Resolve {
  const relative = {
    owner: () => owner,
    office: () => office,
    block: () => aboveOf(organization, office, 'block', date),
    region: () => aboveOf(organization, office, 'region', date),
  };
  return (ref) => {
    const unit = 'unit' in ref ? ref.unit : relative[ref.relative]();
    return unit === undefined ? undefined : livingUnit(organization, unit, date)?.id;
  };
}

/** The person's own words and every text answer: what the ownership table looks for words in. */
function wordsOf(matter: Matter & { text: string }): string {
  const answers = Object.values(matter.answers).flatMap((answer) =>
    answer.kind === 'text' ? [answer.text] : [],
  );
  return [matter.text, ...answers].join('\n');
}
