import { beforeAll, describe, expect, it } from 'vitest';
import { linesOf, type Player, type Stage } from '../../support/stage/stage.ts';
import { acts, files, fillsAndSends, itIs, last } from './play.ts';
import { WORDS } from './script.ts';

const RISK = 'risk-compliance';
const ANSWER = '確認欄のある封筒に替えました。';
const LONGER = '再発防止策の確認に日がかかるため。';
const OWNER = '給付の誤りの話のため、給付部で扱ってください。';

/** Scene 7: what a department does by the buttons of its card. */
export function departmentSide(at: () => Stage): void {
  describe('7: the department', () => {
    let reporter: Player;
    let tanaka: Player;
    let mori: Player;
    let number = '';
    let late: (title: string) => Promise<void>;
    const card = () => at().card(RISK, number);
    const news = () => linesOf(last(reporter));
    beforeAll(async () => {
      itIs(at(), '2026-11-24 09:00');
      reporter = await at().reporter('yamada');
      [tanaka, mori] = [await at().handler('tanaka'), await at().handler('mori')];
      number = (await files(at(), reporter, WORDS.mishanded, '1人', '見ていない')).number;
    });

    it('受付確認: the reporter is told by whom and what comes next, and the card says so', async () => {
      await tanaka.pressesCard(RISK, number, '受付確認');
      expect(news()).toEqual([
        `田中さんが 9:00 に ${number} を受付確認しました。`,
        '次：11/25(水) 正午までに続報',
      ]);
      expect(linesOf(card() ?? { text: '' }).slice(1, 2)).toEqual([
        '状態：受付確認済　期限：続報 11/25(水) 正午',
      ]);
      expect(card()?.buttons).toEqual(['担当になる', '報告者に質問', '転送', 'くわしく']);
    });

    it('担当になる: the card and the reporter name the holder', async () => {
      late = mori.looksAt(RISK, number);
      await tanaka.pressesCard(RISK, number, '担当になる');
      expect(news()[0]).toBe(`田中さんが ${number} の担当になりました。`);
      expect(linesOf(card() ?? { text: '' })).toContain('担当：田中');
    });

    it('a button that somebody else was faster with says who and when', async () => {
      itIs(at(), '2026-11-24 09:05');
      await late('担当になる');
      expect(mori.told().flatMap((text) => text.split('\n'))).toContain(
        '田中さんが 9:00 に「担当になる」を済ませています。',
      );
      expect((await at().world.report(number)).holder).toBe('tanaka');
    });

    it('くわしく: everything that somebody can do stands in their own conversation, and they are told so', async () => {
      await mori.pressesCard(RISK, number, 'くわしく');
      const { words } = at().world.organized;
      expect(mori.told()).toContain(words.say(at().inPrivate, 'ja'));
      expect(linesOf(last(mori))[0]).toContain(number);
      expect(last(mori).buttons).toEqual(
        expect.arrayContaining([
          ...['回答する', '報告者に質問', '状況更新', '転送', '差戻し', '重要度を変更', '期限延長'],
          ...['関連をつける', 'なぜこの送り先', '期限の理由'],
        ]),
      );
      // The reporter, of the same report: what is theirs to do.
      await reporter.says(`${number}は？`);
      await reporter.presses('くわしく');
      expect(last(reporter).buttons).toEqual(expect.arrayContaining(['書き足す', '期限の理由']));
      expect(last(reporter).buttons).not.toContain('転送');
    });

    it('状況更新: the reporter reads the words, once they were shown as they will be read', async () => {
      await acts(at(), tanaka, RISK, number, '状況更新');
      expect(await tanaka.fills({ state: 'cause_analysis', note: '' })).toHaveLength(1);
      const before = reporter.heard().length;
      expect(await tanaka.fills({ state: 'cause_analysis', note: '封筒の確認手順を調べています。' })).toEqual(
        [],
      );
      expect(tanaka.opened()?.preview).toContain('封筒の確認手順を調べています。');
      expect(reporter.heard()).toHaveLength(before);
      await tanaka.sends();
      expect(news().slice(0, 2)).toEqual([
        `${number} の状態が「原因分析中」に変わりました。`,
        '封筒の確認手順を調べています。',
      ]);
    });

    it('期限延長: with a reason, approved by a second person, and told to the reporter', async () => {
      const yoshida = await at().handler('yoshida');
      await acts(at(), tanaka, RISK, number, '期限延長');
      expect(await tanaka.fills({ due: '2027-01-15', reason: '' })).toHaveLength(1);
      expect(await tanaka.fills({ due: '2027-01-15', reason: LONGER })).toEqual([]);
      const before = reporter.heard().length;
      await tanaka.sends();
      expect(reporter.heard()).toHaveLength(before);
      expect(linesOf(last(yoshida))).toEqual([
        `田中さんが ${number} の承認を頼んでいます。`,
        '最終報の期限を 12/24(木) から 2027/1/15(金) に延ばす',
        `理由：${LONGER}`,
      ]);
      await yoshida.presses('承認する');
      await fillsAndSends(yoshida, {});
      expect(news().slice(0, 2)).toEqual([
        `${number} の最終報の期限が、12/24(木) から 2027/1/15(金) に変わりました。`,
        LONGER,
      ]);
    });

    it('what is said under the card stays within the department', async () => {
      const before = reporter.heard().length;
      await tanaka.writes(RISK, number, '窓口の録画を見ておきます');
      expect(reporter.heard()).toHaveLength(before);
      expect((await at().world.report(number)).steps.at(-1)?.kind).toBe('commented');
      await reporter.says(`${number}は？`);
      expect(last(reporter).text).not.toContain('録画');
    });

    it('回答する: exactly these words leave, after a preview, and nothing before', async () => {
      const before = reporter.heard().length;
      await acts(at(), tanaka, RISK, number, '回答する');
      expect(await tanaka.fills({ kind: 'interim', text: ANSWER })).toEqual([]);
      expect(tanaka.opened()?.preview).toContain(ANSWER);
      expect(reporter.heard()).toHaveLength(before);
      await tanaka.sends();
      expect(news()).toContain(ANSWER);
    });

    it('a form opens for nobody who may not send it: they are told who may', async () => {
      const watanabe = await at().handler('watanabe');
      await watanabe.pressesCard(RISK, number, '状況更新');
      expect(watanabe.opened()).toBeNull();
      expect(watanabe.told().flatMap((text) => text.split('\n'))).toContainEqual(
        expect.stringMatching(/^この操作は、.*リスク・コンプライアンス部.*だけができます。$/),
      );
    });

    it('転送: with a reason, to a department that is called, and the reporter is told why', async () => {
      await acts(at(), tanaka, RISK, number, '転送');
      expect(await tanaka.fills({ unit: 'benefit', reason: '' })).toHaveLength(1);
      expect(await tanaka.fills({ unit: 'benefit', reason: OWNER })).toEqual([]);
      expect(tanaka.opened()?.preview?.split('\n')).toEqual([
        `${number} を年金給付部に転送します。`,
        `理由：${OWNER}`,
        '報告者にも、この理由が届きます。',
      ]);
      await tanaka.sends();
      expect(news().slice(0, 2)).toEqual([
        `${number} をリスク・コンプライアンス部から年金給付部に転送しました。`,
        OWNER,
      ]);
      expect(at().card('benefit', number)?.text).toContain('送り先：年金給付部');
      expect(
        at()
          .channel('benefit')
          .map(({ text }) => text.split('\n')[0]),
      ).toContain(`リスク・コンプライアンス部から ${number} が転送されました。`);
    });
  });
}
