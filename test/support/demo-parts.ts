import { createDirectory } from '../../src/application/directory.ts';
import type { Directory, Masker, Recognizer } from '../../src/application/ports.ts';
import { loadDemoMaterial } from '../../src/catalog/load-demo-material.ts';
import { systemHash } from '../../src/compose/node-ports.ts';
import type { DemoParts } from '../../src/demo/demo-reports.ts';
import { withOfficeStaff } from '../../src/demo/office-staff.ts';
import { sharedParts } from './a-house.ts';

export const DEMO_TODAY = '2026-11-20';

export interface DemoUnderTest extends DemoParts {
  directory: Directory;
  recognizer: Recognizer;
  masker: Masker;
}

/** The seeded example of the organisation and the material that are shipped. */
export async function demoParts(): Promise<DemoUnderTest> {
  const { config, organized, understandings } = await sharedParts();
  const material = await loadDemoMaterial(config.organization, organized.catalogue);
  if (!material.ok) throw new Error(JSON.stringify(material.problem, null, 1));
  const catalogue = withOfficeStaff(organized.catalogue, material.value.staff, DEMO_TODAY);
  const { organization } = catalogue;
  const directory = createDirectory({ organization, platforms: ['web'], today: () => DEMO_TODAY });
  return { ...understandings, catalogue, material: material.value, hash: systemHash, directory };
}
