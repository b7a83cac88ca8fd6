import fc from 'fast-check';
import { expect, test } from 'vitest';
import type {
  Listing,
  ListOrder,
  Narrowing,
  ReportList,
} from '../../../src/application/ports/report-reader.ts';
import type { Actor } from '../../../src/domain/organization.ts';
import { ROLES } from '../../../src/domain/organization.ts';
import { inScope, scopeOf, type Scope } from '../../../src/domain/permission.ts';
import type { Report } from '../../../src/domain/report.ts';
import { LEVELS } from '../../../src/domain/severity.ts';
import { REPORT_LABELS } from '../../../src/domain/understanding.ts';
import { VISIBILITIES } from '../../../src/domain/visibility.ts';
import { PHASES } from '../../../src/domain/workflow.ts';
import type { Store } from '../../../src/storage/open-store.ts';
import { anOutlook, aReport } from '../../support/storage-samples.ts';
import type { Given } from '../storage-contract.ts';

const moment = fc
  .record({ day: fc.integer({ min: 10, max: 24 }), hour: fc.constantFrom(0, 3, 15) })
  .map(({ day, hour }) => new Date(Date.UTC(2026, 10, day, hour)).toISOString());
const unit = fc.constantFrom('d-risk', 'd-service', 'o-midori');
const person = fc.constantFrom('p-001', 'p-002', 'p-003');
const holder = fc.option(person, { nil: null });

const report = fc
  .record({
    type: fc.constantFrom(...REPORT_LABELS),
    level: fc.constantFrom(...LEVELS),
    visibility: fc.constantFrom(...VISIBILITIES),
    state: fc.constantFrom(...PHASES),
    reporter: person,
    office: unit,
    primary: unit,
    copies: fc.uniqueArray(unit, { maxLength: 2 }),
    holder,
    filedAt: moment,
    foundAt: fc.option(moment, { nil: null }),
    drill: fc.boolean(),
  })
  .map(({ drill, ...over }) => {
    const one = aReport(over);
    return { ...one, filing: { ...one.filing, drill } };
  });

const actor: fc.Arbitrary<Actor> = fc.record({
  person,
  standings: fc.array(fc.record({ role: fc.constantFrom(...ROLES), unit }), { maxLength: 4 }),
});

const people = fc.uniqueArray(person);

const list: fc.Arbitrary<ReportList> = fc.oneof(
  fc.constant({ kind: 'all' as const }),
  person.map((who) => ({ kind: 'mine' as const, person: who })),
  fc.record({ kind: fc.constant('tasks' as const), people, units: fc.uniqueArray(unit) }),
  fc.record({ kind: fc.constant('overdue' as const), people, units: fc.uniqueArray(unit), now: moment }),
  fc.record({ kind: fc.constant('board' as const), unit, closedSince: moment }),
);

const narrowing: fc.Arbitrary<Narrowing> = fc.record(
  {
    type: fc.constantFrom(...REPORT_LABELS),
    state: fc.constantFrom(...PHASES),
    office: unit,
    phase: fc.constantFrom(...PHASES),
    open: fc.boolean(),
    level: fc.constantFrom(...LEVELS),
    unit,
    holder,
    due: fc.oneof(
      fc.constant('none' as const),
      fc.record({ from: moment, before: moment }, { requiredKeys: [] }),
    ),
    since: moment,
    until: moment,
    before: moment,
    drill: fc.boolean(),
  },
  { requiredKeys: [] },
);

const order = fc.constantFrom<ListOrder[]>('newest', 'due', 'closed');

/** Written apart from the queries, as slowly and plainly as it can be said. */
function isListed(one: Report, wanted: ReportList, scope: Scope): boolean {
  const { open, nextDue, closedAt } = anOutlook(one);
  if (wanted.kind === 'mine')
    return one.reporter === wanted.person && one.visibility !== 'sealed' && one.type !== 'compliance';
  if (!inScope(scope, one)) return false;
  switch (wanted.kind) {
    case 'all':
      return true;
    case 'tasks':
      return (
        open && (held(wanted.people, one) || (one.holder === null && wanted.units.includes(one.primary)))
      );
    case 'overdue': {
      const theirs = held(wanted.people, one) || wanted.units.includes(one.primary);
      return open && theirs && nextDue !== null && nextDue < wanted.now;
    }
    case 'board':
      return one.primary === wanted.unit && (closedAt === null || closedAt >= wanted.closedSince);
  }
}

function held(people: readonly string[], { holder }: Report): boolean {
  return holder !== null && people.includes(holder);
}

