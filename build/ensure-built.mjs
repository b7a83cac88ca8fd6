// Builds when something is newer than the last build, so that a start after a pull is never a start of old code.
import { build } from './build.mjs';
import { changedSinceBuild } from './since-build.mjs';

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

if (SOURCES.some(changedSinceBuild)) await build();
