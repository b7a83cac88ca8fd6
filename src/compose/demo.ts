import { createDirectory } from '../application/directory.ts';
import type { DemoMaterial, Seeding } from '../application/ports.ts';
import { localOf } from '../domain/business-time.ts';
import { withOfficeStaff } from '../demo/office-staff.ts';
import { seedDemo } from '../demo/seed-demo.ts';
import type { Store } from '../storage/open-store.ts';
import type { Organized, Understandings } from './knowledge.ts';
import { systemClock, systemHash } from './node-ports.ts';

const SEED = 'tsutae';
const REPORTS = 5_000;

/** The organisation with the invented staff that reports in the seeded example. */
export function populated(organized: Organized, material: DemoMaterial): Organized {
  const { calendar } = organized.catalogue;
  const today = localOf(calendar, systemClock.now()).date;
  const catalogue = withOfficeStaff(organized.catalogue, material.staff, today);
  return { ...organized, catalogue };
}

/** Fills the store with the seeded example, unless it has it. */
export async function seedStore(
  { catalogue }: Organized,
  { recognizer }: Understandings,
  material: DemoMaterial,
  { seeding }: Pick<Store, 'seeding'>,
  onProgress: (seeding: Seeding) => void,
): Promise<void> {
  const today = localOf(catalogue.calendar, systemClock.now()).date;
  const directory = createDirectory({ ...catalogue, platforms: ['web'], today: () => today });
  const parts = { catalogue, material, recognizer, hash: systemHash, directory, seeding };
  await seedDemo(parts, { seed: SEED, reports: REPORTS, today }, onProgress);
}
