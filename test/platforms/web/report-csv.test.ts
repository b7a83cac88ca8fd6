import { parse } from 'csv-parse/sync';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { phrase } from '../../../src/domain/phrase.ts';
import type { ListedReport } from '../../../src/domain/listed-report.ts';
import { CSV_COLUMNS, headLine, reportLine } from '../../../src/platforms/web/report-csv.ts';
import { createWords } from '../../../src/words/create-words.ts';
import { loadLocales } from '../../../src/words/load-locales.ts';
import { SAMPLE_REPORTS } from '../../support/sample-reports.ts';
import { ENGLISH_HANDLER, RISK_HANDLER, smallOrganization, TOKYO } from '../../support/small-organization.ts';
import { signedInClient, startWebWorld, webClient } from '../../support/web-world.ts';
import type { WebClient } from '../../support/web-world.ts';

const world = await startWebWorld();
afterAll(() => world.stop());

let handler: WebClient;
beforeEach(async () => {
  handler = await signedInClient(world.address, RISK_HANDLER);
});

const rowsOf = (text: string): string[][] => parse(text, { bom: true, record_delimiter: '\r\n' });

describe('the file of a list', () => {
  test('has every page, marked as UTF-8, named by list and day, with its handling label', async () => {
    const answer = await handler.get('/reports.csv?list=all');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const name = decodeURIComponent(answer.headers.get('content-disposition') ?? '');
    expect(name).toMatch(
      /^attachment; filename="tsutae.csv"; filename\*=UTF-8''機密性2_すべての報告_\d{4}-\d\d-\d\d\.csv$/,
    );
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [head, ...rows] = rowsOf(new TextDecoder().decode(bytes));
    expect(head?.slice(0, 4)).toEqual(['番号', '種類', '区分', '概要']);
    expect(rows.map(([number]) => number)).toEqual(SAMPLE_REPORTS.map(({ number }) => number));
    expect(new Set(rows.map((row) => row.at(-1)))).toEqual(new Set(['機密性2 完全性2 可用性2']));
    expect(rows[0]?.slice(9, 13)).toEqual(['2026-11-20 09:30', '受付確認', '2026-11-20 12:00', '○']);
  });

  test('is narrowed as what is seen, in the language of the reader', async () => {
    const english = await signedInClient(world.address, ENGLISH_HANDLER);
    const [head, ...rows] = rowsOf(await (await english.get('/reports.csv?list=all&drill=yes')).text());
    expect(head?.[0]).toBe('Number');
    expect(rows.map(([number]) => number)).toEqual([SAMPLE_REPORTS[2]?.number]);
  });

  test.each(['list=everybody', 'list=all&after=INC-26-7KQ4M', 'list=board'])(
    'is not made of what cannot be read: %s',
    async (query) => {
      expect((await handler.get(`/reports.csv?${query}`)).status).toBe(400);
    },
  );

  test('is for nobody without a session', async () => {
    expect((await webClient(world.address).get('/reports.csv?list=all')).status).toBe(401);
  });
});

describe('a cell', () => {
  const words = createWords({
    catalogs: loadLocales('locales'),
    organization: {
      ...smallOrganization(),
      campaigns: [
        {
          id: 'letters',
          name: { ja: 'わかりやすい通知書', en: 'Clear letters' },
          asks: { ja: '', en: '' },
          from: '2026-12-01',
          until: '2027-01-29',
        },
      ],
    },
    calendar: TOKYO,
    today: () => '2026-11-20',
  });
  const speech = { words, locale: 'ja' as const, calendar: TOKYO };
  const [sample] = SAMPLE_REPORTS;
  const titled = (title: string): string => {
    if (!sample) throw new Error('no sample');
    const report: ListedReport = { ...sample, title: phrase('value', { value: title }) };
    const [, row] = rowsOf(headLine(speech) + reportLine(speech, report));
    expect(row).toHaveLength(CSV_COLUMNS.length);
    return row?.[3] ?? '';
  };

  test('names the call for proposals that a report was entered in', () => {
    if (!sample) throw new Error('no sample');
    const campaign = phrase('value', { value: { campaign: 'letters', part: 'name' } });
    const column = CSV_COLUMNS.indexOf('campaign');
    const cell = (report: ListedReport) =>
      rowsOf(headLine(speech) + reportLine(speech, report)).map((row) => row[column]);
    expect(cell({ ...sample, campaign })).toEqual(['募集', 'わかりやすい通知書']);
    expect(cell(sample)).toEqual(['募集', '']);
  });

  test.each(['=1+1', '+81', '-5', '@SUM(A1)', '＝1', '\t=1'])('never begins a formula: %j', (title) => {
    expect(titled(title)).toBe(`'${title}`);
  });

  test.each(['a,b', 'a"b', 'a\nb', 'a\r\nb', '"', '名前、番号', ''])('comes back as it was: %j', (title) => {
    expect(titled(title)).toBe(title);
  });
});

test('what can be chosen has names in the language of the reader, and boards for who handles', async () => {
  const choices = (await (await handler.get('/report-choices')).json()) as Record<
    string,
    { title: string }[]
  >;
  expect(choices['types']?.map(({ title }) => title)).toContain('業務改善提案');
  expect(choices['types']?.map(({ title }) => title)).not.toContain('法令等違反');
  expect(choices['boards']).toEqual([
    { value: 'risk', title: 'リスク・コンプライアンス部' },
    { value: 'service', title: 'サービス推進部' },
  ]);
  const english = await signedInClient(world.address, ENGLISH_HANDLER);
  expect(await (await english.get('/report-choices')).json()).toMatchObject({ boards: [] });
});
