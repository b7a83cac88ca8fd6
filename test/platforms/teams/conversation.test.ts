import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { notice } from '../../../src/domain/dialog/question-view.ts';
import { phrase } from '../../../src/domain/phrase.ts';
import { WORLD_READY_MS } from '../../support/a-world.ts';
import {
  actionsOf,
  APP,
  aTeams,
  cardsOf,
  objectIdOf,
  ownChat,
  TENANT,
  textOf,
  userOf,
  type Teams,
} from '../../support/fake-teams/a-teams.ts';
import type { SentCard } from '../../support/fake-teams/connector.ts';
import { MISHANDED } from '../../scenes/steps.ts';

const RISK = '19:risk-compliance@thread.tacv2';

let teams: Teams;
beforeAll(async () => {
  teams = await aTeams();
}, WORLD_READY_MS);
afterAll(() => teams.close());

const last = (person: string) => teams.heard(person).at(-1) ?? '';
const titles = (person: string) =>
  teams
    .inChannel(ownChat(person))
    .flatMap(cardsOf)
    .flatMap(actionsOf)
    .map((one) => one['title']);

/** Messages in the channel that renew themselves as the card of this report. */
const livingCards = (number: string) =>
  teams
    .inChannel(RISK)
    .filter((one) => cardsOf(one).some((card) => card.refresh?.action.data['refresh'] === number));

async function fileMishanded(person: string): Promise<string> {
  const before = (await teams.world.filed(person)).length;
  await teams.say(person, MISHANDED);
  await teams.press(person, '1人');
  await teams.press(person, '見ていない');
  await teams.press(person, '送信');
  const filed = (await teams.world.filed(person)).slice(before);
  if (filed.length !== 1) throw new Error(`${filed.length} reports were filed`);
  return filed[0]?.number ?? '';
}

describe('the language of somebody’s client', () => {
  const written = async (over: object) => {
    await teams.deliver(teams.activity('kobayashi', { type: 'message', text: '使い方', ...over }));
    return last('kobayashi');
  };
  const [english, japanese] = ['Write what you noticed', 'ひとことで書いてください'];

  it('goes before that of the directory, also for what comes by itself', async () => {
    expect(await written({ locale: 'en-GB' })).toContain(english);
    const content = { kind: 'view' as const, view: notice([phrase('out.fail')]), person: null };
    const to = { platform: 'teams', place: 'me:kobayashi' };
    const message = { key: 'by itself', to, content, mention: false, notBefore: null };
    await teams.world.house.store.work.transact((tx) => tx.outbox.enqueue([message]));
    await teams.world.settle();
    expect(last('kobayashi')).toContain('Not received');
  });

  it('stays where a client names none, and is followed when another one does', async () => {
    expect(await written({ locale: undefined })).toContain(english);
    expect(
      await written({ locale: undefined, entities: [{ type: 'clientInfo', locale: 'ja-JP' }] }),
    ).toContain(japanese);
  });

  it('leaves that of the directory where it is none of ours', async () => {
    await written({ locale: 'en-GB' });
    expect(await written({ locale: 'fr-FR' })).toContain(japanese);
  });

  it('gives way to what the person has chosen', async () => {
    await teams.world.house.edge.setPreferences('kobayashi', { language: 'ja' });
    expect(await written({ locale: 'en-GB' })).toContain(japanese);
  });
});

describe('a report in the personal chat', () => {
  it('goes from one sentence to a number, by buttons', async () => {
    const number = await fileMishanded('yamada');
    expect(number).toMatch(/^INC-26-/);
    expect(last('yamada')).toContain(`受け付けました。番号は ${number} です。`);
  });

  it('stands as one card in the channel of the department, with the pressed-by-anyone buttons', async () => {
    const number = await fileMishanded('yamada');
    const cards = livingCards(number);
    expect(cards).toHaveLength(1);
    const [card] = cards.flatMap(cardsOf);
    expect(actionsOf(card as SentCard).map((one) => one['title'])).toContain('受付確認');
  });

  it('answers a press in words at once, and by a message later', async () => {
    await teams.say('yamada', MISHANDED);
    const pressed = await teams.press('yamada', '1人');
    expect(pressed).toMatchObject({
      status: 200,
      body: {
        statusCode: 200,
        type: 'application/vnd.microsoft.activity.message',
        value: '受け取りました。',
      },
    });
  });
});

describe('a serious report', () => {
  it('calls by name, once, those who are responsible and have met the bot', async () => {
    await teams.say('tanaka', 'こんにちは');
    const number = await fileMishanded('watanabe');
    const [card] = livingCards(number).map(({ activity }) => activity);
    expect(card?.importance).toBe('high');
    expect(card?.entities).toEqual([
      { type: 'mention', text: '<at>田中</at>', mentioned: { id: userOf('tanaka'), name: '田中' } },
    ]);
    expect(card?.text).toBe('<at>田中</at>');
    await teams.press('tanaka', '受付確認', { channel: RISK });
    const [after] = livingCards(number).map(({ activity }) => activity);
    expect(after?.entities ?? []).toEqual([]);
  });
});

