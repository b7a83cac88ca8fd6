import { endOfAddress, isBeforePublicPlace } from './address-end.ts';
import { isPlaceOfOurs } from './our-places.ts';
import type { Detector, Finding } from './personal-data.ts';
import { MUNICIPALITY, PREFECTURE } from './places.ts';
import { matchesOf } from '../matches.ts';

const UNITS = '件人名円枚回歳才%月日年時分通部個台階号機';
/** Where a house number may be: 3丁目, 12番地, 5番6号, 1-2-3, 大字山田123. */
const HOUSE_NUMBER = new RegExp(
  `(?<![\\d,.-])(?:(?:\\d{1,3}|[一二三四五六七八九十]{1,3})丁目|(?:\\d{1,3},\\d{3}|\\d{1,5}|[一二三四五六七八九十百]{1,6})番地|(?:\\d{1,4}番町?\\d{1,4}号?|\\d{1,4}(?:-\\d{1,5}){1,3}|\\d{1,5}の\\d{1,4}|(?<=[㐀-鿿々〇ヶ] ?)\\d{1,5})(?![\\d,.:/%]|-\\d|[${UNITS}](?!室)))`,
  'gu',
);
/** Behind a number that tells that somebody lives there. */
const LIVED_IN = /^(?:番地?)?(?:号)? ?(?:に?(?:お住まい|在住|居住|お?住ん|住む)|の(?:お?宅|自宅|住まい))/u;
const UNMISTAKABLE = /丁目|番地|番\d+号/u;
const AREA = new RegExp(
  `(?<prefecture>${PREFECTURE} ?)?(?<city>${MUNICIPALITY})|(?<alone>${PREFECTURE})`,
  'u',
);
const TOWN = /^ ?[㐀-鿿々〇ぁ-んァ-ヶー0-9]{0,24} ?$/u;
/** Particles that no town has: 秋田市の事業所で. */
const PARTICLE = /[はをへでに]|の(?![㐀-鿿々〇ァ-ヶ])|が(?![㐀-鿿々〇])/u;
const BARE_TOWN = /(?:[㐀-鿿々〇ヶケノ]|(?<=[㐀-鿿々〇])[がの](?=[丘原台浜谷岡崎島森平沢池山])){1,8} ?$/u;
/** 北24条西5丁目: a town of Hokkaido that is counted from its middle. */
const STREETS =
  /(?:[㐀-鿿々〇]{1,4})?[東西南北]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})条(?:通り?|[東西南北])?[東西南北]? ?$/u;
