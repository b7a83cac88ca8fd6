import { beforeAll, describe, expect, it } from 'vitest';
import { unitFinder } from '../../../src/recognition/extract/units.ts';
import { normalize } from '../../../src/recognition/normalize.ts';
import type { Tokenize } from '../../../src/recognition/tokenize.ts';
import { loadTokenizer } from '../../../src/recognition/tokenize.ts';
import { UNITS } from '../trained-recognizer.ts';

let tokenize: Tokenize;
beforeAll(async () => {
  tokenize = await loadTokenizer();
});

function unitsIn(message: string): string[] {
  const { text } = normalize(message);
  return unitFinder(UNITS)(text, tokenize(text), 'office-midori').map((unit) => unit.value);
}

describe('units in a message', () => {
  it.each([
    ['市川年金事務所です', ['office-市川']],
    ['立川事務所から届いた', ['office-立川']],
    ['昨日昭和事務所に送った', ['office-昭和']],
    ['備後府中年金事務所の分', ['office-備後府中']],
    ['府中年金事務所の分', ['office-府中']],
    ['東北福島年金事務所より', ['office-東北福島']],
    ['大田原事務所と大田事務所', ['office-大田原', 'office-大田']],
    ['平年金事務所の届', ['office-平']],
    ['当所で判明しました', ['office-midori']],
    ['品質管理部に聞いた', ['quality']],
    ['昭和年金事務所', ['office-昭和']],
    ['中央所から', ['office-中央']],
    ['北所から', ['office-北']],
    ['平所', ['office-平']],
    ['平事務所', ['office-平']],
    ['中村年金事務所長', ['office-中村']],
    ['福島所', ['office-福島']],
    ['東北福島所', ['office-東北福島']],
    ['備後府中所', ['office-備後府中']],
    ['太田事務所', ['office-太田']],
    ['昨日北年金事務所に', ['office-北']],
    ['中央年金事務所と北年金事務所', ['office-中央', 'office-北']],
    ['みどり所', ['office-midori']],
    ['昭和 年金事務所', ['office-昭和']],
    ['本所の窓口', ['office-midori']],
    ['当事務所', ['office-midori']],
    ['大田原所', ['office-大田原']],
  ])('%s names %j', (message, expected) => {
    expect(unitsIn(message)).toEqual(expected);
  });

  it.each([
    '平さんの届書',
    '昭和30年の記録',
    '中村さんに渡した',
    '中央の窓口で',
    '住所が違う',
    '中村所長に報告した',
    '北の出口',
    '他所から届いた',
    '中村所長',
    '横浜北年金事務所',
    '名古屋中央年金事務所',
    '昭和の年金事務所',
    '市川さんの事務所',
    '立川所在の会社',
    '北の所',
    'みどりの年金事務所',
    '中村税理士事務所',
    '平所員',
    '昭和ＮＪ',
    'Midori office',
    '新昭和年金事務所',
  ])('%s names none', (message) => {
    expect(unitsIn(message)).toEqual([]);
  });
});
