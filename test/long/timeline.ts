import type { Press } from '../../src/domain/view.ts';
import type { Message, MessagePage } from '../../src/platforms/web/api.ts';
import { actionsOf, textsOf } from '../support/card-elements.ts';
import { Broken } from './broken.ts';

/** A place as a page shows it: read once, then only what has changed since. */
export interface Timeline {
  refresh(): Promise<void>;
  messages(): readonly Message[];
}

const PAGE = 100;

/** @param get reads a route of the API, for as long as it takes */
export function createTimeline(place: string, get: (route: string) => Promise<unknown>): Timeline {
  const found = new Map<string, Message>();
  let since = 0;
  const page = async (): Promise<MessagePage> => {
    const route = `/places/${encodeURIComponent(place)}/messages?since=${since}&limit=${PAGE}`;
    return (await get(route)) as MessagePage;
  };
  return {
    async refresh() {
      for (let more = true; more;) {
        const read = await page();
        if (read.revision < since) throw new Broken(`${place} went back to an earlier revision`);
        for (const message of read.messages) found.set(message.id, message);
        since = read.revision;
        more = read.more;
      }
    },
    messages: () => [...found.values()],
  };
}

/** Of a message, or of an opened form. */
export function pressesOf({ card }: Pick<Message, 'card'>): Press[] {
  return card === null ? [] : actionsOf(card).map(({ data }) => (data as { press: Press }).press);
}

export function pressOf(message: Pick<Message, 'card'>, action: string): Press | undefined {
  return pressesOf(message).find((press) => press.action === action);
}

export function wordsOf({ card, text }: Message): string[] {
  return card === null ? [text ?? ''] : textsOf(card);
}

/** What the reporter is told of the department's doing, and nobody has asked for. */
export function isNews(message: Message): boolean {
  return hasPresses(message, ['status', 'add']);
}

/** Similar earlier reports, shown before the question that is then asked; nothing has to be answered. */
export function isHint(message: Message): boolean {
  const presses = pressesOf(message).map(({ action }) => action);
  return presses.includes('other_matter') && presses.every((action) => OF_HINTS.includes(action));
}

const OF_HINTS = ['same_matter', 'other_matter', 'details'];

export function isReceipt(message: Message): boolean {
  return hasPresses(message, ['add', 'mine']);
}

function hasPresses(message: Message, actions: readonly string[]): boolean {
  const presses = pressesOf(message).map(({ action }) => action);
  return presses.length === actions.length && presses.every((action, index) => action === actions[index]);
}

export function numbersIn(words: readonly string[]): string[] {
  return words.flatMap((one) => one.match(/[A-Z]{3}-\d\d-[0-9A-Z]{5}/g) ?? []);
}
