import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileMishanded, filled, MISHANDED, sendForm } from '../../scenes/steps.ts';
import { WORLD_READY_MS } from '../../support/a-world.ts';
import type { Delivery } from '../../support/fake-slack/deliver-requests.ts';
import type { FakePerson } from '../../support/fake-slack/people.ts';
import { textOf, type FakeBlock } from '../../support/fake-slack/workspace.ts';
import { channelOf, slackWorld, type SlackWorld } from '../../support/slack-world.ts';

const QUESTION = '封筒に入っていましたか';
const NEXT = '相手の方は何と言いましたか';

let world: SlackWorld;
beforeAll(async () => {
  world = await slackWorld();
  // What is slow the first time is slow in no test.
  await world.person('yamada').write(MISHANDED);
  await world.settle();
}, WORLD_READY_MS);
afterAll(() => world.close());

const told = ({ status, answer }: Delivery) => {
  expect(status).toBe(200);
  return textOf((answer as { blocks?: FakeBlock[] }).blocks ?? []);
};
const shown = (person: FakePerson) => textOf(world.slack.workspace.homes.get(person.user)?.blocks ?? []);

describe('/tsutae', () => {
  it('says what can be typed, in the language of the reader', async () => {
    const help = told(await world.person('yamada').command(''));
    expect(help).toContain('/tsutae わたしの報告：');
    expect(help).toContain('/tsutae 接続：');
    expect(told(await world.person('lee').command('help'))).toContain('/tsutae mine: Shows your reports');
  });

  it('begins a report from what is written after it', async () => {
    const shimizu = world.person('shimizu');
    expect(told(await shimizu.command(`報告 ${MISHANDED}`))).toBe('受け取りました。');
    await world.settle();
    expect(shimizu.heard().at(-1)).toContain('何人分ですか');
  });

  it('opens a form where nothing is written after it', async () => {
    const watanabe = world.person('watanabe');
    await watanabe.command('report');
    expect(watanabe.modal()?.title).toBe('報告する');
    await watanabe.submit({ 何がありましたか: MISHANDED });
    await world.settle();
    expect(watanabe.heard().at(-1)).toContain('何人分ですか');
  });

  it('answers in direct messages what is asked for in a channel', async () => {
    const tanaka = world.person('tanaka');
    const risk = channelOf(world, 'risk-compliance');
    const before = world.slack.messagesIn(risk).length;
    expect(told(await tanaka.command('担当', risk))).toBe(
      '答えは、ダイレクトメッセージに届きます。ここには出ません。',
    );
    await world.settle();
    expect(tanaka.heard().at(-1)).toContain('担当');
    expect(world.slack.messagesIn(risk)).toHaveLength(before);
  });

  it('changes the language for good', async () => {
    const kobayashi = world.person('kobayashi');
    told(await kobayashi.command('言語 英語'));
    await world.settle();
    expect(told(await kobayashi.command('help'))).toContain('/tsutae mine:');
    told(await kobayashi.command('language Japanese'));
    await world.settle();
    expect(told(await kobayashi.command('help'))).toContain('/tsutae わたしの報告：');
  });

  it('says what it does not know', async () => {
    expect(told(await world.person('yamada').command('おどる'))).toContain(
      '「おどる」という指示はありません。',
    );
  });
});

describe('a channel', () => {
  const ours = 'C0OURS';
  const administrator = () => world.person('hirata');

  it('is given to a department by an administrator alone', async () => {
    world.slack.addChannel(ours, 'risk-room', { kind: 'private' });
    const refused = told(await world.person('tanaka').command('connect リスク・コンプライアンス部', ours));
    expect(refused).toContain('この操作は');
    const done = told(await administrator().command('接続 リスク・コンプライアンス部', ours));
    expect(done).toBe(
      'このチャンネルをリスク・コンプライアンス部につなぎました。報告のカードは、ここに届きます。',
    );
  });

  it('is not given while the bot is not in it', async () => {
    world.slack.addChannel('C0WITHOUT', 'elsewhere', { kind: 'private', members: new Set() });
    expect(told(await administrator().command('connect 品質管理部', 'C0WITHOUT'))).toContain('招待してから');
  });

  it('gets the cards from then on', async () => {
    const report = await filed(world.person('nishida'), 'nishida');
    expect(textOf(world.slack.messagesIn(ours).at(-1)?.blocks ?? [])).toContain(report);
    expect(cardsIn(channelOf(world, 'risk-compliance'), report)).toHaveLength(0);
  });

  it('that the bot was removed from is not posted to, and administrators are told', async () => {
    world.slack.workspace.channels.get(ours)?.members.delete(world.slack.workspace.bot.user);
    await world.slack.event({ type: 'group_left', channel: ours });
    await world.settle();
    const report = await filed(world.person('okamoto'), 'okamoto');
    expect(cardsIn(channelOf(world, 'service-promotion'), report)).toHaveLength(1);
    expect(administrator().heard().join('\n')).toContain('投稿できません');
  });

  it('is used again once the bot is invited', async () => {
    world.slack.workspace.channels.get(ours)?.members.add(world.slack.workspace.bot.user);
    const { user } = world.slack.workspace.bot;
    await world.slack.event({ type: 'member_joined_channel', channel: ours, user });
    const report = await filed(world.person('matsuda'), 'matsuda');
    expect(cardsIn(ours, report)).toHaveLength(1);
  });

  it('is taken back', async () => {
    expect(told(await administrator().command('解除', ours))).toBe(
      'このチャンネルと部署のつながりを外しました。',
    );
    expect(told(await administrator().command('解除', ours))).toBe(
      'このチャンネルは、どの部署にもつながっていません。',
    );
    const report = await filed(world.person('kikuchi'), 'kikuchi');
    expect(cardsIn(channelOf(world, 'risk-compliance'), report)).toHaveLength(1);
  });
});

