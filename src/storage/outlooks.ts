import { outlookColumns, reportOf, type OutlookOf } from './report-row.ts';
import { Prisma, type PrismaClient, type Report as Row } from './generated/client.ts';

const NAME = 'outlook';
const AT_ONCE = 500;

/**
 * What comes next is worked out with every event; when the rules themselves have changed since, it is worked out
 * again for every report.
 * @param rules what the outlook is worked out by, as a text that is the same for the same rules
 */
export async function refreshOutlooks(
  prisma: PrismaClient,
  outlookOf: OutlookOf,
  rules: string,
  stopping?: AbortSignal,
): Promise<void> {
  const before = await prisma.workedOut.findUnique({ where: { name: NAME } });
  if (before?.rules === rules) return;
  for (let after: string | null = null; ;) {
    if (stopping?.aborted) return;
    const rows: Row[] = await page(prisma, after);
    await write(prisma, rows, outlookOf);
    const last = rows.at(-1);
    if (!last) break;
    after = last.id;
  }
  await prisma.workedOut.upsert({
    where: { name: NAME },
    create: { name: NAME, rules },
    update: { rules },
  });
}

function page(prisma: PrismaClient, after: string | null): Promise<Row[]> {
  return prisma.report.findMany({
    where: after === null ? {} : { id: { gt: after } },
    orderBy: { id: 'asc' },
    take: AT_ONCE,
  });
}

/** Only what differs, and only where no event has come since it was read. */
async function write(prisma: PrismaClient, rows: readonly Row[], outlookOf: OutlookOf): Promise<void> {
  const changed = rows.flatMap((row) => {
    const { open, phase, closedAt, nextDue, nextLook } = outlookColumns(reportOf(row), outlookOf);
    const same =
      row.open === open &&
      row.phase === phase &&
      isSame(row.closedAt, closedAt) &&
      isSame(row.nextDue, nextDue) &&
      isSame(row.nextLook, nextLook);
    const at = Prisma.sql`${closedAt}::timestamptz, ${nextDue}::timestamptz, ${nextLook}::timestamptz`;
    return same
      ? []
      : [Prisma.sql`(${row.id}::uuid, ${row.headSeq}::int, ${open}::boolean, ${phase}::text, ${at})`];
  });
  if (changed.length === 0) return;
  await prisma.$executeRaw`
    UPDATE report SET open = new.open, phase = new.phase, closed_at = new.closed_at, next_due = new.next_due,
      next_look = new.next_look
    FROM (VALUES ${Prisma.join(changed)}) AS new(id, head_seq, open, phase, closed_at, next_due, next_look)
    WHERE report.id = new.id AND report.head_seq = new.head_seq`;
}

function isSame(a: Date | null, b: Date | null): boolean {
  return a?.getTime() === b?.getTime();
}
