// Everything between a checkout and a start: database client, compiled server, page, trained models, dictionary, start template.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { root, stamp } from './since-build.mjs';

const require = createRequire(import.meta.url);

/** The file behind a package's command, run without a shell on every system. */
function bin(name, command = name) {
  const manifest = require.resolve(`${name}/package.json`);
  const entry = require(manifest).bin;
  return path.join(path.dirname(manifest), typeof entry === 'string' ? entry : entry[command]);
}

/** What it printed; ends the build when it fails. */
async function run(what, ...args) {
  const env = { ...process.env, CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' };
  try {
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, env });
    return stdout;
  } catch ({ stdout, stderr }) {
    process.stderr.write(`${stdout}${stderr}build: ${what} failed\n`);
    process.exit(1);
  }
}

/** Whoever checks the program while it is built reads the client that was generated before. */
function isGenerated() {
  const generated = statSync(path.join(root, 'src/storage/generated/client.ts'), { throwIfNoEntry: false });
  const sources = ['prisma/schema.prisma', 'prisma.config.ts', 'package.json'];
  return (
    generated !== undefined &&
    sources.every((source) => statSync(path.join(root, source)).mtimeMs < generated.mtimeMs)
  );
}

export async function build() {
  if (!isGenerated()) await run('database client', bin('prisma'), 'generate');
  // `npm run check` looks at the types; looking at them again takes longer than all the rest of compiling.
  await run('compiling', bin('typescript', 'tsc'), '-p', 'build/tsconfig.json', '--noCheck', '--pretty');
  const parts = (await run('preparing starts', 'build/prepare-starts.mjs')).trim().split('\n');
  await Promise.all([
    run('page', bin('vite'), 'build', '--logLevel', 'warn'),
    ...parts.map((part) => run(`preparing the ${part}`, 'build/prepare-starts.mjs', part)),
  ]);
  writeFileSync(stamp, `${new Date().toISOString()}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
