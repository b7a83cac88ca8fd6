import { beforeAll, describe, expect, it } from 'vitest';
import type { Recognizer } from '../../src/application/ports.ts';
import type { Understanding } from '../../src/domain/understanding.ts';
import { CONTEXT, trainedRecognizer } from './trained-recognizer.ts';

let recognizer: Recognizer;
beforeAll(async () => {
  ({ recognizer } = await trainedRecognizer());
}, 180_000);

const understand = (text: string): Understanding => recognizer.understand(text, CONTEXT);

/** The tricky cases of the routing matrix, by their number there. */
const CASES: readonly (readonly [number, string, Partial<Understanding>])[] = [
  [
    1,
    'お客様からお礼の電話。別の方の通知書が入っていたのを返してくれて、親切に対応してくれて助かったとのこと',
    { label: 'incident', subtype: 'misdelivery', voiceKind: 'praise', suspicions: ['clerical_error'] },
  ],
  [
    2,
    '「職員が知り合いの年金記録を見て近所で話してる」と窓口でお怒りでした',
    { label: 'customer_voice', voiceKind: 'complaint', suspicions: ['violation'] },
  ],
  [
    3,
    '毎回3枚同じこと書かせるのほんと意味わからない。1枚にまとめればいいのに',
    { label: 'proposal', subtype: 'form', offerCompliance: false },
  ],
  [
    4,
    'これって別の人に送っちゃったらどこに報告するんですか？さっき封筒2通逆だったかも',
    { label: 'incident', subtype: 'misdelivery', urgent: true },
  ],
  [5, 'INC-26-7KQ4 の件、その後どうなりました？', { label: 'status' }],
  [
    6,
    '午前に誤送信1件ありました。あと、FAX帳に短縮番号の確認欄を足してほしいです',
    { label: 'incident', subtype: 'misdelivery' },
  ],
  [
    7,
    '障害年金の診断書のコピーが1部見当たりません。捜索中です',
    { label: 'incident', subtype: 'loss', urgent: true },
  ],
  [8, '昨日紛失と報告した届書、書庫から出てきました', { label: 'incident', urgent: false }],
  [
    9,
    '他所から届いた通知が当所のお客様宛でなかった。うちのミスではない',
    { label: 'incident', subtype: 'misdelivery' },
  ],
  [
    10,
    '危うく別人の口座に登録するところでした。決裁前に気づいて止めました',
    { label: 'risk', suspicions: [], urgent: false },
  ],
  [
    11,
    '3年前の裁定で加給が漏れていたことがお客様の問い合わせで判明。時効かかりそう',
    { label: 'incident', subtype: 'decision_error' },
  ],
  [
    12,
    '課長に「報告しなくていい」と言われました。誤送付の件です',
    { label: 'incident', suspicions: ['clerical_error', 'violation'], offerCompliance: true },
  ],
  [
    13,
    'お客様から「定期便に付加保険料の月数を載せてほしい」',
    { label: 'customer_voice', voiceKind: 'request' },
  ],
  [
    14,
    'データ入力業者が別の会社にやらせてるっぽい',
    { label: 'compliance', subtype: 'unauthorised_subcontract', offerCompliance: true },
  ],
  [
    15,
    'オンラインが10時から全然つながらない。窓口に30人待ち',
    { label: 'incident', subtype: 'system_outage', urgent: true, suspicions: [] },
  ],
  [16, '【訓練】標的型メール開封の第一報です', { label: 'incident', subtype: 'security', drill: true }],
  [17, 'この人3号期間の扱いどうすればいい？ 1234-567890', { label: 'other' }],
  [18, '返戻の付箋を色分けしたら戻りが半分になりました。皆さんもぜひ', { label: 'knowledge' }],
  [19, '窓口で「殺すぞ」と言われ机を蹴られた。もう帰りました', { label: 'incident', subtype: 'crime' }],
  [
    20,
    '振込通知書の宛名がズレてるって電話がもう5件目。委託先で印刷したやつ',
    { label: 'incident', suspicions: ['clerical_error'] },
  ],
];

describe('tricky cases', () => {
  it.each(CASES)('%i: %s', (_, text, expected) => {
    expect(understand(text)).toMatchObject(expected);
  });

  it('6: holds an incident and a proposal', () => {
    expect(understand(CASES[5]?.[1] ?? '').items).toEqual([
      { text: '午前に誤送信1件ありました。', label: 'incident' },
      { text: 'FAX帳に短縮番号の確認欄を足してほしいです', label: 'proposal' },
    ]);
  });

  it('15: thirty people waiting are no thirty people affected', () => {
    expect(understand(CASES[14]?.[1] ?? '').prefill).not.toHaveProperty('people');
  });

  it('gives the cues that severity needs', () => {
    expect(understand(CASES[6]?.[1] ?? '').cues).toEqual(expect.arrayContaining(['sensitive_data', 'lost']));
    expect(understand(CASES[18]?.[1] ?? '').cues).toContain('malicious');
    expect(understand(CASES[19]?.[1] ?? '').cues).toContain('nationwide');
    expect(understand(CASES[11]?.[1] ?? '').cues).toContain('told_not_to_report');
    expect(understand(CASES[14]?.[1] ?? '').cues).toContain('service_outage');
  });
});
