const DIGITS = '\\d{1,5}';
const KANJI = '[〇一二三四五六七八九十百]{1,6}';
const UNIT = '(?:丁目|番地の?|番|号室|号)';
const DASH = '[-−―‐－ー]';
/** A line that goes on: 千代田3丁目 and 10-8 below it. */
const NEXT_LINE = ' {0,4}\\n {0,6}';
const MORE_NUMBERS = new RegExp(
  [
    `(?:[-の ]|(?<=[目地字町])${NEXT_LINE}(?=${DIGITS}(?:番|号|-)))?${DIGITS}${UNIT}?`,
    `(?:(?<=[目地字町])${NEXT_LINE})?${KANJI}${UNIT}`,
    `(?:${DASH}|(?<=丁目)|(?<=[〇一二三四五六七八九十百番地])の)${KANJI}(?![㐀-鿿々〇])${UNIT}?`,
    `(?<=番地の)${KANJI}(?![㐀-鿿々〇])`,
    // A floor or a room: 1-20-7-3F, 3-B.
    '-\\d{0,3}[A-Z]?\\d{0,3}F?(?![A-Za-z\\d-])',
  ].join('|'),
  'uy',
);
const MOST_NUMBERS = 6;

const NAME_OF_BUILDING = '[㐀-鿿々〇ァ-ヶーぁ-んA-Za-z0-9・-]{0,16}';
const SORT_OF_BUILDING =
  '(?:荘|ケアハウス|ケアホーム|老人ホーム|(?<=[ァ-ヶー].{0,3})館|ハイツ|マンション|アパート|コーポ|ビル|レジデンス|団地|寮|ハイム|メゾン|タワー|パレス|コート|ヒルズ|ハウス|住宅)';
const SORT_BEFORE_NAME =
  '(?:ケアハウス|ケアホーム|グループホーム|老人ホーム|サ高住|特養|ハイツ|コーポ|メゾン|パレス|レジデンス|シャトー|ヴィラ|ハイム|マンション|アパート|エステート|フラット)';
const ROOM =
  '[㐀-鿿々〇ァ-ヶーA-Za-zぁ-ん]{0,10} ?[A-Z]?棟? ?-?(?:\\d{1,4}|[〇一二三四五六七八九]{3})(?:号室|号棟|号|棟|階|F)?';
const ROOM_BELOW = '\\n {0,6}(?:[A-Z]棟 ?)?\\d{1,4}(?:号室|号|F)|\\n {0,6}\\d{3,4}(?=[ \\n]|$)';
const BUILDING = new RegExp(
  [
    // パークサイド南14条 803号室: whatever stands between a house number and a room is a building.
    '(?: |\\n {0,6})[㐀-鿿々〇ァ-ヶーA-Za-z0-9・-]{1,20} ?\\d{1,4}号室',
    // ケアハウスなごみ: the name behind the sort.
    `(?: |\\n {0,6})?${SORT_BEFORE_NAME}(?:[ァ-ヶーA-Za-z・]{2,12}|[㐀-鿿々〇]{1,6}(?=[。、\\s)」]|$)|(?![にのはがをでとへもや])[ぁ-ん]{2,8}(?=[。、)」\\s]|$))(?: ?\\d{1,4}(?:号室?)?(?![\\d件人名月日]))?`,
    ` ?(?:\\n {0,6})?${NAME_OF_BUILDING}${SORT_OF_BUILDING}(?:${ROOM}){0,2}(?:${ROOM_BELOW})?`,
    ' ?\\d{1,4}号室',
    '(?<=\\d号)室',
    '(?: |\\n {0,6})[ァ-ヶー]{3,16}[㐀-鿿々〇]{0,4}(?:[IVX]{1,3})? ?\\d{2,4}(?:号室?)?(?![\\d件人名])',
    // Court 603.
    ' [A-Z][A-Za-z]{2,15}(?: [A-Z][A-Za-z]{2,15})? \\d{2,4}(?!\\d)',
  ].join('|'),
  'uy',
);

/** Where an address ends of which a part has been read up to the position: further numbers, building and room. */
export function endOfAddress(text: string, position: number): number {
  let numbers = position;
  for (let count = 0; count < MOST_NUMBERS; count++) {
    const next = stickyEnd(MORE_NUMBERS, text, numbers);
    if (next === numbers) break;
    numbers = next;
  }
  return stickyEnd(BUILDING, text, numbers);
}

const PUBLIC_PLACE = /^(?:の?駅|の?交差点|の?バス停)/u;

/** 谷町四丁目の駅: where something happens, and nobody lives. */
export function isBeforePublicPlace(text: string, end: number): boolean {
  return PUBLIC_PLACE.test(text.slice(end, end + 4));
}

function stickyEnd(pattern: RegExp, text: string, position: number): number {
  pattern.lastIndex = position;
  return position + (pattern.exec(text)?.[0].length ?? 0);
}
