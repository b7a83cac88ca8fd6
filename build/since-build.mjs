// What a build was made from, against what there is now.
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
/** Written when all is built. */
export const stamp = path.join(root, 'dist', '.built');

export function changedSinceBuild(source) {
  const built = statSync(stamp, { throwIfNoEntry: false });
  return built === undefined || changedAt(path.join(root, source)) > built.mtimeMs;
}

/** A folder itself changes when something comes into it, goes from it or is renamed. */
function changedAt(file) {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found?.mtimeMs ?? 0;
  return Math.max(found.mtimeMs, ...readdirSync(file).map((name) => changedAt(path.join(file, name))));
}