function suits(one: Report, asked: Narrowing): boolean {
  const { open, phase } = anOutlook(one);
  const { type, state, office, level, primary, holder, filing } = one;
  const { due, since, until, before, numbers: _, ...plain } = asked;
  const values: Record<string, unknown> = {
    type,
    state,
    office,
    level,
    unit: primary,
    holder,
    drill: filing.drill,
    open,
    phase,
  };
  const same = Object.entries<unknown>(plain).every(
    ([name, wanted]) => wanted === undefined || values[name] === wanted,
  );
  return same && isFiled(one, { since, until, before }) && isDue(one, due);
}

function isFiled({ filedAt }: Report, { since, until, before }: Narrowing): boolean {
  return filedAt >= (since ?? '') && filedAt <= (until ?? '9999') && filedAt < (before ?? '9999');
}

function isDue(one: Report, due: Narrowing['due']): boolean {
  const { nextDue } = anOutlook(one);
  if (due === undefined) return true;
  if (due === 'none') return nextDue === null;
  if (due.from === undefined && due.before === undefined) return true;
  return nextDue !== null && nextDue >= (due.from ?? '') && nextDue < (due.before ?? '9999');
}

const text = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function compare(by: ListOrder): (a: Report, b: Report) => number {
  switch (by) {
    case 'newest':
      return (a, b) => text(b.filedAt, a.filedAt) || text(b.id, a.id);
    case 'due':
      return (a, b) =>
        text(anOutlook(a).nextDue ?? '9999', anOutlook(b).nextDue ?? '9999') || text(a.number, b.number);
    case 'closed':
      return (a, b) =>
        text(anOutlook(b).closedAt ?? '', anOutlook(a).closedAt ?? '') || text(a.number, b.number);
  }
}

async function everyPage(store: Store, scope: Scope, listing: Listing, limit: number): Promise<Report[]> {
  const seen: Report[] = [];
  for (;;) {
    const last = seen.at(-1);
    const { nextDue, closedAt } = last ? anOutlook(last) : { nextDue: null, closedAt: null };
    const at = { newest: null, due: nextDue, closed: closedAt }[listing.order];
    const after = last && { number: last.number, at };
    const page = await store.reports.page(scope, listing, { limit, ...(after && { after }) });
    seen.push(...page);
    if (page.length < limit) return seen;
  }
}

export function narrowingCases(given: Given): void {
  test('every list, however it is narrowed and ordered, is what a plain reading of it says, page by page', async () => {
    const { store } = given();
    const reports = fc.sample(report, { numRuns: 120, seed: 20261120 });
    await store.work.transact(async (tx) => {
      for (const one of reports) await tx.reports.create(one, [], [{ text: '番号札', weight: 1 }]);
    });
    const listing: fc.Arbitrary<Listing> = fc.record({
      list,
      where: fc.array(narrowing, { maxLength: 2 }),
      order,
    });
    await fc.assert(
      fc.asyncProperty(actor, listing, fc.integer({ min: 7, max: 60 }), async (who, asked, limit) => {
        const scope = scopeOf(who);
        const wanted = reports
          .filter((one) => isListed(one, asked.list, scope) && asked.where.every((each) => suits(one, each)))
          .sort(compare(asked.order));
        const seen = await everyPage(store, scope, asked, limit);
        expect(seen.map(({ number }) => number)).toEqual(wanted.map(({ number }) => number));
        expect(await store.reports.count(scope, asked, limit)).toBe(Math.min(limit, wanted.length));
        const found = await store.reports.candidates(scope, [{ text: '番号札', weight: 1 }], 200, asked);
        const findable = wanted.filter(
          ({ visibility, type }) => visibility !== 'sealed' && type !== 'compliance',
        );
        expect(found.map((one) => one.report.number).sort()).toEqual(
          findable.map(({ number }) => number).sort(),
        );
      }),
      { numRuns: 150 },
    );
  });

  test('numbers alone can be asked for, inside the list and the scope', async () => {
    const { store } = given();
    const reports = [aReport(), aReport({ state: 'closed' }), aReport({ primary: 'd-service' })];
    await store.work.transact(async (tx) => {
      for (const one of reports) await tx.reports.create(one, [], []);
    });
    const asked: Listing = {
      list: { kind: 'tasks', people: ['p-009'], units: ['d-risk'] },
      where: [{ numbers: reports.map(({ number }) => number) }],
      order: 'due',
    };
    const scope = scopeOf({ person: 'p-009', standings: [{ role: 'audit', unit: 'd-audit' }] });
    const page = await store.reports.page(scope, asked, { limit: 9 });
    expect(page.map(({ number }) => number)).toEqual([reports[0]?.number]);
    expect(await store.reports.page({ person: 'p-009', clauses: [] }, asked, { limit: 9 })).toEqual([]);
  });
}
