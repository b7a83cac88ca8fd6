import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WORLD_READY_MS } from '../../support/a-world.ts';
import {
  actionsOf,
  aTeams,
  objectIdOf,
  ownChat,
  partsOf,
  textOf,
  userOf,
  type Answered,
  type Teams,
} from '../../support/fake-teams/a-teams.ts';
import type { CardPart, SentCard } from '../../support/fake-teams/connector.ts';
import { fileMishanded, filled, sendForm } from '../../scenes/steps.ts';

let teams: Teams;
let number = '';
beforeAll(async () => {
  teams = await aTeams();
  number = (await fileMishanded(teams.world, 'yamada')).number;
  await teams.say('yamada', 'こんにちは');
}, WORLD_READY_MS);
afterAll(() => teams.close());

const invoke = (person: string, name: string, value: object) =>
  teams.deliver(teams.activity(person, { type: 'invoke', name, value }));

interface Extension {
  type: string;
  text?: string;
  attachments?: { content: SentCard; preview: { content: { title: string; text: string } } }[];
}
const extension = ({ body }: Answered) =>
  (body as unknown as { composeExtension: Extension }).composeExtension;
const find = async (person: string, words: string) =>
  extension(
    await invoke(person, 'composeExtension/query', {
      commandId: 'find',
      parameters: [{ name: 'words', value: words }],
      queryOptions: { skip: 0, count: 25 },
    }),
  );

interface Task {
  type: string;
  value: string | { title: string; card: { content: SentCard } };
}
const taskOf = ({ body }: Answered) => (body as unknown as { task: Task }).task;
const cardOf = (answered: Answered) => {
  const { value } = taskOf(answered);
  if (typeof value === 'string') throw new Error(`no dialog: ${value}`);
  return value.card.content;
};
const submits = (card: SentCard): CardPart[] => partsOf(card).filter(({ type }) => type === 'Action.Submit');
const dataOf = (card: SentCard, title: string) =>
  submits(card).find((one) => one['title'] === title)?.['data'] as object;

describe('looking a report up while writing', () => {
  it('finds it by its number, and offers a card of it', async () => {
    const { type, attachments } = await find('tanaka', number.toLowerCase());
    expect(type).toBe('result');
    expect(attachments).toHaveLength(1);
    expect(attachments?.[0]?.preview.content.title).toContain(number);
    expect(textOf(attachments?.[0]?.content as SentCard)).toContain(number);
    expect(actionsOf(attachments?.[0]?.content as SentCard).map((one) => one['title'])).toEqual(['くわしく']);
  });

  it('finds it by words', async () => {
    expect((await find('tanaka', '通知書')).attachments?.[0]?.preview.content.title).toContain(number);
  });

  it('shows first what the person has filed', async () => {
    expect((await find('yamada', '')).attachments?.[0]?.preview.content.title).toContain(number);
    expect(await find('sasaki', 'true')).toMatchObject({ type: 'message' });
  });

  it('says the same of what one may not see as of what does not exist', async () => {
    const hidden = await find('kudo', number);
    expect(hidden).toEqual(await find('kudo', 'INC-26-QQQQQ'));
    expect(hidden).toMatchObject({ type: 'message', text: 'あなたが見られる報告には、ありませんでした。' });
  });

  it('puts no more of a narrow report into a chat than its number', async () => {
    const report = await teams.world.report(number);
    expect(report.visibility).not.toBe('open');
    const { attachments } = await find('tanaka', number);
    expect(textOf(attachments?.[0]?.content as SentCard)).toBe(number);
  });

  it('is nothing for guests and strangers', async () => {
    const guest = { id: userOf('guest'), aadObjectId: objectIdOf('guest'), name: '客', userRole: 'guest' };
    teams.connector.members.set(guest.id, guest);
    expect(await find('guest', number)).toMatchObject({ type: 'message' });
    const stranger = { id: userOf('arai'), aadObjectId: objectIdOf('arai'), name: '新井', userRole: 'user' };
    teams.connector.members.set(stranger.id, stranger);
    expect(await find('arai', number)).toMatchObject({ type: 'message' });
  });
});

describe('「この発言を報告」', () => {
  it('shows what was said, to be mended before it is given to the bot, and goes on in the personal chat', async () => {
    const opened = await invoke('yamada', 'composeExtension/fetchTask', {
      commandId: 'report_this',
      messagePayload: {
        id: '1',
        body: { contentType: 'html', content: '<p>今朝&nbsp;通知書を<b>別の方</b>に<br>渡しました</p>' },
      },
    });
    const card = cardOf(opened);
    const [input] = partsOf(card).filter(({ type }) => type === 'Input.Text');
    expect(input?.['value']).toBe('今朝 通知書を別の方に\n渡しました');
    expect(actionsOf(card)).toEqual([]);
    const before = teams.heard('yamada').length;
    const sent = await invoke('yamada', 'composeExtension/submitAction', {
      commandId: 'report_this',
      data: { ...dataOf(card, '次へ'), text: '今朝、通知書を別の方に渡しました' },
    });
    expect(taskOf(sent)).toEqual({
      type: 'message',
      value: '受け取りました。続きは、個人チャットで聞きます。',
    });
    expect(teams.heard('yamada').slice(before).join('\n')).toContain('何人分ですか。');
  });

  it('begins empty for a new report', async () => {
    const card = cardOf(await invoke('suzuki', 'composeExtension/fetchTask', { commandId: 'report' }));
    expect(partsOf(card).find(({ type }) => type === 'Input.Text')?.['value']).toBeUndefined();
    const sent = await invoke('suzuki', 'composeExtension/submitAction', {
      data: { ...dataOf(card, '次へ'), text: ' ' },
    });
    expect(taskOf(sent).value).not.toContain('受け取りました');
  });
});

