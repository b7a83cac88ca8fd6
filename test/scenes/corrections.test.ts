import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorld, WORLD_READY_MS, type World } from '../support/a-world.ts';
import { cardIn, fileMishanded, labels, lastFew, lastFiled, lines, MISHANDED, pageOf } from './steps.ts';

let world: World;
beforeAll(async () => {
  world = await aWorld();
}, WORLD_READY_MS);
afterAll(() => world.close());

describe('before sending', () => {
  it('「戻る」 asks the earlier question again, and loses nothing at the first', async () => {
    await world.say('yamada', MISHANDED);
    await world.say('yamada', '戻る');
    expect((await lastFew(world, 'yamada', 2)).map((one) => one.text)).toEqual([
      'これより前には戻れません。',
      '何人分ですか。',
    ]);
    await world.press('yamada', '1人');
    await world.say('yamada', '戻る');
    expect((await world.last('yamada')).text).toBe('何人分ですか。');
    await world.press('yamada', '1人');
  });

  it('「やっぱり3人です」 changes the answer, says so, and asks on', async () => {
    await world.say('yamada', 'やっぱり3人です');
    expect(lines(await world.last('yamada'))).toEqual([
      '影響人数を 1人 → 3人 に直しました。',
      '渡した相手は、中を見ましたか。',
    ]);
    await world.press('yamada', '見ていない');
    expect((await world.last('yamada')).text).toContain('影響人数：3人');
  });

  it('「修正」 offers every answer by name, and the summary comes again', async () => {
    await world.press('yamada', '修正');
    expect((await world.last('yamada')).text).toBe('どこを直しますか。');
    expect(labels(await world.last('yamada'))).toEqual(
      expect.arrayContaining(['概要', '発生日', '影響人数', '個人情報', '開封', 'ちがう', '戻る']),
    );
    await world.press('yamada', '開封');
    await world.press('yamada', '見た');
    expect(lines(await world.last('yamada'))[0]).toBe('この内容で送りますか。');
    expect((await world.last('yamada')).text).toContain('開封：見た');
  });

  it('a button of an earlier screen does nothing and shows the present one', async () => {
    const old = (await world.heard('yamada')).flatMap((one) => one.buttons);
    const press = old.find((one) => one.label === '10〜100人')?.press ?? { action: '' };
    await world.send('yamada', { kind: 'pressed', press });
    const [told, summary] = await lastFew(world, 'yamada', 2);
    expect(told?.text).toBe('このボタンは、前の画面のものです。下の新しいボタンを押してください。');
    expect(summary?.text).toContain('影響人数：3人');
  });

  it('「やめる」 sends nothing and keeps nothing', async () => {
    await world.say('yamada', 'やめる');
    expect((await world.last('yamada')).text).toBe('やめました。何も送っていません。');
    await world.say('yamada', 'やめる');
    expect((await world.last('yamada')).text).toBe('書きかけの報告はありません。');
    expect(await world.filed('yamada')).toEqual([]);
  });

  it('「ちがう」 takes another type for the same words', async () => {
    await world.say('kobayashi', MISHANDED);
    await world.press('kobayashi', 'ちがう');
    await world.press('kobayashi', 'リスク情報');
    expect(lines(await world.last('kobayashi'))[0]).toBe('リスク情報と考えました。');
  });
});

