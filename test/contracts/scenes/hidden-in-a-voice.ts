import { beforeAll, describe, expect, it } from 'vitest';
import { linesOf, type Player, type Stage } from '../../support/stage/stage.ts';
import { filedBy, last, lastFiledBy, pressesEach } from './play.ts';
import { NOT_THERE, WORDS } from './script.ts';

/** Scene 5: a voice that hides an error or a violation. */
export function hiddenInAVoice(at: () => Stage): void {
  describe('5: a customer voice that hides an error', () => {
    let reporter: Player;
    let voice = '';
    let error = '';
    beforeAll(async () => {
      reporter = await at().reporter('yamada');
      await reporter.says(WORDS.hidesAnError);
    });

    it('is filed as a voice, and the suspicion is named before anything is asked', () => {
      const said = linesOf(last(reporter));
      expect(said.slice(0, 2)).toEqual(['お客様の声（苦情）と考えました。', '誤りの疑いもあります。']);
      expect(said).toContain('声はサービス推進部、疑いはリスク・コンプライアンス部に送ります。');
    });

    it('becomes a voice and a suspected incident, linked, each in its department', async () => {
      const before = (await filedBy(at(), reporter)).length;
      await pressesEach(reporter, '電話', 'まだ何も', '送信');
      const filed = (await filedBy(at(), reporter)).slice(before);
      voice = filed.find(({ type }) => type === 'customer_voice')?.number ?? '';
      error = filed.find(({ type }) => type === 'incident')?.number ?? '';
      expect(filed).toHaveLength(2);
      expect(linesOf(last(reporter))[0]).toBe(
        `受け付けました。番号は ${voice}（声）と ${error}（疑い）です。`,
      );
      expect(at().card('service-promotion', voice)?.text).toContain(`関連：${error}`);
      expect(at().card('risk-compliance', error)?.text).toContain(`関連：${voice}`);
      expect(at().card('risk-compliance', voice)).toBeNull();
    });

    it('calls no group for what is no more than usual', () => {
      expect(at().card('risk-compliance', error)?.calls).toBe(false);
    });
  });

  describe('5: a customer voice that hides a violation', () => {
    let reporter: Player;
    let number = '';
    beforeAll(async () => {
      reporter = await at().reporter('shimizu');
      await reporter.says(WORDS.hidesAViolation);
      await reporter.presses('まだ何も');
    });

    it('says who alone will see it', async () => {
      const summary = linesOf(last(reporter));
      expect(summary).toContain('見る人：サービス推進部');
      await reporter.presses('送信');
      const voice = await lastFiledBy(at(), reporter);
      number = voice.number;
      expect(voice).toMatchObject({ type: 'customer_voice', primary: 'service-promotion', copies: [] });
    });

    it('stands with service promotion, and with nobody else', () => {
      expect(at().card('service-promotion', number)?.text).toContain('近所で話してる');
      const others = ['midori', 'block-minami-kanto', 'risk-compliance', 'benefit', 'records', 'planning'];
      for (const unit of others)
        for (const { text } of at().channel(unit)) {
          expect(text).not.toContain(number);
          expect(text).not.toContain('近所で話してる');
        }
    });

    it('reaches the designated officers by its number, without a word of it', () => {
      expect(
        at()
          .channel('compliance-desk')
          .map(({ text }) => text),
      ).toEqual([`${number} に違反の疑いがあります。通報の担当者が確かめてください。`]);
    });

    it('does not exist for the office, nor for the owner of the matter', async () => {
      for (const id of ['watanabe', 'nakajima', 'kobayashi']) {
        const other = await at().reporter(id);
        await other.says(`${number}は？`);
        expect(linesOf(last(other))[0]).toBe(NOT_THERE);
      }
    });
  });
}
