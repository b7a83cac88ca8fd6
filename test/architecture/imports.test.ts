import { describe, expect, it } from 'vitest';
import { IMPORTS, partOf, type Import } from './import-graph.ts';
import { foldersIn, read } from './project-files.ts';

const PLATFORMS = foldersIn('src/platforms').map((folder) => `platforms/${folder}`);
const SHARED = ['domain', 'ports'];
/** What platforms have in common, as one file each: they never import each other. */
const OF_ALL_PLATFORMS = ['platforms/platform.ts', 'platforms/listening.ts', 'platforms/never-left.ts'];
const EDGE = [...SHARED, ...OF_ALL_PLATFORMS, 'words', 'cards'];

/** Who may import whom. `insight` is not built yet; it may read through storage's read handle alone. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  domain: [],
  ports: ['domain'],
  application: SHARED,
  words: SHARED,
  recognition: SHARED,
  catalog: SHARED,
  cards: SHARED,
  storage: SHARED,
  jobs: SHARED,
  observability: SHARED,
  insight: SHARED,
  ...Object.fromEntries(OF_ALL_PLATFORMS.map((file) => [file, [...SHARED, 'platforms/platform.ts']])),
  'platforms/index.ts': PLATFORMS,
  ...Object.fromEntries(PLATFORMS.map((platform) => [platform, EDGE])),
  // The page is built for the browser and brings its own words along.
  'platforms/web': [...EDGE, 'locales'],
  cli: [...SHARED, 'application', 'insight'],
  // The seeded example files and handles reports by the rules of production.
  demo: [...SHARED, 'application'],
  'config.ts': ['domain'],
  compose: [
    ...SHARED,
    'application',
    'words',
    'recognition',
    'catalog',
    'cards',
    'storage',
    'jobs',
    'observability',
    'insight',
    'platforms/platform.ts',
    'platforms/index.ts',
    ...PLATFORMS,
    'cli',
    'demo',
    'config.ts',
  ],
  'main.ts': ['config.ts', 'compose', 'cli'],
};

/** The home folders of every package. One home each, but for readers of data that cross a border. */
const HOMES: Record<string, readonly string[]> = {
  '@electric-sql/pglite': ['storage'],
  '@fastify/cookie': ['platforms/web'],
  '@fastify/static': ['platforms/web'],
  '@holiday-jp/holiday_jp': ['catalog'],
  '@prisma/adapter-pg': ['storage'],
  '@prisma/client': ['storage'],
  '@microsoft/agents-hosting': ['platforms/teams'],
  '@slack/bolt': ['platforms/slack'],
  adaptivecards: ['platforms/web'],
  botbuilder: ['platforms/teams'],
  commander: ['cli'],
  'csv-parse': ['catalog'],
  // Each edge writes its own lists, from the same reader.
  'csv-stringify': ['catalog', 'cli', 'platforms/web'],
  fflate: ['platforms/teams'],
  fastify: ['platforms/teams', 'platforms/web'],
  // The page formats its own words in the browser.
  'intl-messageformat': ['words', 'platforms/web'],
  kuromoji: ['recognition'],
  natural: ['recognition'],
  pg: ['storage'],
  'pg-boss': ['jobs'],
  pino: ['observability'],
  preact: ['platforms/web'],
  // Utterances, lexicon and the cues stand beside the forms in intents/, and are read where they are used.
  yaml: ['catalog', 'recognition'],
  // Checks whatever comes in from outside: files, environment, requests.
  zod: [
    'catalog',
    'cli',
    'config.ts',
    'platforms/slack',
    'platforms/teams',
    'platforms/web',
    'recognition',
    'words',
  ],
};

const say = ({ from, to }: Import): string => `${from} imports ${to}`;
const imported = (kind: Import['kind']): Import[] => IMPORTS.filter((one) => one.kind === kind);

describe('who may import whom', () => {
  it('knows every part of the house', () => {
    const parts = new Set(IMPORTS.map(({ from }) => partOf(from)));
    expect([...parts].filter((part) => !(part in MAY_IMPORT))).toEqual([]);
  });

  it('holds the table', () => {
    const forbidden = imported('file').filter(({ from, to }) => {
      if (to.startsWith('src/storage/generated/')) return partOf(from) !== 'storage';
      const [part, other] = [partOf(from), partOf(to)];
      return part !== other && !MAY_IMPORT[part]?.includes(other);
    });
    expect(forbidden.map(say)).toEqual([]);
  });

  it('keeps packages and node out of the domain and of the ports', () => {
    const impure = IMPORTS.filter(
      ({ from, kind }) => /^(domain|ports)$/.test(partOf(from)) && kind !== 'file',
    );
    expect(impure.map(say)).toEqual([]);
  });

  it('keeps the page to what a browser has, its own wire types and the domain', () => {
    const page = 'src/platforms/web/page/';
    const strange = IMPORTS.filter(({ from, to, kind }) => {
      if (!from.startsWith(page)) return false;
      if (kind !== 'file') return kind === 'node';
      return !(
        to.startsWith(page) ||
        /^src\/platforms\/web\/api(-reports)?\.ts$/.test(to) ||
        /^(src\/domain|locales)\//.test(to)
      );
    });
    expect(strange.map(say)).toEqual([]);
  });
});

describe('packages', () => {
  it('are imported at their home only', () => {
    const away = imported('package').filter(({ from, to }) => !HOMES[to]?.includes(partOf(from)));
    expect(away.map(say)).toEqual([]);
  });

  it('all have a home, and every home uses what lives there', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
    expect(Object.keys(dependencies).sort()).toEqual(Object.keys(HOMES).sort());
    // The generated client is the one that imports Prisma's.
    const used = new Set([
      ...imported('package').map(({ from, to }) => `${to} in ${partOf(from)}`),
      '@prisma/client in storage',
    ]);
    const homes = Object.entries(HOMES).flatMap(([name, parts]) => parts.map((part) => `${name} in ${part}`));
    expect(homes.filter((home) => !used.has(home))).toEqual([]);
  });
});
