import { describe, expect, test } from 'vitest';
import { foundIn, valuesOf } from './masker-under-test.ts';

describe('what colleagues write every day', () => {
  test.each([
    '当日の窓口は非常勤の小林さん。お客様は名乗らず。',
    '名指しは中村さん（相談員の中村）でした',
    '帯広の森係長と釧路の原さん（適用課）が資料作成',
    'すぐLAN抜いてシス担の小林さんに電話してます',
    '朝礼の司会は来週から木村さんでお願いします',
    'サイボウズの掲示板に松本さんが書いた手順が便利',
    '上野さん（システム担当）に直してもらった',
    '高木さんに代わって私が議事録を取ります',
    '伊藤主任と加藤主査が出席',
    '鍵の返却は石田さんまで',
    '前任の西川さんから引き継いだ資料',
    '産休に入る青木さんの後任は未定',
    'インフルで武田さんと増田さんが休みです',
    '今井さんありがとうございます。助かりました',
    '＠森田 さん 対応お願いします',
    'お疲れ様です。小川です。明日の応援の件です',
    'よろしくお願いします。 村田',
    '以上、報告します（吉川）',
    'ヘルプデスクの松田に電話しました',
  ])('names nobody but one of us: %s', (text) => {
    expect(foundIn(text)).toEqual([]);
  });

  test.each([
    '千代田年金事務所（千代田区三番町22）に届いた匿名の手紙',
    '会場：文京シビックセンター（文京区春日1-16-21）',
    '税理士法人 青山 からの質問',
    'ローソン渡辺橋店のマルチコピー機',
    '車両番号 品川300 あ 12-34 の公用車',
    '備品番号 4-001234',
    '年金相談の予約番号って 8桁 (20410577) なのに、お客様が年番と勘違いされます',
    '基礎年金番号の頭4桁だけ（0409）言われても照会できません',
    '広島市安佐南区にお住まいの妹様から',
    '第二子の生年月日をお忘れとのこと',
    '聞き間違い防止:「いちがつ」と「しちがつ」',
    '自分の国の言葉で読みたいとのこと。英語は苦手と話されました',
  ])('names firms, places and numbers of ours: %s', (text) => {
    expect(foundIn(text)).toEqual([]);
  });

  test('names a town beside a customer of that name', () => {
    expect(valuesOf('name', '宇都宮さん、宇都宮の事務所に行ったらこっちにと言われた')).toEqual(['宇都宮']);
  });

  test('names the branch of a bank', () => {
    const text = '1) 北洋 白石 普3027719 ｺﾝﾄﾞｳ ｻﾀﾞｵ';
    expect(valuesOf('name', text)).toEqual(['ｺﾝﾄﾞｳ ｻﾀﾞｵ']);
    expect(valuesOf('bank_account', text)).toEqual(['3027719']);
  });

  test('calls a grandmother ばっちゃん', () => {
    expect(valuesOf('name', '佐々木のばっちゃんに怒られました')).toEqual(['佐々木']);
  });
});

describe('customers who are named like colleagues', () => {
  test.each([
    ['岩渕さんの職場だった。滞納の話を同僚の及川さんにしてしまった。', '及川'],
    ['お客様は「まこと」とおっしゃいました、お届けの漢字は不明です', 'まこと'],
    ['佐藤さん来所、前回担当の佐藤さんはいるかと。', '佐藤'],
    ['窓口で「王です」って言われて王さんって呼んだら、もっと丁寧にしろと', '王'],
    ['長谷川・奥・皆川の3名様、出張相談の予約が二重', '奥'],
    ['父 児玉 清次、母 児玉 すみ、長女 児玉 あかねの三人が来訪', '児玉 あかね'],
    ['村田さんから電話、明日折返しよろしくお願いします。 村田', '村田'],
    ['田中さんありがとうと言って帰られた', '田中'],
    ['石井さんが休みですと奥様から電話', '石井'],
    ['申込みは山田さんまで連絡済み', '山田'],
    ['むらかみさんかむらやまさんか聞き取れなかった', 'むらやま'],
    ['被扶養者の番号\n津軽 りお 2011 8316 2166', '津軽 りお'],
  ])('are hidden in %s', (text, name) => {
    expect(valuesOf('name', text)).toContain(name);
  });
});

describe('numbers and addresses in unusual writing', () => {
  test.each([
    ['postal_code', '新しい方は９８５００２４（郵便番号）塩竈市', '９８５００２４'],
    ['postal_code', '9850024が郵便番号', '9850024'],
    ['phone', '当所の代表番号と間違えて間宮様のご自宅(045)311-2096を案内していた', '(045)311-2096'],
    ['insurance_symbol', '健保の記号 41230017 番号 55→56', '56'],
    ['insurance_symbol', '健保の記号 41230017 番号は55でなく56', '56'],
    ['insurance_symbol', '共済 記号番号 公立-東京 123456', '123456'],
    ['bank_account', 'ゆうちょ 記号 10340 番号 4182776-1', '4182776-1'],
    ['basic_pension_number', '基礎年金番号\n4812\n339017', '4812\n339017'],
    ['basic_pension_number', '基礎年金番号「4812」「339017」', '4812」「339017'],
    ['basic_pension_number', '基番は4812のあと339017', '4812のあと339017'],
    ['my_number', 'マイナンバー\n1234\n5678\n9018', '1234\n5678\n9018'],
    ['my_number', 'マイナンバーは1234,5678,9018', '1234,5678,9018'],
    ['address', '住所は登米市迫町佐沼字中江 五丁目\n八番地の二', '迫町佐沼字中江 五丁目\n八番地の二'],
    ['address', '姫路市飾磨区構三丁目208番地に住む衣笠様', '飾磨区構三丁目208番地'],
    ['address', '高知市大津乙の岡崎 健氏から照会', '大津乙'],
  ] as const)('hide the %s in %s', (kind, text, words) => {
    expect(valuesOf(kind, text)).toContain(words);
  });

  test('leave a ward of a city that has wards', () => {
    expect(valuesOf('address', 'さいたま市大宮区の鈴木様')).toEqual([]);
    expect(valuesOf('address', '横浜市中区本町三丁目208番地に住む衣笠様')).toEqual(['本町三丁目208番地']);
  });
});
