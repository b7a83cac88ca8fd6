import { beforeAll, describe, expect, it } from 'vitest';
import { linesOf, type Player, type Stage } from '../../support/stage/stage.ts';
import { filedBy, last } from './play.ts';
import { WORDS } from './script.ts';

/** Scene 4: two things in one message. */
export function twoMatters(at: () => Stage): void {
  describe('4: two things in one message', () => {
    let reporter: Player;
    let incident = '';
    let proposal = '';
    beforeAll(async () => {
      reporter = await at().reporter('okamoto');
      await reporter.says(WORDS.twoMatters);
    });

    it('are shown as two, and nothing is split before it is confirmed', async () => {
      const [head, first, second] = linesOf(last(reporter));
      expect(head).toBe('2つの内容と考えました。');
      expect(first).toMatch(/^1 事件・事故・事務処理誤り：午前に誤送信1件/);
      expect(second).toMatch(/^2 業務改善提案：.*FAX帳に短縮番号の確認欄を足してほしい/);
      expect(last(reporter).buttons).toEqual(['2つに分ける', '1つにする', 'やめる']);
      expect(await filedBy(at(), reporter)).toEqual([]);
    });

    it('are asked one after the other, the riskier first', async () => {
      await reporter.presses('2つに分ける');
      expect(linesOf(last(reporter)).slice(-2)).toEqual([
        '事件・事故・事務処理誤りについて聞きます。',
        '何人分ですか。',
      ]);
      for (const answer of ['1人', 'ある', '回収した', '見ていない']) await reporter.presses(answer);
      expect(linesOf(last(reporter)).slice(0, 2)).toEqual([
        '業務改善提案について聞きます。',
        'どの業務、様式ですか。',
      ]);
      await reporter.says('FAX帳');
      expect(linesOf(last(reporter)).filter((line) => line.startsWith('報告'))).toEqual(['報告1', '報告2']);
    });

    it('become two reports, each with who holds it', async () => {
      await reporter.presses('送信');
      const filed = await filedBy(at(), reporter);
      incident = filed.find(({ type }) => type === 'incident')?.number ?? '';
      proposal = filed.find(({ type }) => type === 'proposal')?.number ?? '';
      expect(filed).toHaveLength(2);
      expect(linesOf(last(reporter))).toEqual([
        `2つ受け付けました。番号は ${incident} と ${proposal} です。`,
        `${incident}　担当：リスク・コンプライアンス部　重要度：S3 重要`,
        '次：10:12までに受付確認し、お知らせします。',
        '続報の期限は、11/24(火) 正午です。',
        `${proposal}　担当：サービス推進部`,
        '次：11/24(火)までに受付確認し、お知らせします。',
      ]);
    });

    it('are linked both ways; the card that more people read does not tell of the other', async () => {
      const links = (await filedBy(at(), reporter)).map((one) => one.links.map(({ number }) => number));
      expect(links.flat().sort()).toEqual([incident, proposal].sort());
      expect(at().card('risk-compliance', incident)?.text).toContain(`関連：${proposal}`);
      expect(at().card('service-promotion', proposal)?.text).not.toContain(incident);
    });

    it('stay one where the reporter says so', async () => {
      await reporter.says(WORDS.twoMatters);
      await reporter.presses('1つにする');
      // Asked only while the recogniser is unsure what the two are as one.
      const asked = last(reporter).text === 'どちらですか。迷ったら、上を選んでください。';
      if (asked) await reporter.presses('事件・事故・事務処理誤り');
      expect(linesOf(last(reporter))[0]).toMatch(/^事件・事故・事務処理誤り(（.+）)?と考えました。/);
      expect(last(reporter).text).not.toContain('業務改善提案');
      await reporter.says('やめる');
    });
  });
}