/** 大字今宿1408: a 字 is part of an address whatever stands before it. */
const HAMLET = /大?字[㐀-鿿々〇ヶケノ]{1,8} ?$/u;
const LOOK_BACK = 40;
const LABEL = /(?:住所|居所|転居先|送付先|お住まい|所在地|自宅)[^。\n]{0,4}[\s:はがを「(]{0,3}$/u;

/**
 * Hides what stands behind the municipality. Starts at house numbers and looks back a fixed distance,
 * so that the cost does not depend on how long a run of characters is.
 */
export function createAddressDetector(ownAddresses: readonly string[]): Detector {
  const own = ownAddresses.map(addressKey);
  return (text) => {
    const findings: Finding[] = [];
    for (const { 0: words, index } of matchesOf(text, HOUSE_NUMBER)) {
      const behindLast = findings.at(-1)?.end ?? 0;
      if (index < behindLast) continue;
      const area = areaBefore(text, index, words, behindLast);
      if (!area) continue;
      const end = endOfAddress(text, index + words.length);
      if (isBeforePublicPlace(text, end)) continue;
      const key = addressKey(text.slice(area.from, end));
      const isExample = /^」?(?:みたいな|のような|のように書|という形|の形式)/u.test(
        text.slice(end, end + 8),
      );
      const isPublic = isExample || isOwn(key, own) || isPlaceOfOurs(text, area.from, end);
      findings.push({ kind: isPublic ? 'public' : 'address', start: area.to, end });
    }
    return findings;
  };
}

/** The cities that are divided into wards; elsewhere what ends in 区 (姫路市飾磨区) is a part of town. */
const WARD_OF_NO_CITY =
  /(?<!(?:札幌|仙台|さいたま|千葉|横浜|川崎|相模原|新潟|静岡|浜松|名古屋|京都|大阪|堺|神戸|岡山|広島|北九州|福岡|熊本)市)(?<=市)[㐀-鿿々〇]{1,4}区$/u;

/** `from` is where the whole address begins, `to` where the part that is hidden begins. */
function areaBefore(
  text: string,
  index: number,
  number: string,
  behindLast: number,
): { from: number; to: number } | null {
  const earliest = Math.max(behindLast, index - LOOK_BACK);
  const before = text.slice(earliest, index);
  const offset = /^.*[。、,\n「」()（）:・/]/su.exec(before)?.[0].length ?? 0;
  const phrase = before.slice(offset);
  const base = earliest + offset;
  const area = AREA.exec(phrase);
  const behind = area ? area.index + area[0].length : 0;
  const hasPrefecture = Boolean(area?.groups?.['prefecture'] ?? area?.groups?.['alone']);
  const isLivedIn = LIVED_IN.test(text.slice(index + number.length, index + number.length + 10));
  if (area && isTown(phrase.slice(behind), number, hasPrefecture || isLivedIn)) {
    // 本町1-2-3 alone is a part of a town, not a town of its own.
    const isPart = !hasPrefecture && behind === phrase.length && phrase.endsWith('町');
    const to = isPart ? area.index : behind - partOfTown(area[0]) + (phrase[behind] === ' ' ? 1 : 0);
    return { from: base + area.index, to: base + to };
  }
  return bareTownBefore(text, phrase, base, number);
}

/** How much of the end of an area is no ward but a part of town, in characters. */
function partOfTown(area: string): number {
  return WARD_OF_NO_CITY.exec(area)?.[0].length ?? 0;
}

/** A number in one piece is a house number only behind a full area and a town (東京都 … 本町12, 大字山田123). */
function isTown(town: string, number: string, isFull: boolean): boolean {
  if (!TOWN.test(town) || PARTICLE.test(town)) return false;
  if (!/^\d+$/.test(number)) return true;
  return (
    /字|[東西]入|[上下][るル]/u.test(town) ||
    (isFull && /^ ?(?:[㐀-鿿々〇ヶケ]{2,8}|[㐀-鿿々〇]{2,8}[上下]る[㐀-鿿々〇]{0,6})$/u.test(town))
  );
}

/** Without a municipality the words 住所 or 丁目／番地 have to say that it is an address. */
function bareTownBefore(text: string, phrase: string, base: number, number: string) {
  const hamlet = HAMLET.exec(phrase);
  if (hamlet?.[0].startsWith('大字')) return { from: base + hamlet.index, to: base + hamlet.index };
  const town = STREETS.exec(phrase) ?? BARE_TOWN.exec(phrase);
  if (!town || /^\d+$/.test(number)) return null;
  const start = base + town.index;
  const announced = LABEL.test(text.slice(Math.max(0, start - 12), start));
  const numbered =
    UNMISTAKABLE.test(number) && /^[-の ]?\d|番地/u.test(text.slice(start + town[0].length + number.length));
  return announced || numbered ? { from: start, to: start } : null;
}

/** 3-5-2 is not the office at 3-5-24. */
function isOwn(key: string, own: readonly string[]): boolean {
  return own.some((address) => {
    const at = address.indexOf(key);
    return at >= 0 && !/^[\d-]/.test(address.slice(at + key.length));
  });
}

/** 1丁目2番3号 and 1-2-3 are the same place. */
function addressKey(address: string): string {
  return address
    .replace(/丁目|番地の?|番/gu, '-')
    .replace(/[\s号]/gu, '')
    .replace(/-+$/u, '');
}
