import { z } from 'zod';
import { checkShape } from './source/check-shape.ts';
import { unsound, type Checked } from './source/checked.ts';
import type { Folder } from './source/read-text.ts';
import { readYaml } from './source/read-yaml.ts';

export const HOLLOW_PHRASES = 'hollow-phrases.yaml';

const hollowPhrasesSchema = z.strictObject({ phrases: z.array(z.string().min(1)) });

/** intents/hollow-phrases.yaml: what is no reason by itself. */
export async function loadHollowPhrases(folder: Folder): Promise<Checked<readonly string[]>> {
  const { value: source, problems } = await readYaml(folder, HOLLOW_PHRASES);
  if (!source) return unsound(problems);
  const shape = checkShape(source, source.data, hollowPhrasesSchema);
  return { value: shape.value && shape.value.phrases, problems: shape.problems };
}
