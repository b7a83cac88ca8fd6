import { describe, expect, test } from 'vitest';
import {
  evaluatedProposal,
  fileMishanded,
  fileProposal,
  filled,
  lastFiled,
  submitForm,
} from '../scenes/steps.ts';
import { withoutBrowser } from '../support/browser.ts';
import { houses, SCENE_MS, type House } from '../support/two-people.ts';

const TICKETS = '番号札の表示が小さいので、大きくしたいです';
const AGAIN = '待合の番号札の表示をもっと大きくしてはどうでしょう';
const WHY = '待ち時間の長い20か所で、先に効果を確かめるためです。';
const QUESTION = '遺族年金の未支給、委任状いる？';
const ANSWER = '未支給の請求を代理人がするときは、委任状が要ります。';

/** Scenes 10, 12 and 15 of product.md: what colleagues have said before, for whoever asks or writes. */
describe.skipIf(withoutBrowser())('what is known already', { timeout: SCENE_MS }, () => {
  const house = houses(['hashimoto']);

  test('scene 10: the right report, its state, who has it, what happened last and what comes next', async () => {
    const { world, seat } = await house.open({ now: '2026-10-14T10:00:00+09:00' });
    const tickets = await fileProposal(world, 'suzuki', '番号札の表示が小さいので大きくしてほしい', '番号札');
    world.clock.set('2026-11-20T09:12:00+09:00');
    const { number } = await fileMishanded(world, 'yamada');
    await world.pressCard('tanaka', number, 'take');
    const [suzuki, yamada] = await Promise.all([seat('suzuki'), seat('yamada')]);

    await suzuki.say('先月の番号札のやつどうなりました？');
    await suzuki.sees(`${tickets.number}「番号札の表示が小さいので大きくしてほしい」です。`);
    await suzuki.sees('状態：受付確認待ち　担当：サービス推進部');
    await suzuki.sees('動き：10/14(水) 10:00 受け付け');
    await suzuki.sees(/^次：.+までに受付確認$/);

    await yamada.say(`${number}は？`);
    await yamada.sees('状態：対応中　担当：リスク・コンプライアンス部（田中）');
    await yamada.sees('動き：11/20(金) 9:12 担当が決まった（田中）');
    await yamada.sees('次：11/24(火) 正午までに続報');
  });

  test('scene 10: of somebody else’s report not even that there is one', async () => {
    const { world, seat } = await house.open();
    const { number } = await fileMishanded(world, 'yamada');
    const [suzuki, yamada] = await Promise.all([seat('suzuki'), seat('yamada')]);
    await yamada.say(`${number}は？`);
    await yamada.sees('状態：受付確認待ち　担当：リスク・コンプライアンス部');
    const answers = suzuki.page.getByRole('log').getByText('あなたが見られる報告には、ありませんでした。');
    for (const [n, asked] of [number, 'INC-26-QQQQQ'].entries()) {
      await suzuki.say(`${asked}は？`);
      await expect.poll(() => answers.count()).toBe(n + 1);
    }
    const [there, never] = await suzuki.page.getByRole('article', { name: 'つたえ' }).allInnerTexts();
    expect(never).toBe(there);
    await suzuki.go(`#/all/${number}`);
    await suzuki.sees('あなたが見られる報告には、ありませんでした。');
    await suzuki.seesNot('通知書');
  });

  test('scene 12: a similar one and its answer while still writing, joined with one tap and followed', async () => {
    const { world, seat } = await house.open();
    const first = await decided(world);
    const [suzuki, sato] = await Promise.all([seat('suzuki'), seat('sato')]);
    await suzuki.say(AGAIN);
    await suzuki.sees(`${first}「${TICKETS}」（一部採用）`);
    await suzuki.sees(`回答：${WHY}`);
    await suzuki.sees('どの業務、様式ですか。');
    expect(await world.filed('suzuki')).toEqual([]);
    await suzuki.press('同じ内容です');
    await suzuki.say('番号札');
    await suzuki.sees(`${first} につなぎます。`);
    await suzuki.press('送信');
    await suzuki.sees(`${first} につなぎました。どちらかが進んだら、お知らせします。`);
    world.clock.set('2027-03-25T10:00:00+09:00');
    await sato.go(`#/all/${first}`);
    await sato.press('実施を記録');
    await sato.fill(/円/, '350000');
    await sato.fill(/時間/, '100');
    await sato.fill(/伝える文/, '20か所で始めました。');
    await sato.press('内容を確認');
    await sato.press('送信');
    await suzuki.sees(`${first} を 3/25(木) から実施しました。`);
    await suzuki.sees('20か所で始めました。');
  });

  test('scene 15: who decides, while nobody has answered; then what colleagues know, with its source', async () => {
    const asked = { label: 'other', decision: 'assume', drill: false, command: null } as const;
    const { world, seat } = await house.open({
      understands: { [QUESTION]: { ...asked, items: [] } },
    });
    const [yamada, hashimoto] = await Promise.all([seat('yamada'), seat('hashimoto')]);
    await yamada.say(QUESTION);
    await yamada.sees('決めるのは、年金給付部です。');
    await yamada.press('質問として残す');
    await yamada.sees('受け付けました。番号は');
    const { number } = await lastFiled(world, 'yamada');

    await hashimoto.go('#/channels/quality');
    await hashimoto.press('担当になる');
    await yamada.sees(`橋本さんが ${number} の担当になりました。`);
    await hashimoto.go(`#/tasks/${number}`);
    await hashimoto.press('状況更新');
    await hashimoto.choose('公開中');
    await hashimoto.fill(/伝える文/, ANSWER);
    await hashimoto.press('内容を確認');
    await hashimoto.press('送信');
    await yamada.sees(ANSWER);

    const suzuki = await seat('suzuki');
    await suzuki.say(QUESTION);
    await suzuki.sees(`${number}「${QUESTION}」`);
    await suzuki.sees('「未支給の請求を代理人がするときは、委任状が要ります」');
  });
});

/** The number of a proposal that is adopted in part. */
async function decided(world: House['world']): Promise<string> {
  const { number } = await evaluatedProposal(world, 'yamada', TICKETS, '番号札');
  await submitForm(world, 'kato', 'decide', number, {
    outcome: filled.choice('partly_adopted'),
    due: filled.date('2027-03-31'),
    reason: filled.text(WHY),
  });
  return number;
}
