import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply, foldReport, gistOf } from '../../src/domain/fold-report.ts';
import { emptyChain, link, type NewEvent } from '../../src/domain/ledger.ts';
import type { Filing, RecordedEvent, Report } from '../../src/domain/report.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const filing: Filing = {
  type: 'customer_voice',
  subtype: 'waiting',
  formVersion: 2,
  text: '待ち時間が長いと言われた',
  answers: { channel: { kind: 'choice', choice: 'visit' } },
  cues: ['repeated'],
  suspicions: [],
  urgent: false,
  drill: false,
  evidence: ['待ち時間'],
};

const filed: NewEvent = {
  kind: 'filed',
  actor: 'yamada',
  at: '2026-11-20T00:12:00.000Z',
  facts: {
    number: 'VOC-26-7KQ4M',
    type: 'customer_voice',
    subtype: 'waiting',
    formVersion: 2,
    level: 2,
    state: 'received',
    office: 'midori',
    line: ['midori', 'block-minami-kanto'],
    drill: false,
    foundAt: '2026-11-19T07:00:00.000Z',
  },
  content: JSON.stringify(filing),
};
const routed = event('routed', {
  primary: 'service-promotion',
  copies: ['midori'],
  referrals: ['compliance-desk'],
  visibility: 'units',
  escalation: ['manager'],
  rules: ['R32@1', 'R13@2'],
});

function event(
  kind: NewEvent['kind'],
  facts: NewEvent['facts'] = {},
  content: object | null = null,
): NewEvent {
  return {
    kind,
    actor: 'sato',
    at: '2026-11-20T01:00:00.000Z',
    facts,
    content: content && JSON.stringify(content),
  };
}

function recorded(...news: NewEvent[]): RecordedEvent[] {
  let head = emptyChain('report-1', sha256);
  return news.map((one) => {
    const linked = link('report-1', head, one, 'salt', sha256);
    head = { seq: linked.event.seq, hash: linked.event.hash };
    return { event: linked.event, body: linked.content?.body ?? null };
  });
}

function folded(...news: NewEvent[]): Report {
  return foldReport(recorded(filed, routed, ...news));
}

describe('a report', () => {
  it('is what was filed and where it was sent', () => {
    expect(folded()).toMatchObject({
      id: 'report-1',
      number: 'VOC-26-7KQ4M',
      type: 'customer_voice',
      level: 2,
      state: 'received',
      reporter: 'yamada',
      office: 'midori',
      primary: 'service-promotion',
      copies: ['midori'],
      referrals: ['compliance-desk'],
      visibility: 'units',
      rules: [
        { id: 'R32', version: 1 },
        { id: 'R13', version: 2 },
      ],
      gist: '待ち時間が長いと言われた',
      filing,
      filedAt: filed.at,
      foundAt: '2026-11-19T07:00:00.000Z',
      holder: null,
      links: [],
    });
  });

  it('is seen by nobody before it was routed', () => {
    expect(foldReport(recorded(filed))).toMatchObject({ visibility: 'sealed', primary: '', copies: [] });
  });

  it('begins with its filed event and has only one', () => {
    expect(() => foldReport([])).toThrow();
    expect(() => foldReport(recorded(routed))).toThrow();
    expect(() => folded(filed)).toThrow();
  });

  it('folded from all events is the report one event earlier and the last event', () => {
    fc.assert(
      fc.property(fc.array(anEvent(), { maxLength: 12 }), (news) => {
        const events = recorded(filed, routed, ...news);
        const [first, ...rest] = events;
        if (!first) throw new Error('no first event');
        let report = foldReport([first]);
        for (const [index, one] of rest.entries()) {
          const before = JSON.stringify(report);
          const next = apply(report, one);
          expect(JSON.stringify(report)).toBe(before);
          expect(next).toEqual(foldReport(events.slice(0, index + 2)));
          report = next;
        }
        expect(report.head).toEqual({ seq: events.length, hash: events.at(-1)?.event.hash });
        expect(report.steps).toHaveLength(events.length);
        expect(JSON.parse(JSON.stringify(report))).toEqual(report);
      }),
    );
  });
});

