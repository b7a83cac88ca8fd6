import { beforeAll, describe, expect, it } from 'vitest';
import { linesOf, type Player, type Stage } from '../../support/stage/stage.ts';
import { acts, itIs, last, lastFiledBy } from './play.ts';
import { WORDS } from './script.ts';

const UNIT = 'quality';
const ANSWER = '未支給の請求を代理人がするときは、委任状が要ります。';

/** Scene 15: how something is done. */
export function knowHow(at: () => Stage): void {
  describe('15: a question how something is done', () => {
    let asker: Player;
    let number = '';
    beforeAll(async () => {
      itIs(at(), '2026-11-24 15:30');
      asker = await at().reporter('sasaki');
      await asker.says(WORDS.howTo);
    });

    it('names who decides, where nobody has answered it', () => {
      expect(linesOf(last(asker)).slice(0, 2)).toEqual([
        'あなたが見られる範囲には、答えが見つかりませんでした。',
        '決めるのは、年金給付部です。',
      ]);
    });

    it('is answered by whoever publishes knowledge', async () => {
      await asker.presses('質問として残す');
      number = (await lastFiledBy(at(), asker)).number;
      const hashimoto = await at().handler('hashimoto');
      await hashimoto.pressesCard(UNIT, number, '担当になる');
      await acts(at(), hashimoto, UNIT, number, '状況更新');
      expect(await hashimoto.fills({ state: 'published', note: ANSWER })).toEqual([]);
      await hashimoto.sends();
      expect(linesOf(last(asker))).toContain(ANSWER);
    });

    it('is found with its answer by the next who asks', async () => {
      const next = await at().reporter('kudo');
      await next.says(WORDS.howTo);
      expect(last(next).text).toContain(number);
      expect(last(next).text).toContain(ANSWER.replace('。', ''));
    });
  });
}
