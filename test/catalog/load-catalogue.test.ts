import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  CATALOGUE_PROBLEMS,
  type CatalogueProblem,
  type CatalogueProblemId,
} from '../../src/catalog/catalogue-problem.ts';
import { loadCatalogue } from '../../src/catalog/load-catalogue.ts';
import { compileMessages } from '../../src/words/compile-messages.ts';
import { loadLocales } from '../../src/words/load-locales.ts';
import { catalogueFolder, replacing, type Changes } from '../support/catalogue-folder.ts';

const ROOT = join(import.meta.dirname, '../..');

async function problemsOf(changes: Changes) {
  const loaded = await loadCatalogue(await catalogueFolder(changes));
  return loaded.ok ? [] : loaded.problem;
}

const messages = compileMessages(loadLocales(join(ROOT, 'locales')));

/** The sentence with its remedy; throws when a placeholder has no value. */
function said({ problem, values }: CatalogueProblem, locale: 'ja' | 'en'): string {
  return String(messages(`catalogue.${problem}`, locale).format(values));
}

describe('the catalogue that is shipped', () => {
  it('loads without a single problem', async () => {
    const loaded = await loadCatalogue({
      intents: join(ROOT, 'intents'),
      organization: join(ROOT, 'organization'),
    });
    expect(loaded.ok ? [] : loaded.problem).toEqual([]);
  });
});

describe('a small valid catalogue', () => {
  it('becomes plain data', async () => {
    const loaded = await loadCatalogue(await catalogueFolder());
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problem));
    const { types, organization, routing, calendar } = loaded.value;
    expect([...types.keys()].sort()).toEqual([
      'compliance',
      'customer_voice',
      'incident',
      'knowledge',
      'proposal',
      'risk',
    ]);
    expect(organization.people.get('suzuki')?.posts.map(({ unit }) => unit)).toEqual(['aoba', 'midori']);
    expect(organization.people.get('sato')?.deputies).toEqual([
      { person: 'suzuki', from: '2026-01-01', until: '2026-01-31' },
    ]);
    expect(routing.rules[1]?.copies).toEqual([{ relative: 'block' }, { relative: 'owner' }]);
    expect(calendar).toMatchObject({ offsetMinutes: 540, opens: 540, closes: 1035 });
  });

  it('puts an office under its block until its region begins', async () => {
    const loaded = await loadCatalogue(await catalogueFolder());
    expect(loaded.ok && loaded.value.organization.units.get('midori')?.parents).toEqual([
      { from: '2010-01-01', value: 'north' },
      { from: '2016-04-01', value: 'north-east' },
    ]);
  });
});

/** `at` is a text in the line that is to be named; without it, the first line of what was put in. */
type Mistake = [file: string, from: string, to: string, problem: CatalogueProblemId, at?: string];

