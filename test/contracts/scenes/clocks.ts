import { beforeAll, describe, expect, it } from 'vitest';
import { linesOf, type Player, type Stage } from '../../support/stage/stage.ts';
import { files, itIs, last } from './play.ts';
import { WORDS } from './script.ts';

const RISK = 'risk-compliance';

/** Scene 11: nothing waits unseen. The last one that is played: much time passes. */
export function clocks(at: () => Stage): void {
  describe('11: a serious report that nobody takes up', () => {
    let reporter: Player;
    let number = '';
    const tick = async (time: string) => {
      itIs(at(), time);
      await at().world.tick();
    };
    /** What somebody has been told of this report by the clocks. */
    const reminded = async (id: string, words: string) =>
      (await at().handler(id))
        .heard()
        .filter(({ text }) => text.startsWith(`${number} `) && text.includes(words)).length;
    const late = '期限を過ぎても受付確認がありません';
    const calls = () =>
      at()
        .channel(RISK)
        .filter(({ text }) => text.startsWith(`${number} は、${late}`))
        .map((post) => post.calls);
    beforeAll(async () => {
      itIs(at(), '2026-12-01 09:12');
      for (const id of ['tanaka', 'yoshida', 'hasegawa', 'ito']) await at().handler(id);
      reporter = await at().reporter('shimizu');
      number = (await files(at(), reporter, WORDS.mishanded, '1人', '見ていない')).number;
    });

    it('is said to be late at its time and not before, and the group is called once', async () => {
      await tick('2026-12-01 10:11');
      expect(await reminded('tanaka', late)).toBe(0);
      await tick('2026-12-01 10:12');
      expect(await reminded('tanaka', late)).toBe(1);
      expect(calls()).toEqual([true]);
      expect(at().card(RISK, number)?.text).toMatch(/^【期限超過】【S3 重要】/);
    });

    it('climbs the tree of the organisation, a step an hour, and no further than it has to', async () => {
      await tick('2026-12-01 11:12');
      expect(await reminded('yoshida', late)).toBe(1);
      expect(await reminded('hasegawa', late)).toBe(0);
      await tick('2026-12-01 12:12');
      expect(await reminded('hasegawa', late)).toBe(1);
      await tick('2026-12-01 17:00');
      expect(await reminded('ito', late)).toBe(0);
      expect(calls()).toEqual([true, false, false]);
    });

    it('reminds its holder of what is due in the morning of that day, never at night', async () => {
      const tanaka = await at().handler('tanaka');
      await tanaka.pressesCard(RISK, number, '担当になる');
      const words = 'の続報は、正午までです。';
      await tick('2026-12-01 23:00');
      await tick('2026-12-02 05:00');
      await tick('2026-12-02 08:59');
      expect(await reminded('tanaka', words)).toBe(0);
      await tick('2026-12-02 09:00');
      expect(await reminded('tanaka', words)).toBe(1);
    });

    it('explains its date from what happened', async () => {
      await reporter.says(`${number}は？`);
      await reporter.presses('期限の理由');
      expect(linesOf(last(reporter)).slice(0, 2)).toEqual([
        '12/1(火) 9:12から数えて 12/2(水) 12:00 です。規則：続報',
        '起点：判明した時（12/1(火) 9:12）',
      ]);
    });

    it('is not silent for longer than ten working days: the reporter hears that it is in hand', async () => {
      const inHand = () =>
        reporter
          .heard()
          .filter(({ text }) =>
            text.startsWith(`${number} は「対応中」です。前回のお知らせから変わっていません。`),
          );
      await tick('2026-12-15 09:00');
      expect(inHand()).toHaveLength(0);
      await tick('2026-12-16 09:00');
      expect(inHand().map(({ text }) => text.split('\n')[1])).toEqual([
        '次の連絡は、2027/1/5(火)までにします。',
      ]);
    });
  });
}
