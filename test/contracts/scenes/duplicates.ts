import { beforeAll, describe, expect, it } from 'vitest';
import { linesOf, type Player, type Stage } from '../../support/stage/stage.ts';
import { acts, evaluates, itIs, last, lastFiledBy, proposes } from './play.ts';
import { WORDS } from './script.ts';

const UNIT = 'service-promotion';
const ANSWER = '待合室の椅子は、来年度に20脚増やすことにしたためです。';

/** Scene 12: what is known already is told while it is still being written. */
export function duplicates(at: () => Stage): void {
  describe('12: a proposal like one that was adopted', () => {
    let reporter: Player;
    let first = '';
    beforeAll(async () => {
      itIs(at(), '2026-11-24 14:00');
      first = (await proposes(at(), await at().reporter('okamoto'), WORDS.chairs, '待合室')).number;
      const [sato, kato] = [await at().handler('sato'), await at().handler('kato')];
      await sato.pressesCard(UNIT, first, '担当になる');
      await evaluates(at(), { owner: kato, handler: sato }, first);
      await acts(at(), kato, UNIT, first, '決定する');
      await kato.fills({ outcome: 'adopted', due: '2027-04-30', reason: ANSWER });
      await kato.sends();
      reporter = await at().reporter('suzuki');
      await reporter.says(WORDS.chairsAgain);
    });

    it('is told of it with its answer, before the first question', () => {
      const [alike, question] = reporter.heard().slice(-2);
      expect(alike && linesOf(alike)).toEqual([
        `似た提案が採用済みです：${first}「${WORDS.chairs}」`,
        `回答：${ANSWER}`,
      ]);
      expect(alike?.buttons).toEqual(['同じ内容です', '別の内容です', 'くわしく']);
      expect(question && linesOf(question)[0]).toMatch(/^業務改善提案と考えました。/);
    });

    it('is tied to it with one press, and each names the other', async () => {
      await reporter.presses('同じ内容です');
      await reporter.says('待合室');
      expect(last(reporter).text).toContain(`${first} につなぎます。`);
      await reporter.presses('送信');
      const { number, links } = await lastFiledBy(at(), reporter);
      expect(links.map((link) => link.number)).toEqual([first]);
      expect(linesOf(last(reporter))).toContain(
        `${first} につなぎました。どちらかが進んだら、お知らせします。`,
      );
      expect(at().card(UNIT, number)?.text).toContain(`関連：${first}`);
    });
  });
}
