import { beforeAll, describe, expect, it } from 'vitest';
import { linesOf, type Player, type Stage } from '../../support/stage/stage.ts';
import { files, itIs, last, proposes } from './play.ts';
import { NOT_THERE, WORDS } from './script.ts';

const NUMBER_TICKETS = '番号札の表示が小さいので大きくしてほしい';
const NEVER_GIVEN = 'INC-26-QQQQQ';

/** What scene 10 asks about was filed the month before all others are played. */
export async function lastMonth(stage: Stage): Promise<void> {
  itIs(stage, '2026-10-14 10:00');
  await proposes(stage, await stage.reporter('nishida'), NUMBER_TICKETS, '番号札');
}

/** Scene 10: what has become of it, by any words. */
export function status(at: () => Stage): void {
  describe('10: a question about a report', () => {
    let reporter: Player;
    let tickets = '';
    const asked = async (player: Player, text: string) => {
      await player.says(text);
      return last(player);
    };
    /** State, who has it, what happened last, what comes next and by when. */
    const told = [
      `状態：受付確認待ち　担当：サービス推進部`,
      '動き：10/14(水) 10:00 受け付け',
      expect.stringMatching(/^次：.+まで/) as string,
    ];
    beforeAll(async () => {
      itIs(at(), '2026-11-24 13:00');
      reporter = await at().reporter('nishida');
      tickets = (await at().world.filed('nishida'))[0]?.number ?? '';
    });

    it('「私の提案どうなりました？」 is answered about their own', async () => {
      const answer = await asked(reporter, '私の提案どうなりました？');
      expect(linesOf(answer)).toEqual([`${tickets}「${NUMBER_TICKETS}」です。`, ...told]);
    });

    it('「先月の番号札のやつ」 is found by what it means and when it was', async () => {
      const answer = await asked(reporter, '先月の番号札のやつ');
      expect(linesOf(answer)).toEqual([`${tickets}「${NUMBER_TICKETS}」です。`, ...told]);
      expect(answer.buttons).toContain('ちがう');
    });

    it('a number is answered, and its due date is explained', async () => {
      const incident = await files(at(), reporter, WORDS.mishanded, '1人', '見ていない');
      const answer = await asked(reporter, `${incident.number}は？`);
      expect(linesOf(answer)).toEqual([
        `${incident.number}「${WORDS.mishanded}」です。`,
        '状態：受付確認待ち　担当：リスク・コンプライアンス部',
        '動き：11/24(火) 13:00 受け付け',
        '次：14:00までに受付確認',
      ]);
      await reporter.presses('期限の理由');
      expect(linesOf(last(reporter))).toEqual([
        '11/24(火) 13:00から数えて 11/24(火) 14:00 です。規則：受付確認',
        '起点：受け付け（11/24(火) 13:00）',
        'S3 重要の期限です。',
        '業務時間だけを数えて60分です。',
      ]);
    });

    it('an open proposal of somebody else is found too', async () => {
      const other = await at().reporter('suzuki');
      const answer = await asked(other, '番号札の表示の提案、どうなりましたか');
      expect(linesOf(answer)[0]).toBe(`${tickets}「${NUMBER_TICKETS}」です。`);
    });

    it('what one may not see is answered like what was never given a number', async () => {
      const hidden = (await at().world.filed('nishida')).at(-1)?.number ?? '';
      const other = await at().reporter('suzuki');
      const answer = await asked(other, `${hidden}は？`);
      expect(linesOf(answer)[0]).toBe(NOT_THERE);
      expect(await asked(other, `${NEVER_GIVEN}は？`)).toEqual(answer);
      expect((await asked(other, '枚方で別の方の通知書を渡した件、どうなりましたか')).text).not.toContain(
        hidden,
      );
    });
  });
}
