// Everything between a checkout and a start: database client, compiled server, page, trained models, dictionary, start template.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const stamp = path.join(root, 'dist', '.built');

const require = createRequire(import.meta.url);

/** The file behind a package's command, run without a shell on every system. */
function bin(name, command = name) {
  const manifest = require.resolve(`${name}/package.json`);
  const entry = require(manifest).bin;
  return path.join(path.dirname(manifest), typeof entry === 'string' ? entry : entry[command]);
}

function run(what, ...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' },
  });
  if (status === 0) return;
  process.stderr.write(`${stdout}${stderr}build: ${what} failed\n`);
  process.exit(1);
}

export function build() {
  run('database client', bin('prisma'), 'generate');
  run('compiling', bin('typescript', 'tsc'), '-p', 'build/tsconfig.json', '--pretty');
  run('page', bin('vite'), 'build', '--logLevel', 'warn');
  run('preparing starts', 'build/prepare-starts.mjs');
  writeFileSync(stamp, `${new Date().toISOString()}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) build();