const INTENT_MISTAKES: Mistake[] = [
  ['incident.yaml', 'code: INC', 'code: INC\ncode: XYZ', 'duplicate_key', 'code: XYZ'],
  ['incident.yaml', 'code: INC', 'code: INC: IND', 'bad_yaml'],
  ['incident.yaml', 'code: INC', 'code: incident', 'bad_id'],
  ['incident.yaml', 'code: INC\n', '', 'missing_key', 'kind: report'],
  ['risk.yaml', 'code: RSK', 'code: INC', 'duplicate_code'],
  ['incident.yaml', 'code: INC', 'code: INC\ncolour: red', 'unknown_key', 'colour: red'],
  ['incident.yaml', 'formVersion: 1', 'formVersion: first', 'wrong_kind'],
  ['incident.yaml', 'formVersion: 1', 'formVersion: 0', 'too_little'],
  ['incident.yaml', 'id: incident', 'id: accident', 'not_one_of'],
  ['incident.yaml', 'id: incident', 'id: risk', 'wrong_file_name'],
  ['incident.yaml', 'defaultSubtype: other_clerical', 'defaultSubtype: other', 'unknown_subtype'],
  ['incident.yaml', 'gistField: summary', 'gistField: summery', 'unknown_field'],
  ['incident.yaml', 'few: 2-9', 'few: 9-2', 'bad_range'],
  ['incident.yaml', 'default: office', 'default: home', 'bad_default'],
  ['incident.yaml', 'recovered: recovered }', 'recoverd: recovered }', 'unknown_fact'],
  ['incident.yaml', 'recovered: recovered }', 'recovered: found }', 'unknown_value'],
  ['incident.yaml', '{ people: { atLeast: 101 } }', '{ level: S4 }', 'unknown_fact'],
  ['incident.yaml', '{ people: { atLeast: 101 } }', '{ cue: { atLeast: 101 } }', 'fact_not_counted'],
  ['incident.yaml', '{ people: { atLeast: 101 } }', '{ people: { moreThan: 101 } }', 'bad_condition'],
  ['incident.yaml', 'over_100_people: { level: S4', 'over_100_people: { level: S5', 'bad_level'],
  ['incident.yaml', 'unknownRaises: [people', 'unknownRaises: [peeple', 'unknown_fact'],
  ['incident.yaml', 'initial: received', 'initial: recieved', 'unknown_state'],
  ['incident.yaml', 'to: prevention', 'to: preventing', 'unknown_state'],
  [
    'incident.yaml',
    '    closed: closed',
    '    closed: closed\n    lost: closed',
    'unreachable_state',
    'lost: closed',
  ],
  [
    'incident.yaml',
    'to: closed, by',
    'to: follow_up_3_months, by',
    'dead_end_state',
    'follow_up_3_months: decided',
  ],
  ['incident.yaml', 'S4: 15 min elapsed', 'S4: 15 minutes', 'bad_duration'],
  ['incident.yaml', '    S3: 1 business hour\n', '', 'clock_level_missing', 'acknowledge:'],
  ['incident.yaml', 'until: [acknowledged, taken]', 'until: [seen]', 'unknown_moment'],
  ['incident.yaml', 'promises: [acknowledge', 'promises: [thanks', 'unknown_clock'],
  ['incident.yaml', 'from: acknowledge_overdue', 'from: acknowledgment_overdue', 'unknown_clock'],
  ['incident.yaml', 'from: acknowledge_overdue', 'from: escalate_overdue', 'clock_start_mixed'],
  ['incident.yaml', 'escalateAt: [due]', 'escalateAt: [on time]', 'bad_mark'],
  ['incident.yaml', 'escalateAt: [due]', 'escalateAt: [3 calendar days after]', 'bad_mark'],
  [
    'incident.yaml',
    'when: { judged: reportable }',
    'when: { judged: likely }',
    'unknown_value',
    '{ judged: likely }',
  ],
  [
    'proposal.yaml',
    'every: end of next month',
    'every: end of next month\n    pauses: true',
    'clock_cannot_pause',
    'pauses: true',
  ],
  [
    'incident.yaml',
    '{ kind: date, screen: more }',
    '{ kind: date, ask: true, screen: more }',
    'too_many_questions',
    'fields:',
  ],
  ['compliance.yaml', 'sealed: true', 'sealed: false', 'not_sealed'],
  ['compliance.yaml', 'required: true,', 'required: true, ask: true,', 'sealed_asks'],
  ['help.yaml', 'id: help', 'id: helper', 'not_one_of'],
  ['help.yaml', 'id: help', 'id: other', 'wrong_file_name'],
];

