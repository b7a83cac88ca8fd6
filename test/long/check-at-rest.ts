import { setTimeout as sleep } from 'node:timers/promises';
import type { HouseAnswer, HouseRequest } from '../../src/cli/house-request.ts';
import type { LedgerEvent } from '../../src/domain/ledger.ts';
import { Broken } from './broken.ts';
import { CHANNELS, type Company } from './cast.ts';
import type { Person } from './person.ts';
import type { Site } from './site.ts';
import { isHint, isNews, isReceipt, numbersIn, wordsOf } from './timeline.ts';

/** What is on the ledger, by report. */
interface Chain {
  number: string;
  reporter: string;
  events: LedgerEvent[];
}

export interface Counted {
  reports: number;
  events: number;
}

const DRAINS_WITHIN_MS = 90_000;
const LOOKS_EVERY_MS = 50;
const MOVES = ['acknowledged', 'taken', 'updated'];

/** Everything that must hold while nobody is doing anything; Broken with what does not. */
export async function checkAtRest(site: Site, company: Company): Promise<Counted> {
  await drained(site);
  await ask(site, { command: 'verify', locale: 'ja' });
  const chains = chainsOf(
    (await ask(site, { command: 'export', what: 'ledger', format: 'json', locale: 'ja' })).lines,
  );
  const receipts: string[] = [];
  for (const person of company.people) receipts.push(...(await checkPerson(person, chains)));
  expectSame(
    'numbers on receipts and filed',
    receipts,
    chains.map(({ number }) => number),
  );
  for (const channel of CHANNELS) await checkChannel(company.readerOf(channel), channel, chains);
  return { reports: chains.length, events: chains.reduce((sum, { events }) => sum + events.length, 0) };
}

/** Inbox and outbox become empty by themselves, and nothing was given up. */
async function drained(site: Site): Promise<void> {
  for (const until = Date.now() + DRAINS_WITHIN_MS; ;) {
    const [counts, ...givenUp] = (await ask(site, { command: 'queue', locale: 'ja' })).lines;
    if (givenUp.length > 0) throw new Broken(`given up: ${givenUp.join(' ')}`);
    if (counts === JSON.stringify({ toWorkOn: 0, toSend: 0 })) return;
    if (Date.now() > until) throw new Broken(`not drained: ${counts ?? ''}`);
    await sleep(LOOKS_EVERY_MS);
  }
}

async function ask(site: Site, request: HouseRequest): Promise<HouseAnswer> {
  const answer = await site.ask(request);
  if (answer.code !== 0) throw new Broken(`${request.command}: ${answer.problems.join(' ')}`);
  return answer;
}

function chainsOf(lines: readonly string[]): Chain[] {
  const chains = new Map<string, Chain>();
  for (const event of lines.map((line) => JSON.parse(line) as LedgerEvent)) {
    const { number } = event.facts;
    const chain = chains.get(event.report) ?? { number: String(number), reporter: event.actor, events: [] };
    chain.events.push(event);
    chains.set(event.report, chain);
  }
  return [...chains.values()];
}

/** Own words once each, an answer to each deed, the news of each step; the numbers of the receipts. */
async function checkPerson(person: Person, chains: readonly Chain[]): Promise<string[]> {
  const messages = await person.read(person.home);
  const { account, id } = person;
  const moves = chains.flatMap(({ reporter, events }) =>
    events.filter(({ kind }) => MOVES.includes(kind)).map(({ actor }) => ({ reporter, actor })),
  );
  const own = messages.filter(({ author }) => author.kind === 'person');
  const bot = messages.filter(({ author }) => author.kind === 'bot');
  const news = bot.filter(isNews);
  const hints = bot.filter(isHint);
  expectCount(`${id}: own messages`, own.length, account.ownMessages);
  expectCount(`${id}: news`, news.length, moves.filter(({ reporter }) => reporter === id).length);
  const acted = moves.filter(({ actor }) => actor === id).length;
  expectCount(
    `${id}: answers and acts`,
    bot.length - news.length - hints.length + acted,
    account.answers + account.acts,
  );
  const filed = new Set(chains.map(({ number }) => number));
  const unknown = numbersIn(messages.flatMap(wordsOf)).filter((number) => !filed.has(number));
  if (unknown.length > 0) throw new Broken(`${id} was shown ${unknown.join(' ')}, which nobody filed`);
  return bot.filter(isReceipt).flatMap((receipt) => [...new Set(numbersIn(wordsOf(receipt)))]);
}

/** One card for each report that the unit is accountable for; none twice. */
async function checkChannel(reader: Person, channel: string, chains: readonly Chain[]): Promise<void> {
  const cards = (await reader.read(channel)).flatMap(({ report }) => report ?? []);
  const twice = cards.filter((number, index) => cards.indexOf(number) !== index);
  if (twice.length > 0) throw new Broken(`${channel} shows twice: ${twice.join(' ')}`);
  const due = chains.filter(({ events }) =>
    events.some(({ kind, facts }) => kind === 'routed' && facts['primary'] === channel),
  );
  const missing = due.filter(({ number }) => !cards.includes(number));
  if (missing.length > 0)
    throw new Broken(`${channel} does not show ${missing.map(({ number }) => number).join(' ')}`);
}

function expectCount(what: string, found: number, expected: number): void {
  if (found !== expected) throw new Broken(`${what}: ${found}, expected ${expected}`);
}

function expectSame(what: string, a: readonly string[], b: readonly string[]): void {
  const only = (these: readonly string[], those: readonly string[]) =>
    these.filter((one) => !those.includes(one));
  if (a.length === b.length && only(a, b).length === 0 && only(b, a).length === 0) return;
  throw new Broken(
    `${what} differ: ${a.length} [${only(a, b).join(' ')}], ${b.length} [${only(b, a).join(' ')}]`,
  );
}
