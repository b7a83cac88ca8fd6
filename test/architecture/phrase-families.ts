import type { Measure } from '../../src/application/ports.ts';
import path from 'node:path';
import { CATALOGUE_PROBLEMS } from '../../src/catalog/catalogue-problem.ts';
import { loadCatalogue } from '../../src/catalog/load-catalogue.ts';
import { loadSampleIdentities } from '../../src/catalog/load-sample-identities.ts';
import { runCommandLine } from '../../src/cli/command-line.ts';
import type { LedgerFlaw } from '../../src/application/verify-ledger.ts';
import { DUE_SPANS } from '../../src/domain/due-span.ts';
import { HOLDERS } from '../../src/domain/list-filter.ts';
import { BOARD_COLUMNS } from '../../src/domain/report-board.ts';
import { WAYS_OF_VIEWING } from '../../src/domain/report-views.ts';
import { PHASES } from '../../src/domain/workflow.ts';
import { SUB_COMMANDS } from '../../src/platforms/slack/read-command.ts';
import { REPORT_LISTS } from '../../src/platforms/web/api-reports.ts';
import { CSV_COLUMNS } from '../../src/platforms/web/report-csv.ts';
import { ANSWER_KINDS } from '../../src/domain/acts/answer-act.ts';
import type { Duration } from '../../src/domain/clock.ts';
import type { Field } from '../../src/domain/field.ts';
import { ACTS } from '../../src/domain/acts/acts.ts';
import { INSPECTION } from '../../src/domain/acts/judge-inspection-act.ts';
import { NOTICES } from '../../src/domain/breach.ts';
import { CAUSE_SIDES } from '../../src/domain/cause.ts';
import { OPINIONS } from '../../src/domain/acts/comment-as-owner-act.ts';
import { ACTIONS } from '../../src/domain/grants.ts';
import { WHERES } from '../../src/cli/rights.ts';
import { EVENT_KINDS } from '../../src/domain/ledger.ts';
import { ROLES } from '../../src/domain/organization.ts';
import type { Problem } from '../../src/domain/problems.ts';
import { REQUESTED } from '../../src/domain/requests.ts';
import type { StepRecord } from '../../src/domain/report.ts';
import type { ReportType } from '../../src/domain/report-type.ts';
import { LEVELS } from '../../src/domain/severity.ts';
import { LABELS, SUSPICIONS, VOICE_KINDS } from '../../src/domain/understanding.ts';
import type { ThreadEntry } from '../../src/domain/thread.ts';
import { FORM_SCREENS } from '../../src/domain/view.ts';
import { VISIBILITIES } from '../../src/domain/visibility.ts';
import { PERSONAL_DATA_KINDS } from '../../src/recognition/mask/personal-data.ts';
import { problemPhrase } from '../../src/words/problem-phrase.ts';
import { read, ROOT } from './project-files.ts';

type EventFlaw = Extract<LedgerFlaw, { kind: 'event' }>['flaw'];
type CheckpointFlaw = Extract<LedgerFlaw, { kind: 'checkpoint' }>['flaw'];

const AUDIENCES: Record<ThreadEntry['audience'], true> = { internal: true, told: true, reporter: true };
/** Complete by their types: one more member without a row here does not compile. */
const MEASURES: Record<Measure, true> = {
  accuracy: true,
  macro_f1: true,
  top_2: true,
  top_3: true,
  calibration_error: true,
  coverage_95: true,
  coverage_98: true,
  english_accuracy: true,
  compliance_recall: true,
  compliance_alarms: true,
  error_recall: true,
  error_alarms: true,
  violation_recall: true,
  violation_precision: true,
  urgency_recall: true,
  urgency_precision: true,
  masked_numbers: true,
  masked_words: true,
  masked_wrongly: true,
  masked_lookalikes: true,
  masked_everyday: true,
  cue_recall: true,
  cue_precision: true,
  incident_subtype: true,
  people_read: true,
  money_read: true,
};
const FLAWS: Record<EventFlaw | CheckpointFlaw, true> = {
  altered: true,
  out_of_order: true,
  broken_link: true,
  content_altered: true,
  content_missing: true,
  signature: true,
  order: true,
  events_missing: true,
  unknown_key: true,
  missing: true,
};
const DURATIONS: Record<Exclude<Duration['unit'], 'end_of'>, true> = {
  elapsed: true,
  business: true,
  business_days: true,
  calendar_days: true,
  calendar_months: true,
  given_day: true,
};
const PERIODS: Record<Extract<Duration, { unit: 'end_of' }>['period'], true> = {
  same_day: true,
  month: true,
  next_month: true,
  noon_next_working_day: true,
};
const PROBLEMS: { [Kind in Problem['kind']]: Extract<Problem, { kind: Kind }> } = {
  empty_message: { kind: 'empty_message' },
  message_too_long: { kind: 'message_too_long', over: 1 },
  unknown_person: { kind: 'unknown_person' },
  unit_abolished: { kind: 'unit_abolished', unit: 'u', successor: null },
  not_bound: { kind: 'not_bound' },
  unit_unclear: { kind: 'unit_unclear', near: ['u'] },
  not_found: { kind: 'not_found' },
  forbidden: { kind: 'forbidden', roles: [] },
  stale: { kind: 'stale', person: 'p', at: '2026-11-20T00:00:00.000Z', action: 'take' },
  old_button: { kind: 'old_button' },
  unreadable_press: { kind: 'unreadable_press' },
  attachment_refused: { kind: 'attachment_refused' },
  fields: { kind: 'fields', errors: [] },
  not_ready: { kind: 'not_ready', missing: [] },
  form_changed: { kind: 'form_changed' },
  try_again: { kind: 'try_again' },
};

