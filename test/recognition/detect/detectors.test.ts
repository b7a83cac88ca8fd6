import { describe, expect, it } from 'vitest';
import { findClericalErrors } from '../../../src/recognition/detect/clerical-error.ts';
import { isCorrection } from '../../../src/recognition/detect/correction.ts';
import { findCues } from '../../../src/recognition/detect/cues.ts';
import { isDrill } from '../../../src/recognition/detect/drill.ts';
import { splitPassages, withoutLead } from '../../../src/recognition/detect/matters.ts';
import { findSubtype } from '../../../src/recognition/detect/subtype.ts';
import { findUrgency } from '../../../src/recognition/detect/urgency.ts';
import { findViolations } from '../../../src/recognition/detect/violation.ts';
import { normalize } from '../../../src/recognition/normalize.ts';

const text = (words: string): string => normalize(words).text;

describe('clerical errors', () => {
  it.each([
    ['別の方の証書を渡してしまいました', 'misdelivery'],
    ['ＦＡＸの送り先を間違えました', 'misdelivery'],
    ['診断書のコピーが見当たりません', 'loss'],
    ['前の説明が間違っていたみたいです', 'explanation_error'],
    ['報酬月額の桁を間違えて登録した', 'input_error'],
    ['振替加算の加算漏れが判明', 'decision_error'],
    ['机の引き出しから去年の届書が出てきた', 'delay'],
    ['誤って原本を廃棄しました', 'custody_handling'],
    ['受付印を押し忘れていた', 'intake_handling'],
    ['He was told the wrong amount', 'explanation_error'],
    ['I gave the letter to the wrong person', 'misdelivery'],
  ])('finds in %s a %s', (words, subtype) => {
    expect(findClericalErrors(text(words))[0]?.name).toBe(subtype);
  });

  it.each(['紛失していません', '誤送付ではありませんでした', '誤交付はなかった', '親切に説明していただいた'])(
    'finds none in %s',
    (words) => {
      expect(findClericalErrors(text(words))).toEqual([]);
    },
  );

  it('keeps an error that is only suspected', () => {
    expect(findClericalErrors(text('誤送付ではないかと思います'))).not.toEqual([]);
    expect(findClericalErrors(text('紛失かもしれない'))).not.toEqual([]);
  });

  it('points to the words it was read from', () => {
    const words = text('朝から探していますが診断書が見当たりません');
    const [finding] = findClericalErrors(words);
    expect(words.slice(finding?.start, finding?.end)).toContain('見当たり');
  });
});

describe('violations', () => {
  it.each([
    ['職員が知り合いの年金記録を見て近所で話してる', 'off_duty_browsing'],
    ['受付日をさかのぼって書けと言われた', 'falsification'],
    ['報告しなくていいと言われた', 'concealment'],
    ['現金を自分の財布に入れている', 'embezzlement'],
    ['業者から商品券をもらっている', 'bribery'],
    ['名簿を外部の会社に売っている', 'leak'],
    ['業者が別の会社にやらせている', 'unauthorised_subcontract'],
    ['サービス残業を強いられる', 'attendance'],
    ['課長のパワハラがひどい', 'harassment'],
    ['He looked up his neighbour’s record', 'off_duty_browsing'],
  ])('finds in %s a case of %s', (words, subtype) => {
    expect(findViolations(text(words))[0]?.name).toBe(subtype);
  });

  it.each([
    'ハラスメント研修の日程を変えたい',
    '待ち時間が長いと怒られました',
    '書類をもう一度書いてもらった',
  ])('finds none in %s', (words) => {
    expect(findViolations(text(words))).toEqual([]);
  });
});

describe('urgency', () => {
  it.each([
    'オンラインが全然つながらない、窓口に客が並んでいる',
    '診断書が見当たりません。捜索中です',
    'まだ居座っています',
    '至急お願いします',
    'the terminals are still down',
  ])('is heard in %s', (words) => {
    expect(findUrgency(text(words))).not.toEqual([]);
  });

  it.each(['先月の誤りです。訂正も終わっています', '様式を1枚にまとめたい'])(
    'is not heard in %s',
    (words) => {
      expect(findUrgency(text(words))).toEqual([]);
    },
  );
});

