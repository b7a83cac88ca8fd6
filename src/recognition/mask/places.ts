const PREFECTURE_NAMES =
  '青森 岩手 宮城 秋田 山形 福島 茨城 栃木 群馬 埼玉 千葉 神奈川 新潟 富山 石川 福井 山梨 長野 岐阜 静岡 愛知 三重 滋賀 兵庫 奈良 和歌山 鳥取 島根 岡山 広島 山口 徳島 香川 愛媛 高知 福岡 佐賀 長崎 熊本 大分 宮崎 鹿児島 沖縄'.split(
    ' ',
  );

/** Source of a pattern for the 47 prefectures. */
export const PREFECTURE = `(?:北海道|東京都|京都府|大阪府|(?:${PREFECTURE_NAMES.join('|')})県)`;

/** Municipalities whose names contain 市, 町, 村 before their end, or hiragana. */
const IRREGULAR_MUNICIPALITY =
  '四日市市|廿日市市|野々市市|十日町市|大町市|東村山市|武蔵村山市|村山市|羽村市|田村市|大村市|町田市|市川市|市原市|玉村町|余市町|上市町|下市町|大町町|村上市|町村|さいたま市|つくばみらい市|つくば市|いわき市|ひたちなか市|かすみがうら市|みどり市|ふじみ野市|いすみ市|あわら市|あきる野市|にかほ市|つがる市|むつ市|うるま市|いちき串木野市|さぬき市|東かがわ市|みやま市|うきは市|えびの市|たつの市|かほく市|いなべ市|みよし市|あま市|みやこ町|おいらせ町|みなかみ町|おおい町|南アルプス市|ニセコ町|せたな町|えりも町';

const HAN = '[㐀-鿿々〇ヶヵケ]';

/** Source of a pattern for city, ward, or district and town; a ward of a big city is still the municipality. */
export const MUNICIPALITY = `(?:${IRREGULAR_MUNICIPALITY}|${HAN}{1,4}?郡(?:余市町|上市町|下市町|(?:(?!市)${HAN}){1,5}?[町村])|${HAN}{1,6}?市(?!役所|民|内|立|町村)|${HAN}{1,4}?[区町村](?!役|民|内|立))(?:(?<=市)${HAN}{1,4}?区)?`;

/** Names of prefectures double as surnames; without 様 they are taken for the place. */
export const PLACE_SURNAMES: ReadonlySet<string> = new Set(PREFECTURE_NAMES);

const WARD = /^[㐀-鿿々〇]{1,4}区$/u;

/** 広島市〔安佐南区〕: of a large city the ward stands for the municipality. */
export function isWard(text: string, start: number, end: number): boolean {
  return text[start - 1] === '市' && WARD.test(text.slice(start, end));
}
