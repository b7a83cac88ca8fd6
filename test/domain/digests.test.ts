import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf, isWorkingDay, localOf } from '../../src/domain/business-time.ts';
import type {
  CampaignCounts,
  MonthCounts,
  OfficeCounts,
  OverdueCounts,
  StockCounts,
} from '../../src/domain/digests/digest-counts.ts';
import { digestsDue } from '../../src/domain/digests/digests-due.ts';
import { isQuietMonth, monthDigest } from '../../src/domain/digests/month-digest.ts';
import { isQuietDay, officeDigest } from '../../src/domain/digests/office-digest.ts';
import { overdueDigest } from '../../src/domain/digests/overdue-digest.ts';
import { stockDigest, withQuiet } from '../../src/domain/digests/stock-digest.ts';
import { actorOn, type Campaign } from '../../src/domain/organization.ts';
import { sentenceOf, type View } from '../../src/domain/view.ts';
import { createWords } from '../../src/words/create-words.ts';
import { loadLocales } from '../../src/words/load-locales.ts';
import { theCatalogue } from '../support/builders.ts';

const { calendar, organization } = await theCatalogue();
const words = createWords({
  catalogs: loadLocales('locales'),
  organization,
  calendar,
  today: () => '2026-11-24',
});
const said = ({ lines }: View, locale: 'ja' | 'en' = 'ja') =>
  lines.map((line) => words.say(sentenceOf(line), locale));
const at = (local: string) => new Date(`${local}:00+09:00`).toISOString();
const dayOf = (moment: string) => localOf(calendar, moment).date;
const kindsAt = (moment: string) => digestsDue(calendar, moment).map(({ kind, day }) => `${kind} ${day}`);
/** The Tuesday after a Monday that is a holiday. */
const NOW = at('2026-11-24T09:00');

describe('when digests are due', () => {
  it('is never outside office hours', () => {
    const moment = fc.date({ min: new Date('2021-01-01'), max: new Date('2039-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, (date) => {
        const { date: day, minute } = localOf(calendar, date.toISOString());
        const open = isWorkingDay(calendar, day) && minute >= 9 * 60 && minute < 17 * 60 + 15;
        expect(digestsDue(calendar, date.toISOString()).length > 0).toBe(open);
      }),
    );
  });

  it('tells of whole days, each of them once in the daily ones', () => {
    let told = at('2026-04-01T00:00');
    for (let day = at('2026-04-02T09:00'); day < at('2027-04-01T00:00');) {
      for (const { kind, period } of digestsDue(calendar, day)) {
        expect([period.from, period.before].map((edge) => localOf(calendar, edge).minute)).toEqual([0, 0]);
        expect(period.before <= day).toBe(true);
        if (kind !== 'office') continue;
        expect(period.from).toBe(told);
        told = period.before;
      }
      day = new Date(Date.parse(day) + 24 * 3_600_000).toISOString();
    }
    expect(dayOf(told)).toBe('2027-03-31');
  });

  it('is the next working day where Monday or the first is a holiday', () => {
    expect(kindsAt(at('2026-11-23T09:00'))).toEqual([]);
    expect(kindsAt(NOW)).toEqual([
      'overdue 2026-11-24',
      'office 2026-11-24',
      'stock 2026-11-23',
      'month 2026-11-01',
    ]);
    expect(kindsAt(at('2027-01-04T09:00')).at(-1)).toBe('month 2027-01-01');
  });

  it('of the week and the month are those before', () => {
    const [, , stock, month] = digestsDue(calendar, NOW);
    expect(stock?.period).toEqual({
      from: instantOf(calendar, '2026-11-16', 0),
      before: instantOf(calendar, '2026-11-23', 0),
    });
    expect(month?.period).toEqual({
      from: instantOf(calendar, '2026-10-01', 0),
      before: instantOf(calendar, '2026-11-01', 0),
    });
  });
});

