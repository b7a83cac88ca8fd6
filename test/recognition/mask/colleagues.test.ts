import { describe, expect, test } from 'vitest';
import { foundIn, valuesOf } from './masker-under-test.ts';

describe('one of us, named in a role', () => {
  test.each([
    '担当の三宅さんに助かったと伝えてとのこと。三宅さん、よかったね。',
    '担当の小池さんによろしくとのこと。お褒めの言葉、小池さんに伝えました',
    '窓口の島村が対応、島村は午後不在',
    '担当は給付2係の増永です。増永あてにください',
    '次長の平松さんへ回付、平松さんは午後出張',
    '司会：大和田、書記：菅沼',
    '係長の安川です。島村さん不在のため代わりに入ります',
    '新宿の西川です。来週の出張相談の予約が12名入っています。',
    'お疲れ様です、松山西の門田です。',
    '大垣の課長代理の杉山です。夜間の緊急連絡は当番携帯へ',
    '給付指導グループの森です。事務連絡の別添2に誤字がありました。',
  ])('stays readable each time in %s', (text) => {
    expect(valuesOf('name', text)).toEqual([]);
  });

  test.each([
    ['個人情報を地域部の清水さんではなくお客様の清水さんに送った', '清水'],
    ['受付の山田です。山田 タカ様が来所されました', '山田 タカ'],
    ['「中野の三宅です」と留守電に入っていた', '三宅'],
    ['担当の三宅さんが三宅様に電話した', '三宅'],
  ])('is no reason to leave a customer readable in %s', (text, name) => {
    expect(valuesOf('name', text)).toContain(name);
  });
});

describe('names that nobody has', () => {
  test.each(['年金太郎様という記入例', '山田太郎（見本）の印字がずれる', '平成2年3月31日 資格喪失'])(
    'stay readable in %s',
    (text) => {
      expect(valuesOf('name', text)).toEqual([]);
    },
  );
});

describe('one of us, spoken to or of', () => {
  test.each([
    '内藤さん、昼休憩どうぞ',
    'FAQに載せる文面を作りました。\n青柳さん、目を通してもらえますか。',
    '適用の西尾さんがINC-26-4TW9Xで上げてくれてます',
    '記録第三グループの増岡さんの机に置きました',
    '支払第二の寺岡さんへ',
    '「オペレーターの伊佐さんの説明が分かりやすかった」とのこと',
  ])('stays readable: %s', (text) => {
    expect(foundIn(text)).toEqual([]);
  });

  test.each([
    ['三枝さん、また来てる', '三枝'],
    ['内藤さん、確認してくださいとお怒りです', '内藤'],
    ['製作所の給付の川上さんから入電', '川上'],
  ])('a customer is hidden: %s', (text, name) => {
    expect(valuesOf('name', text)).toContain(name);
  });
});
