import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Answer } from '../../src/domain/answers.ts';
import type { Locale, Organization, Unit } from '../../src/domain/organization.ts';
import { phrase, type Phrase, type PhraseValue } from '../../src/domain/phrase.ts';
import { createWords } from '../../src/words/create-words.ts';
import { loadLocales } from '../../src/words/load-locales.ts';
import { RISK_HANDLER, smallOrganization, TOKYO } from '../support/small-organization.ts';

const catalogs = loadLocales('locales');

function wordsOn(today: string, organization: Organization = smallOrganization()) {
  return createWords({ catalogs, organization, calendar: TOKYO, today: () => today });
}

const words = wordsOn('2026-11-20');
const write = (value: PhraseValue, locale: Locale = 'ja') => words.say(phrase('value', { value }), locale);
const answer = (field: string, given: Answer, locale: Locale = 'ja') =>
  write({ field, of: 'incident', answer: given }, locale);

describe('dates', () => {
  it('are written with the weekday, and with the year when it is not this year', () => {
    expect(write({ date: '2026-11-19' })).toBe('11/19(木)');
    expect(write({ date: '2025-03-05' })).toBe('2025/3/5(水)');
    expect(write({ date: '2026-11-19' }, 'en')).toBe('Thu 19 Nov');
    expect(write({ date: '2025-03-05' }, 'en')).toBe('Wed 5 Mar 2025');
  });

  it('of moments are the days where the organisation works, with the clock time', () => {
    expect(write({ moment: '2026-11-20T01:15:00.000Z' })).toBe('11/20(金) 10:15');
    expect(write({ moment: '2026-11-19T15:05:00.000Z' })).toBe('11/20(金) 0:05');
    expect(write({ moment: '2026-11-20T01:15:00.000Z' }, 'en')).toBe('Fri 20 Nov 10:15');
  });

  it('agree with the calendar of the platform on every day', () => {
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const ja = new Intl.DateTimeFormat('ja', { weekday: 'short', timeZone: 'UTC' }).format(date);
        const en = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' }).format(date);
        const local = date.toISOString().slice(0, 10);
        expect(write({ date: local })).toContain(`(${ja})`);
        expect(write({ date: local }, 'en')).toContain(` ${en}`);
      }),
    );
  });
});

describe('due times', () => {
  it('are the clock time alone today', () => {
    expect(write({ due: '2026-11-20T01:15:00.000Z' })).toBe('10:15');
  });

  it('say noon as people say it', () => {
    expect(write({ due: '2026-11-20T03:00:00.000Z' })).toBe('正午');
    expect(write({ due: '2026-11-24T03:00:00.000Z' })).toBe('11/24(火) 正午');
    expect(write({ due: '2026-11-20T03:00:00.000Z' }, 'en')).toBe('noon');
  });

  it('are the day alone at another day’s close of business, and the clock time at today’s', () => {
    expect(write({ due: '2026-11-30T08:15:00.000Z' })).toBe('11/30(月)');
    expect(write({ due: '2026-11-30T08:14:00.000Z' })).toBe('11/30(月) 17:14');
    expect(write({ due: '2026-11-20T08:15:00.000Z' })).toBe('17:15');
  });
});

describe('units and people', () => {
  it('have their names in the language of the reader', () => {
    expect(write({ unit: 'risk' })).toBe('リスク・コンプライアンス部');
    expect(write({ unit: 'risk' }, 'en')).toBe('Risk and Compliance');
    expect(write({ person: RISK_HANDLER }, 'en')).toBe('Hajime Tanaka');
  });

  it('have the name of today when a unit was renamed', () => {
    const organization = smallOrganization();
    const risk = organization.units.get('risk') as Unit;
    const renamed: Unit = {
      ...risk,
      names: [...risk.names, { from: '2027-04-01', value: { ja: 'リスク統括部', en: 'Risk Control' } }],
    };
    const renaming = { ...organization, units: new Map([['risk', renamed]]) };
    const say = (today: string) =>
      wordsOn(today, renaming).say(phrase('value', { value: { unit: 'risk' } }), 'ja');
    expect(say('2027-03-31')).toBe('リスク・コンプライアンス部');
    expect(say('2027-04-01')).toBe('リスク統括部');
  });

  it('that are no longer listed do not break what mentions them', () => {
    expect(write({ unit: 'gone' })).toBe('一覧にない部署');
    expect(write({ person: 'gone' })).toBe('名簿にない人');
    expect(write({ person: 'system' })).toBe('つたえ');
  });
});

