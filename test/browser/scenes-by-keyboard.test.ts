import { rm } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { spelled } from '../../src/platforms/web/page/parts/report-numbers.ts';
import { aWorld, WORLD_READY_MS } from '../support/a-world.ts';
import type { World } from '../support/a-world.ts';
import { launchBrowser, withoutBrowser } from '../support/browser.ts';
import { buildPage } from '../support/built-page.ts';
import { keyboardUser } from '../support/keyboard-user.ts';
import type { KeyboardUser } from '../support/keyboard-user.ts';
import { fileMishanded, fileProposal, lastFiled, MISHANDED } from '../scenes/steps.ts';

const UNSURE = '窓あき封筒の宛名がズレてました';
const TWO_GUESSES = {
  label: 'incident' as const,
  confidence: 0.6,
  decision: 'choose' as const,
  alternatives: [
    { label: 'risk' as const, confidence: 0.35 },
    { label: 'incident' as const, confidence: 0.6 },
  ],
};
const TWO_MATTERS = '午前に誤送信1件ありました。あと、FAX帳に短縮番号の確認欄を足してほしいです';
const HIDES_AN_ERROR =
  'お客様から、振込額が聞いていた額と違うと怒られました。前の説明が間違っていたみたいです';
const AS_A_VOICE = {
  label: 'customer_voice' as const,
  decision: 'assume' as const,
  voiceKind: 'complaint' as const,
  suspicions: ['clerical_error' as const],
};
const NUMBER_TICKETS = '番号札の表示が小さいので大きくしてほしい';
const BOX = 'ひとことで書いてください';
const RISK = /^リスク・コンプライアンス部/;

