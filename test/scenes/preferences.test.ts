import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Report } from '../../src/domain/report.ts';
import { aWorld, WORLD_READY_MS, type World } from '../support/a-world.ts';
import { fileMishanded, fileProposal, filled, labels, lines, sendForm } from './steps.ts';

const TICKETS = '番号札の表示が小さいので大きくしてほしい';

let world: World;
let proposal: Report;
beforeEach(async () => {
  world = await aWorld();
  proposal = await fileProposal(world, 'yamada', TICKETS, '番号札');
}, WORLD_READY_MS);
afterEach(() => world.close());

/** The schedule's look at a moment. */
const look = async (at: string) => {
  world.clock.set(`${at}:00+09:00`);
  await world.house.daily.digests();
  await world.settle();
};
const heardBy = async (person: string) => (await world.heard(person)).length;
const digests = async (person: string) =>
  (await world.heard(person)).filter(({ text }) => text.startsWith('【お知らせのまとめ】'));
const send = (person: string, number: string, action: string, values: Parameters<typeof sendForm>[3]) =>
  sendForm(world, person, { action: `${action}_form`, report: number }, values);

describe('news once a day', () => {
  it('is said to hold, and what happens is told together on the next morning, once', async () => {
    await world.say('yamada', '通知は1日1回にして');
    expect(lines(await world.last('yamada'))).toEqual([
      'お知らせを、1日1回にまとめます。平日の朝に届きます。',
      '質問・差戻しと、S4 重大の件は、すぐに届きます。',
    ]);
    const before = await heardBy('yamada');
    world.clock.pass(1);
    const other = await fileMishanded(world, 'yamada');
    const filed = await heardBy('yamada');
    expect(filed).toBeGreaterThan(before);
    await world.pressCard('sato', proposal.number, 'acknowledge');
    await world.pressCard('sato', proposal.number, 'take');
    world.clock.pass(1);
    await world.pressCard('tanaka', other.number, 'acknowledge');
    expect(await heardBy('yamada')).toBe(filed);
    // Friday's news waits over the weekend and the holiday.
    await look('2026-11-20T17:00');
    await look('2026-11-21T09:00');
    await look('2026-11-23T10:00');
    expect(await heardBy('yamada')).toBe(filed);
    world.clock.set('2026-11-24T09:00:00+09:00');
    await Promise.all([world.house.daily.digests(), world.house.daily.digests()]);
    await world.settle();
    await look('2026-11-24T09:05');
    const [digest, ...more] = await digests('yamada');
    expect(more).toEqual([]);
    expect(await heardBy('yamada')).toBe(filed + 1);
    expect(digest && lines(digest)).toEqual([
      '【お知らせのまとめ】報告2件に動きがありました。',
      `佐藤さんが 11/20(金) 9:13 に ${proposal.number} を受付確認しました。`,
      `佐藤さんが ${proposal.number} の担当になりました。`,
      expect.stringMatching(/^次：/) as string,
      `田中さんが 11/20(金) 9:14 に ${other.number} を受付確認しました。`,
      expect.stringMatching(/^次：/) as string,
    ]);
    expect(digest && labels(digest)).toEqual([`${proposal.number}を見る`, `${other.number}を見る`]);
  });

  it('leaves what happened after the opening hour for the next morning, and is quiet when there is nothing', async () => {
    await world.say('yamada', 'お知らせは1日1回にして');
    world.clock.set('2026-11-24T10:00:00+09:00');
    await world.pressCard('sato', proposal.number, 'acknowledge');
    const before = await heardBy('yamada');
    await look('2026-11-24T10:05');
    expect(await heardBy('yamada')).toBe(before);
    await look('2026-11-25T11:00');
    expect(await heardBy('yamada')).toBe(before + 1);
    await look('2026-11-26T09:00');
    expect(await heardBy('yamada')).toBe(before + 1);
  });

  it('of a single thing is the message that it would have been, with what can be done about it', async () => {
    await world.say('yamada', '通知は1日1回にして');
    world.clock.pass(1);
    const { number } = await fileMishanded(world, 'yamada');
    await world.pressCard('tanaka', number, 'take');
    await look('2026-11-24T09:00');
    const before = await heardBy('yamada');
    await send('tanaka', number, 'answer', {
      kind: filled.choice('final'),
      text: filled.text('封筒の確認欄を足します。'),
    });
    expect(await heardBy('yamada')).toBe(before);
    await look('2026-11-25T09:00');
    const last = await world.last('yamada');
    expect(lines(last)).toContain('封筒の確認欄を足します。');
    expect(labels(last)).toEqual(['はい', 'いいえ']);
  });

  it('asks of each answer in it by its number, and takes はい and いいえ for the one that is meant', async () => {
    await world.say('yamada', '通知は1日1回にして');
    world.clock.pass(1);
    const other = await fileMishanded(world, 'yamada');
    await world.pressCard('tanaka', other.number, 'take');
    await world.pressCard('sato', proposal.number, 'take');
    await look('2026-11-24T09:00');
    const answers = [
      ['tanaka', other.number, '封筒の確認欄を足します。'],
      ['sato', proposal.number, '番号札の表示を大きくします。'],
      ['sato', proposal.number, '番号札の表示を2倍の大きさにします。'],
    ] as const;
    for (const [who, number, text] of answers) {
      world.clock.pass(1);
      const values = { kind: filled.choice('final'), text: filled.text(text) };
      expect(await send(who, number, 'answer', values)).toBe('taken');
    }
    await look('2026-11-25T09:00');
    const digest = await world.last('yamada');
    for (const { number } of [other, proposal])
      expect(lines(digest).filter((one) => one === `${number} は、答えになっていますか。`)).toHaveLength(1);
    expect(labels(digest)).toEqual(
      [other, proposal].flatMap(({ number }) => [`${number}：はい`, `${number}：いいえ`]),
    );
    await world.press('yamada', `${other.number}：はい`);
    await world.press('yamada', `${proposal.number}：いいえ`);
    await world.say('yamada', 'いつからですか');
    const judged = async (number: string) =>
      (await world.report(number)).steps.filter(({ kind }) => kind === 'feedback_given');
    expect(await judged(other.number)).toMatchObject([{ facts: { helped: true } }]);
    expect(await judged(proposal.number)).toMatchObject([{ facts: { helped: false } }]);
    expect(lines(await world.last('sato'))[1]).toBe('「いつからですか」');
  });

  it('does not ask again of what the person has judged on its page meanwhile', async () => {
    await world.say('yamada', '通知は1日1回にして');
    await world.pressCard('sato', proposal.number, 'take');
    await look('2026-11-24T09:00');
    await send('sato', proposal.number, 'answer', {
      kind: filled.choice('final'),
      text: filled.text('番号札の表示を大きくします。'),
    });
    await world.pressCard('yamada', proposal.number, 'helped');
    await look('2026-11-25T09:00');
    const digest = await world.last('yamada');
    expect(lines(digest)).toContain('番号札の表示を大きくします。');
    expect(digest.text).not.toContain('答えになっていますか');
    expect(labels(digest)).toEqual([`${proposal.number}を見る`]);
  });

  it('never waits with what the reporter has to act on, nor with what is grave', async () => {
    await world.say('yamada', '通知は1日1回にして');
    await world.pressCard('sato', proposal.number, 'acknowledge');
    await send('sato', proposal.number, 'send_back', {
      note: filled.text('どの窓口の番号札かを書いてください。'),
    });
    expect((await world.last('yamada')).text).toContain('足りないところがあります');
    world.clock.pass(1);
    const { number } = await fileMishanded(world, 'yamada');
    await send('tanaka', number, 'change_severity', {
      level: filled.choice('s4'),
      reason: filled.text('報道機関から問い合わせがあったため。'),
    });
    expect((await world.last('yamada')).text).toContain(`${number} の重要度が`);
    await world.pressCard('tanaka', number, 'acknowledge');
    expect((await world.last('yamada')).text).toContain(`${number} を受付確認しました。`);
  });

  it('ends as soon as the person says so, and what was held back comes with it', async () => {
    await world.say('yamada', '通知は1日1回にして');
    await world.pressCard('sato', proposal.number, 'acknowledge');
    await world.press('yamada', 'すぐに届ける');
    const [held, said] = (await world.heard('yamada')).slice(-2).map(({ text }) => text);
    expect([held, said].join('\n')).toContain(`${proposal.number} を受付確認しました。`);
    expect([held, said].join('\n')).toContain('お知らせを、すぐに届けます。');
    const before = await heardBy('yamada');
    await world.pressCard('sato', proposal.number, 'take');
    expect(await heardBy('yamada')).toBe(before + 1);
    await look('2026-11-24T09:00');
    expect(await heardBy('yamada')).toBe(before + 1);
  });

  it('is set by each person for themselves, and from the page as from the chat', async () => {
    await world.house.edge.setPreferences('yamada', { news: 'daily' });
    expect(await world.house.edge.preferences('yamada')).toEqual({ news: 'daily', language: null });
    expect(await world.house.edge.preferences('suzuki')).toEqual({ news: 'at_once', language: null });
    const before = await heardBy('yamada');
    await world.pressCard('sato', proposal.number, 'acknowledge');
    expect(await heardBy('yamada')).toBe(before);
  });
});

describe('the language', () => {
  it('that a person has chosen is that of everything that is said to them', async () => {
    await world.say('yamada', '英語にして');
    expect((await world.last('yamada')).text).toBe('From now on I write in English.');
    await world.pressCard('sato', proposal.number, 'acknowledge');
    expect((await world.last('yamada')).text).toContain('acknowledged');
    await world.say('yamada', '日本語にして');
    expect((await world.last('yamada')).text).toBe('これからは、日本語でお知らせします。');
  });
});
