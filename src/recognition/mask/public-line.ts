import type { NumberWindow } from './number-window.ts';

/** Lines that the organisation announces to everybody. */
const KNOWN_LINES = new Set(
  '0570051165 0367001165 0570054890 0366317521 0570003004 0366302525 0570007123 0368372913 0570058555 0367001144 0352531111'.split(
    ' ',
  ),
);
const FREE_OR_SHARED = /^0(?:120|570|800)/;
const SOMEBODYS =
  /(?:自宅|個人宅|勤務先|勤め先|職場|実家|携帯|連絡先|折り?返し?先?|ご?本人|お客様(?!相談|サービス|センター|窓口|サポート))[^。\n]{0,6}$/u;
const OF_A_FIRM =
  /営業|勧誘|どこ|セールス|迷惑|ダイヤル|代表|コールセンター|委託|支店|本店|予約|案内|法人|会社|窓口|かけ|つなが|何回|回線|業者|銀行|FAX→|問い?合わ?せ|相談|受付|電力|ガス|水道|メーカー|保守|サポート|協会|通販|カード|チラシ|封筒|フリー|ナビ/u;
const OURS =
  /(?:うち|当所|当課|本部|機構|所内|ダイヤルイン|直通は)の? ?$|(?<!先方の?|相手の?|お客様の?|勤務先の?)(?:[課係室班]|担当|窓口|グループ|チーム)の?直通(?:番号|電話)?[\s:はがの(]{0,3}$|電話転送[^。\n\d]{0,8}$|内線 ?\d{2,5}[、,/ (]{0,3}直通(?:は|:)? ?$|(?:うち(?:の[所課])?|当所|当課|本部|機構|所内)(?:の|、)?(?:電話|FAX|TEL|代表|番号|外線)(?:番号)?[\s、:はがの]{0,3}$/u;
/** 外線は03-5344-1100のまま: the line into our house, unless somebody calls from it. */
const LINE_OF_HOUSE =
  /(?<!お客様の?|先方の?|相手の?)(?:外線|代表電話|代表番号|代表)(?:番号)?[\s:はがを「(]{0,3}$/u;
const CALLED_FROM =
  /^ ?(?:から(?!変)|より(?!変)|に?折り?返|へ折り?返|の方(?!が)|様|さん|着信|で(?:着信|入電|受電))/u;
/** どちらもうちの番号, 0987-31-1126(代): nobody at home has several lines. */
const ANNOUNCED_AS_OURS =
  /^ ?\((?:代|代表)\)|^[^。\n\uE000]{0,20}(?:どっちも|どちらも|両方(?:とも)?|いずれも)(?:年金)?(?:事務所|うち|当所|本部)の(?:番号|電話|FAX|回線)|^ ?(?:は|が|も)(?:うち|当所|当課|本部)の|^の代表/u;
const TOLD_TO_CALLERS = /^ ?をご?案内/u;
/** 記入例の電話番号が「03-1234-5678」: in what shows how to fill something in. */
const OF_EXAMPLE = /(?:記入例|記載例|見本|入力例|例示|サンプル|ダミー)[^。\n\d]{0,14}$/u;
/** 03-0000-0000: no line has such a number. */
const NO_LINE = /0{6}$/;
/** Where everybody may call; an office of a lawyer is a firm. */
const INSTITUTION =
  '(?:年金センター|事務センター|相談センター|お客様相談室|(?<!法律|会計|先生の|税理士|労務士?|労務管理|司法書士|行政書士|弁護士|設計|社労士|特許|土地家屋調査士)事務所|分室|庁舎|[市区町村]役所|[町村]役場|役場|税務署|法務局|労働局|労基署|労働基準監督署|ハローワーク|職安|県庁|本省|厚労省|厚生労働省|年金機構|機構本部|協会けんぽ(?:[㐀-鿿々〇]{2,4}支部)?|[㐀-鿿々〇]{2,6}課(?=\\()|電力|水道局|警察署?|消防署?|郵便局|保健所|裁判所)';
/** 障害年金センターの直通て、03-…, 年金事務所 お客様相談室 電話 0478-…. */
const LINE_OF_INSTITUTION = new RegExp(
  `${INSTITUTION}(?:(?:の|は|、)?(?:[\\s(:、]{0,2}(?:代表|直通|電話(?:番号)?|TEL|Tel|℡|FAX|Fax|ファックス|問い?合わ?せ先?|番号|外線|窓口)){1,3}[\\s:はが(「って、]{0,3}|[\\s:は(「の]{0,3})$`,
  'u',
);
/** 0479-54-1442の方が佐原年金事務所, 03-5344-1100(本部代表). */
const NAMED_BEHIND = new RegExp(
  `^ ?(?:(?:の方|のほう)?[がは]|\\() ?(?:[^\\s。、()\\n]{0,8}${INSTITUTION}(?!に?勤|の(?:お客|方|人|隣|裏))|[^。、()\\n]{0,8}代表\\)|(?<=\\()[^。、()\\n]{1,8}[課係室]\\))`,
  'u',
);

/** 夜間は警備会社03-5555-0101へ, 保守窓口(TEL 03-…: whoever works for us. */
const LINE_OF_SUPPLIER =
  /(?:警備会社|保守(?:窓口|業者|会社|センター|先)?|ベンダー|メーカー|(?:清掃|委託|工事|配送|宅配|リース|引越|印刷|廃棄|管理)(?:会社|業者)|ヘルプデスク|サポート(?:窓口|センター|デスク)|集荷(?:依頼|受付)?|営業所|支店)(?:の|は|、|に)?[\s(:、]{0,2}(?:代表|直通|電話(?:番号)?|TEL|Tel|℡|FAX|Fax|連絡先|番号|窓口)?[\s:はが(「、]{0,3}$/u;

/** A line of ours or of a firm: nobody's own number begins with 0570, but a firm may be somebody's place of work. */
export function isPublicLine(text: string, { start, end }: NumberWindow, phone: string): boolean {
  if (KNOWN_LINES.has(phone) || NO_LINE.test(phone)) return true;
  const before = text.slice(Math.max(0, start - 28), start);
  const behind = text.slice(end, end + 24);
  const isCaller = CALLED_FROM.test(behind);
  if (OURS.test(before) || (LINE_OF_HOUSE.test(before) && !isCaller)) return true;
  // ご自宅(045)…を案内していた: told to somebody else by mistake.
  const isSomebodys = SOMEBODYS.test(before);
  if (ANNOUNCED_AS_OURS.test(behind) || (TOLD_TO_CALLERS.test(behind) && !isSomebodys)) return true;
  if (isSomebodys) return false;
  if (OF_EXAMPLE.test(before) || (FREE_OR_SHARED.test(phone) && isOfFirm(before, behind))) return true;
  const isNamed =
    LINE_OF_SUPPLIER.test(before) || LINE_OF_INSTITUTION.test(before) || NAMED_BEHIND.test(behind);
  return isNamed && !isCaller;
}

/** Nobody has such a line at home: where anything is said about it but whose it is, it is a firm's. */
function isOfFirm(before: string, behind: string): boolean {
  const around = before + behind;
  return (
    OF_A_FIRM.test(around) || (/\p{L}{3}/u.test(around) && !/(?:様|さん|さま|氏)[^。\n]{0,6}$/u.test(before))
  );
}
