import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canonical,
  emptyChain,
  EVENT_KINDS,
  firstFlaw,
  link,
  type Content,
  type LedgerEvent,
  type NewEvent,
} from '../../src/domain/ledger.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const REPORT = 'report-1';

interface Chain {
  events: LedgerEvent[];
  contents: (Content | null)[];
}

function chainOf(news: readonly NewEvent[], report = REPORT): Chain {
  let head = emptyChain(report, sha256);
  const chain: Chain = { events: [], contents: [] };
  for (const [index, one] of news.entries()) {
    const { event, content } = link(report, head, one, `salt-${index}`, sha256);
    chain.events.push(event);
    chain.contents.push(content);
    head = { seq: event.seq, hash: event.hash };
  }
  return chain;
}

function flawOf({ events, contents }: Chain, original: readonly LedgerEvent[] = events) {
  const bySeq = new Map(original.map((event, index) => [event.seq, contents[index] ?? null]));
  return firstFlaw(REPORT, events, (event) => bySeq.get(event.seq) ?? null, sha256);
}

const anEvent: fc.Arbitrary<NewEvent> = fc.record({
  kind: fc.constantFrom(...EVENT_KINDS),
  actor: fc.constantFrom('yamada', 'tanaka', 'system'),
  at: fc.nat(1e9).map((ms) => new Date(1.79e12 + ms).toISOString()),
  facts: fc.dictionary(
    fc.constantFrom('state', 'level', 'copies', 'drill', 'holder'),
    fc.oneof(fc.string(), fc.nat(), fc.boolean(), fc.constant(null), fc.array(fc.string(), { maxLength: 3 })),
  ),
  content: fc.option(fc.string()),
});
const aChain = fc.array(anEvent, { minLength: 2, maxLength: 6 }).map((news) => chainOf(news));
const aPlace = fc.nat(100);

describe('a chain', () => {
  it('counts from one, points back to the report itself, and each event to the one before', () => {
    fc.assert(
      fc.property(aChain, ({ events }) => {
        expect(events.map(({ seq }) => seq)).toEqual(events.map((_event, index) => index + 1));
        const before = [emptyChain(REPORT, sha256).hash, ...events.map(({ hash }) => hash)];
        expect(events.map(({ previous }) => previous)).toEqual(before.slice(0, -1));
      }),
    );
  });

  it('as it was written has no flaw', () => {
    fc.assert(
      fc.property(aChain, (chain) => {
        expect(flawOf(chain)).toBeNull();
      }),
    );
    expect(flawOf({ events: [], contents: [] })).toBeNull();
  });

  it('begins differently for each report, so that chains cannot be exchanged', () => {
    expect(emptyChain('a', sha256)).not.toEqual(emptyChain('b', sha256));
    const other = chainOf(
      [{ kind: 'filed', actor: 'yamada', at: 'now', facts: {}, content: null }],
      'report-2',
    );
    expect(flawOf(other)).toEqual({ seq: 1, flaw: 'broken_link' });
  });

  it('commits to its contents without telling them, and alike contents differently', () => {
    const said: NewEvent = { kind: 'added', actor: 'yamada', at: 'now', facts: {}, content: '通知書' };
    const { events } = chainOf([said, said]);
    expect(canonical(events)).not.toContain('通知書');
    expect(events[0]?.commitment).not.toBe(events[1]?.commitment);
  });
});