describe('a form as a dialog', () => {
  const press = () => ({ press: { action: 'ask', report: number } });

  it('is the same form, sent by buttons that dialogs know', async () => {
    const inline = (await teams.execute('tanaka', press(), { channel: '19:risk-compliance@thread.tacv2' }))
      .body?.value as SentCard;
    const card = cardOf(await invoke('tanaka', 'task/fetch', { data: press() }));
    const inputs = (one: SentCard) => partsOf(one).filter(({ type }) => type.startsWith('Input.'));
    expect(inputs(card)).toEqual(inputs(inline));
    expect(submits(card).map((one) => one['title'])).toEqual(actionsOf(inline).map((one) => one['title']));
  });

  it('stays open with what is to be mended, and closes once it is sent', async () => {
    const card = cardOf(await invoke('tanaka', 'task/fetch', { data: press() }));
    const send = submits(card).find((one) => one['style'] === 'positive' || one['title'] !== 'やめる')?.[
      'data'
    ] as object;
    const again = cardOf(await invoke('tanaka', 'task/submit', { data: { ...send, text: '' } }));
    expect(partsOf(again).some(({ id }) => id === 'text.error')).toBe(true);
    const next = await invoke('tanaka', 'task/submit', { data: { ...send, text: '封筒に入っていましたか' } });
    const { value } = taskOf(next);
    const last =
      typeof value === 'string'
        ? next
        : await invoke('tanaka', 'task/submit', {
            data: { ...dataOf(value.card.content, '送信'), text: '封筒に入っていましたか' },
          });
    expect(taskOf(last)).toMatchObject({ type: 'message' });
    expect((await teams.world.report(number)).steps.some(({ kind }) => kind === 'asked')).toBe(true);
  });
});

describe('a house whose forms are dialogs', () => {
  it(
    'opens them from the card, and lets all other buttons be executed',
    async () => {
      const other = await aTeams({ settings: { dialogs: true } });
      const { number: filed } = await fileMishanded(other.world, 'yamada');
      const [card] = other
        .inChannel('19:risk-compliance@thread.tacv2')
        .flatMap(({ activity }) => activity.attachments ?? [])
        .map(({ content }) => content)
        .filter(({ refresh }) => refresh?.action.data['refresh'] === filed);
      const dialogs = submits(card as SentCard);
      expect(dialogs.map((one) => [one['title'], one['data']])).toEqual([
        [
          '転送',
          { press: { action: 'forward', report: filed }, card: filed, msteams: { type: 'task/fetch' } },
        ],
      ]);
      expect(actionsOf(card as SentCard).map((one) => one['title'])).toEqual([
        '受付確認',
        '担当になる',
        'くわしく',
      ]);
      await other.close();
    },
    WORLD_READY_MS,
  );
});

describe('the home card', () => {
  it('has what one has filed and how to begin', async () => {
    await teams.say('yamada', 'ホーム');
    const home = teams.heard('yamada').at(-1) ?? '';
    expect(home).toMatch(new RegExp(`${number}「.+」\n状態：.+　次：.+`, 'u'));
    const [card] = teams
      .inChannel(ownChat('yamada'))
      .slice(-1)
      .flatMap(({ activity }) => activity.attachments ?? []);
    expect(actionsOf(card?.content as SentCard).map((one) => one['title'])).toEqual(
      expect.arrayContaining(['報告する', 'わたしの報告', '通報窓口', '使い方']),
    );
  });

  it('has what departments ask about one’s own reports, each with the form for its answer', async () => {
    const { number: asked } = await fileMishanded(teams.world, 'suzuki');
    const question = { text: filled.text('封は開いていましたか') };
    await sendForm(teams.world, 'tanaka', { action: 'ask_form', report: asked }, question);
    await teams.say('suzuki', 'ホーム');
    const home = teams.heard('suzuki').at(-1) ?? '';
    expect(home).toContain('あなたへの質問（1件）');
    expect(home).toContain(`${asked} について、リスク・コンプライアンス部から質問です。`);
    expect(home).toContain('質問：「封は開いていましたか」');
    await teams.press('suzuki', `${asked} の質問に答える`);
    expect(teams.heard('suzuki').at(-1)).toContain(`${asked} の質問に答える\n質問：「封は開いていましたか」`);
    await teams.say('tanaka', 'ホーム');
    expect(teams.heard('tanaka').at(-1)).not.toContain('封は開いていましたか');
    await sendForm(
      teams.world,
      'suzuki',
      { action: 'reply_form', report: asked },
      {
        text: filled.text('いいえ'),
      },
    );
    await teams.say('suzuki', 'ホーム');
    expect(teams.heard('suzuki').at(-1)).not.toContain('あなたへの質問');
  });

  it('has what one has to do', async () => {
    await teams.say('tanaka', 'home');
    expect(teams.heard('tanaka').at(-1)).toContain('わたしの担当：今日まで（2件）');
  });
});

describe('an invoke of another kind', () => {
  it('is not known, and says so to Teams', async () => {
    expect((await invoke('yamada', 'fileConsent/invoke', {})).status).toBe(501);
  });

  it('of no shape of ours is refused', async () => {
    expect((await invoke('yamada', 'task/fetch', { data: 'x' })).status).toBe(400);
    expect((await invoke('yamada', 'application/search', { dataset: 'people' })).status).toBe(400);
  });
});
