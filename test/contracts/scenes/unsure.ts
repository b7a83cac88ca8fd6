import { beforeAll, describe, expect, it } from 'vitest';
import { linesOf, type Player, type Stage } from '../../support/stage/stage.ts';
import { last } from './play.ts';
import { WORDS } from './script.ts';

/** Scene 3: unsure, it asks one question. */
export function unsure(at: () => Stage): void {
  describe('3: words that may mean two things', () => {
    let reporter: Player;
    beforeAll(async () => {
      reporter = await at().reporter('kobayashi');
      await reporter.says(WORDS.unsure);
    });

    it('are asked about by the fact, with the two best guesses as buttons, the riskier first', () => {
      expect(last(reporter)).toEqual({
        text: 'どちらですか。迷ったら、上を選んでください。',
        buttons: ['もう起きた', '起きる前に止めた', 'どちらでもない'],
      });
    });

    it('are asked about once: a press settles it', async () => {
      await reporter.presses('起きる前に止めた');
      expect(linesOf(last(reporter))[0]).toBe('リスク情報と考えました。');
      await reporter.says('やめる');
      expect(last(reporter).text).toBe('やめました。何も送っていません。');
    });

    it('are taken for the riskier in doubt, and no second question is asked about it', async () => {
      await reporter.says(WORDS.unsure);
      await reporter.says(WORDS.unclear);
      expect(linesOf(last(reporter))[0]).toMatch(/^事件・事故・事務処理誤り(（.+）)?と考えました。/);
      await reporter.says('やめる');
    });

    it('may be neither: then every type can be chosen but the one that has a place of its own', async () => {
      await reporter.says(WORDS.unsure);
      await reporter.presses('どちらでもない');
      expect(last(reporter).buttons).toEqual([
        '事件・事故・事務処理誤り',
        '業務改善提案',
        'お客様の声',
        'リスク情報',
        '業務ナレッジ',
        'やめる',
      ]);
      await reporter.presses('やめる');
      expect(await at().world.filed(reporter.id)).toEqual([]);
    });
  });
}
