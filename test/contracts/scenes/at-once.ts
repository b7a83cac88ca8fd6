import { beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../../src/domain/report.ts';
import { linesOf, type Player, type Stage } from '../../support/stage/stage.ts';
import { lastFiledBy, pressesEach } from './play.ts';
import { WORDS } from './script.ts';

const RISK = 'risk-compliance';
const BLOCK = 'block-minami-kanto';
const OFFICE = 'midori';

/** Scene 2: everybody who has to know knows at once. */
export function atOnce(at: () => Stage): void {
  describe('2: a serious report', () => {
    let reporter: Player;
    let report: Report;
    const before = new Map<string, number>();
    const cards = () => [RISK, BLOCK, OFFICE].map((unit) => at().card(unit, report.number));
    beforeAll(async () => {
      // A group can be called where its people are known.
      await at().handler('tanaka');
      reporter = await at().reporter('shimizu');
      await reporter.says(WORDS.mishanded);
      await pressesEach(reporter, '1人', '見ていない');
      for (const unit of [RISK, BLOCK, OFFICE]) before.set(unit, at().channel(unit).length);
      await reporter.presses('送信');
      report = await lastFiledBy(at(), reporter);
    });

    it('stands in the channels of the risk department, the block and the office in the moment it is sent', () => {
      expect(cards().every((card) => card !== null)).toBe(true);
      for (const unit of [RISK, BLOCK, OFFICE])
        expect(at().channel(unit)).toHaveLength((before.get(unit) ?? 0) + 1);
      expect(new Set(cards().map((card) => card?.text)).size).toBe(1);
    });

    it('calls the group of the department that has to act, and no other', () => {
      expect(cards().map((card) => card?.calls)).toEqual([true, false, false]);
    });

    it('shows its clock, its way and the rules that sent it', () => {
      const [card] = cards();
      expect(card && linesOf(card)).toEqual([
        `【S3 重要】事件・事故・事務処理誤り：誤送付・誤送信・誤交付　${report.number}`,
        '状態：受付確認待ち　期限：受付確認 10:12',
        WORDS.mishanded,
        'みどり年金事務所、判明日時：11/20(金) 9:12、影響人数：1人、個人情報：ある、開封：見ていない',
        '担当：未定',
        '送り先：リスク・コンプライアンス部、写し8か所（規則R03、R04、R10、R11、R12）',
        '動き：11/20(金) 9:12 受け付け',
      ]);
      expect(card?.buttons).toEqual(['受付確認', '担当になる', '転送', 'くわしく']);
    });

    it('is in no channel that has nothing to do with it', () => {
      for (const unit of ['akita', 'training', 'compliance-desk'])
        expect(at().card(unit, report.number)).toBeNull();
    });
  });
}
