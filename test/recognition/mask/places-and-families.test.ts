import { describe, expect, test } from 'vitest';
import { foundIn, valuesOf } from './masker-under-test.ts';

describe('an address counted in streets from the middle of the town', () => {
  test.each([
    ['岩見沢市九条西十三丁目4番地2 ケアハウスなごみ。孫が代理', '九条西十三丁目4番地2 ケアハウスなごみ'],
    [
      '札幌市中央区南十四条西十一丁目2番7号 パークサイド南14条 803号室',
      '南十四条西十一丁目2番7号 パークサイド南14条 803号室',
    ],
    ['旭川市4条通8丁目1703番地', '4条通8丁目1703番地'],
    ['札幌市東区北42条東10丁目1-5-302', '北42条東10丁目1-5-302'],
    ['帯広市西5条南32丁目1番地', '西5条南32丁目1番地'],
    ['岩見沢市9条西13丁目4-2 グループホームひだまり', '9条西13丁目4-2 グループホームひだまり'],
    ['住所は北24条西5丁目1-1 コーポ北斗201', '北24条西5丁目1-1 コーポ北斗201'],
  ])('is hidden to its end in %s', (text, address) => {
    expect(foundIn(text)).toEqual([['address', address]]);
  });

  test.each(['第2条3項、1条2項3号', '北1条西2丁目交差点で転倒', '「北二十四条西五丁目1-1」みたいな入力の例'])(
    'is none in %s',
    (text) => {
      expect(valuesOf('address', text)).toEqual([]);
    },
  );
});

describe('where everybody may come to or write to', () => {
  test.each([
    '事務センターの所在地は〒980-8461 仙台市青葉区花京院2丁目1-61です',
    '年金事務所の移転先：仙台市青葉区花京院2丁目1-61',
    '出張相談の会場は那覇市泉崎1-1-1の市役所1階',
    '会場：那覇市泉崎1-1-1 市民会館',
    '出張相談（那覇市泉崎1-1-1）に12名',
    '本部〒980-8461から返送',
  ])('stays readable in %s', (text) => {
    expect(foundIn(text)).toEqual([]);
  });

  test.each([
    '那覇市泉崎1-1-1の市役所の隣に住む方',
    '年金事務所に届いた。仙台市青葉区花京院2丁目1-61の方',
    '市役所から転送、住所 仙台市青葉区花京院2丁目1-61',
    '出張相談に来られた那覇市泉崎1-1-1の方',
    '本部へ送付、仙台市青葉区花京院2丁目1-61の方',
  ])('is somebody’s home in %s', (text) => {
    expect(valuesOf('address', text)).toHaveLength(1);
  });
});

describe('a birth date', () => {
  test.each([
    ['生年月日が違う。申込書は5-380714、委任状は5-380741', ['5-380714', '5-380741']],
    ['生年月日 5-380741', ['5-380741']],
    ['生年月日：昭和30年13月45日', ['昭和30年13月45日']],
    ['子結城 蒼ちゃん令和6年2月11日、どちらも未記入', ['令和6年2月11日']],
    ['長男の結城 蒼 平成30年2月11日、次男の結城 樹 令和2年3月4日', ['平成30年2月11日', '令和2年3月4日']],
    ['妻 結城 真理 昭和60年3月4日', ['昭和60年3月4日']],
  ])('is hidden in %s', (text, dates) => {
    expect(valuesOf('birth_date', text)).toEqual(dates);
  });

  test.each([
    '様式 5-304401',
    '生年月日の欄、様式 5-304401',
    '孫の結城くん令和8年2月11日来所',
    '娘の結城 蒼 令和8年2月11日、来所',
    '夫の結城 健から令和8年2月11日、電話',
  ])('is none in %s', (text) => {
    expect(valuesOf('birth_date', text)).toEqual([]);
  });
});

describe('a name in another script beside itself', () => {
  test.each([
    ['ハナダ　ショウヘイ／花田 翔平／1号', ['ハナダ　ショウヘイ', '花田 翔平']],
    ['ｱﾏﾉ ﾄｼｺ　天野 とし子', ['ｱﾏﾉ ﾄｼｺ', '天野 とし子']],
    ['花田翔平（ハナダ ショウヘイ）', ['花田翔平', 'ハナダ ショウヘイ']],
    ['PHAM VAN DUC（ファム ヴァン ドゥック）の届', ['PHAM VAN DUC', 'ファム ヴァン ドゥック']],
    ['ファム ヴァン ドゥック（PHAM VAN DUC）', ['ファム ヴァン ドゥック', 'PHAM VAN DUC']],
  ])('is hidden in both in %s', (text, names) => {
    expect(valuesOf('name', text)).toEqual(names);
  });

  test.each([
    'サービス センター／相談 窓口',
    'Zoom Meeting（ズーム ミーティング）',
    'カタカナ フリガナ（氏名 漢字）',
    '13:22受 ナマエ:ナシ ショウカイ:ヨヤク',
  ])('is none in %s', (text) => {
    expect(valuesOf('name', text)).toEqual([]);
  });
});

describe('a name told by a household, or as a name', () => {
  test.each([
    ['また猫田のおじさんから入電', ['猫田']],
    ['堂園どんの奥さんから電話', ['堂園']],
    ['鈴木のおばあさんが来た', ['鈴木']],
    ['「オオバ」という苗字の人の通知書', ['オオバ']],
    ['苗字が奥さんのお客様', ['奥']],
    ['林田→林の誤入力', ['林田', '林']],
    ['林→林田に訂正', ['林', '林田']],
  ])('is hidden in %s', (text, names) => {
    expect(valuesOf('name', text)).toEqual(names);
  });

  test.each([
    '近所のおばあさん、隣のおじさん、常連のおじさん、二階のおばあさん、八百屋の大将',
    '保育園のおばちゃん、離島のおばあさん、岡山の奥さん、水田のおじさん',
    '親子どんを食べた。牛どんが冷めた',
    '苗字が同じ方、名字が不明',
    '受付→担当に変更、東→西に移動、旧→新',
  ])('is not seen in %s', (text) => {
    expect(valuesOf('name', text)).toEqual([]);
  });
});
