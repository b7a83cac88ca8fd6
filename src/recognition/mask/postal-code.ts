import { groupsIn } from './matched-groups.ts';
import type { Detector } from './personal-data.ts';
import { isPostalCodeOfOurs } from './our-places.ts';
import { PREFECTURE } from './places.ts';
import { matchesOf } from '../matches.ts';

const CODE = /(?<![\d-])\d{3} ?-? ?\d{4}(?!\d| ?-|,\d| ?[枚円件個部人])/g;
const ANNOUNCED =
  /(?:〒|郵便(?:番号)?|ユウビン(?:バンゴウ)?|住所|所在地|postal code|zip(?: code)?|address)(?:番号)?(?:だけ|のみ|欄[はがに])?[\s:=はがを「(〔\[旧新正誤→]{0,6}$/iu;
/** 郵便番号123-456(桁足りず): called one, with a digit lost or doubled. */
const SLIP = /郵便番号[\s:はがの「]{0,3}(\d{2,4}-\d{2,5})(?![\d,]|-\d)/dgu;
/** 5300-001 大阪市北区: a digit too many, or in the wrong place, in front of an address. */
const SLIP_BEFORE_ADDRESS = new RegExp(
  `(?<![\\d-])(\\d{2,4}-\\d{2,5})[ 、](?=${PREFECTURE}|[㐀-鿿々〇]{1,4}[市郡区])`,
  'dgu',
);
/** 〒旧 123-4567 新 123-4568: a further one of the same line. */
const PUT_RIGHT = /郵便番号[^\n]{0,24}(?:誤|正|旧|新|→)[^\n\d]{0,3}(?:\d{3}-?\d{4}[^\n\d]{1,6})?$/u;
/** 前回は123-4567と印字: three and four, told as what was written. */
const PRINTED = /^と(?:印字|印刷|記載|宛名)/u;
const ANOTHER = /(?:〒|郵便番号)[^\n。\d]{0,6}\d{3}-?\d{4}[^\n。\d]{1,8}$/u;
/** 郵便番号が違う。届書には 557-8884: spoken of a little before. */
const SPOKEN_OF = /(?:〒|郵便番号)[^\n\d]{0,30}$/u;
const ADDRESS_BEHIND = new RegExp(
  `^[\\s)、,]{0,3}(?:${PREFECTURE}|[㐀-鿿々〇]{1,5}[市区町村郡]|大?字[㐀-鿿々〇])`,
  'u',
);

/** 036-8093の住所で, 036-8093に住む, 036-8093の方から. */
const LIVED_IN =
  /^ ?(?:の|で|に)?[旧新前現]?(?:住所(?!録)|居所)|^ ?に(?:お住まい|住[むみんめ]|居住|在住|転居|引っ?越)|^ ?(?:在住|の(?:方|お客様|人)(?=から|より|宛|あて|へ|に(?:送|郵|発|届|再送)))/u;
/** …久里浜6丁目18-4の青木さん、239-0831。: beside an address that is told, or on what was sent. */
const HAS_ADDRESS = new RegExp(
  `${PREFECTURE}|[㐀-鿿々〇]{1,5}[市区町村郡][^。\\n]{0,14}\\d|封筒|宛先|宛所`,
  'u',
);
const STANDS_ALONE = /(?<![\d.-])\d{3}-\d{4}(?![\d,]|-)/u;
const OF_PHONE = /(?:電話|TEL|℡|FAX|携帯|内線|自宅)(?:番号)?[\s:はが]{0,3}$/iu;
/** 様式 123-4567の住所欄. */
const OF_FORM = /(?:様式|帳票|伝票|型番|品番|機番|番号)(?:第|の|は|が|:| |\(|例){0,4}$/u;

/** 9850024(郵便番号), 9850024が郵便番号: named behind. */
const NAMED_BEHIND = /^ ?(?:[(←]|が) ?[新旧正誤]?の?(?:郵便番号|〒)(?!欄)/u;

/** Austin, TX 78704; Newcastle NSW 2300; Nerima-ku, Tokyo 176-0002; 〒80310-275: abroad, or as it is written for abroad. */
const OVERSEAS = [
  /(?<=[A-Za-z], ?[A-Z]{2}[ ,]{1,2})(\d{5}(?:-\d{4})?)(?![\d,-])/dgu,
  /(?<=[a-z] (?:NSW|VIC|QLD|SA|WA|TAS|ACT|NT) )(\d{4})(?![\d,-])/dgu,
  /(?<=(?:[A-Za-z]-(?:ku|shi|ken|fu|gun|cho|machi|mura|son)|Tokyo|Osaka|Kyoto|Hokkaido|Japan)[ ,]{1,3})(\d{3}-\d{4})(?![\d,-])/dgiu,
  /(?<=〒 ?)(\d{5}-\d{3}|\d{5}-\d{4})(?![\d,-])/dgu,
];

const FAR = 48;

/** 3-4 is a fragment of many numbers: it counts only with its sign, its name, or an address behind it. */
export function createPostalCodeDetector(ownAddresses: readonly string[]): Detector {
  return (text) => [
    ...OVERSEAS.flatMap((pattern) => groupsIn(text, pattern, 'postal_code')),
    ...[SLIP, SLIP_BEFORE_ADDRESS]
      .flatMap((pattern) => groupsIn(text, pattern, 'postal_code'))
      .filter(({ start, end }) => !/^\d{3}-\d{4}$/u.test(text.slice(start, end))),
    ...matchesOf(text, CODE).flatMap(({ 0: code, index }) => {
      const end = index + code.length;
      if (!isOfAddress(text, index, end)) return [];
      const digits = code.replace(/\D/g, '');
      const isOwn = ownAddresses.some((address) => address.replace(/\D/g, '').startsWith(digits));
      if (isOwn) return [];
      return [
        { kind: isPostalCodeOfOurs(text, index, end) ? 'public' : 'postal_code', start: index, end } as const,
      ];
    }),
  ];
}

/** Whether the words before or behind three and four digits say that they are a postal code. */
function isOfAddress(text: string, start: number, end: number): boolean {
  const code = text.slice(start, end);
  const before = text.slice(Math.max(0, start - 44), start);
  const behind = text.slice(end, end + 12);
  if (
    [ANNOUNCED, ANOTHER, PUT_RIGHT].some((words) => words.test(before)) ||
    PRINTED.test(behind) ||
    NAMED_BEHIND.test(behind)
  )
    return true;
  if (ADDRESS_BEHIND.test(behind)) return true;
  if (/-/.test(code) && isSpokenOf(before)) return true;
  if (OF_FORM.test(before)) return false;
  const around = text.slice(Math.max(0, start - FAR), start) + text.slice(end, end + FAR);
  return (
    LIVED_IN.test(behind) || (STANDS_ALONE.test(code) && HAS_ADDRESS.test(around) && !OF_PHONE.test(before))
  );
}

function isSpokenOf(before: string): boolean {
  return SPOKEN_OF.test(before) && !OF_PHONE.test(before) && !OF_FORM.test(before.replace(/郵便番号/gu, ''));
}