const ORGANIZATION_MISTAKES: Mistake[] = [
  ['departments.yaml', 'kind: block', 'kind: blocks', 'not_one_of'],
  ['departments.yaml', "until: '2019-12-31'", "until: '2019-02-30'", 'bad_date'],
  ['departments.yaml', 'unit: north }]', 'unit: nord }]', 'unknown_unit'],
  ['departments.yaml', '- id: north-east', '- id: north # again', 'duplicate_id'],
  ['departments.yaml', 'successor: service', 'successor: services', 'unknown_unit'],
  ['departments.yaml', 'successor: service', 'successor: old-service', 'successor_cycle'],
  ['departments.yaml', "    until: '2019-12-31'\n", '', 'successor_without_end', 'successor: service'],
  ['departments.yaml', "until: '2019-12-31'", "until: '2009-12-31'", 'period_reversed'],
  [
    'departments.yaml',
    'en: Head office }]\n',
    "en: Head office }]\n    parents: [{ from: '2010-01-01', unit: north }]\n",
    'parent_cycle',
    'parents:',
  ],
  ['departments.yaml', "[{ from: '2010-01-01', ja: 北,", "[{ from: '2011-01-01', ja: 北,", 'name_gap'],
  [
    'departments.yaml',
    "[{ from: '2016-04-01', unit: north }]",
    "[{ from: '2016-05-01', unit: north }]",
    'parent_gap',
  ],
  ['offices.csv', 'aoba,north,', 'aoba,south,', 'unknown_unit'],
  ['offices.csv', 'aoba,north,', 'aoba,head,', 'wrong_unit_kind'],
  ['offices.csv', 'aoba,north,,', 'midori,north,,', 'duplicate_id'],
  ['offices.csv', 'みどり,Midori,2010-01-01', 'みどり,Midori,2010-13-01', 'bad_date'],
  ['offices.csv', 'prefecture', 'county', 'missing_key'],
  ['offices.csv', 'aoba,north,,', 'aoba,north,', 'bad_csv'],
  ['people.csv', 'en,aoba,staff', 'en,aobaa,staff', 'unknown_unit'],
  ['people.csv', 'en,aoba,staff', 'en,aoba,stuff', 'not_one_of'],
  ['people.csv', '2020-04-01,2025-03-31', '2020-04-01,', 'unit_not_living', 'aoba'],
  [
    'people.csv',
    'Suzuki,suzuki@sample.example,en,midori',
    'Suzuki,s@sample.example,en,midori',
    'person_differs',
  ],
  ['people.csv', 'audit ', '', 'role_unheld', 'id,ja'],
  ['deputies.csv', 'sato,suzuki', 'sato,tanaka', 'unknown_person'],
  ['deputies.csv', 'sato,suzuki', 'sato,sato', 'own_deputy'],
  ['ownership.yaml', 'unit: head', 'unit: hed', 'unknown_unit'],
  ['ownership.yaml', 'subtype: system_outage', 'subtype: outage', 'unknown_value'],
  ['ownership.yaml', 'otherwise: old-service', 'otherwise: nobody', 'unknown_unit'],
  ['routing.yaml', 'primary: desk', 'primary: disk', 'unknown_unit'],
  ['routing.yaml', '$owner]', '$owners]', 'unknown_unit'],
  ['routing.yaml', 'escalation: [manager', 'escalation: [manger', 'unknown_escalation'],
  ['routing.yaml', 'visibility: sealed', 'visibility: secret', 'not_one_of'],
  ['routing.yaml', 'level: { atLeast: S3 }', 'levle: S3', 'unknown_fact'],
  ['routing.yaml', '- id: incidents', '- id: sealed # again', 'versions_overlap'],
  [
    'routing.yaml',
    "validFrom: '2010-01-01'",
    "validFrom: '2010-01-01'\n    validUntil: '2009-01-01'",
    'period_reversed',
    'validUntil',
  ],
  ['calendar.yaml', "opens: '09:00'", "opens: '9 am'", 'bad_time'],
  ['calendar.yaml', "'12-29'", "'13-29'", 'bad_month_day'],
  ['calendar.yaml', "closes: '17:15'", "closes: '08:00'", 'period_reversed'],
  ['calendar.yaml', '[2020, 2030]', '[2020, 2100]', 'years_without_holidays'],
  ['campaigns.yaml', 'id: letters', 'id: Letters', 'bad_id'],
  ['campaigns.yaml', 'id: queues', 'id: letters # again', 'duplicate_id'],
  ['campaigns.yaml', "until: '2027-01-29'", "until: '2027-02-29'", 'bad_date'],
  ['campaigns.yaml', "until: '2027-01-29'", "until: '2026-11-30'", 'period_reversed'],
  ['campaigns.yaml', "until: '2027-01-29'", "until: '2027-01-29'\n    prize: yes", 'unknown_key', 'prize'],
  ['campaigns.yaml', '{ ja: 待ち時間, en: Queues }', '{ ja: 待ち時間 }', 'missing_key'],
];

