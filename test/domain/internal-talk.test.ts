import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastAnswer } from '../../src/domain/alike.ts';
import { addMinutes } from '../../src/domain/business-time.ts';
import { cardView } from '../../src/domain/card-view.ts';
import { isComment } from '../../src/domain/comments.ts';
import { detailsView } from '../../src/domain/details-view.ts';
import { apply } from '../../src/domain/fold-report.ts';
import { saidBy } from '../../src/domain/know-how.ts';
import { EVENT_KINDS, type EventKind } from '../../src/domain/ledger.ts';
import { listedReport } from '../../src/domain/listed-report.ts';
import { newsView, toldOf } from '../../src/domain/news.ts';
import { noteOf } from '../../src/domain/note.ts';
import { outlookOf } from '../../src/domain/outlook.ts';
import { may } from '../../src/domain/permission.ts';
import { reportPageView } from '../../src/domain/report-page-view.ts';
import { receiptView, statusLine, statusView } from '../../src/domain/reporter-view.ts';
import type { Report, StepRecord } from '../../src/domain/report.ts';
import { threadOf } from '../../src/domain/thread.ts';
import { isInternal } from '../../src/domain/told-steps.ts';
import { whyDueView } from '../../src/domain/why-due.ts';
import { catalogue, on } from './acts/on.ts';
import { report, tokyo } from './moments.ts';

const { calendar } = catalogue;
const INTERNAL = EVENT_KINDS.filter(isInternal);
const TALK = INTERNAL.filter(isComment);
const OUTGOING: readonly EventKind[] = [
  'acknowledged',
  'taken',
  'asked',
  'replied',
  'answered',
  'added',
  'updated',
];

/** Who does what inside the departments, and never anything that others are told. */
const INSIDER = 'mori';
const REPORTER = 'yamada';
const FOLLOWER = 'kondo';
const READER = 'suzuki';
const SECRET = '部内のことば';

interface Happening {
  kind: EventKind;
  pick: number;
  pause: number;
}

function happenings(kinds: readonly EventKind[]): fc.Arbitrary<Happening[]> {
  const one = fc.record({ kind: fc.constantFrom(...kinds), pick: fc.nat(1000), pause: fc.nat(3 * 24 * 60) });
  return fc.array(one, { minLength: 1, maxLength: 14 });
}

const matters = fc.record({
  type: fc.constantFrom('incident' as const, 'proposal' as const, 'customer_voice' as const, 'risk' as const),
  visibility: fc.constantFrom('open' as const, 'units' as const, 'restricted' as const),
});

/** As the ledger folds it: what is internal is done by an insider and holds secret words. */
function reportOf(
  matter: { type: Report['type']; visibility: Report['visibility'] },
  drawn: Happening[],
): Report {
  const initial = catalogue.types.get(matter.type)?.workflow.initial ?? 'received';
  const filed = report({
    ...{
      reporter: REPORTER,
      followers: [FOLLOWER],
      primary: 'risk-compliance',
      copies: [],
      line: ['midori'],
    },
    ...{ ...matter, level: matter.type === 'proposal' ? 0 : 2, state: initial },
  });
  let at = tokyo('2026-11-20 09:20');
  return drawn.reduce((now, { kind, pick, pause }, index) => {
    const seq = now.steps.length + 1;
    at = addMinutes(at, pause);
    const inside = isInternal(kind);
    const text = inside ? `${SECRET}${index}` : `報告者が読むことば${index}`;
    const event = {
      ...{ report: now.id, seq, kind, at, commitment: null, previous: '', hash: '' },
      actor: inside ? INSIDER : kind === 'replied' || kind === 'added' ? REPORTER : 'tanaka',
      facts: { to: 1 + (pick % now.steps.length) },
    };
    return apply(now, { event, body: kind === 'comment_deleted' ? null : noteOf(text) });
  }, filed);
}

/** Everything that somebody without a part in the report can be shown or told of it. */
function shownTo(who: string, one: Report): unknown {
  const looking = on(one, who, { at: '2027-02-01 10:00' });
  const insider = may(looking.actor, 'comment', one);
  return {
    status: statusView(catalogue, one, calendar, { by: 'number', viewer: who }),
    line: statusLine(catalogue, one, calendar),
    receipt: receiptView(catalogue, [one], calendar),
    details: detailsView(catalogue, one, insider),
    page: reportPageView(looking),
    thread: threadOf(looking),
    card: cardView(catalogue, one, calendar),
    row: listedReport(catalogue, one, calendar, looking.now),
    why: whyDueView(catalogue, one, calendar, insider),
    outlook: outlookOf(catalogue, one, calendar),
    known: [lastAnswer(one), saidBy(one)],
    news: one.steps.flatMap((step) => newsTo(who, one, step)),
  };
}

function newsTo(who: string, one: Report, step: StepRecord): unknown[] {
  return toldOf(one, step).includes(who) ? [newsView(catalogue, one, calendar, step)] : [];
}

const OUTSIDERS = [REPORTER, FOLLOWER, READER];

describe('what is said inside the departments', () => {
  it('reaches nobody without a part in the report, neither its words nor its names', () => {
    fc.assert(
      fc.property(matters, happenings([...INTERNAL, ...OUTGOING]), (matter, drawn) => {
        const one = reportOf(matter, drawn);
        for (const who of OUTSIDERS) {
          const shown = JSON.stringify(shownTo(who, one));
          expect(shown).not.toContain(SECRET);
          expect(shown).not.toContain(`"${INSIDER}"`);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('leaves no trace: without the comments everything they see is the same', () => {
    fc.assert(
      fc.property(matters, happenings([...TALK, ...OUTGOING]), (matter, drawn) => {
        const one = reportOf(matter, drawn);
        const silent = { ...one, steps: one.steps.filter(({ kind }) => !isComment(kind)) };
        for (const who of OUTSIDERS) expect(shownTo(who, one)).toEqual(shownTo(who, silent));
      }),
      { numRuns: 300 },
    );
  });

  it('is there for those who have a part: the property would notice it', () => {
    const one = reportOf({ type: 'incident', visibility: 'open' }, [
      { kind: 'commented', pick: 0, pause: 5 },
    ]);
    const shown = JSON.stringify(shownTo('tanaka', one));
    expect(shown).toContain(`${SECRET}0`);
    expect(shown).toContain(`"${INSIDER}"`);
    expect(shownTo('tanaka', one)).not.toEqual(shownTo('tanaka', { ...one, steps: one.steps.slice(0, 1) }));
  });
});
