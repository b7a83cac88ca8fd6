import { z } from 'zod';
import { sound, type Checked } from './source/checked.ts';
import { checkShape } from './source/check-shape.ts';
import { readYaml } from './source/read-yaml.ts';

/** Who can be tried out in the web chat, and the part they play (`page.part.<part>`). */
export interface SampleIdentityRow {
  person: string;
  part: string;
}

const schema = z.strictObject({
  identities: z.array(z.strictObject({ person: z.string().min(1), part: z.string().min(1) })).min(1),
});

/** organization/sample-identities.yaml; only for trying out, never in production. */
export async function loadSampleIdentities(organization: string): Promise<Checked<SampleIdentityRow[]>> {
  const folder = { name: 'organization' as const, path: organization };
  const source = await readYaml(folder, 'sample-identities.yaml');
  if (!source.value) return { value: null, problems: source.problems };
  const shape = checkShape(source.value, source.value.data, schema);
  return shape.value ? sound(shape.value.identities) : { value: null, problems: shape.problems };
}
