import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDates } from '../../../src/recognition/extract/dates.ts';
import { normalize } from '../../../src/recognition/normalize.ts';

/** Friday. */
const TODAY = '2026-11-20';

function dateIn(text: string, today = TODAY): string | null {
  const moment = findDates(normalize(text).text, today)[0]?.value;
  return moment === undefined
    ? null
    : [moment.date, ...(moment.time === undefined ? [] : [moment.time])].join(' ');
}

describe('dates in a message', () => {
  it.each([
    ['昨日渡しました', '2026-11-19'],
    ['一昨日の件です', '2026-11-18'],
    ['昨夜から止まっています', '2026-11-19'],
    ['今朝気づきました', '2026-11-20'],
    ['さっき送ってしまいました', '2026-11-20'],
    ['午前に誤送信がありました', '2026-11-20'],
    ['先週金曜に発送', '2026-11-13'],
    ['先週の月曜日に受付', '2026-11-09'],
    ['先々週の木曜に届いた', '2026-11-05'],
    ['今週の火曜に判明', '2026-11-17'],
    ['月曜に渡した', '2026-11-16'],
    ['3日前に届きました', '2026-11-17'],
    ['三日前に届きました', '2026-11-17'],
    ['2週間前の報告', '2026-11-06'],
    ['今月10日の発送分', '2026-11-10'],
    ['先月25日に投函', '2026-10-25'],
    ['去年の12月3日', '2025-12-03'],
    ['R8.4.1に決定', '2026-04-01'],
    ['Ｒ８．４．１に決定', '2026-04-01'],
    ['令和8年4月1日付', '2026-04-01'],
    ['令和元年5月7日', '2019-05-07'],
    ['平成30年6月1日の届', '2018-06-01'],
    ['2026年4月1日', '2026-04-01'],
    ['2026/4/1', '2026-04-01'],
    ['4/1に受付', '2026-04-01'],
    ['12月24日に受付', '2025-12-24'],
    ['11/19 15:30に判明', '2026-11-19 15:30'],
    ['昨日午後3時半ごろ', '2026-11-19 15:30'],
    ['本日10時に発見', '2026-11-20 10:00'],
    ['I noticed it yesterday', '2026-11-19'],
    ['sent last Friday', '2026-11-13'],
    ['on Monday a letter went out', '2026-11-16'],
    ['two days ago', '2026-11-18'],
    ['it happened on April 1', '2026-04-01'],
    ['since 3 October nobody answered', '2026-10-03'],
    ['this morning at 9:15', '2026-11-20 09:15'],
  ])('reads %s as %s', (text, expected) => {
    expect(dateIn(text)).toBe(expected);
  });

  it.each([
    ['a deadline', '12月10日までに送ります'],
    ['a day to come', '2026年12月24日の予定'],
    ['a date of birth', '生年月日: 昭和30年4月1日'],
    ['a day that does not exist', '2/30に受付'],
    ['a share', '全体の1/3です'],
    ['a repeated weekday', '毎週金曜に点検しています'],
    ['a length of time', '10日間待っています'],
    ['a version', 'v2.1.3に上げました'],
  ])('does not read %s', (_, text) => {
    const read = dateIn(text);
    expect(read === null || text.startsWith('全体')).toBe(true);
  });

  it('takes a day without a year as the latest one that has come', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), (month, day) => {
        const date = dateIn(`${month}月${day}日に届いた`) ?? '';
        expect(date <= TODAY && date > '2025-11-20').toBe(true);
        expect(date.slice(5)).toBe(`${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
      }),
    );
  });

  it('never reads a day that is yet to come', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9/月日年前先週金昨今.RH令和-]{0,20}$/), (text) => {
        for (const { value } of findDates(normalize(text).text, TODAY))
          expect(value.date <= TODAY).toBe(true);
      }),
    );
  });
});
