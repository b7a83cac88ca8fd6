import { changedSinceBuild } from '../../build/since-build.mjs';

const known = new Map<string, boolean>();

/** Whether what lies in `dist` was made from a folder or file of the project as it is now; each is looked through once. */
export function isBuilt(source: string): boolean {
  const isSo = known.get(source) ?? !changedSinceBuild(source);
  known.set(source, isSo);
  return isSo;
}
