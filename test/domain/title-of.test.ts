import { describe, expect, it } from 'vitest';
import { titleOf } from '../../src/domain/title-of.ts';

describe('the title of a report in a sentence', () => {
  it('is the words themselves while they are short', () => {
    expect(titleOf('番号札の表示を大きく')).toBe('番号札の表示を大きく');
    expect(titleOf('別の方の通知書を渡しました。回収済みです。')).toBe(
      '別の方の通知書を渡しました。回収済みです',
    );
  });

  it('ends with a sentence, where one fits', () => {
    const more = '午後になって、もう1件同じことがあったと電話で聞きました';
    expect(titleOf(`別の方の通知書を渡しました。回収済みです。${more}`)).toBe(
      '別の方の通知書を渡しました。回収済みです',
    );
  });

  it('is never longer than one takes in at a glance, and says that there is more', () => {
    const title = titleOf('𠮷'.repeat(80));
    expect([...title]).toHaveLength(40);
    expect(title.endsWith('𠮷…')).toBe(true);
  });

  it('is not cut to a greeting', () => {
    expect(titleOf(`お疲れ様です。${'あ'.repeat(60)}`)).toMatch(/^お疲れ様です。あ+…$/);
  });
});
