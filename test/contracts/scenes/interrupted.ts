import { beforeAll, describe, expect, it } from 'vitest';
import { linesOf, type Player, type Stage } from '../../support/stage/stage.ts';
import { files, filedBy, itIs, last, lastFiledBy } from './play.ts';
import { WORDS } from './script.ts';

const SEEN = '渡した相手は、中を見ましたか。';

/** Scene 6: interrupted, and gone on with hours later, on another platform where there is one. */
export function interrupted(at: () => Stage): void {
  describe('6: a report that is interrupted', () => {
    let reporter: Player;
    let earlier = '';
    beforeAll(async () => {
      itIs(at(), '2026-11-20 09:20');
      reporter = await at().reporter('suzuki');
      earlier = (await files(at(), reporter, WORDS.mishanded, '1人', '見ていない')).number;
      await reporter.says(WORDS.mishanded);
      await reporter.presses('1人');
    });

    it('answers a question about another one, and asks on where it stood', async () => {
      await reporter.says(`${earlier}はどうなりましたか？`);
      const [answer, question] = reporter.heard().slice(-2);
      expect(answer && linesOf(answer)[0]).toBe(`${earlier}「${WORDS.mishanded}」です。`);
      expect(question && linesOf(question)).toEqual(['報告に戻ります。', SEEN]);
      expect(question?.buttons).toContain('見ていない');
    });

    it('goes back to the question before: 戻る', async () => {
      await reporter.says('戻る');
      expect(last(reporter).text).toBe('何人分ですか。');
      await reporter.presses('2〜9人');
      expect(last(reporter).text).toBe(SEEN);
    });

    it('lets any answer be mended in the middle: 修正', async () => {
      await reporter.says('修正');
      expect(last(reporter).text).toBe('どこを直しますか。');
      expect(last(reporter).buttons).toEqual(expect.arrayContaining(['発生日', '影響人数', '戻る']));
      await reporter.presses('影響人数');
      await reporter.presses('1人');
      expect(last(reporter).text).toContain(SEEN);
    });

    it('is offered again hours later with what is left of it', async () => {
      itIs(at(), '2026-11-20 14:30');
      const elsewhere = at().elsewhere;
      if (elsewhere) reporter = await elsewhere('suzuki');
      await reporter.says('おはようございます');
      expect(last(reporter)).toEqual({
        text: '11/20(金) 9:20 の続きがあります（事件・事故・事務処理誤り、まだ送っていません）。\nあと1問です。',
        buttons: ['続ける', '今のまま送る', '捨てる'],
      });
    });

    it('goes on where it stood, with what was answered', async () => {
      await reporter.presses('続ける');
      expect(linesOf(last(reporter)).at(-1)).toBe(SEEN);
      await reporter.presses('見ていない');
      expect(linesOf(last(reporter))).toEqual(expect.arrayContaining(['影響人数：1人', '開封：見ていない']));
      await reporter.presses('送信');
      const { number } = await lastFiledBy(at(), reporter);
      expect(number).not.toBe(earlier);
      expect(linesOf(last(reporter))[0]).toBe(`受け付けました。番号は ${number} です。`);
    });

    it('is gone without a trace where the reporter stops: やめる', async () => {
      const before = (await filedBy(at(), reporter)).length;
      await reporter.says(WORDS.mishanded);
      await reporter.says('やめる');
      expect(last(reporter).text).toBe('やめました。何も送っていません。');
      expect(await filedBy(at(), reporter)).toHaveLength(before);
    });
  });
}
