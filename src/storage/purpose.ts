import type { PrismaClient } from './generated/client.ts';
import { inTransaction } from './transaction.ts';

export const PURPOSE_ID = 1;

/**
 * What the database is for: settled by whoever starts first, and for good. One that held anything before purposes
 * were written down is real.
 * @returns whether it is for the seeded example
 */
export function settlePurpose(prisma: PrismaClient, demo: boolean): Promise<boolean> {
  return inTransaction(prisma, async (tx) => {
    await tx.$executeRaw`
      INSERT INTO purpose (id, demo)
      SELECT ${PURPOSE_ID}, ${demo} AND NOT EXISTS (SELECT 1 FROM report) AND NOT EXISTS (SELECT 1 FROM inbox_entry)
      ON CONFLICT (id) DO NOTHING`;
    const purpose = await tx.purpose.findUniqueOrThrow({ where: { id: PURPOSE_ID } });
    return purpose.demo;
  });
}