/** Each scene of product.md that a person at the page takes part in, without a mouse. */
describe.skipIf(withoutBrowser())('by keyboard alone', () => {
  let browser: Browser;
  let pageFolder: string;
  let world: World;
  let address: string;

  beforeAll(async () => {
    [browser, pageFolder] = await Promise.all([launchBrowser(), buildPage()]);
    world = await aWorld({
      pageFolder,
      understands: { [UNSURE]: TWO_GUESSES, [HIDES_AN_ERROR]: AS_A_VOICE },
    });
    const listening = await world.house.start();
    if (!listening.ok) throw new Error(listening.problem.kind);
    address = listening.value.address;
  }, WORLD_READY_MS);
  afterAll(async () => {
    await browser.close();
    await world.close();
    await rm(pageFolder, { recursive: true });
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') console.error(await shownIn(browser));
    await Promise.all(browser.contexts().map((context) => context.close()));
  });

  const user = (person: string) => keyboardUser(browser, address, person);
  const log = ({ page }: KeyboardUser) => page.getByRole('log');
  const shows = (someone: KeyboardUser, text: string | RegExp) =>
    log(someone).getByText(text).last().waitFor();

  async function say(someone: KeyboardUser, text: string): Promise<void> {
    await someone.walkTo('textbox', BOX);
    await someone.type(text);
    await someone.key('Enter');
  }

  /** From the box up to a button of the question that was just put. */
  async function pressAbove(someone: KeyboardUser, name: string): Promise<void> {
    await someone.walkBackTo('button', name);
    await someone.key('Enter');
  }

  /** The focus is already among the buttons of the question. */
  async function press(someone: KeyboardUser, name: string): Promise<void> {
    await someone.walkTo('button', name);
    await someone.key('Enter');
  }

  test('scene 1: one sentence, two answers, sent; and scene 2: the department has it at once', async () => {
    const tanaka = await user('tanaka');
    await tanaka.walkTo('link', RISK);
    await tanaka.key('Enter');

    const yamada = await user('yamada');
    await say(yamada, MISHANDED);
    await shows(yamada, '何人分ですか。');
    await yamada.isAt('textbox', BOX);
    await pressAbove(yamada, '1人');
    await yamada.isAt('button', '見た');
    await press(yamada, '見ていない');
    await yamada.isAt('button', '送信');
    await shows(yamada, /^リスク・コンプライアンス部、.+ほか6か所$/);
    await yamada.key('Enter');
    await shows(yamada, '担当：リスク・コンプライアンス部　重要度：S3 重要');
    await yamada.isAt('textbox', BOX);

    const { number } = await lastFiled(world, 'yamada');
    await shows(tanaka, number);
    await shows(tanaka, '呼び出し');
    await press(tanaka, '受付確認');
    await shows(tanaka, /状態：受付確認済/);
    await shows(yamada, new RegExp(`${number} を受付確認しました。`));
  });

  test('scene 3: in doubt one question, answered with one key', async () => {
    const ishii = await user('ishii');
    await say(ishii, UNSURE);
    await pressAbove(ishii, 'もう起きた');
    await ishii.isAt('button', '1人');
    await say(ishii, 'やめる');
    await shows(ishii, 'やめました。何も送っていません。');
  });

  test('scene 4: two matters become two reports', async () => {
    const watanabe = await user('watanabe');
    await say(watanabe, TWO_MATTERS);
    await pressAbove(watanabe, '2つに分ける');
    for (const answer of ['1人', 'ある', '回収した', '見ていない']) await press(watanabe, answer);
    await watanabe.isAt('textbox', BOX);
    await watanabe.type('FAX帳');
    await watanabe.key('Enter');
    await shows(watanabe, 'この内容で送りますか。');
    await pressAbove(watanabe, '送信');
    await shows(watanabe, /^2つ受け付けました。/);
    expect((await world.filed('watanabe')).map(({ type }) => type).sort()).toEqual(['incident', 'proposal']);
  });

  test('scene 5: a voice that hides an error goes two ways, and says so', async () => {
    const suzuki = await user('suzuki');
    await say(suzuki, HIDES_AN_ERROR);
    await shows(suzuki, '声はサービス推進部、疑いはリスク・コンプライアンス部に送ります。');
    await pressAbove(suzuki, '電話');
    await press(suzuki, 'まだ何も');
    await suzuki.isAt('button', '送信');
    await suzuki.key('Enter');
    await shows(suzuki, /（声）と .+（疑い）です。$/);
  });

  test('scene 6: interrupted, asked about something else, gone back, corrected and gone on with hours later', async () => {
    await fileProposal(world, 'kato', NUMBER_TICKETS, '番号札');
    const kato = await user('kato');
    await say(kato, MISHANDED);
    await pressAbove(kato, '1人');
    await kato.isAt('button', '見た');
    await say(kato, '私の提案どうなりました？');
    await shows(kato, '報告に戻ります。');
    await say(kato, '戻る');
    await shows(kato, '何人分ですか。');
    await pressAbove(kato, '2〜9人');
    await kato.isAt('button', '見た');
    world.clock.pass(5 * 60);
    await say(kato, 'おはようございます');
    await pressAbove(kato, '続ける');
    await press(kato, '見ていない');
    await kato.isAt('button', '送信');
    await press(kato, '修正');
    await press(kato, '影響人数');
    await press(kato, '1人');
    await kato.isAt('button', '送信');
    await kato.key('Enter');
    // The receipt of the proposal says the same words.
    await expect
      .poll(async () => (await lastFiled(world, 'kato')).filing.answers['people'])
      .toEqual({ kind: 'count', from: 1, to: 1 });
  });

  test('a form instead of one question at a time: both screens, an error, an office by its reading', async () => {
    const yoshida = await user('yoshida');
    await say(yoshida, MISHANDED);
    await pressAbove(yoshida, 'まとめて書く');
    await yoshida.isAt('textbox', '概要（必須）');
    await yoshida.walkTo('combobox', '発見部署（必須）');
    await yoshida.key('ControlOrMeta+a');
    await yoshida.type('しんさっぽろ');
    await yoshida.key('Enter');
    await yoshida.walkTo('button', '次へ（分かれば）');
    await yoshida.key('Enter');
    await yoshida.isAt('textbox', '発生日');
    await yoshida.walkTo('radio', /広がっている$/);
    await yoshida.key('Space');
    await yoshida.walkTo('button', '内容を確認');
    await yoshida.key('Enter');
    await yoshida.page.getByText('選ばれていません。1つ選んでください。').waitFor();
    await yoshida.isAt('radio', /1人$/);
    await yoshida.key('Space');
    await yoshida.key('ArrowRight');
    await yoshida.walkTo('button', '内容を確認');
    await yoshida.key('Enter');
    await yoshida.isAt('button', '見た');
    await press(yoshida, '見ていない');
    await shows(yoshida, /^新さっぽろ年金事務所$/);
    await say(yoshida, 'やめる');
  });

  test('scene 9: what the department does reaches the reporter, and not without words for them', async () => {
    const { number } = await fileMishanded(world, 'yamada');
    await world.pressCard('tanaka', number, 'take');
    const yamada = await user('yamada');
    const tanaka = await user('tanaka');
    await tanaka.walkTo('link', RISK);
    await tanaka.key('Enter');
    await tanaka.walkTo('log', /リスク・コンプライアンス部/);
    await tanaka.walkBackTo('button', '状況更新');
    await tanaka.key('Enter');
    await tanaka.isAt('radio', /./);
    await tanaka.key('Space');
    await tanaka.walkTo('button', '内容を確認');
    await tanaka.key('Enter');
    await tanaka.page.getByText('まだ空です。ひとことで書いてください。').waitFor();
    await tanaka.isAt('textbox', /^報告者に伝える文/);
    await tanaka.type('通知書を正しい方にお届けしました');
    await tanaka.walkTo('button', '内容を確認');
    await tanaka.key('Enter');
    await tanaka.page.getByText(new RegExp(`${number} の状態が「.+」に変わりました。`)).waitFor();
    await tanaka.isAt('button', '送信');
    await tanaka.key('Enter');
    await shows(yamada, '通知書を正しい方にお届けしました');
    await shows(yamada, new RegExp(`${number} の状態が「.+」に変わりました。`));
  });

  test('scene 10: asked about a proposal by number, and looked at in full', async () => {
    const { number } = await fileProposal(world, 'suzuki', NUMBER_TICKETS, '番号札');
    const suzuki = await user('suzuki');
    await say(suzuki, `${number}は？`);
    await shows(suzuki, '状態：受付確認待ち　担当：サービス推進部');
    await suzuki.walkBackTo('link', spelled(number));
    await suzuki.key('Enter');
    await suzuki.page.getByRole('complementary', { name: new RegExp(number) }).waitFor();
    expect(new URL(suzuki.page.url()).hash).toBe(`#/reports/${number}`);
  });
});

/** What the open pages show, for whoever reads of a failure. */
async function shownIn(browser: Browser): Promise<string> {
  const pages = browser.contexts().flatMap((context) => context.pages());
  const texts = await Promise.all(pages.map((page) => page.getByRole('main').innerText()));
  return texts.join('\n--- next page ---\n');
}
