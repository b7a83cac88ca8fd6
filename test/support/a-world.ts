import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { furnish, type House } from '../../src/compose/house.ts';
import { learn, organize, type Organized, type Understandings } from '../../src/compose/knowledge.ts';
import type { OpenPlatform } from '../../src/compose/platforms.ts';
import { systemIds } from '../../src/compose/node-ports.ts';
import { readConfig } from '../../src/config.ts';
import type { Locale } from '../../src/domain/organization.ts';
import type { Problem } from '../../src/domain/problems.ts';
import type { Report } from '../../src/domain/report.ts';
import type { Result } from '../../src/domain/result.ts';
import type { Understanding } from '../../src/domain/understanding.ts';
import { sentenceOf, type FormValues, type Press, type View } from '../../src/domain/view.ts';
import type { InboundBody, Received, Recognizer, WebMessage } from '../../src/application/ports.ts';
import type { Database } from '../../src/storage/database.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { settle as settleHouse } from './settle.ts';
import { borrowMemoryDatabase, preparedTemplates } from './embedded-database.ts';
import { silentLog } from './storage-samples.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const PLATFORM = 'web';
/** The first world after a change of the training data trains the model, on a busy machine for minutes. */
export const WORLD_READY_MS = 240_000;

export interface WorldOptions {
  /** Where the organisation works; a Friday by default. */
  now?: string;
  /** A data folder that outlives the world: a second world over it is a restart. In memory otherwise. */
  folder?: string;
  /** A new database of a server; the embedded one otherwise. */
  url?: string | null;
  /** Another organisation than the sample's, by its folder. */
  organization?: string;
  /** What the recogniser makes of a message that a scene is not about understanding. */
  understands?: Readonly<Record<string, Partial<Understanding>>>;
  /** Those of the configuration when it is left out. */
  platforms?: readonly OpenPlatform[];
  /** The built page, for worlds that are started and looked at in a browser. */
  pageFolder?: string;
  /** Who can sign in to the page besides the sample people. */
  signIn?: readonly string[];
}

/** One message as a person sees it in Japanese. */
export interface Heard {
  id: string;
  at: string;
  text: string;
  buttons: { label: string; press: Press }[];
  view: View;
}

/** The whole house as it is composed for real, over a database in memory, with a clock that tests own. */
export interface World {
  house: House;
  organized: Organized;
  clock: { now(): string; set(at: string): void; pass(minutes: number): void };
  /** Says something and waits until everything that follows has been delivered. */
  say(person: string, text: string, eventId?: string): Promise<Result<Received, Problem>>;
  /** Presses the newest button with this label in the person's own conversation. */
  press(person: string, label: string): Promise<void>;
  pressCard(person: string, number: string, action: string): Promise<void>;
  send(person: string, body: InboundBody, eventId?: string): Promise<Result<Received, Problem>>;
  submit(person: string, press: Press, values: FormValues): Promise<Result<Received, Problem>>;
  /** Everything the bot has said to a person, oldest first. */
  heard(person: string): Promise<Heard[]>;
  last(person: string): Promise<Heard>;
  /** What stands in a channel. */
  channel(place: string): Promise<(Heard & { card: string | null; mention: boolean })[]>;
  /** What a person has filed, in the order of filing. */
  filed(person: string): Promise<Report[]>;
  /** A report whoever may see it; throws when there is none. */
  report(number: string): Promise<Report>;
  /** Every row of every table, jobs included, as text: what is not in here is stored nowhere. */
  everythingStored(): Promise<string>;
  settle(): Promise<void>;
  /** The minute's look at what is due, and everything that follows from it. */
  tick(): Promise<void>;
  close(): Promise<void>;
}

let known: Promise<Understandings> | null = null;

async function knowledge(clock: { now(): string }, organization: string | undefined) {
  const config = testConfig('', organization);
  const organized = await organize(config, clock);
  if (!organized.ok) throw new Error(JSON.stringify(organized.problem[0]));
  known ??= learn(config, organized.value);
  return { organized: organized.value, understandings: await known };
}

function withSignIn(organized: Organized, people: readonly string[]): Organized {
  const also = people.map((person) => ({ person, part: 'reporter' }));
  return { ...organized, sampleIdentities: [...organized.sampleIdentities, ...also] };
}

/** The organisation as the house knows it: people join it while it runs. */
function livingIn({ surroundings: { catalogue, words } }: House, organized: Organized): Organized {
  return { ...organized, catalogue, words };
}

export function testConfig(dataFolder: string, organization?: string) {
  const settings = {
    TSUTAE_DATA: dataFolder || 'data',
    TSUTAE_PORT: '0',
    TSUTAE_LANG: 'ja',
    ...(organization !== undefined && { TSUTAE_ORGANIZATION: organization }),
  };
  const config = readConfig(settings, ROOT);
  if (!config.ok) throw new Error('the test configuration is wrong');
  return config.value;
}