describe('drills', () => {
  it.each([
    '【訓練】標的型メール開封の第一報です',
    '（演習）停電',
    'これは訓練です。端末停止',
    'Drill: phishing mail',
  ])('are seen in %s', (words) => {
    expect(isDrill(text(words))).toBe(true);
  });

  it.each([
    '訓練ではありません、本当に倒れました',
    '避難訓練の日程を変えたい',
    '手書き対応の訓練をしていない',
  ])('are not seen in %s', (words) => {
    expect(isDrill(text(words))).toBe(false);
  });
});

describe('cues for severity', () => {
  it.each([
    ['障害年金の診断書です', 'sensitive_data'],
    ['マイナンバーが写っていた', 'my_number'],
    ['新聞社に言うと言われた', 'press'],
    ['市議会議員の紹介の方', 'diet_member'],
    ['転倒してけがをされた', 'injury'],
    ['全国で起きているらしい', 'nationwide'],
    ['もう5件目です', 'nationwide'],
    ['支払日に間に合いません', 'payment_date'],
    ['オンラインがつながらない', 'service_outage'],
    ['端末が動きません', 'service_outage'],
    ['課長に「報告しなくていい」と言われました', 'told_not_to_report'],
    ['また同じことで3回目のお電話', 'repeated'],
    ['「殺すぞ」と言われ机を蹴られた', 'malicious'],
  ])('%s gives %s', (words, cue) => {
    expect(findCues(text(words))).toContain(cue);
  });

  it('does not hear a loss that is denied', () => {
    expect(findCues(text('紛失はしていません'))).not.toContain('lost');
  });
});

describe('subtypes', () => {
  it.each([
    ['「殺すぞ」と言われ机を蹴られた', 'crime'],
    ['オンラインが10時から全然つながらない', 'system_outage'],
    ['標的型メールのリンクを押しました', 'security'],
    ['お客様が転倒して救急車を呼びました', 'accident'],
    ['誤交付がありました', 'misdelivery'],
  ])('names the incident %s %s', (words, subtype) => {
    expect(findSubtype('incident', text(words))?.name).toBe(subtype);
  });
});

describe('passages', () => {
  it.each([
    ['午前に誤送信が1件。あと、確認欄を足してほしい', 2],
    ['誤送信がありました。回収済みです。1名分です。', 1],
    ['1. 鍵をなくした\n2. 番号札を変えたい', 2],
    ['・日時 昨日\n・場所 窓口', 2],
    ['待たせてしまった。それと、別件ですが封筒を変えたい', 2],
    ['10時から止まり、あとで直りました', 1],
  ])('%s has %i', (words, count) => {
    expect(splitPassages(text(words))).toHaveLength(count);
  });

  it.each([
    ['あと、確認欄を足してほしい', '確認欄を足してほしい'],
    ['2. 番号札を変えたい', '番号札を変えたい'],
    ['あとで直りました', 'あとで直りました'],
    ['それと、', 'それと、'],
  ])('%s stands for itself as %s', (passage, own) => {
    expect(withoutLead(passage)).toBe(own);
  });

  it('lose no text', () => {
    const words = text('一つ目です。\n\nあと、二つ目!? それと三つ目');
    const passages = splitPassages(words);
    expect(passages.map(({ start, end }) => words.slice(start, end)).join('')).toBe(words);
  });
});

describe('corrections', () => {
  it.each(['やっぱり3人です', '昨日じゃなくて一昨日です', '訂正、2通です', 'Actually it was two people'])(
    '%s',
    (words) => {
      expect(isCorrection(text(words))).toBe(true);
    },
  );

  it('are not every new report', () => {
    expect(isCorrection(text('窓口で別の方の通知書を渡してしまいました'))).toBe(false);
  });
});
