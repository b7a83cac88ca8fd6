import path from 'node:path';
import type { DemoMaterial } from '../../src/application/ports.ts';
import type { Surroundings } from '../../src/application/surroundings.ts';
import { createDirectory } from '../../src/application/directory.ts';
import { loadDemoMaterial } from '../../src/catalog/load-demo-material.ts';
import { populated } from '../../src/compose/demo.ts';
import { learn, organize, type Organized } from '../../src/compose/knowledge.ts';
import { systemClock, systemHash, systemIds } from '../../src/compose/node-ports.ts';
import { readConfig } from '../../src/config.ts';
import { localOf } from '../../src/domain/business-time.ts';
import { silentMessenger } from '../../test/support/silent-messenger.ts';
import { SILENT } from './new-database.ts';

const ROOT = path.join(import.meta.dirname, '../..');

/**
 * The real organisation with the seeded example's staff, recogniser and mask, as the program composes them; nothing is
 * sent anywhere.
 */
export async function realSurroundings(): Promise<{
  surroundings: Surroundings;
  organized: Organized;
  material: DemoMaterial;
}> {
  const config = readConfig({}, ROOT);
  if (!config.ok) throw new Error('the defaults cannot be used');
  const organized = await organize(config.value);
  if (!organized.ok) throw new Error(organized.problem[0]?.problem);
  const material = await loadDemoMaterial(config.value.organization, organized.value.catalogue);
  if (!material.ok) throw new Error(material.problem[0]?.problem);
  const staffed = populated(organized.value, material.value);
  const { catalogue, words } = staffed;
  const today = () => localOf(catalogue.calendar, systemClock.now()).date;
  const surroundings = {
    catalogue,
    words,
    ...(await learn(config.value, staffed)),
    clock: systemClock,
    ids: systemIds,
    hash: systemHash,
    log: SILENT,
    directory: createDirectory({ organization: catalogue.organization, platforms: ['web'], today }),
    messenger: silentMessenger(),
  };
  return { surroundings, organized: staffed, material: material.value };
}
