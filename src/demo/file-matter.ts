import { beginReport, searchedWords } from '../application/begin-report.ts';
import { linksOf } from '../domain/links.ts';
import type {
  Catalogue,
  DemoMaterial,
  DemoScenario,
  Hash,
  Ids,
  LinkedEvent,
  NewReport,
  Recognizer,
  Term,
} from '../application/ports.ts';
import { continueChain } from '../application/record-event.ts';
import { typeOf } from '../domain/assessment.ts';
import type { Instant } from '../domain/business-time.ts';
import type { Draft } from '../domain/dialog/conversation.ts';
import { suspectedError } from '../domain/dialog/suspicion.ts';
import type { Locale } from '../domain/organization.ts';
import type { Report } from '../domain/report.ts';
import type { ReportLabel } from '../domain/understanding.ts';
import type { Random } from './random.ts';
import { runCourse } from './run-course.ts';
import type { Staffing } from './staffing.ts';
import type { Templates } from './templates.ts';
import { writeDraft } from './write-draft.ts';

export interface MatterTools {
  /** With the invented staff of the offices. */
  catalogue: Catalogue;
  material: DemoMaterial;
  recognizer: Pick<Recognizer, 'subtype'>;
  hash: Hash;
  staffing: Staffing;
  templates: Templates;
  terms: (text: string) => Term[];
  codeOf: (serial: number) => string;
  /** Before which everything has happened. */
  until: Instant;
}

export interface Matter {
  /** Number of the first report among all. */
  serial: number;
  type: ReportLabel;
  scenario: DemoScenario;
  reporter: { person: string; locale: Locale };
  office: string;
  at: Instant;
}

/** Files one matter as production would, with what became of it: one report, or a voice and the error behind it. */
export function fileMatter(tools: MatterTools, matter: Matter, random: Random): NewReport[] {
  const { catalogue, hash } = tools;
  const { reporter, office, at, scenario } = matter;
  const recording = { hash, ids: idsFrom(tools, matter.serial, random) };
  const type = typeOf(catalogue, matter.type);
  const occasion = { at, office, locale: reporter.locale };
  const draft = writeDraft({ ...tools, calendar: catalogue.calendar }, type, scenario, occasion, random);
  const error = errorBehind(tools, draft, office);
  const begun = [draft, ...(error ? [error] : [])].map((one) =>
    beginReport(
      { ...recording, catalogue, clock: { now: () => at } },
      { actor: reporter.person },
      office,
      one,
    ),
  );
  const linked = begun.map(({ report, events }) => {
    const others = begun.map((one) => one.report).filter((other) => other !== report);
    const links = continueChain(recording, report, linksOf(others, reporter.person, at));
    return { report: links.report, events: [...events, ...links.events] };
  });
  return linked.map((filed) => {
    const demo = tools.material.types.get(filed.report.type);
    if (!demo) throw new Error(`the seeded example has no ${filed.report.type}`);
    const span = { until: tools.until, locale: reporter.locale };
    return found(tools, runCourse(tools, recording, demo, filed, span, random));
  });
}

/** What a voice's error is called is asked only where there is one: it takes longer than everything else. */
function errorBehind({ catalogue, recognizer }: MatterTools, draft: Draft, office: string): Draft | null {
  const named = (subtype: string | null) => suspectedError(catalogue, draft, office, subtype);
  return named(null) && named(recognizer.subtype(draft.text, 'incident'));
}

function found(
  { terms }: MatterTools,
  { report, events }: { report: Report; events: LinkedEvent[] },
): NewReport {
  const words = searchedWords(report);
  return { report, events, terms: words === null ? [] : terms(words) };
}

function idsFrom({ codeOf }: MatterTools, first: number, random: Random): Ids {
  let serial = first;
  return { uuid: () => random.uuid(), reportCode: () => codeOf(serial++), salt: () => random.hex(32) };
}