describe('the same event twice', () => {
  it('is one: a message said once is answered once', async () => {
    const said = teams.activity('suzuki', { type: 'message', text: 'おはようございます' });
    await teams.deliver(said);
    const before = teams.heard('suzuki').length;
    expect((await teams.deliver(said)).status).toBe(200);
    expect(teams.heard('suzuki')).toHaveLength(before);
  });

  it('is one for what leaves no trace: the word of welcome', async () => {
    const installed = teams.activity('nakano', { type: 'installationUpdate', action: 'add' });
    teams.connector.members.set(userOf('nakano'), {
      id: userOf('nakano'),
      aadObjectId: objectIdOf('nakano'),
      name: '中野',
      userRole: 'user',
    });
    await teams.deliver(installed);
    await teams.deliver(installed);
    expect(teams.heard('nakano')).toHaveLength(1);
  });

  it('is worked on again when it had failed', async () => {
    const said = teams.activity('hirata', { type: 'message', text: 'こんにちは' });
    const { edge } = teams.world.house;
    const receive = edge.receive.bind(edge);
    edge.receive = () => Promise.reject(new Error('the database is away'));
    expect((await teams.deliver(said)).status).toBe(500);
    edge.receive = receive;
    expect((await teams.deliver(said)).status).toBe(200);
    expect(last('hirata')).toContain('つたえです。');
  });

  it('is one for a button as well', async () => {
    const number = await fileMishanded('yamada');
    const card = teams
      .inChannel(RISK)
      .flatMap(cardsOf)
      .findLast((one) => one.refresh?.action.data['refresh'] === number);
    const action = actionsOf(card as SentCard).find((one) => one['title'] === '受付確認');
    const press = teams.activity(
      'tanaka',
      { type: 'invoke', name: 'adaptiveCard/action', value: { action: { data: action?.['data'] } } },
      { channel: RISK },
    );
    await teams.deliver(press);
    await teams.deliver(press);
    const report = await teams.world.report(number);
    expect(report.steps.filter(({ kind }) => kind === 'acknowledged')).toHaveLength(1);
  });
});

describe('who it is', () => {
  it('is the verified account, never what the message or the card claims', async () => {
    const forged = { press: { action: 'mine' }, person: 'tanaka', from: userOf('tanaka') };
    await teams.execute('nishida', forged);
    expect(await teams.world.filed('tanaka')).toEqual([]);
    expect(last('nishida')).toContain('まだ報告はありません');
  });

  it('is refused for a guest, with a clear word and without being kept', async () => {
    const guest = { id: userOf('guest'), aadObjectId: objectIdOf('guest'), name: '客' };
    teams.connector.members.set(guest.id, {
      ...guest,
      email: 'yamada@pension.example',
      userPrincipalName: 'guest_elsewhere.example#EXT#@pension.example',
      userRole: 'guest',
    });
    await teams.say('guest', MISHANDED);
    expect(teams.heard('guest')).toEqual(['ゲストの方からは受け付けていません。職員の方に伝えてください。']);
    expect(await teams.world.everythingStored()).not.toContain(objectIdOf('guest'));
  });

  it('is asked once of somebody whom the directory does not name', async () => {
    const user = { id: userOf('arai'), aadObjectId: objectIdOf('arai'), name: '新井' };
    teams.connector.members.set(user.id, { ...user, email: 'arai@elsewhere.example', userRole: 'user' });
    await teams.say('arai', MISHANDED);
    expect(last('arai')).toContain('所属する拠点か部署を選んでください。');
    expect(await teams.world.everythingStored()).not.toContain('arai@elsewhere.example');
    expect(textOf((await teams.press('arai', '登録')).body?.value as SentCard)).toContain(
      '1つ選んでください',
    );
    const answered = await teams.execute('arai', { press: { action: 'register' }, unit: 'midori' });
    expect(textOf(answered.body?.value as SentCard)).toContain('登録しました。');
    await teams.say('arai', 'こんにちは');
    expect(last('arai')).toContain('つたえです。');
  });

  it('of which Teams does not answer is told to come again', async () => {
    teams.connector.faults.push({ kind: 'status', status: 503 });
    await teams.say('kudo', 'こんにちは');
    expect(last('kudo')).toContain('もう一度送ってください。');
    await teams.say('kudo', 'こんにちは');
    expect(last('kudo')).toContain('つたえです。');
  });

  it('and who cannot be told either is heard when it comes again: the turn fails', async () => {
    const fault = { kind: 'status', status: 503 } as const;
    teams.connector.faults.push(fault, fault);
    const said = teams.activity('shimizu', { type: 'message', text: 'こんにちは' });
    expect((await teams.deliver(said)).status).toBe(500);
    expect((await teams.deliver(said)).status).toBe(200);
    expect(last('shimizu')).toContain('つたえです。');
  });
});

