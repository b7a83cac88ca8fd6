// For processes that tests start: TypeScript as it stands, and what the build has made of it where that is the same.
import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import path from 'node:path';
import { transform } from 'rolldown/utils';
import { changedSinceBuild, root } from '../../build/since-build.mjs';

const SOURCE = pathToFileURL(path.join(root, 'src/')).href;
const BUILT = pathToFileURL(path.join(root, 'dist/')).href;
const isBuilt = !changedSinceBuild('src');

export async function resolve(specifier, context, next) {
  const found = await next(specifier, context);
  if (!isBuilt || !found.url.startsWith(SOURCE)) return found;
  return next(found.url.replace(SOURCE, BUILT).replace(/\.ts$/u, '.js'), context);
}

export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const file = fileURLToPath(url);
  const { code, errors } = await transform(file, await readFile(file, 'utf8'));
  if (errors.length > 0) throw new Error(`${file}: ${errors[0].message}`);
  return { format: 'module', source: code, shortCircuit: true };
}
