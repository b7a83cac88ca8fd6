import { beforeAll, describe, expect, it } from 'vitest';
import { linesOf, type Player, type Stage } from '../../support/stage/stage.ts';
import { files, itIs, last } from './play.ts';
import { WORDS } from './script.ts';

const CHANNEL = 'quality';
const RISK = 'risk-compliance';
const STOPPED = [
  'ここで止めます。チャットは匿名ではありません。管理者が読める場合があります。',
  '法令や規程の違反の話かもしれません。くわしい内容は、ここに書かないでください。',
  'まだ報告になっていません。',
  'つたえは、どこにも投稿していません。',
  '内部窓口：compliance-desk@pension.example',
  '外部窓口（弁護士）：outside-desk@pension.example / 0120-000-0001',
];

/** Scene 13: what may be a violation has a place of its own, which is not the chat. */
export function compliance(at: () => Stage): void {
  describe('13: what may be a violation', () => {
    let reporter: Player;
    beforeAll(async () => {
      itIs(at(), '2026-11-24 15:00');
      reporter = await at().reporter('kikuchi');
    });

    it('is stopped: the chat is not anonymous, and these are the places for it', async () => {
      await reporter.says(WORDS.violation);
      expect(linesOf(last(reporter))).toEqual(STOPPED);
      expect(last(reporter).buttons).toEqual(['違反ではない', '通報窓口']);
    });

    it('said in a channel is answered to whoever said it alone, and the channel shows nothing of it', async () => {
      const posts = () =>
        at()
          .channel(CHANNEL)
          .map(({ text }) => text);
      await reporter.calls(CHANNEL, 'こんにちは');
      const greeted = posts();
      const before = reporter.heard().length;
      await reporter.calls(CHANNEL, WORDS.violation);
      expect(reporter.heard()).toHaveLength(before + 1);
      expect(linesOf(last(reporter))).toEqual([
        ...STOPPED.slice(0, 4),
        '元の発言は、チャンネルの人に見えています。',
        ...STOPPED.slice(4),
      ]);
      // Whatever is said to the bot there, the channel sees the same.
      expect(new Set(posts())).toEqual(new Set(greeted));
      expect(posts().length - greeted.length).toBeLessThanOrEqual(1);
    });

    it('said under the card of a report is no comment of it, and answered to whoever said it alone', async () => {
      const { number } = await files(
        at(),
        await at().reporter('yamada'),
        WORDS.mishanded,
        '1人',
        '見ていない',
      );
      const tanaka = await at().handler('tanaka');
      await tanaka.writes(RISK, number, WORDS.violation);
      expect(linesOf(last(tanaka))[0]).toBe(STOPPED[0]);
      expect(at().under(RISK, number)).toEqual([]);
      expect((await at().world.report(number)).steps.map(({ kind }) => kind)).toEqual(['filed', 'routed']);
    });

    it('is kept nowhere, and no department hears of it', async () => {
      const kept = await at().world.everythingStored();
      expect(['さかのぼって書け', '課長に'].filter((words) => kept.includes(words))).toEqual([]);
      expect(await at().world.filed(reporter.id)).toEqual([]);
      for (const { text } of at().channel('compliance-desk')) expect(text).not.toContain('さかのぼって');
    });
  });
}
