import { beforeAll, describe, expect, it } from 'vitest';
import { linesOf, type Player, type Stage } from '../../support/stage/stage.ts';
import { acts, files, itIs, last } from './play.ts';
import { WORDS } from './script.ts';

const RISK = 'risk-compliance';
const QUESTION = '通知書は封筒に入っていましたか';
const ANSWER = '入っていました';

/** Scene 8: a question to the reporter, wherever each of them is. */
export function relay(at: () => Stage): void {
  describe('8: a question to the reporter', () => {
    let reporter: Player;
    let handler: Player;
    let number = '';
    beforeAll(async () => {
      itIs(at(), '2026-11-24 10:00');
      reporter = await at().reporter('kobayashi');
      handler = await at().handler('tanaka');
      number = (await files(at(), reporter, WORDS.mishanded, '1人', '見ていない')).number;
      await handler.pressesCard(RISK, number, '担当になる');
    });

    it('is shown word for word before it leaves', async () => {
      const before = reporter.heard().length;
      await acts(at(), handler, RISK, number, '報告者に質問');
      expect(await handler.fills({ text: QUESTION })).toEqual([]);
      expect(handler.opened()?.preview?.split('\n')).toEqual([
        '報告者に届くのは、この文だけです。',
        `「${QUESTION}」`,
      ]);
      expect(reporter.heard()).toHaveLength(before);
    });

    it('arrives in their own conversation, with two ways to answer', async () => {
      await handler.sends();
      expect(last(reporter)).toEqual({
        text: `${number} について、リスク・コンプライアンス部から質問です。\n${QUESTION}`,
        buttons: ['答える', '分からない'],
      });
    });

    it('is answered by the next thing that they write, and the answer lands under the card', async () => {
      await reporter.presses('答える');
      await reporter.says(ANSWER);
      expect(last(reporter).text).toBe('担当に届けました。');
      const under = at()
        .under(RISK, number)
        .map((text) => text.split('\n'));
      expect(under.at(-1)?.[0]).toMatch(/^【報告者から】/);
      expect(under.at(-1)).toContain(ANSWER);
    });

    it('lets nothing out that the department says to itself', async () => {
      await handler.writes(RISK, number, 'では封筒の紛失ではなさそうです');
      expect(
        reporter
          .heard()
          .map(({ text }) => text)
          .join(),
      ).not.toContain('紛失ではなさそう');
      expect(linesOf(last(reporter))).toEqual(['担当に届けました。']);
    });
  });
}