describe('each mistake is named with its file and line', () => {
  const mistakes = [
    ...INTENT_MISTAKES.map(([file, ...rest]): Mistake => [`intents/${file}`, ...rest]),
    ...ORGANIZATION_MISTAKES.map(([file, ...rest]): Mistake => [`organization/${file}`, ...rest]),
  ];
  it.each(mistakes)('%s: %j → %j is %s', async (file, from, to, problem, at = to.split('\n')[0]) => {
    const written: string[] = [];
    const change = replacing(from, to);
    const problems = await problemsOf({
      [file]: (text) => {
        written.push(...change(text).split('\n'));
        return change(text);
      },
    });
    const found = problems.find((one) => one.file === file && one.problem === problem);
    expect(found, JSON.stringify(problems)).toBeDefined();
    expect(written[(found?.line ?? 0) - 1]).toContain(at);
    for (const one of problems) expect(`${said(one, 'ja')}${said(one, 'en')}`).not.toMatch(/[{}]|undefined/);
  });

  it('names the line of a deep mistake, not that of the file', async () => {
    const [problem] = await problemsOf({
      'intents/incident.yaml': replacing('recovered: recovered }', 'recovered: found }'),
    });
    expect(problem?.path).toBe('fields.first_response.askWhen.recovered');
    expect(problem?.line).toBeGreaterThan(50);
    expect(problem?.values).toEqual({
      fact: 'recovered',
      value: 'found',
      allowed: 'recovered, not_yet, unknown',
    });
  });

  it.each(['incident.yaml', 'help.yaml'])('%s that is missing', async (file) => {
    const problems = await problemsOf({ [`intents/${file}`]: () => null });
    expect(problems).toMatchObject([{ file: `intents/${file}`, problem: 'missing_intent', line: 1 }]);
  });

  it.each([
    'departments.yaml',
    'offices.csv',
    'people.csv',
    'routing.yaml',
    'calendar.yaml',
    'campaigns.yaml',
  ])('%s that is missing', async (file) => {
    const problems = await problemsOf({ [`organization/${file}`]: () => null });
    expect(problems).toMatchObject([{ file: `organization/${file}`, problem: 'missing_file', line: 1 }]);
  });
});

describe('every kind of mistake', () => {
  it.each(CATALOGUE_PROBLEMS)('%s has words in both languages', (problem) => {
    for (const locale of ['ja', 'en'] as const)
      expect(messages(`catalogue.${problem}`, locale)).toBeDefined();
  });
});

describe('several mistakes', () => {
  it('are all told at once, in the order of files and lines', async () => {
    const problems = await problemsOf({
      'intents/incident.yaml': (text) =>
        replacing('gistField: summary', 'gistField: none')(replacing('code: INC', 'code: inc')(text)),
      'intents/risk.yaml': replacing('gistField: concern', 'gistField: none'),
      'organization/routing.yaml': (text) =>
        replacing(
          'visibility: restricted',
          'visibility: x',
        )(replacing('visibility: sealed', 'visibility: y')(text)),
      'organization/calendar.yaml': replacing("'09:00'", "'9'"),
      'organization/deputies.csv': replacing('sato,suzuki', 'sato,nobody'),
    });
    expect(problems.map(({ file, problem }) => `${file} ${problem}`)).toEqual([
      'intents/incident.yaml bad_id',
      'intents/risk.yaml unknown_field',
      'organization/calendar.yaml bad_time',
      'organization/deputies.csv unknown_person',
      'organization/routing.yaml not_one_of',
      'organization/routing.yaml not_one_of',
    ]);
  });

  it('do not make mistakes of what hangs on them: without units nobody is in an unknown one', async () => {
    const problems = await problemsOf({ 'organization/departments.yaml': () => null });
    expect(problems.map(({ problem }) => problem)).toEqual(['missing_file']);
  });
});