describe('an office in a form', () => {
  const search = (person: string, queryText: string) =>
    teams.deliver(
      teams.activity(person, {
        type: 'invoke',
        name: 'application/search',
        value: { kind: 'search', dataset: 'units', queryText, queryOptions: { skip: 0, top: 15 } },
      }),
    );

  it('is looked up as it is typed, among all of them', async () => {
    const found = await search('yamada', 'みどり');
    expect(found.body?.value).toEqual({ results: [{ value: 'midori', title: 'みどり年金事務所' }] });
    const all = (await search('yamada', '')).body?.value as { results: object[] };
    expect(all.results).toHaveLength(15);
    expect((await search('yamada', 'どこにもない事務所')).body?.value).toEqual({ results: [] });
  });

  it('is called there as in the form, in the language of whoever reads it, whatever that of Teams', async () => {
    await teams.execute('lee', { press: { action: 'in_english' } });
    const found = await search('lee', 'midori');
    expect(found.body?.value).toEqual({ results: [{ value: 'midori', title: 'Midori Pension Office' }] });
  });

  it('is for nobody to look up who is a guest', async () => {
    expect((await search('guest', 'みどり')).status).toBe(403);
  });
});

describe('words of the bot in a channel', () => {
  it('tell nobody what is answered: the answer is in the personal chat', async () => {
    await teams.say('yamada', 'こんにちは');
    const before = teams.heard('yamada').length;
    await teams.say('yamada', '私の報告どうなりました？', {
      channel: '19:some@thread.tacv2',
      thread: '1699',
    });
    expect(teams.heard('yamada').length).toBeGreaterThan(before);
    const said = teams.inChannel('19:some@thread.tacv2').flatMap(cardsOf).map(textOf);
    expect(said).toEqual(['個人チャットで答えます。']);
  });

  it('open a conversation of their own for somebody who was met in a channel first', async () => {
    await teams.say('sasaki', 'こんにちは', { channel: '19:some@thread.tacv2' });
    expect(last('sasaki')).toContain('つたえです。');
    expect(titles('sasaki')).toContain('報告する');
  });

  it('are not given to people who talk to each other', async () => {
    const before = teams.connector.posted.length;
    await teams.deliver(
      teams.activity(
        'yamada',
        { type: 'message', text: 'お昼どうします' },
        { channel: '19:some@thread.tacv2' },
      ),
    );
    expect(teams.connector.posted.length).toBe(before);
    expect(await teams.world.everythingStored()).not.toContain('お昼どうします');
  });
});

describe('a group chat', () => {
  it('is answered in the personal chat like a channel, and hears only what mentions the bot', async () => {
    const chat = '19:group@thread.v2';
    const group = {
      conversation: { id: chat, conversationType: 'groupChat', isGroup: true, tenantId: TENANT },
    };
    const mention = {
      type: 'mention',
      text: '<at>つたえ</at>',
      mentioned: { id: `28:${APP.id}`, name: 'つたえ' },
    };
    const said = (over: object) =>
      teams.deliver(teams.activity('mori', { type: 'message', ...group, ...over }));
    await said({ text: '今日は忙しいです' });
    expect(teams.inChannel(chat)).toEqual([]);
    await said({ text: '<at>つたえ</at> こんにちは', entities: [mention] });
    expect(teams.inChannel(chat).flatMap(cardsOf).map(textOf)).toEqual(['個人チャットで答えます。']);
    expect(last('mori')).toContain('つたえです。');
  });
});

describe('installed and removed', () => {
  const update = (person: string, action: string, where = {}) =>
    teams.deliver(teams.activity(person, { type: 'installationUpdate', action }, where));

  it('says what it does, and that compliance has a place of its own', async () => {
    await update('fujita', 'add');
    expect(last('fujita')).toContain('つたえです。');
    expect(last('fujita')).toContain('専用の窓口');
    expect(titles('fujita')).toEqual(['報告する', 'わたしの報告', '通報窓口', '使い方']);
  });

  it('reaches people on another platform once it was removed for them', async () => {
    const number = await fileMishanded('suzuki');
    await update('suzuki', 'remove');
    const before = teams.heard('suzuki').length;
    await teams.world.pressCard('tanaka', number, 'acknowledge');
    expect(teams.heard('suzuki')).toHaveLength(before);
    expect((await teams.world.heard('suzuki')).map(({ text }) => text).join()).toContain(number);
  });

  it('reaches them in Teams again once they write there', async () => {
    await teams.say('suzuki', 'こんにちは');
    expect(last('suzuki')).toContain('つたえです。');
  });

  it('posts elsewhere while a channel is gone, and there again when it is back', async () => {
    const cards = async () => {
      const number = await fileMishanded('yamada');
      return livingCards(number).length;
    };
    const where = { channel: RISK };
    expect((await update('tanaka', 'remove', where)).status).toBe(200);
    expect(await cards()).toBe(0);
    await update('tanaka', 'add', where);
    expect(await cards()).toBe(1);
  });

  it('asks the tenant first', async () => {
    const before = teams.connector.posted.length;
    const stranger = teams.activity('yamada', { type: 'installationUpdate', action: 'add' });
    await teams.deliver({ ...stranger, channelData: { tenant: { id: TENANT.replace('1', '9') } } });
    expect(teams.connector.posted.length).toBe(before);
  });
});