/** Guesses between which a fact is asked for instead of the names of the types. */
const FACT_PAIRS = [
  ['incident', 'risk'],
  ['incident', 'customer_voice'],
  ['proposal', 'customer_voice'],
  ['proposal', 'risk'],
  ['proposal', 'knowledge'],
];

/**
 * Every key that is put together at run time: the pattern as it stands in the code, with `*` for what is filled in,
 * and the keys it can become over the real data.
 */
export async function phraseFamilies(): Promise<ReadonlyMap<string, readonly string[]>> {
  const folders = { intents: path.join(ROOT, 'intents'), organization: path.join(ROOT, 'organization') };
  const [loaded, samples] = await Promise.all([
    loadCatalogue(folders),
    loadSampleIdentities(folders.organization),
  ]);
  if (!loaded.ok || !samples.value)
    throw new Error('intents/ or organization/ has mistakes: run `tsutae check`');
  const types = [...loaded.value.types.values()];
  return new Map([
    ...ofReportTypes(types),
    ['severity.s*', LEVELS.map((level) => `severity.s${level}`)],
    family('type.*', LABELS),
    family('type.*.what', LABELS),
    family('visibility.*', VISIBILITIES),
    family('phase.*', PHASES),
    family('due.*', DUE_SPANS),
    family('holder.*', HOLDERS),
    family('drill.*', ['yes', 'no']),
    family('board.by.*', Object.keys(BOARD_COLUMNS)),
    family('views.by.*', WAYS_OF_VIEWING),
    family('export.list.*', REPORT_LISTS),
    family('export.*', CSV_COLUMNS),
    family('role.*', ROLES),
    family('thread.audience.*', Object.keys(AUDIENCES)),
    family('action.*', [...ACTIONS, ...doneBefore()]),
    family('step.*', EVENT_KINDS),
    family(
      'act.*.ask',
      ACTS.flatMap(({ id, inChat }) => (inChat === undefined ? [] : [id])),
    ),
    family('act.answer.kind.*', ANSWER_KINDS),
    family('act.answer.preview.*', ANSWER_KINDS),
    family('act.refer.*', SUSPICIONS),
    family('suspicion.*', SUSPICIONS),
    family('form.screen.*', FORM_SCREENS),
    family('pii.kind.*', PERSONAL_DATA_KINDS),
    family('catalogue.*', CATALOGUE_PROBLEMS),
    family(
      'page.part.*',
      samples.value.map(({ part }) => part),
    ),
    family('duration.*', Object.keys(DURATIONS)),
    family('duration.end_of.*', Object.keys(PERIODS)),
    family('cli.flaw.*', Object.keys(FLAWS)),
    family('cli.evaluate.measure.*', Object.keys(MEASURES)),
    family('cli.evaluate.head.*', ['measure', 'value', 'interval', 'of', 'aim', 'met']),
    family('config.*', settings()),
    ['cli.*.about', await commandKeys()],
    family('rights.mark.*', WHERES),
    family('rights.where.*', WHERES),
    family('rights.until.*', ['open', 'units']),
    family('platform.*', ['slack', 'teams', 'web']),
    family('slack.command.*', SUB_COMMANDS),
    family('slack.command.*.what', SUB_COMMANDS),
    family('slack.language.*', ['ja', 'en']),
    ['problem.*', Object.values(PROBLEMS).map((problem) => problemPhrase(problem).key)],
    ['pair.*.*', FACT_PAIRS.flatMap((pair) => pair.map((type) => `pair.${pair.join('_or_')}.${type}`))],
    ['*.nodue', ['card.fallback.nodue', 'card.fallback.restricted.nodue']],
  ]);
}

/** What somebody else did already, beyond the rights. */
function doneBefore(): string[] {
  return ACTS.flatMap(({ doneBy }) => Object.values(doneBy)).flatMap((named) =>
    typeof named === 'string' ? [named] : SAID_WITH_A_STEP.flatMap((facts) => named(aStep(facts)) ?? []),
  );
}

