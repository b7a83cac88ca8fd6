import { beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../../src/domain/report.ts';
import { linesOf, type Player, type Stage } from '../../support/stage/stage.ts';
import { acts, filedBy, files, itIs, last } from './play.ts';
import { WORDS } from './script.ts';

const RESTORED = '12時40分に復旧しました。端末を立ち上げ直してください。';
/** Each at another office than the first. */
const OTHERS = ['nishida', 'suzuki', 'kikuchi'];

/** Scene 16: several offices report the same outage. */
export function storm(at: () => Stage): void {
  describe('16: an outage that several offices report', () => {
    let first: Report;
    let handler: Player;
    const others: Player[] = [];
    const cards = () =>
      at()
        .channel(first.primary)
        .filter(({ text }) => text.includes(first.number));
    beforeAll(async () => {
      itIs(at(), '2026-11-25 10:05');
      const reporter = await at().reporter('yamada');
      first = await files(at(), reporter, WORDS.outage, '1人', 'ない', 'まだ何も');
      // A group can be called where its people are known.
      handler = await at().handler(first.primary === 'systems' ? 'ogawa' : 'tanaka');
      for (const id of OTHERS) others.push(await at().reporter(id));
    });

    it('is known already to the second, who is told its number and since when', async () => {
      const [second] = others;
      await second?.says(WORDS.outageToo);
      expect(second && last(second)).toEqual({
        text: [
          `システム障害は、すでに把握しています（${first.number}、10:05〜）。`,
          '同じものですか。同じなら、つなぐだけで済みます。',
        ].join('\n'),
        buttons: ['こちらも同じです', '別の内容です'],
      });
    });

    it('is joined with one press, and nothing more is filed', async () => {
      const filed = async () => (await Promise.all(others.map((one) => filedBy(at(), one)))).flat().length;
      const before = await filed();
      for (const [index, other] of others.entries()) {
        if (index > 0) await other.says(WORDS.outageToo);
        await other.presses('こちらも同じです');
        expect(last(other).text).toBe(`${first.number} につなぎました。進んだら、お知らせします。`);
      }
      expect(await filed()).toBe(before);
      expect((await at().world.report(first.number)).followers).toEqual(OTHERS);
    });

    it('has one card in the channel, with how many offices there are', () => {
      expect(at().card(first.primary, first.number)?.text).toMatch(/4か所（.+）/);
      const called = cards().filter(({ text }) => text.includes('か所から報告されています'));
      expect(called.map(({ calls }) => calls)).toEqual([true]);
      expect(cards()).toHaveLength(2);
    });

    it('is over for all of them at once, in the same words', async () => {
      await handler.pressesCard(first.primary, first.number, '担当になる');
      await acts(at(), handler, first.primary, first.number, '状況更新');
      expect(await handler.fills({ state: 'follow_up_reported', note: RESTORED })).toEqual([]);
      await handler.sends();
      for (const player of [await at().reporter('yamada'), ...others])
        expect(linesOf(last(player))).toContain(RESTORED);
    });
  });
}