describe('what happens to a report', () => {
  it('taking makes the taker its holder and moves it', () => {
    expect(folded(event('taken', { state: 'in_progress' }))).toMatchObject({
      holder: 'sato',
      state: 'in_progress',
    });
  });

  it('acknowledging moves it and leaves it without a holder', () => {
    expect(folded(event('acknowledged', { state: 'acknowledged' }))).toMatchObject({
      holder: null,
      state: 'acknowledged',
    });
  });

  it('a correction changes one answer, and the level only where it says so', () => {
    const to = { kind: 'choice', choice: 'phone' };
    const changed = folded(
      event('corrected', { field: 'channel', level: 3 }, { field: 'channel', from: null, to }),
    );
    expect(changed.filing.answers).toEqual({ channel: to });
    expect(changed.level).toBe(3);
    expect(folded(event('corrected', { field: 'channel' }, { field: 'channel', from: null, to })).level).toBe(
      2,
    );
  });

  it('a correction whose content was purged leaves the answers as they were', () => {
    const report = folded(event('corrected', { field: 'channel', level: 3 }));
    expect(report.filing.answers).toEqual(filing.answers);
    expect(report.level).toBe(3);
  });

  it('a new route replaces the old one as a whole', () => {
    const again = event('routed', {
      primary: 'planning',
      copies: [],
      visibility: 'restricted',
      rules: ['R33@1'],
    });
    expect(folded(again)).toMatchObject({
      primary: 'planning',
      copies: [],
      referrals: [],
      escalation: [],
      visibility: 'restricted',
      rules: [{ id: 'R33', version: 1 }],
    });
  });

  it('links are collected', () => {
    const links = folded(
      event('linked', { number: 'INC-26-6TN3K', visibility: 'restricted' }),
      event('linked', { number: 'PRP-26-2WD8K', visibility: 'open' }),
    ).links;
    expect(links).toEqual([
      { number: 'INC-26-6TN3K', visibility: 'restricted' },
      { number: 'PRP-26-2WD8K', visibility: 'open' },
    ]);
  });

  it('triage opens a voice that was waiting for it', () => {
    expect(folded(event('updated', { state: 'acknowledged', opens: 'open' })).visibility).toBe('open');
    expect(folded(event('updated', { state: 'acknowledged' })).visibility).toBe('units');
  });

  it('an addition is a step with its text and changes nothing else', () => {
    const report = folded(event('added', {}, { text: '追加' }));
    const { steps, head } = report;
    expect(report).toEqual({ ...folded(), steps, head });
    expect(steps.at(-1)).toMatchObject({ kind: 'added', note: JSON.stringify({ text: '追加' }) });
  });

  it('an update without a state stays where it is', () => {
    expect(folded(event('updated', {}, { text: '聞き取り中' })).state).toBe('received');
  });
});

describe('a report whose content was purged', () => {
  const purged = foldReport(
    recorded(filed, routed).map((one, index) => (index === 0 ? { ...one, body: null } : one)),
  );

  it('still says what it was, where it went and since when, and nothing that people wrote', () => {
    expect(purged).toMatchObject({
      number: 'VOC-26-7KQ4M',
      type: 'customer_voice',
      subtype: 'waiting',
      primary: 'service-promotion',
      gist: '',
      filing: {
        type: 'customer_voice',
        subtype: 'waiting',
        formVersion: 2,
        text: '',
        answers: {},
        evidence: [],
      },
    });
    expect(JSON.stringify(purged)).not.toContain('待ち時間');
  });
});

describe('the gist', () => {
  it('is at most 80 whole characters on one line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (words) => {
        const gist = gistOf(words);
        expect([...gist].length).toBeLessThanOrEqual(80);
        expect(gist).not.toMatch(/[\n\r]/);
        expect(gist.isWellFormed()).toBe(true);
      }),
    );
  });

  it('is cut only when it is longer', () => {
    expect(gistOf('あ'.repeat(80))).toBe('あ'.repeat(80));
    expect(gistOf('𠮟'.repeat(81))).toBe(`${'𠮟'.repeat(79)}…`);
    expect(gistOf('  窓口で\n別の方の　通知書 ')).toBe('窓口で 別の方の 通知書');
  });
});

function anEvent(): fc.Arbitrary<NewEvent> {
  const state = fc.constantFrom('acknowledged', 'in_progress', 'answered');
  const to = fc.constantFrom({ kind: 'choice', choice: 'phone' }, { kind: 'unknown' });
  return fc.oneof(
    state.map((one) => event('acknowledged', { state: one })),
    state.map((one) => event('taken', { state: one })),
    state.map((one) => event('updated', { state: one, opens: 'open' }, { text: one })),
    fc
      .record({ to, level: fc.constantFrom(2, 3, 4) })
      .map(({ to: answer, level }) =>
        event('corrected', { field: 'channel', level }, { field: 'channel', from: null, to: answer }),
      ),
    fc.constant(event('linked', { number: 'INC-26-6TN3K' })),
    fc.constant(event('added', {}, { text: '追加' })),
    fc.constant(event('withdrawn', {})),
    fc.constant(
      event('routed', {
        primary: 'planning',
        copies: ['quality'],
        visibility: 'restricted',
        rules: ['R33@1'],
      }),
    ),
  );
}
