import type { DemoMaterial } from '../../src/application/ports.ts';
import { moment, type Surroundings } from '../../src/application/surroundings.ts';
import { outlooks } from '../../src/compose/outlook.ts';
import { seedDemo } from '../../src/demo/seed-demo.ts';
import type { Database } from '../../src/storage/database.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { settlePurpose } from '../../src/storage/purpose.ts';
import { SILENT } from './new-database.ts';

/** Fills an empty database with reports of the seeded example's generator, the same ones each time of one day. */
export async function populate(
  database: Database,
  surroundings: Surroundings,
  material: DemoMaterial,
  reports: number,
): Promise<void> {
  // As the program does: what is open, and what is due when, is worked out with every report.
  const { outlookOf } = outlooks(surroundings.catalogue, surroundings.hash);
  const store = openStore({ database, enqueue: () => Promise.resolve(), log: SILENT, outlookOf });
  await settlePurpose(database.prisma, true);
  const { today } = moment(surroundings);
  await seedDemo({ ...surroundings, material, seeding: store.seeding }, { seed: 'bench', reports, today });
  // A server does this by itself, some time after so many new rows.
  await database.execute('VACUUM ANALYZE');
  await store.stop();
}
