import { describe, expect, test } from 'vitest';
import { evaluatedProposal, fileMishanded } from '../scenes/steps.ts';
import type { Report } from '../../src/domain/report.ts';
import { withoutBrowser } from '../support/browser.ts';
import { houses, SCENE_MS, type House, type Seat } from '../support/two-people.ts';

const RISK = '#/channels/risk-compliance';
const TICKETS = '番号札の表示が小さいので、大きくしたいです';
const WHY = '待ち時間の長い20か所で、先に効果を確かめるためです。';
const THREAD = 'やりとり（部内）';

/** Scenes 7 to 9 of product.md: the department and the reporter, each in front of the page, at the same time. */
describe.skipIf(withoutBrowser())('a department and a reporter', { timeout: SCENE_MS }, () => {
  const house = houses(['mori']);

  test('scene 7: acknowledged and taken; a stale button says who did it', async () => {
    const { world, seat } = await house.open();
    const { number } = await fileMishanded(world, 'yamada');
    const [yamada, tanaka, mori] = await Promise.all([seat('yamada'), seat('tanaka'), seat('mori')]);
    // What becomes of the card does not reach this page: its button will be an old one.
    await cutOff(mori);
    await Promise.all([tanaka.go(RISK), mori.go(RISK)]);
    await Promise.all([tanaka.sees(/^状態：受付確認待ち/), mori.sees(/^状態：受付確認待ち/)]);
    await tanaka.press('受付確認');
    await yamada.sees(`田中さんが 9:12 に ${number} を受付確認しました。`);
    await tanaka.sees(/^状態：受付確認済/);
    await mori.press('受付確認');
    await world.settle();
    await reconnect(mori);
    await mori.go('#/');
    await mori.sees('田中さんが 9:12 に「受付確認」を済ませています。');
    await tanaka.press('担当になる');
    await yamada.sees(`田中さんが ${number} の担当になりました。`);
    await mori.go(RISK);
    await mori.sees('担当：田中');
  });

  test('scenes 7 and 8: a question, its answer in the thread, and talk that stays inside', async () => {
    const { world, seat } = await house.open();
    const report = await taken(world);
    const [yamada, tanaka, mori] = await Promise.all([seat('yamada'), seat('tanaka'), seat('mori')]);
    await Promise.all([tanaka.go(`#/tasks/${report.number}`), mori.go(`#/all/${report.number}`)]);

    const inThread = (someone: Seat) => someone.page.getByRole('region', { name: THREAD });
    await inThread(mori).getByRole('textbox').fill('手順書の第3章を調べます');
    await inThread(mori).getByRole('button', { name: 'コメント' }).click();
    await inThread(tanaka).getByText('手順書の第3章を調べます').waitFor();

    await tanaka.press('報告者に質問');
    await tanaka.fill(/./, '通知書は封筒に入っていましたか');
    await tanaka.press('内容を確認');
    await tanaka.sees('報告者に届くのは、この文だけです。');
    await tanaka.sees('「通知書は封筒に入っていましたか」');
    await yamada.seesNot('通知書は封筒に入っていましたか');
    await tanaka.press('送信');
    await yamada.sees(`${report.number} について、リスク・コンプライアンス部から質問です。`);
    await yamada.sees('通知書は封筒に入っていましたか');
    await yamada.press('答える');
    await yamada.sees('の質問への答えを、ひとことで書いてください。');
    await yamada.say('入っていました');
    await yamada.sees('担当に届けました。');
    for (const someone of [tanaka, mori]) {
      await inThread(someone).getByText('入っていました', { exact: true }).waitFor();
      await inThread(someone).getByText('報告者から').waitFor();
    }
    await yamada.go(`#/reports/${report.number}`);
    await yamada.sees('昨日、窓口で別の方の通知書を');
    await yamada.seesNot('手順書の第3章');
    expect((await world.heard('yamada')).some(({ text }) => text.includes('手順書'))).toBe(false);
  });

  test('scene 7: an answer and an update leave after a preview alone, word for word', async () => {
    const { world, seat } = await house.open();
    const report = await taken(world);
    const [yamada, tanaka] = await Promise.all([seat('yamada'), seat('tanaka')]);
    await tanaka.go(`#/tasks/${report.number}`);
    await tanaka.press('回答する');
    await tanaka.choose(/途中/);
    await tanaka.fill(/./, '封筒の確認手順を調べています。');
    await tanaka.press('内容を確認');
    await tanaka.sees('「封筒の確認手順を調べています。」');
    await tanaka.press('修正');
    await tanaka.fill(/./, '封筒の確認手順を、今週中に調べます。');
    await tanaka.press('内容を確認');
    await yamada.seesNot('封筒の確認手順');
    await tanaka.press('送信');
    await yamada.sees('封筒の確認手順を、今週中に調べます。');

    await tanaka.press('状況更新');
    await tanaka.choose('原因分析中');
    await tanaka.press('内容を確認');
    await tanaka.sees('まだ空です。ひとことで書いてください。');
    await tanaka.fill(/伝える文/, '通知書を、正しい方にお届けしました。');
    await tanaka.press('内容を確認');
    await tanaka.sees(`${report.number} の状態が「原因分析中」に変わりました。`);
    await tanaka.press('送信');
    await yamada.sees(`${report.number} の状態が「原因分析中」に変わりました。`);
    await yamada.sees('通知書を、正しい方にお届けしました。');
  });

  test('scene 7: another date needs a reason and a second person, and the reporter is told', async () => {
    const { world, seat } = await house.open();
    const report = await taken(world);
    const [yamada, tanaka, yoshida] = await Promise.all([seat('yamada'), seat('tanaka'), seat('yoshida')]);
    await tanaka.go(`#/tasks/${report.number}`);
    await tanaka.press('期限延長');
    await tanaka.page.locator('dialog[open] input[type=date]').fill('2026-12-25');
    await tanaka.press('内容を確認');
    await tanaka.sees('まだ空です。ひとことで書いてください。');
    await tanaka.fill(/^理由/, '再発防止策の確認に日がかかるため。');
    await tanaka.press('内容を確認');
    await tanaka.sees('報告者にも、この理由が届きます。');
    await tanaka.press('送信');
    await yoshida.sees('最終報の期限を 12/20(日) から 12/25(金) に延ばす');
    await yamada.seesNot('再発防止策');
    await yoshida.press('承認する');
    await yoshida.press('送信');
    await yamada.sees(`${report.number} の最終報の期限が、12/20(日) から 12/25(金) に変わりました。`);
    await yamada.sees('再発防止策の確認に日がかかるため。');
    await tanaka.go('#/');
    await tanaka.sees(/^吉田さんが .+ の依頼を承認しました。$/);
  });

  test('scene 7: passed on with a reason, it leaves the one channel for the other, and the reporter hears why', async () => {
    const { world, seat } = await house.open();
    const report = await taken(world);
    const [yamada, tanaka] = await Promise.all([seat('yamada'), seat('tanaka')]);
    await tanaka.go(`#/tasks/${report.number}`);
    await tanaka.press('転送');
    const unit = tanaka.page.locator('dialog[open]').getByRole('combobox');
    await unit.fill('システム');
    await unit.press('Enter');
    await tanaka.press('内容を確認');
    await tanaka.sees('まだ空です。ひとことで書いてください。');
    await tanaka.fill(/^理由/, '端末の表示の誤りが原因のため。');
    await tanaka.press('内容を確認');
    await tanaka.press('送信');
    await yamada.sees(/リスク・コンプライアンス部.*から.*システム.*に/);
    await yamada.sees('端末の表示の誤りが原因のため。');
    expect((await world.report(report.number)).primary).toBe('systems');
  });

  test('scene 9: no decision without a reason that says something; いいえ takes it up again', async () => {
    const { world, seat } = await house.open();
    const { number } = await evaluatedProposal(world, 'yamada', TICKETS, '番号札');
    const [yamada, kato] = await Promise.all([seat('yamada'), seat('kato')]);
    await kato.go(`#/all/${number}`);
    await kato.press('決定する');
    await kato.choose('一部採用');
    await kato.page.locator('dialog[open] input[type=date]').fill('2027-03-31');
    await kato.press('内容を確認');
    await kato.sees('まだ空です。ひとことで書いてください。');
    await kato.fill(/^理由/, '鋭意検討中です。');
    await kato.press('内容を確認');
    await kato.sees('これだけでは答えになりません。何をするか、しないかを書いてください。');
    expect((await world.report(number)).state).toBe('evaluating');
    await kato.fill(/^理由/, WHY);
    await kato.press('内容を確認');
    await kato.sees('次：2027/3/31(水)までに実施。結果をお知らせします。');
    await yamada.seesNot(WHY);
    await kato.press('送信');

    await yamada.sees(`【回答】${number}「${TICKETS}」`);
    await yamada.sees('結果：一部採用　担当：サービス推進部');
    await yamada.sees(`理由：${WHY}`);
    await yamada.sees('答えになっていますか。');
    await yamada.press('いいえ');
    await yamada.sees('足りないところを、ひとことで書いてください。');
    await yamada.say('小さい窓口は、もう入らないのですか');
    await yamada.sees('担当に戻しました。');
    await yamada.sees(/^次：.+までにあらためての回答$/);
    await kato.go('#/');
    await kato.sees('「小さい窓口は、もう入らないのですか」');
    expect((await world.report(number)).steps.map(({ kind }) => kind)).toContain('reopened');
  });
});

async function taken(world: House['world']): Promise<Report> {
  const report = await fileMishanded(world, 'yamada');
  await world.pressCard('tanaka', report.number, 'take');
  return report;
}

const STREAM = '**/api/v1/stream';

/** What is on the page from now on stays as it is, and what is pressed still leaves it. */
async function cutOff({ page }: Seat): Promise<void> {
  await page.route(STREAM, (route) => route.abort());
  await page.reload();
}

async function reconnect({ page }: Seat): Promise<void> {
  await page.unroute(STREAM);
  await page.reload();
}