describe('after sending', () => {
  it('shows what will change and that the handlers get it, before it goes', async () => {
    const { number } = await fileMishanded(world, 'shimizu');
    await world.say('shimizu', 'やっぱり12人です');
    expect((await world.last('shimizu')).text).toBe(
      `${number} の影響人数を 1人 → 12人 にします。担当に届きます。`,
    );
    expect(labels(await world.last('shimizu'))).toEqual(['送信', 'やめる']);
    expect((await lastFiled(world, 'shimizu')).steps.map((one) => one.kind)).not.toContain('corrected');
  });

  it('is a version in the ledger and the same card with the new answer', async () => {
    await world.press('shimizu', '送信');
    const report = await lastFiled(world, 'shimizu');
    expect((await world.last('shimizu')).text).toBe(`${report.number} を直しました。担当に届けました。`);
    expect(report.filing.answers['people']).toEqual({ kind: 'count', from: 12, to: 12 });
    expect(report.steps.map((one) => one.kind)).toEqual(['filed', 'routed', 'corrected']);
    expect((await cardIn(world, 'risk-compliance', report.number))?.text).toContain('影響人数：12人');
    for await (const chain of world.house.store.ledger.chains())
      expect(chain.events.map(({ event }) => event.seq)).toEqual(
        chain.events.map((_one, index) => index + 1),
      );
  });

  it('raises the level with a reason in the numbers, and tells the units that the rules now add', async () => {
    await world.say('shimizu', 'やっぱり120人です');
    await world.press('shimizu', '送信');
    const report = await lastFiled(world, 'shimizu');
    expect(report.level).toBe(4);
    expect((await cardIn(world, 'risk-compliance', report.number))?.text).toContain('【S4 重大】');
    expect(report.copies).toEqual(expect.arrayContaining(['audit', 'planning', 'president-office']));
    expect((await cardIn(world, 'audit', report.number))?.text).toContain('影響人数：120人');
  });

  it('never lowers the level, takes no unit away and opens nothing', async () => {
    const before = await lastFiled(world, 'shimizu');
    await world.say('shimizu', 'やっぱり1人でした');
    await world.press('shimizu', '送信');
    const after = await lastFiled(world, 'shimizu');
    expect(after.filing.answers['people']).toEqual({ kind: 'count', from: 1, to: 1 });
    expect(after).toMatchObject({
      level: 4,
      primary: before.primary,
      copies: before.copies,
      visibility: before.visibility,
    });
  });

  it('says so when nothing would change', async () => {
    const { number } = await lastFiled(world, 'shimizu');
    await world.say('shimizu', 'やっぱり1人です');
    expect((await world.last('shimizu')).text).toBe(`${number} は、もうその内容です。`);
  });

  it('takes what was said to be done back with it, where that is what was not done', async () => {
    const { number, filing } = await fileMishanded(world, 'yamada');
    expect(filing.answers['first_response']).toEqual({ kind: 'text', text: '回収済みです' });
    await world.say('yamada', 'やっぱりまだ回収できていません');
    expect((await world.last('yamada')).text).toContain(`${number} の回収を 回収した → まだ にします。`);
    await world.press('yamada', '送信');
    const report = await lastFiled(world, 'yamada');
    expect(report.filing.answers['recovered']).toEqual({ kind: 'choice', choice: 'not_yet' });
    expect(report.filing.answers).not.toHaveProperty('first_response');
    const page = await pageOf(world, 'tanaka', number);
    expect(page).toContain('回収：回収した → まだ');
    expect(page).toContain('初動対応：回収済みです → 未記入');
  });

  it('「書き足す」 adds words for the handlers', async () => {
    const { number } = await lastFiled(world, 'shimizu');
    await world.press('shimizu', '書き足す');
    expect((await world.last('shimizu')).text).toBe(`${number} に書き足すことを、ひとことで書いてください。`);
    await world.say('shimizu', 'お客様に電話でおわびしました');
    expect((await world.last('shimizu')).text).toBe(`${number} に書き足しました。担当に届けました。`);
    expect((await lastFiled(world, 'shimizu')).steps.at(-1)).toMatchObject({
      kind: 'added',
      actor: 'shimizu',
    });
    const card = (await cardIn(world, 'risk-compliance', number))?.text;
    expect(card).toContain('書き足し');
    // Who reported it is not for everyone in the channel.
    expect(card).not.toContain('清水');
    await world.pressCard('tanaka', number, 'details');
    expect((await world.last('tanaka')).text).toContain('お客様に電話でおわびしました');
  });

  it('does not let anybody else change it', async () => {
    const { number } = await lastFiled(world, 'shimizu');
    await world.say('lee', `${number}はやっぱり5人です`);
    const [change] = labels(await world.last('lee')).filter((label) => label === '送信' || label === 'Send');
    expect(change).toBeUndefined();
    expect((await lastFiled(world, 'shimizu')).filing.answers['people']).toMatchObject({ from: 1 });
  });
});
