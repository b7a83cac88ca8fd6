import { beforeAll, describe, expect, it } from 'vitest';
import { MISHANDED_SUMMARY } from '../../scenes/steps.ts';
import { linesOf, type Player, type Stage } from '../../support/stage/stage.ts';
import { answersWith, filedBy, last, lastFiledBy } from './play.ts';
import { WORDS } from './script.ts';

/** Scene 1: one sentence becomes a report. */
export function oneSentence(at: () => Stage): void {
  describe('1: one sentence', () => {
    let reporter: Player;
    beforeAll(async () => {
      reporter = await at().reporter('yamada');
      await reporter.says(WORDS.mishanded);
    });

    it('is read as a type, by words that stand in it', () => {
      const [guess = ''] = linesOf(last(reporter));
      const read =
        /^事件・事故・事務処理誤り（誤送付・誤送信・誤交付）と考えました。「(.+)」とあるためです。$/.exec(
          guess,
        );
      expect(WORDS.mishanded).toContain(read?.[1] ?? 'no evidence');
    });

    it('tells the day, the office and what was done already', () => {
      expect(linesOf(last(reporter))[1]).toBe(
        '分かったこと：11/19(木)、個人情報：ある、回収：回収した、みどり年金事務所。',
      );
    });

    it('leaves two questions: how many people, and whether their data was seen', async () => {
      expect(linesOf(last(reporter)).slice(2)).toEqual(['あと2問です。', '何人分ですか。']);
      expect(last(reporter).buttons.slice(0, 5)).toEqual([
        '1人',
        '2〜9人',
        '10〜100人',
        '101人以上',
        '分からない',
      ]);
      await reporter.presses('1人');
      expect(last(reporter)).toEqual({
        text: '渡した相手は、中を見ましたか。',
        buttons: ['見た', '見ていない', '分からない', 'まとめて書く'],
      });
      await reporter.presses('見ていない');
    });

    it('is shown before it is sent, found out now, with who will see it', () => {
      const summary = last(reporter);
      expect(linesOf(summary)).toEqual(MISHANDED_SUMMARY);
      expect(summary.buttons).toEqual(['送信', '修正', 'まとめて書く', 'やめる', '見る人']);
    });

    it('is nowhere before it is sent', async () => {
      expect(at().channel('risk-compliance')).toEqual([]);
      expect(await filedBy(at(), reporter)).toEqual([]);
    });

    it('gets a number once it is sent, with who holds it and when they will hear next', async () => {
      await reporter.presses('送信');
      const { number } = await lastFiledBy(at(), reporter);
      expect(number).toMatch(/^INC-26-[0-9A-HJKMNP-TV-Z]{5}$/);
      expect(linesOf(last(reporter))).toEqual([
        `受け付けました。番号は ${number} です。`,
        '担当：リスク・コンプライアンス部　重要度：S3 重要',
        '次：10:12までに受付確認し、お知らせします。',
        '続報の期限は、11/24(火) 正午です。',
      ]);
      expect(last(reporter).buttons).toEqual(['書き足す', 'わたしの報告']);
    });

    it('loses personal data before anything is kept, and the summary shows it masked', async () => {
      const other = await at().reporter('watanabe');
      await other.says(WORDS.withPersonalData);
      expect(other.told()[0]?.split('\n')).toEqual([
        '氏名、基礎年金番号を隠しました。保存していません。',
        '元の発言は、チャットに残っています。消してください。',
      ]);
      const summary = await answersWith(other, ['1人', '回収した', '見ていない', 'ある']);
      expect(linesOf(summary)).toContain(
        '〔氏名〕様（基礎年金番号 〔基礎年金番号〕）に、別の方の通知書を送りました',
      );
      const kept = await at().world.everythingStored();
      expect(['山田太郎', '1234-567890', '567890'].filter((secret) => kept.includes(secret))).toEqual([]);
      await other.presses('やめる');
    });
  });
}