/** By which an act tells its own step from that of another. */
const SAID_WITH_A_STEP: readonly StepRecord['facts'][] = [
  ...REQUESTED.map((what) => ({ what })),
  { undoes: 'split' },
];

function aStep(facts: StepRecord['facts']): StepRecord {
  const at = '2026-11-20T00:00:00.000Z';
  return { seq: 2, kind: 'requested', actor: 'p', at, state: null, facts, note: null };
}

function family(pattern: string, ids: readonly string[]): [string, string[]] {
  return [pattern, ids.map((id) => pattern.replace('*', id))];
}

function ofReportTypes(types: readonly ReportType[]): [string, string[]][] {
  const fieldKeys = (rest: (field: Field) => readonly string[]): string[] =>
    types.flatMap((type) =>
      type.fields.flatMap((field) => rest(field).map((end) => `field.${type.id}.${field.id}${end}`)),
    );
  const options = fieldKeys((field) => field.options.map((option) => `.option.${option.id}`));
  const subtypes = types.flatMap(({ id, subtypes }) => subtypes.map((one) => `subtype.${id}.${one.id}`));
  const counted = ({ kind }: Field): string[] => (kind === 'count' || kind === 'money' ? ['.counted'] : []);
  return [
    ['subtype.*.*', subtypes],
    ['subtype.incident.*', subtypes.filter((key) => key.startsWith('subtype.incident.'))],
    [
      'state.*.*',
      types.flatMap(({ id, workflow }) => workflow.states.map((state) => `state.${id}.${state.id}`)),
    ],
    [
      'outcome.*.*',
      types.flatMap(({ id, workflow }) =>
        workflow.transitions.flatMap(({ outcome, to }) =>
          outcome === to ? [] : [`outcome.${id}.${outcome}`],
        ),
      ),
    ],
    [
      'checklist.*.*',
      types.flatMap(({ id, checklist }) => checklist.map((item) => `checklist.${id}.${item.id}`)),
    ],
    [
      'evaluation.*.*',
      types.flatMap(({ id, evaluation }) =>
        (evaluation?.criteria ?? []).map((criterion) => `evaluation.${id}.${criterion}`),
      ),
    ],
    family(
      'evaluation.scale.*',
      types.flatMap(({ evaluation }) => evaluation?.scale ?? []),
    ),
    family('evaluation.opinion.*', OPINIONS),
    family('cause.side.*', CAUSE_SIDES),
    family('cause.missing.*', CAUSE_SIDES),
    family('breach.notice.*', NOTICES),
    family('breach.missing.*', NOTICES),
    family('act.*.title', ['follow_up_report', 'final_report']),
    family('inspection.*', INSPECTION),
    family('act.judge_breach.reportable.*', ['yes', 'no']),
    family('act.judge_breach.malicious.*', ['yes', 'no']),
    ['clock.*', types.flatMap(({ clocks }) => clocks.map((clock) => `clock.${clock.id}`))],
    ['field.*.*.label', fieldKeys(() => ['.label'])],
    ['field.*.*.ask', fieldKeys(() => ['.ask'])],
    ['field.*.*.hint', fieldKeys(() => ['.hint'])],
    ['field.*.*.counted', fieldKeys(counted)],
    ['field.*.*.option.*', options],
    family('field.customer_voice.voice_kind.option.*', VOICE_KINDS),
    // A form makes the beginning first and the ends from it.
    ['field.*.*', []],
    ['*.label', fieldKeys(() => ['.label'])],
    ['*.hint', fieldKeys(() => ['.hint'])],
    ['*.option.*', options],
  ];
}

/** The names of config.ts's schema. */
function settings(): string[] {
  return [...read('src/config.ts').matchAll(/^ {2}([A-Z_]+): z\./gm)].map((match) => match[1] ?? '');
}

/** What the help of the command line says of each command, as keys. */
export async function commandKeys(): Promise<string[]> {
  const shown: string[] = [];
  const io = {
    out: (text: string) => void shown.push(text),
    err: () => undefined,
    lines: () => {
      throw new Error('no command ran');
    },
  };
  const ran = () => Promise.reject(new Error('no command ran'));
  const actions = {
    start: ran,
    check: ran,
    classify: ran,
    mask: ran,
    rights: ran,
    train: ran,
    evaluate: ran,
    slackManifest: ran,
    examineSlack: ran,
    importDirectory: ran,
    packageTeams: ran,
    examineTeams: ran,
    ask: ran,
  };
  const groups = ['report', 'candidates', 'directory', 'slack', 'teams', 'doctor'];
  for (const group of ['', ...groups])
    await runCommandLine([...(group === '' ? [] : [group]), '--help'], io, {
      ...actions,
      say: ({ key }) => key,
    });
  return [...new Set(shown.join('\n').match(/\bcli\.\w+\.about\b/g))];
}
