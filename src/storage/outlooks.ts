import { outlookColumns, reportOf, type OutlookOf } from './report-row.ts';
import { Prisma, type PrismaClient } from './generated/client.ts';

const NAME = 'outlook';
const AT_ONCE = 500;

/**
 * What comes next is worked out with every event; when the rules themselves have changed since, it is worked out
 * again for every report. A report that gets an event meanwhile has its own by the new rules already.
 * @param rules what the outlook is worked out by, as a text that is the same for the same rules
 */
export async function refreshOutlooks(
  prisma: PrismaClient,
  outlookOf: OutlookOf,
  rules: string,
): Promise<void> {
  const before = await prisma.workedOut.findUnique({ where: { name: NAME } });
  if (before?.rules === rules) return;
  for (let after: string | null = null; ;) {
    const rows: Awaited<ReturnType<typeof page>> = await page(prisma, after);
    const outlooks = rows.flatMap((row) => {
      const { open, nextDue } = outlookColumns(reportOf(row), outlookOf);
      const same = row.open === open && row.nextDue?.getTime() === nextDue?.getTime();
      return same
        ? []
        : [Prisma.sql`(${row.id}::uuid, ${row.headSeq}::int, ${open}::boolean, ${nextDue}::timestamptz)`];
    });
    if (outlooks.length > 0)
      await prisma.$executeRaw`
        UPDATE report SET open = new.open, next_due = new.next_due
        FROM (VALUES ${Prisma.join(outlooks)}) AS new(id, head_seq, open, next_due)
        WHERE report.id = new.id AND report.head_seq = new.head_seq`;
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

function page(prisma: PrismaClient, after: string | null) {
  return prisma.report.findMany({
    where: after === null ? {} : { id: { gt: after } },
    orderBy: { id: 'asc' },
    take: AT_ONCE,
  });
}
