import type { DemoMaterial } from '../../src/application/ports.ts';
import { moment, type Surroundings } from '../../src/application/surroundings.ts';
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
  const store = openStore({ database, enqueue: () => Promise.resolve(), log: SILENT });
  await settlePurpose(database.prisma, true);
  const { today } = moment(surroundings);
  await seedDemo({ ...surroundings, material, seeding: store.seeding }, { seed: 'bench', reports, today });
  // A server does this by itself, some time after so many new rows.
  await database.execute('VACUUM ANALYZE');
  await store.stop();
}
