import { describe, expect, it } from 'vitest';
import type { ChoiceField } from '../../../src/recognition/extract/choices.ts';
import { findChoice } from '../../../src/recognition/extract/choices.ts';
import { findQuotation, findStatement } from '../../../src/recognition/extract/statements.ts';
import { normalize } from '../../../src/recognition/normalize.ts';

describe('answers of choice fields', () => {
  it.each<[ChoiceField, string, string | null]>([
    ['recovered', '回収済みです', 'recovered'],
    ['recovered', 'まだ回収できていません', 'not_yet'],
    ['recovered', '返してくれました', 'recovered'],
    ['recovered', 'Got it back', 'recovered'],
    ['recovered', '渡してしまいました', null],
    ['opened', '未開封でした', 'not_opened'],
    ['opened', '開封されていました', 'opened'],
    ['opened', '中は見られていない', 'not_opened'],
    ['personal_data', '別の方の通知書を渡した', 'yes'],
    ['personal_data', '個人情報は含まれていません', 'no'],
    ['caused_by', '委託先で印刷したもの', 'contractor'],
    ['caused_by', '市役所の入力が間違っていた', 'municipality'],
    ['caused_by', 'システムの不具合でした', 'system'],
    ['channel', 'お客様から電話がありました', 'phone'],
    ['channel', '窓口で言われた', 'visit'],
    ['channel', 'お手紙が届いた', 'letter'],
    ['tried', '試しに一週間やってみた', 'tried'],
    ['basis', 'マニュアルの12頁', 'manual'],
    ['publication_wish', '公表しないでほしいとのこと', 'declined'],
  ])('%s of %s is %s', (field, words, expected) => {
    expect(findChoice(field, normalize(words).text)?.value ?? null).toBe(expected);
  });
});

describe('statements', () => {
  it('finds what was done first', () => {
    const text = '誤送信がありました。先方に電話で破棄を依頼済みです。';
    expect(findStatement('first_response', text)?.value).toBe('先方に電話で破棄を依頼済みです。');
  });

  it('finds the change that is wished for', () => {
    const text = '毎回同じ住所を書く。1枚にまとめればいいのに';
    expect(findStatement('change', text)?.value).toBe('1枚にまとめればいいのに');
  });

  it('takes the longest words in quotation marks for the customer’s own', () => {
    expect(findQuotation('「はい」のあと「電話がつながらない」と言われた')?.value).toBe('電話がつながらない');
  });
});