describe('a channel that is renamed', () => {
  it('is lost under the name by which the files know it, and found again under it', async () => {
    const quality = channelOf(world, 'quality');
    const channel = world.slack.workspace.channels.get(quality);
    const rename = async (name: string) => {
      if (channel) channel.name = name;
      await world.slack.event({ type: 'channel_rename', channel: { id: quality, name, created: 1 } });
      await world.settle();
    };
    await rename('quality-of-work');
    expect(world.person('hirata').heard().at(-1)).toContain('#quality');
    expect(await world.house.store.reach.lost()).toMatchObject([{ platform: 'slack', place: '#quality' }]);
    await rename('quality');
    expect(await world.house.store.reach.lost()).toEqual([]);
  });
});

describe('the shortcuts', () => {
  it('「報告する」 opens the form from anywhere', async () => {
    const abe = world.person('abe');
    await abe.shortcut('report');
    expect(abe.modal()?.title).toBe('報告する');
  });

  it('「この発言を報告」 takes the words and where they were said', async () => {
    const hoshino = world.person('hoshino');
    const channel = channelOf(world, 'quality');
    const message = messageIn(channel, MISHANDED);
    await hoshino.shortcut('report_message', message);
    expect(JSON.stringify(hoshino.modal()?.blocks)).toContain(MISHANDED);
    await hoshino.submit();
    expect(hoshino.modalText()).toContain('ダイレクトメッセージに届きます');
    await world.settle();
    expect(hoshino.heard().at(-1)).toContain('何人分ですか');
    expect(await world.everythingStored()).toContain(`archives/${channel}`);
  });

  it('「この発言を報告」 masks whom it names, and keeps where it was said', async () => {
    const matsuda = world.person('matsuda');
    const channel = channelOf(world, 'quality');
    const message = messageIn(channel, `${MISHANDED}。山田太郎様（090-1234-5678）です`);
    await matsuda.shortcut('report_message', message);
    await matsuda.submit();
    await world.settle();
    const stored = await world.everythingStored();
    expect(stored).toContain(`archives/${channel}/p${message.ts.replace('.', '')}`);
    expect(stored).not.toMatch(/山田太郎|090-1234-5678/u);
    expect(matsuda.heard().join('\n')).not.toMatch(/山田太郎|090-1234-5678/u);
  });

  it('「この発言を報告」 says so where Slack gives no link to what was said', async () => {
    const kikuchi = world.person('kikuchi');
    world.slack.addChannel('C0THEIRS', 'theirs', { kind: 'private', members: new Set(['U0ABE']) });
    await kikuchi.shortcut('report_message', messageIn('C0THEIRS', MISHANDED));
    await kikuchi.submit();
    expect(kikuchi.modalText()).toContain(
      '元の発言へのリンクは、つけられませんでした。どこでの発言かを、書き足してください。',
    );
    await world.settle();
    expect(kikuchi.heard().at(-1)).toContain('何人分ですか');
  });
});

