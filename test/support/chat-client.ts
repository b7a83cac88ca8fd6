import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Message, MessagePage } from '../../src/platforms/web/api.ts';
import type { Press } from '../../src/domain/view.ts';
import { signedInClient, type WebClient } from './web-world.ts';

const PATIENCE_MS = 90_000;
const LOOKS_EVERY_MS = 50;

/** Every message of a place, however many pages it has, as they stand now. */
export async function messagesIn(client: WebClient, place: string): Promise<Message[]> {
  const found = new Map<string, Message>();
  for (let since = 0, more = true; more;) {
    const response = await client.get(
      `/places/${encodeURIComponent(place)}/messages?since=${since}&limit=100`,
    );
    if (!response.ok) throw new Error(`messages: ${response.status}`);
    const page = (await response.json()) as MessagePage;
    page.messages.forEach((message) => found.set(message.id, message));
    [since, more] = [page.revision, page.more];
  }
  return [...found.values()];
}

/** The press of the newest button with this label. */
export function pressIn(messages: readonly Message[], label: string): Press | null {
  return pressesIn(messages, label).at(-1) ?? null;
}

function pressesIn(messages: readonly Message[], label: string): Press[] {
  const buttons = messages.flatMap(({ card }) => buttonsOf(card));
  return buttons.filter(({ title }) => title === label).map(({ press }) => press);
}

function buttonsOf(node: unknown): { title: string; press: Press }[] {
  if (typeof node !== 'object' || node === null) return [];
  const { type, title, data, ...rest } = node as {
    type?: unknown;
    title?: unknown;
    data?: { press?: Press };
  };
  if (type === 'Action.Execute') return data?.press ? [{ title: String(title), press: data.press }] : [];
  return Object.values(rest).flatMap(buttonsOf);
}

/** What the bot has said, one sentence a message. */
export function spoken(messages: readonly Message[]): string[] {
  return messages.filter(({ author }) => author.kind === 'bot').map(({ fallback }) => fallback ?? '');
}

/** Looks again and again until it is there. */
export async function eventually<T>(look: () => Promise<T | null>, what: string): Promise<T> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end;) {
    const found = await look();
    if (found !== null) return found;
    await sleep(LOOKS_EVERY_MS);
  }
  throw new Error(`not in time: ${what}`);
}

/** One person in front of the web chat. */
export interface ChatClient {
  client: WebClient;
  home: string;
  say: (text: string) => Promise<Response>;
  /** Presses a button as soon as there is one that was not pressed before. */
  press(label: string): Promise<Response>;
  /** Says something that leaves nothing to ask, sends it, and gives its number. */
  report(text: string): Promise<string>;
}

export async function chatClient(address: string, person: string): Promise<ChatClient> {
  const client = await signedInClient(address, person);
  const home = `me:${person}`;
  const pressed = new Set<string>();
  const chat: ChatClient = {
    client,
    home,
    say: (text) => client.say(home, text),
    press: async (label) => {
      const look = async () =>
        pressesIn(await messagesIn(client, home), label).findLast(
          (one) => !pressed.has(JSON.stringify(one)),
        ) ?? null;
      const press = await eventually(look, `a button ${label}`);
      pressed.add(JSON.stringify(press));
      return client.post('/presses', { eventId: randomUUID(), place: home, press });
    },
    report: async (text) => {
      const before = new Set(numbersIn(spoken(await messagesIn(client, home))));
      await chat.say(text);
      await chat.press('送信');
      const look = async () =>
        numbersIn(spoken(await messagesIn(client, home))).find((number) => !before.has(number)) ?? null;
      return eventually(look, 'a receipt');
    },
  };
  return chat;
}

/** Numbers of the receipts among these sentences. */
export function numbersIn(sentences: readonly string[]): string[] {
  return sentences
    .filter((sentence) => sentence.includes('受け付けました'))
    .flatMap((sentence) => sentence.match(/[A-Z]{3}-\d\d-[0-9A-Z]{5}/g) ?? []);
}
