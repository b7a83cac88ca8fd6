import { describe, expect, test } from 'vitest';
import { foundIn, valuesOf } from './masker-under-test.ts';

describe('a name told by what is said of it', () => {
  test.each([
    ['旧姓土井、現姓坂口、名は美和。', ['土井', '坂口', '美和']],
    ['Silvaさん（名はCarlos Eduardo）', ['Silva', 'Carlos Eduardo']],
    ['名字が「東海」で名が「林太郎」', ['東海', '林太郎']],
    ['ﾔﾅｷﾞｻﾜ ﾋﾛｼで検索したら6人', ['ﾔﾅｷﾞｻﾜ ﾋﾛｼ']],
    ['ハヤシ様（林ではなく「葉椰子」と書くそうです）', ['ハヤシ', '葉椰子']],
    ['署名は「むらかみ」とひらがなで', ['むらかみ']],
    ['なまえ いずみ さち　用件は空欄', ['いずみ さち']],
    ['13:00 一様（にのまえ様）', ['一', 'にのまえ']],
    ['今様という方です', ['今']],
    ['夫重雄、妻美代、子翔太の3人世帯', ['重雄', '美代', '翔太']],
    ['署名がK.Tanabeとだけあります', ['K.Tanabe']],
    ['大阪の辻\u{E0100}井様でした', ['辻\u{E0100}井']],
    ['3 3821-079657 竹花\n4 4284-071360 丸子', ['竹花', '丸子']],
    ['「山ノ内 0993-53-2276 とどかない」', ['山ノ内']],
  ])('is hidden in %s', (text, names) => {
    expect(valuesOf('name', text)).toEqual(names);
  });

  test.each([
    'プロジェクト名は「ハヤブサ」です',
    '過去の記録に同じ名があると分かった',
    '名は不明、姓は確認中',
    'システム エラーで検索できない',
    '1 3821-079657 済\n2 4284-071360 確認済',
    '同様という扱い（従来どおり）',
  ])('is not seen in %s', (text) => {
    expect(valuesOf('name', text)).toEqual([]);
  });
});

describe('what else was told in an unusual way', () => {
  test.each([
    ['birth_date', '志水 靖殿（昭和42年生まれ）から', '昭和42年生まれ'],
    ['birth_date', '1,新垣ひとみ,1957.12.01,098-867-5530', '1957.12.01'],
    ['phone', '1,新垣ひとみ,1957.12.01,098-867-5530', '098-867-5530'],
    ['address', '住所は川口市芝…までしか聞き取れず', '芝'],
    ['postal_code', '宛先が「〇〇一―〇〇二三 札幌市北区」って手書きで', '〇〇一―〇〇二三'],
    ['postal_code', '郵便番号が違うと言われました。届書には 557-8884 とあります', '557-8884'],
    ['postal_code', '宛名ラベル：5300-001 大阪市北区', '5300-001'],
    ['email', 'メアド ooki-55 at example dot jp と手書き', 'ooki-55 at example dot jp'],
    ['my_number', 'マイナポータルの画面に 943033 021633 と出てた', '943033 021633'],
  ] as const)('%s is hidden in %s', (kind, text, value) => {
    expect(valuesOf(kind, text)).toEqual([value]);
  });

  test.each([
    ['bank_account', '記号は必ず1で始まるんですよね？「17850の31940221」と', ['17850の31940221']],
    ['bank_account', '記号12340‐番号5678901', ['12340', '5678901']],
    ['bank_account', '14020-3と8812341 ゆうちょ 再発行番号つき', ['14020-3', '8812341']],
    ['bank_account', '通帳の記号は15170、番号はえーと11223341', ['15170', '11223341']],
    ['insurance_symbol', '国民健康保険の記号番号で「武い 23」「0041187」と書かれた', ['武い 23', '0041187']],
    ['insurance_symbol', '協会けんぽ記号:3715 0019 番号:52-00 返戻', ['3715 0019', '52-00']],
    ['insurance_symbol', '被保険者証の記号・番号　5-12　00345', ['5-12', '00345']],
    ['insurance_symbol', '国公 334-88712という組合員証', ['国公 334', '88712']],
    ['insurance_symbol', '国保 東12・3344556', ['東12', '3344556']],
    ['insurance_symbol', '後期高齢 被保険者番号01234567', ['01234567']],
  ] as const)('%s is hidden in %s', (kind, text, values) => {
    expect(foundIn(text)).toEqual(values.map((value) => [kind, value]));
  });
});
