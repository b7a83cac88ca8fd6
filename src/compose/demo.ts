import { createDirectory } from '../application/directory.ts';
import type { DemoMaterial, Seeding } from '../application/ports.ts';
import { localOf } from '../domain/business-time.ts';
import { withOfficeStaff } from '../demo/office-staff.ts';
import { seedDemo } from '../demo/seed-demo.ts';
import type { Store } from '../storage/open-store.ts';
import { wordsOver, type Organized, type Understandings } from './knowledge.ts';
import { systemClock, systemHash } from './node-ports.ts';

const SEED = 'tsutae';
const REPORTS = 5_000;

/** The organisation with the invented staff that reports in the seeded example. */
export function populated(organized: Organized, material: DemoMaterial): Organized {
  const { calendar } = organized.catalogue;
  const today = localOf(calendar, systemClock.now()).date;
  const catalogue = withOfficeStaff(organized.catalogue, material.staff, today);
  return { ...organized, catalogue, words: wordsOver(catalogue, systemClock) };
}

interface DemoHouse {
  organized: Organized;
  understandings: Understandings;
  material: DemoMaterial;
  store: Pick<Store, 'seeding'>;
}

/** Fills the store with the seeded example, unless it has it; false when it was broken off. */
export function seedStore(
  { organized: { catalogue }, understandings: { recognizer }, material, store }: DemoHouse,
  onProgress: (seeding: Seeding) => void,
  signal: AbortSignal,
): Promise<boolean> {
  const { organization, calendar } = catalogue;
  const { date } = localOf(calendar, systemClock.now());
  const directory = createDirectory({ organization, platforms: ['web'], today: () => date });
  const parts = { catalogue, material, recognizer, hash: systemHash, directory, seeding: store.seeding };
  return seedDemo(parts, { seed: SEED, reports: REPORTS, today: date }, onProgress, signal);
}
