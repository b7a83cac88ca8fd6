import { setTimeout as sleep } from 'node:timers/promises';
import { enterChat, pressOf, type Action, type Chat, type Reply } from './chat.ts';
import type { Program } from './program.ts';
import type { Message } from '../../src/platforms/web/api.ts';

/** What one person does to get one answer. */
export type Deed = 'file' | 'answer' | 'press' | 'ask';

export interface Step {
  deed: Deed;
  reply: Reply;
}

/** One action after another, for ever; `next` resolves once its answer is seen. */
export interface Part<Done = Step> {
  next(): Promise<Done>;
}

/** A notice handed to the wrong person: two questions are left to ask. */
const MATTERS = [
  '昨日、窓口で別の方の通知書をお渡ししてしまいました。回収済みです',
  '今日、別の方の年金証書を誤って窓口で交付しました。回収しました',
  'さきほど別の方の納付書を誤ってお渡ししました。すでに回収しています',
];
const DESCRIPTION = '通知書を別の方に渡した件はどうなりましたか';
const NUMBER = /[A-Z]{3}-\d\d-[0-9A-Z]{5}/;

/**
 * Someone at an office: files a matter in one sentence (1 of 7 actions), answers what is asked with a button and in
 * words (2), presses 送信 (1) and asks for the status of their own, by number and by description (3).
 */
export function reporter(chat: Chat, offset: number): Part {
  return partOf(reporting(chat, offset));
}

async function* reporting(chat: Chat, offset: number): AsyncGenerator<Step, never> {
  for (let turn = offset; ; turn++) {
    const opened = await chat.act(chat.say(MATTERS[turn % MATTERS.length] ?? ''));
    yield { deed: 'file', reply: opened };
    const asked = await pressed(chat, opened.message, '1人');
    yield { deed: 'answer', reply: asked };
    const summary = await chat.act(chat.say('見ていない'));
    yield { deed: 'answer', reply: summary };
    const receipt = await pressed(chat, summary.message, '送信');
    yield { deed: 'press', reply: receipt };
    const number = NUMBER.exec(receipt.message.fallback ?? '')?.[0];
    if (number === undefined) throw new Error('no number in the receipt');
    for (const question of ['私の報告どうなりました？', `${number}はどうなりましたか`, DESCRIPTION]) {
      yield { deed: 'ask', reply: await chat.act(chat.say(question)) };
    }
  }
}

/** Files one matter and gives its number. */
async function fileOne(chat: Chat): Promise<string> {
  for await (const { deed, reply } of reporting(chat, 0))
    if (deed === 'press') return NUMBER.exec(reply.message.fallback ?? '')?.[0] ?? '';
  throw new Error('nothing was filed');
}

/** Numbers of reports that these people have filed, whose cards stand in the channel of the department. */
export async function prepareCards(
  { address }: Program,
  people: readonly string[],
  count: number,
): Promise<string[]> {
  const chats = await Promise.all(people.map((person) => enterChat(address, person)));
  const numbers = await Promise.all(
    chats.map(async (chat) => {
      const filed: string[] = [];
      while (filed.length < count / chats.length) filed.push(await fileOne(chat));
      return filed;
    }),
  );
  chats.forEach((chat) => chat.leave());
  return numbers.flat();
}

/** Someone of the department: presses 詳しく, 受付確認, 詳しく and 担当になる on one card after another. */
export function handler(chat: Chat, channel: string, numbers: readonly string[]): Part {
  return partOf(handling(chat, channel, numbers));
}

async function* handling(
  chat: Chat,
  channel: string,
  numbers: readonly string[],
): AsyncGenerator<Step, void> {
  for (const number of numbers) {
    for (const action of ['details', 'acknowledge', 'details', 'take']) {
      const card = chat.messagesIn(channel).find(({ report }) => report === number);
      const press = card && pressOf(card, { action });
      if (!press) throw new Error(`no button ${action}`);
      // What changes the report is answered by its card, which no longer offers the button.
      const isAnswer = (message: Message) => message.report === number && !pressOf(message, { action });
      yield {
        deed: 'press',
        reply: await chat.act(chat.press(channel, press), action === 'details' ? undefined : isAnswer),
      };
    }
  }
}

async function pressed(chat: Chat, message: Message, label: string): Promise<Reply> {
  const press = pressOf(message, { label });
  if (!press) throw new Error(`no button ${label} under 「${message.fallback ?? ''}」`);
  const action: Action = chat.press(chat.home, press);
  return chat.act(action);
}

export function partOf<Done>(steps: AsyncGenerator<Done, void>): Part<Done> {
  return {
    next: async () => {
      const { value } = await steps.next();
      if (!value) throw new Error('nothing is left to press');
      return value;
    },
  };
}

export interface PlayTimes {
  /** Between an answer and the next action. */
  thinkMs: number;
  /** Over which the parts begin, so that they do not do the same thing at the same moment. */
  spreadMs: number;
  /** From the start; what is answered before is not told. At least as long as the spread. */
  warmUpMs: number;
  /** After the warm-up. */
  forMs: number;
}

/** Plays the parts side by side until the time is over, with a pause after every answer. */
export async function play<Done>(
  parts: readonly Part<Done>[],
  { thinkMs, spreadMs, warmUpMs, forMs }: PlayTimes,
  onStep: (step: Done) => void,
): Promise<void> {
  const warm = performance.now() + warmUpMs;
  const end = warm + forMs;
  await Promise.all(
    parts.map(async (part, index) => {
      await sleep((index * spreadMs) / parts.length);
      while (performance.now() < end) {
        const step = await part.next();
        if (performance.now() >= warm) onStep(step);
        await sleep(thinkMs);
      }
    }),
  );
}