describe('the overdue digest', () => {
  const counts: OverdueCounts = {
    unit: 'service-promotion',
    overdue: 3,
    oldest: { number: 'PRP-26-1HJ5K', visibility: 'units', due: at('2026-11-20T17:15'), holder: 'sato' },
  };
  const of = (oldest: Partial<OverdueCounts['oldest']> = {}) =>
    overdueDigest(calendar, { ...counts, oldest: { ...counts.oldest, ...oldest } }, NOW);

  it('says how many, which is the oldest, and who has it', () => {
    expect(said(of())).toEqual([
      '【期限超過】サービス推進部 3件。',
      'いちばん古いもの：PRP-26-1HJ5K 4日（佐藤）',
    ]);
    expect(said(of(), 'en')[1]).toBe('Oldest: PRP-26-1HJ5K, 4 days (Sato)');
    expect(said(of({ holder: null, due: at('2026-11-24T08:00') }))[1]).toBe(
      'いちばん古いもの：PRP-26-1HJ5K 今日から（担当なし）',
    );
    expect(of().buttons.map(({ press }) => press)).toEqual([{ action: 'overdue' }]);
  });

  it('names nothing that only a few may see, and nothing at all where others look on', () => {
    for (const visibility of ['restricted', 'sealed'] as const) {
      const view = of({ visibility });
      expect(said(view)[1]).toBe('いちばん古いもの：4日（見る人が限られた件）');
      expect(JSON.stringify(view)).not.toMatch(/1HJ5K|sato/);
    }
    expect(JSON.stringify(of().fallback)).not.toContain('1HJ5K');
  });
});

describe('the weekly digest', () => {
  const counts: StockCounts = { unit: 'quality', filed: 12, closed: 9, left: 31, leftBefore: 28, old: 4 };

  it('says what came, what was done, what is left, and the change', () => {
    expect(said(stockDigest(counts))).toEqual([
      '【先週のまとめ】業務品質管理部 新規12・完了9・残り31（前の週より3件増）。',
      '30日以上：4件',
    ]);
    expect(said(stockDigest({ ...counts, leftBefore: 33, old: 0 }))).toEqual([
      '【先週のまとめ】業務品質管理部 新規12・完了9・残り31（前の週より2件減）。',
    ]);
    expect(said(stockDigest({ ...counts, leftBefore: 31 }))[0]).toContain('（前の週と同じ）');
  });
});

describe('the weekly digest of who sees to questions', () => {
  const quiet = { unit: 'quality', filed: 0, closed: 0, left: 0, leftBefore: 0, old: 0 };

  it('says how many have no answer, and nothing when all have one', () => {
    expect(said(stockDigest(quiet, 3)).at(-1)).toBe('答えのない質問：3件');
    expect(said(stockDigest(quiet, 3), 'en').at(-1)).toBe('Questions without an answer: 3');
    expect(said(stockDigest(quiet, 0))).toHaveLength(1);
  });

  it('is there also where nothing else is, once for a unit', () => {
    const other = { ...quiet, unit: 'risk-compliance', filed: 1 };
    expect(withQuiet([other], ['quality'])).toEqual([other, quiet]);
    expect(withQuiet([{ ...quiet, left: 2 }], ['quality'])).toEqual([{ ...quiet, left: 2 }]);
  });
});

describe('the daily digest of an office', () => {
  const counts: OfficeCounts = {
    office: 'midori',
    filed: 3,
    serious: 1,
    open: 12,
    overdue: 2,
    waiting: ['INC-26-7KQ4M'],
  };
  const period = { from: instantOf(calendar, '2026-11-19', 0), before: instantOf(calendar, '2026-11-20', 0) };
  const told = { person: 'watanabe', for: null };

  it('says what was filed and what waits for the office', () => {
    expect(said(officeDigest(calendar, counts, period, told))).toEqual([
      '【昨日のまとめ】みどり年金事務所 報告3件。',
      '重要・重大：1件',
      '対応中：12件（期限超過2件）',
      'こちらの返事待ち：1件（INC-26-7KQ4M）',
    ]);
  });

  it('names the day from which on it tells after days off, and for whom a deputy is told', () => {
    const long = { ...period, from: instantOf(calendar, '2026-11-13', 0) };
    const lines = said(
      officeDigest(calendar, { ...counts, waiting: [] }, long, { person: 'kobayashi', for: 'watanabe' }),
    );
    expect(lines[0]).toBe('【11/13(金)からのまとめ】みどり年金事務所 報告3件。');
    expect(lines.at(-1)).toBe('渡辺さんが不在のため、代わりにお知らせしています。');
  });

  it('is quiet when nothing was filed and nothing waits, and names five at most', () => {
    expect(isQuietDay({ ...counts, filed: 0, overdue: 0, waiting: [] })).toBe(true);
    for (const one of [{ filed: 1 }, { overdue: 1 }, { waiting: ['INC-26-7KQ4M'] }])
      expect(isQuietDay({ ...counts, filed: 0, overdue: 0, waiting: [], ...one })).toBe(false);
    const waiting = [1, 2, 3, 4, 5, 6].map((n) => `INC-26-7KQ4${n}`);
    const view = officeDigest(calendar, { ...counts, waiting }, period, told);
    expect(view.buttons.map(({ press }) => press.report)).toEqual(waiting.slice(0, 5));
    expect(said(view).at(-1)).toMatch(/^こちらの返事待ち：6件（.*7KQ45）$/);
  });
});

