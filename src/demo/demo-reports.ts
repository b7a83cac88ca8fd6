import type {
  Catalogue,
  DemoMaterial,
  DemoScenario,
  Hash,
  NewReport,
  Recognizer,
  SeedingPlan,
} from '../application/ports.ts';
import { instantOf, type LocalDate } from '../domain/business-time.ts';
import type { ReportLabel } from '../domain/understanding.ts';
import { fileMatter, type Matter, type MatterTools } from './file-matter.ts';
import { ownMatter, ownMatters } from './own-matters.ts';
import { randomOf, type Random } from './random.ts';
import { reportCodes } from './report-codes.ts';
import { seasonOf, type Season } from './season.ts';
import { sentenceTerms } from './sentence-terms.ts';
import { staffingOf } from './staffing.ts';
import { templatesOver } from './templates.ts';
import { weighted, type Picker } from './weighted.ts';

export interface DemoParts {
  /** With the invented staff of the offices (withOfficeStaff). */
  catalogue: Catalogue;
  material: DemoMaterial;
  recognizer: Pick<Recognizer, 'understand' | 'subtype' | 'terms'>;
  hash: Hash;
}

/**
 * The seeded example: the same plan gives the same reports, each computed by itself, so that any stretch can be made
 * again without what comes before it.
 */
export interface DemoReports {
  /** Reports of the year in the order of their filing; those of people who are tried out come last. */
  count: number;
  /** Of them, how many are of people who are tried out. */
  own: number;
  /** Reports `from` until before `until`, both even or the end: two neighbours may be one matter. */
  stretch(from: number, until: number): NewReport[];
}

interface Choice {
  type: ReportLabel;
  scenario: DemoScenario;
}

/** Not more of the example than this part is of people who are tried out. */
const MOST_OWN = 0.25;
const TRIES = 50;

export function demoReports(parts: DemoParts, plan: SeedingPlan): DemoReports {
  const { catalogue, material } = parts;
  const { calendar } = catalogue;
  const season = seasonOf(material.season, calendar, plan.today);
  const tools: MatterTools = {
    ...parts,
    staffing: staffingOf(catalogue, plan.today),
    templates: templatesOver(material.slots, parts.recognizer),
    terms: sentenceTerms(parts.recognizer),
    codeOf: reportCodes(plan.seed),
    until: instantOf(calendar, plan.today, 0),
  };
  const own = ownMatters(material, Math.floor(plan.reports * MOST_OWN));
  const others = plan.reports - own.length;
  const choose = choiceByMonth(material);
  const anyone = (serial: number, random: Random): Matter | null => {
    const day = season.dayAt((serial + random.next()) / others);
    return happening(tools, { serial, day, choice: choose(day, random), season }, random);
  };
  const block = (serial: number): NewReport[] => {
    const room = Math.min(2, others - serial);
    const first = filed(tools, plan, serial, room, anyone);
    return first.length === room ? first : [...first, ...filed(tools, plan, serial + 1, 1, anyone)];
  };
  const ownAt = (serial: number): NewReport[] => {
    const matter = own[serial - others];
    if (!matter) throw new Error('the seeded example has no such report');
    return filed(tools, plan, serial, 1, (_, random, attempt) =>
      ownMatter(tools, plan, { ...matter, serial, season, attempt }, random),
    );
  };
  return {
    count: plan.reports,
    own: own.length,
    stretch: (from, until) => {
      const reports: NewReport[] = [];
      while (from + reports.length < until) {
        const serial = from + reports.length;
        reports.push(...(serial < others ? block(serial) : ownAt(serial)));
      }
      return reports;
    },
  };
}

/** Draws until the matter is as many reports as there is room for, or fewer. */
function filed(
  tools: MatterTools,
  { seed }: SeedingPlan,
  serial: number,
  room: number,
  matterOf: (serial: number, random: Random, attempt: number) => Matter | null,
): NewReport[] {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const random = randomOf(`${seed}/${serial}/${attempt}`);
    const matter = matterOf(serial, random, attempt);
    const reports = matter ? fileMatter(tools, matter, random) : [];
    if (reports.length > 0 && reports.length <= room) return reports;
  }
  throw new Error('the seeded example finds nobody to report, or nothing but voices with errors behind them');
}

function happening(
  { staffing }: MatterTools,
  { serial, day, choice, season }: { serial: number; day: LocalDate; choice: Choice | null; season: Season },
  random: Random,
): Matter | null {
  const office = staffing.place(random);
  const reporter = office === null ? null : staffing.reporter(office, day, random);
  if (!choice || office === null || !reporter) return null;
  return { serial, ...choice, office, reporter, at: season.momentOn(day, random) };
}

/** By month, because some things happen more often in some. */
function choiceByMonth(material: DemoMaterial): (day: LocalDate, random: Random) => Choice | null {
  const choices = [...material.types].flatMap(([type, demo]) => {
    const all = demo.scenarios.reduce((sum, { weight }) => sum + weight, 0);
    return demo.scenarios.map((scenario) => ({
      type,
      scenario,
      weight: (demo.share * scenario.weight) / all,
    }));
  });
  const pickers: Picker<Choice>[] = Array.from({ length: 12 }, (_, index) =>
    weighted(choices, ({ scenario, weight }) => weight * peakIn(scenario, index + 1)),
  );
  return (day, random) => pickers[Number(day.slice(5, 7)) - 1]?.(random) ?? null;
}

function peakIn({ peaks }: DemoScenario, month: number): number {
  return peaks?.months.includes(month) ? peaks.times : 1;
}