describe('answers', () => {
  it('of choices are the label of the option', () => {
    expect(answer('recovered', { kind: 'choice', choice: 'not_yet' })).toBe('まだ');
    expect(answer('recovered', { kind: 'choice', choice: 'not_yet' }, 'en')).toBe('Not yet');
  });

  it.each([
    [3, 3, '3人', '3 people'],
    [1, 1, '1人', '1 person'],
    [2, 9, '2〜9人', '2–9 people'],
    [101, null, '101人以上', '101 or more people'],
    [1200, 1200, '1,200人', '1,200 people'],
  ])('of counts from %s to %s carry what is counted', (from, to, ja, en) => {
    expect(answer('people', { kind: 'count', from, to })).toBe(ja);
    expect(answer('people', { kind: 'count', from, to }, 'en')).toBe(en);
  });

  it('of money are yen with groups of three', () => {
    expect(answer('amount', { kind: 'count', from: 1234, to: 1234 })).toBe('1,234円');
    expect(answer('amount', { kind: 'count', from: 5_000_000, to: null })).toBe('5,000,000円以上');
  });

  it('of dates, units, texts and 分からない are written out', () => {
    expect(answer('found_at', { kind: 'date', date: '2026-11-19', time: '09:30' })).toBe('11/19(木) 9:30');
    expect(answer('found_by', { kind: 'unit', unit: 'office-midori' })).toBe('みどり年金事務所');
    expect(answer('document', { kind: 'text', text: '振込通知書' })).toBe('振込通知書');
    expect(answer('people', { kind: 'unknown' })).toBe('分からない');
  });
});

describe('messages', () => {
  it('join lists as the language does', () => {
    const list = { list: ['甲', { unit: 'service' }, phrase('type.risk')] };
    expect(write(list)).toBe('甲、サービス推進部、リスク情報');
    expect(write(list, 'en')).toBe('甲, Service Promotion, risk');
  });

  it('say nested phrases in the same language', () => {
    const nested = phrase('summary.field', { label: phrase('field.incident.people.label'), value: '3人' });
    expect(words.say(nested, 'ja')).toBe('影響人数：3人');
    expect(words.say(nested, 'en')).toBe('People affected: 3人');
  });

  it('choose the English plural', () => {
    expect(words.say(phrase('ask.left', { n: 1 }), 'en')).toBe('1 question left.');
    expect(words.say(phrase('ask.left', { n: 2 }), 'en')).toBe('2 questions left.');
  });

  it('keep a person’s own words to the letter, whatever they look like', () => {
    for (const text of ['{n}', "it's '{' <b>", '}', '# {n, plural, other {x}}', '<script>', '$1 &amp;'])
      expect(words.say(phrase('summary.field', { label: text, value: text }), 'ja')).toBe(`${text}：${text}`);
  });

  it('never change a value, of any characters', () => {
    const anyText = fc.string({ unit: 'binary' });
    fc.assert(fc.property(anyText, (text) => write(text) === text && write({ list: [text] }, 'en') === text));
  });

  it('throw for a key without words and for a value that is missing', () => {
    const failing = (broken: Phrase) => () => words.say(broken, 'ja');
    expect(failing(phrase('no.such.key'))).toThrow('no.such.key');
    expect(failing(phrase('ask.left'))).toThrow('ask.left');
  });

  it('are there when every language has them', () => {
    expect(words.has('ask.left')).toBe(true);
    expect(words.has('no.such.key')).toBe(false);
  });
});