export async function aWorld(options: WorldOptions = {}): Promise<World> {
  const at = { now: new Date(options.now ?? '2026-11-20T09:12:00+09:00').toISOString() };
  const clock = {
    now: () => at.now,
    set: (to: string) => (at.now = new Date(to).toISOString()),
    pass: (minutes: number) => (at.now = new Date(Date.parse(at.now) + minutes * 60_000).toISOString()),
  };
  const { organized: loaded, understandings } = await knowledge(clock, options.organization);
  const organized = withSignIn(loaded, options.signIn ?? []);
  const folder = options.folder ?? mkdtempSync(path.join(os.tmpdir(), 'tsutae-world-'));
  const database = await openWorld(options, folder);
  const house = furnish(
    {
      config: testConfig(folder, options.organization),
      organized,
      understandings: {
        ...understandings,
        recognizer: overruled(understandings.recognizer, options.understands ?? {}),
      },
      log: silentLog(),
      clock,
      ids: systemIds,
      schedules: false,
      ...(options.platforms !== undefined && { platforms: options.platforms }),
      ...(options.pageFolder !== undefined && { pageFolder: options.pageFolder }),
      onStopped: () => undefined,
      onRequest: () => () => Promise.resolve('null'),
    },
    database,
  );
  await house.prepare();
  const world = inhabit(house, livingIn(house, organized), clock, database);
  return {
    ...world,
    close: async () => {
      await house.stop();
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function openWorld({ url = null, folder: outlives }: WorldOptions, folder: string): Promise<Database> {
  if (url === null && outlives === undefined) return borrowMemoryDatabase();
  const opened = await openDatabase({ url, folder, templates: await preparedTemplates(), log: silentLog() });
  if (!opened.ok) throw new Error(opened.problem.kind);
  return opened.value;
}

function overruled(
  recognizer: Recognizer,
  understands: Readonly<Record<string, Partial<Understanding>>>,
): Recognizer {
  return {
    ...recognizer,
    understand: (text, context) => ({ ...recognizer.understand(text, context), ...understands[text] }),
  };
}

function inhabit(
  house: House,
  organized: Organized,
  clock: World['clock'],
  database: Database,
): Omit<World, 'close'> {
  const { words } = organized;
  const personal = (person: string) => ({ kind: 'personal' as const, address: `me:${person}` });
  const settle = () => settleHouse(house);
  const send: World['send'] = async (person, body, eventId = randomUUID()) => {
    const result = await house.edge.receive({
      platform: PLATFORM,
      eventId,
      person,
      place: personal(person),
      body,
    });
    await settle();
    return result;
  };
  const shown = (message: WebMessage, locale: Locale = 'ja'): Heard[] => {
    const { view } = message;
    if (!view) return [];
    const say = (text: View['fallback']) => words.say(text, view.language ?? locale);
    const buttons = view.buttons.map((button) => ({ label: say(button.label), press: button.press }));
    return [
      {
        id: message.id,
        at: message.at,
        text: view.lines.map((line) => say(sentenceOf(line))).join('\n'),
        buttons,
        view,
      },
    ];
  };
  const heard = async (person: string) => {
    const locale = organized.catalogue.organization.people.get(person)?.locale ?? 'ja';
    const { messages } = await house.store.webChat.page(`me:${person}`, null, 200);
    return messages.flatMap((message) => shown(message, locale));
  };
  const last = async (person: string) => {
    const message = (await heard(person)).at(-1);
    if (!message) throw new Error('nothing was said yet');
    return message;
  };
  return {
    house,
    organized,
    clock,
    settle,
    tick: async () => {
      await house.clocks.keep();
      await settle();
    },
    send,
    heard,
    last,
    say: (person, text, eventId) => send(person, { kind: 'said', text, attachments: 0 }, eventId),
    press: async (person, label) => {
      const buttons = (await heard(person)).flatMap((message) => message.buttons).reverse();
      const button = buttons.find((one) => one.label === label);
      if (!button)
        throw new Error(`no button ${label}; there are ${buttons.map((one) => one.label).join(' ')}`);
      await send(person, { kind: 'pressed', press: button.press });
    },
    pressCard: async (person, number, action) => {
      await send(person, { kind: 'pressed', press: { action, report: number } });
    },
    filed: async (person) => {
      // Reports of the same instant are in no order of their own: their first events are.
      const { rows } = await database.execute(
        'SELECT report_id AS id FROM ledger_event WHERE seq = 1 ORDER BY position',
      );
      const order = new Map((rows as { id: string }[]).map(({ id }, index) => [id, index]));
      const reports = await house.store.reports.mine(person, { limit: 100 });
      return reports.toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
    },
    report: async (number) => {
      for await (const chain of house.store.ledger.chains())
        if (chain.number === number && chain.row) return chain.row;
      throw new Error(`no report ${number}`);
    },
    everythingStored: async () => {
      const { rows } = await database.execute(
        `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
         WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
      );
      const stored: unknown[][] = [];
      for (const { name } of rows as { name: string }[])
        stored.push(
          (await database.execute(`SELECT '${name}' AS "of", to_jsonb(t) AS "row" FROM ${name} t`)).rows,
        );
      return JSON.stringify(stored);
    },
    submit: (person, press, values) => send(person, { kind: 'submitted', press, values }),
    channel: async (place) =>
      (await house.store.webChat.page(place, null, 200)).messages.flatMap((message) =>
        shown(message).map((one) => ({ ...one, card: message.card, mention: message.mention })),
      ),
  };
}