describe('the first flaw', () => {
  it('is the event of which any single field was changed', () => {
    const change = fc.constantFrom<(event: LedgerEvent) => LedgerEvent>(
      (event) => ({ ...event, report: 'another' }),
      (event) => ({ ...event, kind: event.kind === 'taken' ? 'updated' : 'taken' }),
      (event) => ({ ...event, actor: `${event.actor}x` }),
      (event) => ({ ...event, at: `${event.at}x` }),
      (event) => ({ ...event, facts: { ...event.facts, planted: true } }),
      (event) => ({ ...event, facts: { other: 1 } }),
      (event) => ({ ...event, commitment: event.commitment === null ? sha256('') : null }),
      (event) => ({ ...event, previous: sha256(event.previous) }),
      (event) => ({ ...event, hash: sha256(event.hash) }),
    );
    fc.assert(
      fc.property(aChain, aPlace, change, (chain, at, changed) => {
        const index = at % chain.events.length;
        const events = chain.events.map((event, place) => (place === index ? changed(event) : event));
        expect(flawOf({ ...chain, events })?.seq).toBe(index + 1);
      }),
      { numRuns: 1000 },
    );
  });

  it('is at the place where an event was taken out or put elsewhere', () => {
    fc.assert(
      fc.property(aChain, aPlace, (chain, at) => {
        const index = at % (chain.events.length - 1);
        const without = chain.events.filter((_event, place) => place !== index);
        expect(flawOf({ ...chain, events: without }, chain.events)).toMatchObject({ flaw: 'out_of_order' });
        const swapped = chain.events
          .with(index, chain.events[index + 1] as LedgerEvent)
          .with(index + 1, chain.events[index] as LedgerEvent);
        expect(flawOf({ ...chain, events: swapped }, chain.events)).toMatchObject({
          seq: index + 2,
          flaw: 'out_of_order',
        });
      }),
    );
  });

  it('is the event that was written anew with its hash, or the one after it', () => {
    fc.assert(
      fc.property(aChain, aPlace, (chain, at) => {
        const index = at % (chain.events.length - 1);
        const event = chain.events[index] as LedgerEvent;
        const anew = { ...event, actor: 'somebody-else', content: chain.contents[index]?.body ?? null };
        const head = { seq: index, hash: event.previous };
        const forged = link(REPORT, head, anew, `salt-${index}`, sha256).event;
        const events = chain.events.with(index, forged);
        expect(flawOf({ ...chain, events })).toEqual({ seq: index + 2, flaw: 'broken_link' });
      }),
    );
  });

  it('is the event whose content or salt is not what was written', () => {
    const other = fc.constantFrom<(content: Content) => Content>(
      ({ salt, body }) => ({ salt, body: `${body}.` }),
      ({ salt, body }) => ({ salt: `${salt}.`, body }),
    );
    fc.assert(
      fc.property(fc.array(anEvent, { minLength: 1, maxLength: 5 }), aPlace, other, (news, at, changed) => {
        const chain = chainOf(news.map((one) => ({ ...one, content: one.content ?? '' })));
        const index = at % news.length;
        const contents = chain.contents.map((one, place) => (one && place === index ? changed(one) : one));
        expect(flawOf({ ...chain, contents })).toEqual({ seq: index + 1, flaw: 'content_altered' });
      }),
    );
  });

  it('is a content where none was written', () => {
    const { events } = chainOf([{ kind: 'taken', actor: 'tanaka', at: 'now', facts: {}, content: null }]);
    expect(flawOf({ events, contents: [{ salt: 's', body: 'planted' }] })).toEqual({
      seq: 1,
      flaw: 'content_altered',
    });
  });

  it('is none where contents were purged', () => {
    fc.assert(
      fc.property(aChain, fc.array(fc.boolean()), (chain, purged) => {
        const contents = chain.contents.map((one, index) => (purged[index] === true ? null : one));
        expect(flawOf({ ...chain, contents })).toBeNull();
      }),
    );
  });
});

describe('the canonical text', () => {
  it('is the same whatever the order of keys, at every depth', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonical(reversed(value))).toBe(canonical(value));
      }),
    );
  });

  it('differs for different values', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        fc.pre(JSON.stringify(a) !== JSON.stringify(b));
        if (canonical(a) === canonical(b)) expect(JSON.parse(canonical(a))).toEqual(JSON.parse(canonical(b)));
        expect(JSON.parse(canonical(a))).toEqual(JSON.parse(JSON.stringify(a)));
      }),
    );
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}
