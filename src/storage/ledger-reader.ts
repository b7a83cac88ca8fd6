import type { LedgerReader } from '../application/ports/ledger-reader.ts';
import type { EventFacts, EventKind, LedgerEvent } from '../domain/ledger.ts';
import { checkpointOf } from './checkpoints.ts';
import type { Queries } from './connect-prisma.ts';
import {
  Prisma,
  type LedgerContent,
  type LedgerEvent as Row,
  type PrismaClient,
} from './generated/client.ts';
import { instant } from './instants.ts';
import { reportOf } from './report-row.ts';
import { inTransaction } from './transaction.ts';

type Chain = ReturnType<LedgerReader['chains']> extends AsyncIterable<infer C> ? C : never;
type Recorded = Row & { content: LedgerContent | null };

const PAGE = 200;

export function ledgerReader(db: PrismaClient): LedgerReader {
  return {
    chains: () => chains(db),
    async checkpoints() {
      const rows = await db.checkpoint.findMany({ orderBy: { number: 'asc' } });
      return rows.map(checkpointOf);
    },
  };
}

async function* chains(db: PrismaClient): AsyncIterable<Chain> {
  let after: string | null = null;
  for (;;) {
    // One snapshot per page: a report must not get ahead of its events between two queries.
    const page: Chain[] = await inTransaction(db, (tx) => chainsAfter(tx, after), 'RepeatableRead');
    yield* page;
    after = page.at(-1)?.report ?? null;
    if (after === null) return;
  }
}

/** Reports without events and events without a report are chains too: both are flaws that must be seen. */
async function chainsAfter(tx: Queries, after: string | null): Promise<Chain[]> {
  const beyond = after === null ? Prisma.sql`TRUE` : Prisma.sql`id > ${after}::uuid`;
  const found = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM (SELECT id FROM report UNION SELECT report_id FROM ledger_event) AS known
    WHERE ${beyond} ORDER BY id LIMIT ${PAGE}`;
  const ids = found.map((row) => row.id);
  const rows = await tx.report.findMany({ where: { id: { in: ids } } });
  const events = await tx.ledgerEvent.findMany({
    where: { reportId: { in: ids } },
    include: { content: true },
    orderBy: [{ reportId: 'asc' }, { seq: 'asc' }],
  });
  const rowById = new Map(rows.map((row) => [row.id, row]));
  const eventsById = byReport(events);
  return ids.map((report) => {
    const row = rowById.get(report);
    return {
      report,
      number: row?.number ?? '',
      head: row ? { seq: row.headSeq, hash: row.headHash } : null,
      events: (eventsById.get(report) ?? []).map(recordedOf),
      row: row ? reportOf(row) : null,
    };
  });
}

function byReport(events: readonly Recorded[]): Map<string, Recorded[]> {
  const grouped = new Map<string, Recorded[]>();
  for (const event of events) {
    const chain = grouped.get(event.reportId);
    if (chain) chain.push(event);
    else grouped.set(event.reportId, [event]);
  }
  return grouped;
}

function recordedOf(row: Recorded): Chain['events'][number] {
  const { salt, body, purgedAt } = row.content ?? { salt: null, body: null, purgedAt: null };
  return {
    position: Number(row.position),
    event: eventOf(row),
    content: salt !== null && body !== null ? { salt, body } : null,
    purged: purgedAt !== null,
  };
}

function eventOf(row: Row): LedgerEvent {
  return {
    report: row.reportId,
    seq: row.seq,
    kind: row.kind as EventKind,
    actor: row.actor,
    at: instant(row.at),
    facts: row.facts as EventFacts,
    commitment: row.commitment,
    previous: row.previous,
    hash: row.hash,
  };
}
