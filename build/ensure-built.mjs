// Builds when something is newer than the last build, so that a start after a pull is never a start of old code.
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { build, root, stamp } from './build.mjs';

const SOURCES = [
  'src',
  'intents',
  'locales',
  'prisma',
  'build',
  'package.json',
  'vite.config.ts',
  'prisma.config.ts',
];

function modified(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function newest(file) {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found?.mtimeMs ?? 0;
  return Math.max(0, ...readdirSync(file).map((name) => newest(path.join(file, name))));
}

const built = modified(stamp);
if (SOURCES.some((source) => newest(path.join(root, source)) > built)) await build();