describe('the Home tab', () => {
  it('shows what somebody has reported, and what they set', async () => {
    const ishii = world.person('ishii');
    const number = await filed(ishii, 'ishii');
    expect((await ishii.openHome()).status).toBe(200);
    expect(shown(ishii)).toContain(number);
    expect(shown(ishii)).toContain('言語');
  });

  it('begins a report, and shows what was set there', async () => {
    const ishii = world.person('ishii');
    await ishii.pressHome('報告する');
    expect(ishii.modal()?.title).toBe('報告する');
    await ishii.pressHome('わたしの報告');
    expect(ishii.modalText() + (ishii.modal()?.title ?? '')).toContain('ダイレクトメッセージに届きます');
    await world.settle();
    expect(ishii.heard().at(-1)).toContain('INC-26-');
  });

  it('shows what waits for those who handle reports', async () => {
    const tanaka = world.person('tanaka');
    await tanaka.openHome();
    expect(shown(tanaka)).toContain('わたしの担当');
  });

  it('shows what departments ask about one’s own reports, until it is answered in its form', async () => {
    const report = await fileMishanded(world, 'yamaguchi');
    const yamaguchi = world.person('yamaguchi');
    await sendForm(
      world,
      'tanaka',
      { action: 'ask_form', report: report.number },
      { text: filled.text(QUESTION) },
    );
    await sendForm(world, 'mori', { action: 'ask_form', report: report.number }, { text: filled.text(NEXT) });
    await yamaguchi.openHome();
    expect(shown(yamaguchi)).toContain('あなたへの質問（2件）');
    const lines = shown(yamaguchi).split('\n');
    const from = lines.indexOf('あなたへの質問（2件）');
    expect(lines.slice(from + 1, from + 5)).toEqual([
      `${report.number} について、リスク・コンプライアンス部から質問です。`,
      `質問：「${QUESTION}」`,
      `${report.number} について、リスク・コンプライアンス部から質問です。`,
      `質問：「${NEXT}」`,
    ]);
    await yamaguchi.pressHome(`${report.number} の質問に答える`);
    expect(yamaguchi.modalText()).toContain(`質問：「${QUESTION}」`);
    await yamaguchi.submit({ 答え: '入っていました' });
    await world.settle();
    expect((await world.report(report.number)).steps.at(-1)?.kind).toBe('replied');
    await yamaguchi.openHome();
    expect(shown(yamaguchi)).toContain('あなたへの質問（1件）');
    expect(shown(yamaguchi)).not.toContain(QUESTION);
    expect(shown(yamaguchi)).toContain(NEXT);
  });

  it('shows a question to nobody but whom it was put to', async () => {
    for (const id of ['tanaka', 'mori', 'suzuki']) {
      await world.person(id).openHome();
      expect(shown(world.person(id))).not.toContain(NEXT);
    }
  });

  it('has the language and the time of news chosen that stand now', async () => {
    const chosen = (person: FakePerson) =>
      (world.slack.workspace.homes.get(person.user)?.blocks ?? []).flatMap(
        (block) => block.accessory?.initial_option?.value ?? [],
      );
    const options = (...actions: string[]) => actions.map((action) => JSON.stringify({ action }));
    const [abe, lee] = [world.person('abe'), world.person('lee')];
    await abe.openHome();
    expect(chosen(abe)).toEqual(options('in_japanese', 'news_at_once'));
    await lee.openHome();
    expect(chosen(lee)).toEqual(options('in_english', 'news_at_once'));
    await world.house.edge.setPreferences('abe', { language: 'en', news: 'daily' });
    await abe.openHome();
    expect(chosen(abe)).toEqual(options('in_english', 'news_daily'));
  });

  it('has another language and time of news chosen, which stand from then on', async () => {
    const kubo = world.person('kubo');
    await kubo.openHome();
    await kubo.chooseHome('言語', '英語');
    await world.settle();
    await expect.poll(() => shown(kubo)).toContain('Language');
    await kubo.chooseHome('News', 'Once a day');
    await world.settle();
    expect(await world.house.edge.preferences('kubo')).toMatchObject({ language: 'en', news: 'daily' });
    await kubo.openHome();
    const chosen = world.slack.workspace.homes
      .get(kubo.user)
      ?.blocks.flatMap((block) => block.accessory?.initial_option?.text.text ?? []);
    expect(chosen).toEqual(['English', 'Once a day']);
  });

  it('asks those whom nobody knows where they work', async () => {
    const stranger = world.person('newcomer');
    world.slack.addUser(stranger.user, { email: 'new@elsewhere.example' });
    await stranger.openHome();
    expect(shown(stranger)).toContain('拠点か部署を選んでください');
  });
});

async function filed(person: FakePerson, id: string): Promise<string> {
  await person.write(MISHANDED);
  await world.settle();
  for (const label of ['1人', '見ていない', '送信']) {
    await person.press(label);
    await world.settle();
  }
  return (await world.filed(id)).at(-1)?.number ?? '';
}

/** Something that somebody has said there. */
function messageIn(channel: string, text: string) {
  const said = { channel, ts: world.slack.nextTs(), thread: null, user: 'U0ABE', text };
  const message = { ...said, blocks: [], metadata: null, isEdited: false, isDeleted: false };
  world.slack.workspace.messages.push(message);
  return message;
}

function cardsIn(channel: string, number: string) {
  return world.slack.messagesIn(channel).filter(({ blocks }) => textOf(blocks).includes(number));
}