describe('the monthly digest', () => {
  const counts: MonthCounts = {
    types: [
      { type: 'incident', filed: 20, closed: 18, open: 9, overdue: 1 },
      { type: 'proposal', filed: 41, closed: 25, open: 16, overdue: 0 },
    ],
    levels: [
      { level: 4, filed: 1 },
      { level: 2, filed: 19 },
    ],
    oldest: {
      number: 'INC-26-1HJ5K',
      type: 'incident',
      visibility: 'units',
      reporter: 'suzuki',
      followers: [],
      line: ['akita'],
      primary: 'risk-compliance',
      copies: [],
      referrals: [],
      filedAt: at('2026-09-25T09:00'),
    },
    decisions: [
      { state: 'adopted', outcome: 'adopted', count: 6 },
      { state: 'rejected', outcome: 'rejected', count: 9 },
    ],
  };
  const period = { from: instantOf(calendar, '2026-10-01', 0), before: instantOf(calendar, '2026-11-01', 0) };
  const to = (
    id: string,
    over: Partial<MonthCounts> = {},
    campaigns: readonly Campaign[] = [],
    entered: readonly CampaignCounts[] = [],
  ) => {
    const person = organization.people.get(id);
    if (!person) throw new Error(id);
    const reader = actorOn(person, '2026-11-24');
    return monthDigest(
      calendar,
      { ...counts, ...over },
      { period, now: NOW, reader, told: { person: id, for: null }, campaigns, entered },
    );
  };

  it('counts by type and severity, with what is late, what is oldest, and what was decided', () => {
    expect(said(to('ito'))).toEqual([
      '【先月のまとめ】2026年10月 新規61・完了43・残り25。',
      '事件・事故・事務処理誤り：新規20・完了18・残り9',
      '業務改善提案：新規41・完了25・残り16',
      '重要度（新規）：S4 重大 1件、S2 通常 19件',
      '今の期限超過：1件',
      'いちばん長く残るもの：INC-26-1HJ5K 60日',
      '提案の決定：採用 6件、不採用 9件',
    ]);
    expect(said(to('ito'), 'en')[0]).toBe('[Last month] October 2026: 61 new, 43 done, 25 left.');
  });

  it('says what came of the calls that were open in the month, also of one that nobody entered', () => {
    const call = (id: string, from: string, until: string) => ({
      id,
      name: { ja: id, en: id },
      asks: { ja: '', en: '' },
      from,
      until,
    });
    const calls = [
      call('over', '2026-08-01', '2026-09-30'),
      call('ends', '2026-08-01', '2026-10-01'),
      call('begins', '2026-10-31', '2026-12-28'),
      call('later', '2026-11-01', '2026-12-28'),
    ];
    const entered = calls.map(({ id }) => ({
      campaign: id,
      proposals: 12,
      offices: 8,
      decided: 3,
      adopted: 2,
    }));
    const ofCalls = (view: View) => said(view).filter((text) => text.startsWith('募集'));
    expect(ofCalls(to('ito', {}, calls, entered.slice(0, 2)))).toEqual([
      '募集「一覧にない募集」：提案12件・参加8か所・決定3件・採用2件（一部採用を含む）',
      '募集「一覧にない募集」：提案0件・参加0か所・決定0件・採用0件（一部採用を含む）',
    ]);
    expect(ofCalls(to('ito', {}, calls.slice(0, 1), entered))).toEqual([]);
  });

  it('tells a number only to whoever may read the report', () => {
    expect(said(to('kubo'))).toContain('いちばん長く残るもの：60日');
    expect(JSON.stringify(to('kubo'))).not.toContain('1HJ5K');
  });

  it('is quiet when nothing was there, and leaves out what was not', () => {
    expect(isQuietMonth({ types: [], levels: [], oldest: null, decisions: [] })).toBe(true);
    expect(isQuietMonth(counts)).toBe(false);
    expect(said(to('ito', { levels: [], oldest: null, decisions: [] }))).toHaveLength(4);
  });
});
