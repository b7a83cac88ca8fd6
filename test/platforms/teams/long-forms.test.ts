import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '../../../src/platforms/teams/limits.ts';
import { WORLD_READY_MS } from '../../support/a-world.ts';
import {
  aTeams,
  cardsOf,
  ownChat,
  partsOf,
  textOf,
  type Answered,
  type Teams,
} from '../../support/fake-teams/a-teams.ts';
import type { CardPart, SentCard } from '../../support/fake-teams/connector.ts';
import { inputsOf, valuesOf } from '../../support/fake-teams/teams-client.ts';
import { MISHANDED } from '../../scenes/steps.ts';

/** More than 9,000 signs of three bytes: no card of Teams holds them. */
const LONG = MISHANDED + '。封筒を閉じる前の確認が、書いてある手順と違っていました'.repeat(350);
const KEPT = '書いた文が長いため、様式には戻さず、下書きに残しました。足りないところは、会話でうかがいます。';

let teams: Teams;
beforeAll(async () => {
  teams = await aTeams({ settings: { dialogs: true } });
}, WORLD_READY_MS);
afterAll(() => teams.close());

const bytes = (answered: Answered) => Buffer.byteLength(JSON.stringify(answered.body), 'utf8');
const summaryIn = (card: SentCard) => inputsOf(card).find(({ id }) => id === 'summary');
const buttonsOf = (card: SentCard) => partsOf(card).filter(({ type }) => type.startsWith('Action.'));
const dataOf = (card: SentCard, title: string) =>
  buttonsOf(card).find((one: CardPart) => one['title'] === title)?.['data'] as object;

/** The form of a draft, over which it stands open: beside the conversation, or in it. */
interface Opened {
  send(data: object): Promise<Answered>;
  cardIn(answered: Answered): SentCard | null;
  textIn(answered: Answered): string;
  open(person: string): Promise<SentCard>;
}

function overDialogs(person: string): Opened {
  const task = (name: string, data: object) =>
    teams.deliver(teams.activity(person, { type: 'invoke', name, value: { data } }));
  const taskOf = ({ body }: Answered) =>
    (body as unknown as { task: { value: { card: { content: SentCard } } | string } }).task.value;
  return {
    send: (data) => task('task/submit', data),
    cardIn: (answered) => {
      const value = taskOf(answered);
      return typeof value === 'string' ? null : value.card.content;
    },
    textIn: (answered) => {
      const value = taskOf(answered);
      return typeof value === 'string' ? value : '';
    },
    open: async () => {
      const answered = await task('task/fetch', { press: { action: 'open_form' } });
      expect(bytes(answered)).toBeLessThanOrEqual(LIMITS.cardBytes);
      return (taskOf(answered) as { card: { content: SentCard } }).card.content;
    },
  };
}

function inChat(person: string): Opened {
  const send = (data: object) => teams.execute(person, data);
  const cardIn = ({ body }: Answered) => (typeof body?.value === 'object' ? (body.value as SentCard) : null);
  return {
    send,
    cardIn: (answered) => {
      const card = cardIn(answered);
      return card && inputsOf(card).length > 0 ? card : null;
    },
    textIn: (answered) => textOf(cardIn(answered) as SentCard),
    open: async () => {
      const answered = await send({ press: { action: 'open_form' } });
      expect(answered.body?.value).toBe('下に様式を出しました。');
      return teams.inChannel(ownChat(person)).flatMap(cardsOf).at(-1) as SentCard;
    },
  };
}

describe.each([
  ['as a dialog', 'suzuki', overDialogs],
  ['in the chat', 'watanabe', inChat],
] as const)('the form of a report that was told at length, %s', (_how, person, over) => {
  let form: SentCard;
  const opened = () => over(person);
  const filled = (over: object) => ({ ...dataOf(form, '内容を確認'), ...valuesOf(form), ...over });
  const told = async () => {
    const draft = (await teams.world.house.store.inbox.conversationOf(person))?.state.drafts[0];
    if (!draft) throw new Error('nothing is being reported');
    return draft;
  };

  it('keeps what was just written in the draft, where there is no room to give it back', async () => {
    await teams.say(person, MISHANDED);
    form = await opened().open(person);
    const answered = await opened().send(filled({ summary: LONG, people: 'たくさん' }));
    expect(opened().cardIn(answered)).toBeNull();
    expect(opened().textIn(answered)).toBe(KEPT);
    expect((await told()).answers['summary']).toEqual({ kind: 'text', text: LONG });
  });

  it('opens without the text, and says that it stays', async () => {
    form = await opened().open(person);
    expect(summaryIn(form)).not.toHaveProperty('value');
    expect(textOf(form)).toContain(`書いた文（${LONG.length}字）は長いため`);
  });

  it('comes back in the same way where something is to be mended', async () => {
    const answered = await opened().send(filled({ people: 'たくさん' }));
    expect(bytes(answered)).toBeLessThanOrEqual(LIMITS.cardBytes);
    const again = opened().cardIn(answered);
    if (!again) throw new Error('the form was closed');
    expect(summaryIn(again)).not.toHaveProperty('value');
    expect(inputsOf(again).find(({ id }) => id === 'people')).toMatchObject({ value: 'たくさん' });
    form = again;
  });

  it('left empty says what was said, whole', async () => {
    const answered = await opened().send(filled({ people: '3', opened: 'not_opened' }));
    expect(opened().cardIn(answered)).toBeNull();
    const { answers } = await told();
    expect(answers['summary']).toEqual({ kind: 'text', text: LONG });
    expect(answers['people']).toMatchObject({ from: 3 });
  });

  it('says what is written instead', async () => {
    form = await opened().open(person);
    await opened().send(filled({ summary: MISHANDED }));
    expect((await told()).answers['summary']).toEqual({ kind: 'text', text: MISHANDED });
  });
});

describe('a message of a chat that is reported', () => {
  const opened = async (content: string) => {
    const value = { messagePayload: { body: { content } } };
    const answered = await teams.deliver(
      teams.activity('sato', { type: 'invoke', name: 'composeExtension/fetchTask', value }),
    );
    expect(bytes(answered)).toBeLessThanOrEqual(LIMITS.cardBytes);
    const { task } = answered.body as unknown as { task: { value: { card: { content: SentCard } } } };
    return task.value.card.content;
  };

  it('stands in the form whole, or not at all', async () => {
    const [most] = inputsOf(await opened('確'.repeat(8_000)));
    expect(String(most?.['value'])).toHaveLength(8_000);
    expect(most?.['maxLength']).toBe(8_000);
    const tooLong = await opened('確'.repeat(9_500));
    expect(inputsOf(tooLong)[0]).not.toHaveProperty('value');
    expect(textOf(tooLong)).toContain('この発言は長いため');
  });
});
