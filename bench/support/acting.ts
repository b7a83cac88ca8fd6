import type { Message } from '../../src/platforms/web/api.ts';
import { inputsOf } from '../../test/support/card-elements.ts';
import { STEPS } from './bare-card.ts';
import { pressOf, type Chat, type Reply } from './chat.ts';
import { timed } from './durations.ts';
import { partOf, type Part } from './play.ts';

export type Act = (typeof STEPS)[number];

export interface Acted {
  act: Act;
  reply: Reply;
  /** How long the form took to open; null where none is needed. */
  openedMs: number | null;
}

/** Someone of a department: does every act to one card after another, and has each time the changed card before them. */
export function acting(chat: Chat, channel: string, numbers: readonly string[]): Part<Acted> {
  return partOf(actingOn(chat, channel, numbers));
}

async function* actingOn(
  chat: Chat,
  channel: string,
  numbers: readonly string[],
): AsyncGenerator<Acted, void> {
  for (const number of numbers)
    for (const act of STEPS) {
      const card = chat.messagesIn(channel).find(({ report }) => report === number);
      if (!card) throw new Error(`no card of ${number}`);
      // Nobody else touches it: its next change is the answer.
      const isAnswer = ({ report, revision }: Message) => report === number && revision > card.revision;
      const press = pressOf(card, { action: act }) ?? { action: act, report: number };
      if (act !== 'update') {
        yield { act, reply: await chat.act(chat.press(channel, press), isAnswer), openedMs: null };
        continue;
      }
      const { value: form, ms: openedMs } = await timed(() => chat.open(channel, press));
      const review = pressOf(form, { action: 'update_form' });
      if (!review) throw new Error('a form that cannot be sent');
      // What its preview sends: nothing changes while it is looked at.
      const { value: _preview, ...sending } = review;
      const submitted = chat.submit(channel, form, sending, filledIn(form.card));
      yield { act, reply: await chat.act(submitted, isAnswer), openedMs };
    }
}

/** The first of what can be chosen, and one sentence. */
function filledIn(card: Parameters<typeof inputsOf>[0]): Record<string, string> {
  return Object.fromEntries(
    inputsOf(card).map((input) => [
      input.id,
      input.type === 'Input.ChoiceSet' ? (input.choices[0]?.value ?? '') : '担当で確かめています。',
    ]),
  );
}
