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
    ['caused_by', '委託業者ではなく当所の確認不足でした', 'office'],
    ['caused_by', 'システムの不具合ではありません', null],
    ['caused_by', '市役所からの連絡で当所の入力ミスが判明', 'office'],
    ['caused_by', '業者から連絡があり当方の誤りと分かった', 'office'],
    ['caused_by', '印刷会社の封入ミス', 'contractor'],
    ['caused_by', '委託先での封入誤り', 'contractor'],
    ['caused_by', '委託先が紛失', 'contractor'],
    ['caused_by', '配送業者が誤配', 'contractor'],
    ['caused_by', '宅配業者の誤配達', 'contractor'],
    ['caused_by', '区役所の処理誤り', 'municipality'],
    ['caused_by', '町役場側のミス', 'municipality'],
    ['caused_by', '市からのデータが誤っていた', 'municipality'],
    ['caused_by', 'システム障害によるもの', 'system'],
    ['caused_by', 'プログラムのバグ', 'system'],
    ['caused_by', 'システム側の計算誤り', 'system'],
    ['caused_by', 'システム改修の影響で誤計算', 'system'],
    ['caused_by', '事務センターの入力誤り', 'head_office'],
    ['caused_by', '本部の指示誤り', 'head_office'],
    ['caused_by', '事務センターで審査漏れ', 'head_office'],
    ['caused_by', '私の確認不足です', 'office'],
    ['caused_by', '担当者の入力ミス', 'office'],
    ['caused_by', '職員が封入を誤った', 'office'],
    ['caused_by', '当所職員の失念', 'office'],
    ['caused_by', '原因は不明', null],
    ['caused_by', 'お客様の記入誤り', null],
    ['caused_by', 'vendor mistake', 'contractor'],
    ['caused_by', 'our mistake', 'office'],
    ['recovered', '回収しました', 'recovered'],
    ['recovered', '全て回収済', 'recovered'],
    ['recovered', '回収していません', 'not_yet'],
    ['recovered', '未だ回収できておらず', 'not_yet'],
    ['recovered', '回収に至っておりません', 'not_yet'],
    ['recovered', '回収未了', 'not_yet'],
    ['recovered', '回収できず', 'not_yet'],
    ['recovered', '回収不能', 'not_yet'],
    ['recovered', '返却を拒否された', 'not_yet'],
    ['recovered', '明日回収に伺います', 'not_yet'],
    ['recovered', '回収する予定', 'not_yet'],
    ['recovered', '回収に向かっています', 'not_yet'],
    ['recovered', '2通中1通は回収、1通は未回収', 'not_yet'],
    ['recovered', '送り返してもらった', 'recovered'],
    ['recovered', 'お客様に返していただきました', 'recovered'],
    ['recovered', 'その場で取り戻した', 'recovered'],
    ['recovered', '無事見つかりました', 'recovered'],
    ['recovered', '書類が見つかった', 'recovered'],
    ['recovered', '書類が見つかっていない', 'not_yet'],
    ['recovered', '先方で破棄してもらいました', 'recovered'],
    ['recovered', '削除を確認しました', 'recovered'],
    ['recovered', '削除を依頼中', 'not_yet'],
    ['recovered', '行方不明のまま', 'not_yet'],
    ['recovered', '所在不明', 'not_yet'],
    ['recovered', 'we retrieved it', 'recovered'],
    ['opened', '未開封のまま返送', 'not_opened'],
    ['opened', '開封済みで戻った', 'opened'],
    ['opened', '開封の有無は不明', null],
    ['opened', '開封してしまった', 'opened'],
    ['opened', '開けていないとのこと', 'not_opened'],
    ['opened', '中身を見たと言われた', 'opened'],
    ['opened', '中身は見ていないとのこと', 'not_opened'],
    ['opened', '封を切られていた', 'opened'],
    ['opened', '封は切られていない', 'not_opened'],
    ['personal_data', '個人情報なし', 'no'],
    ['personal_data', '個人情報は含まない', 'no'],
    ['personal_data', '個人情報の流出はない', 'no'],
    ['personal_data', '個人情報あり', 'yes'],
    ['personal_data', '個人情報を含む', 'yes'],
    ['personal_data', '他人の納付書', 'yes'],
    ['personal_data', '個人情報の有無は不明', null],
    ['channel', '電話で苦情', 'phone'],
    ['channel', 'メールで要望', 'email'],
    ['channel', '電話がつながらないと窓口で', 'visit'],
    ['channel', 'ご意見箱に投函', 'other'],
    ['channel', '電話番号が分からない', null],
    ['urgency', '至急対応願います', 'today'],
    ['urgency', '今も復旧していない', 'spreading'],
    ['urgency', '至急ではありません', null],
    ['urgency', '本日中に回答', 'today'],
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
