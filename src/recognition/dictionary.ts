import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

const require = createRequire(import.meta.url);
const PACKAGE = require.resolve('kuromoji/package.json');
const { version } = require(PACKAGE) as { version: string };
const unzip = promisify(gunzip);

const EXACT = ['base', 'check', 'cc', 'unk_char', 'unk_compat'] as const;
/** Written from buffers of up to 40 MB that were never cut to what was in them. */
const PADDED = ['tid', 'tid_pos', 'tid_map', 'unk', 'unk_pos', 'unk_map', 'unk_invoke'] as const;
const NAMES = [...EXACT, ...PADDED];

type Name = (typeof NAMES)[number];
/** The files of kuromoji's dictionary, each at the start of a buffer of its own. */
export type DictionaryFiles = Readonly<Record<Name, Buffer<ArrayBuffer>>>;

/** The dictionary as `unpackDictionary` has laid it below `folder`; the package's own when this version is not there. */
export async function readDictionary(folder: string | null): Promise<DictionaryFiles> {
  const unpacked = folder === null ? null : unpackedIn(folder);
  if (unpacked === null || !existsSync(unpacked)) return filesFrom(packedFile);
  return filesFrom((name) => readFile(join(unpacked, `${name}.dat`)));
}

/** Lays the dictionary below `folder` as it is used in memory, whole or not at all; what lay there goes. */
export async function unpackDictionary(folder: string): Promise<void> {
  const files = await filesFrom(packedFile);
  const partial = join(folder, `${randomUUID()}.partial`);
  await mkdir(partial, { recursive: true });
  for (const name of NAMES) await writeFile(join(partial, `${name}.dat`), files[name]);
  const old = (await readdir(folder)).filter((entry) => join(folder, entry) !== partial);
  await Promise.all(old.map((entry) => rm(join(folder, entry), { recursive: true })));
  await rename(partial, unpackedIn(folder));
}

/** Named after the version: files of another one are not found. */
function unpackedIn(folder: string): string {
  return join(folder, `kuromoji-${version}`);
}

async function filesFrom(read: (name: Name) => Promise<Buffer<ArrayBuffer>>): Promise<DictionaryFiles> {
  const files = await Promise.all(NAMES.map(async (name) => [name, await read(name)] as const));
  return Object.fromEntries(files) as Record<Name, Buffer<ArrayBuffer>>;
}

async function packedFile(name: Name): Promise<Buffer<ArrayBuffer>> {
  const bytes = await unzip(await readFile(join(dirname(PACKAGE), 'dict', `${name}.dat.gz`)));
  const padded: readonly Name[] = PADDED;
  return padded.includes(name) ? withoutPadding(bytes) : bytes;
}

const NUMBER = 4;

/** kuromoji reads zeros past the end, but a number only when all of its bytes are there: one number's worth stays. */
function withoutPadding(bytes: Buffer<ArrayBuffer>): Buffer<ArrayBuffer> {
  const last = bytes.findLastIndex((byte) => byte !== 0);
  return bytes.subarray(0, Math.min(bytes.length, (Math.ceil((last + 1) / NUMBER) + 1) * NUMBER));
}
