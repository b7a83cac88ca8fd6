import { beforeAll, describe, expect, it } from 'vitest';
import { linesOf, type Player, type Stage } from '../../support/stage/stage.ts';
import { acts, evaluates, itIs, last, proposes } from './play.ts';
import { WORDS } from './script.ts';

const UNIT = 'service-promotion';
const WHY = '問い合わせの多い申請書から、順に作り直すためです。';
const MORE = '小さい字の見本も、直りますか';

/** Scene 9: what becomes of it reaches the reporter, with a reason that says something. */
export function feedback(at: () => Stage): void {
  describe('9: feedback', () => {
    let reporter: Player;
    let sato: Player;
    let kato: Player;
    let number = '';
    const news = () => linesOf(last(reporter));
    beforeAll(async () => {
      itIs(at(), '2026-11-24 11:00');
      reporter = await at().reporter('matsuda');
      [sato, kato] = [await at().handler('sato'), await at().handler('kato')];
      number = (await proposes(at(), reporter, WORDS.examples, '申請書')).number;
    });

    it('tells every change in plain words, with what comes next', async () => {
      await sato.pressesCard(UNIT, number, '担当になる');
      expect(news()[0]).toBe(`佐藤さんが ${number} の担当になりました。`);
      expect(news()[1]).toMatch(/^次：.+まで/);
    });

    it('says of a decision that departments prepare no more than that it is being prepared', async () => {
      await evaluates(at(), { owner: kato, handler: sato }, number);
      expect(news()[0]).toBe(`${number} の状態が「評価中」に変わりました。`);
    });

    it('saves no decision without a reason', async () => {
      await acts(at(), kato, UNIT, number, '決定する');
      const before = (await at().world.report(number)).head;
      expect(await kato.fills({ outcome: 'partly_adopted', due: '2027-03-31', reason: '' })).toEqual([
        'まだ空です。ひとことで書いてください。',
      ]);
      expect((await at().world.report(number)).head).toEqual(before);
    });

    it('takes no stock phrase for one', async () => {
      expect(await kato.fills({ reason: '鋭意検討中です。' })).toEqual([
        'これだけでは答えになりません。何をするか、しないかを書いてください。',
      ]);
    });

    it('brings the decision to the reporter as it was previewed, and asks whether it answers them', async () => {
      expect(await kato.fills({ reason: WHY })).toEqual([]);
      const preview = kato.opened()?.preview;
      await kato.sends();
      expect(last(reporter).text).toBe(preview);
      expect(news()).toEqual([
        `【回答】${number}「${WORDS.examples}」`,
        '結果：一部採用　担当：サービス推進部',
        `理由：${WHY}`,
        '次：2027/3/31(水)までに実施。結果をお知らせします。',
        '答えになっていますか。',
      ]);
      expect(last(reporter).buttons).toEqual(['はい', 'いいえ']);
    });

    it('is taken up again by who decided it, when it does not', async () => {
      await reporter.presses('いいえ');
      await reporter.says(MORE);
      expect(news()[0]).toBe('担当に戻しました。');
      for (const person of [kato, sato]) expect(linesOf(last(person))).toContain(`「${MORE}」`);
      expect((await at().world.report(number)).steps.slice(-2).map(({ kind }) => kind)).toEqual([
        'feedback_given',
        'reopened',
      ]);
    });
  });
}
