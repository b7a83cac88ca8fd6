import type { Detector } from './personal-data.ts';
import { matchesOf } from '../matches.ts';

/** INC-26-7KQ4M and the like, in any typing. */
const REPORT_NUMBER =
  /(?<![A-Za-z0-9])(?:INC|PRP|VOC|CMP|RSK|KNW)[ -]?\d{2}[ -]?(?=\d{0,4}[A-Z])[0-9A-HJKMNP-TV-Z]{5}(?![A-Za-z0-9])/giu;
/** A business, not a person: 事業所整理記号 12-アイウ, 事業所番号 12345. */
export const BUSINESS_NUMBER =
  /(?:事業所(?:整理)?(?:記号|番号)|整理記号)(?:[・、]?番号)?[\s:はが「]{0,3}(?:\d{2,5}(?:[ -]?[ァ-ヶーA-Za-z0-9]{1,4})?|(?:[㐀-鿿々〇]{1,4} ?は? ?)?[ァ-ヶーA-Z]{1,4}(?![ァ-ヶーA-Za-z]))(?:[\s・、-]{0,2}(?:(?:事業所)?番号[\s:はが]{0,3})?\d{5}(?!\d))?/gu;
/** ねんきんダイヤル 0570-…: a line that is announced to everybody. */
const PUBLIC_LINE =
  /(?=0\d)(?:(?<=(?:ダイヤル|代表電話|代表番号|コールセンター)[\s:はが(「]{0,3})0\d{1,4}[-(]?\d{1,4}[-)]?\d{3,4}(?!\d)|(?<=(?:代表|予約(?:電話)?|案内|窓口)[\s:はが(「]{0,3})0(?:120|570|800)[-(]?\d{2,3}[-)]?\d{3,4}(?!\d))/gu;
const CORPORATE_NUMBER =
  /(?<![\d-]|(?:マイナンバー|個人番号|証書番号|アクセスキー|銀行.?番号|口座[^。\n\d]{0,10}番号)[\s:はが「]{0,3})(?:\d{13}|\d(?:-\d{4}){3})(?!\d|-\d)/g;
const MONEY = /[¥\\] ?\d{1,12}(?:,\d{3})*|(?<![\d.-])\d{1,3}(?:,\d{3})+(?!\d|番地|-\d)/gu;
/** 品川300 あ 12-34: on a car. */
const NUMBER_PLATE =
  /(?<=(?:車|ナンバー|車両番号)[^。\n\d]{0,6})[㐀-鿿々〇]{2,3} ?\d{3} ?[ぁ-ん] ?\d{1,2}-\d{2}(?![\d-])/gu;
/** 千代田年金事務所(千代田区三番町22): an office or a hall, and where it is. */
const OFFICE_WITH_ADDRESS =
  /(?<=(?:年金事務所|事務センター|年金相談センター|シビックセンター|[市区町村]民センター|文化センター|庁舎|[市区町村]役所|[町村]役場|公民館|会館|ホール|プラザ|分室)\()[^()\n]{3,40}\d(?:番地?|号|階|F)?(?=\))/gu;
/** 北洋 白石 普3027719: a bank, its branch and the sort of the account. */
const BRANCH_OF_BANK =
  /(?<=(?:みずほ|りそな|三井住友|三菱UFJ|楽天|PayPay|北洋|北海道|青森|みちのく|青い森|秋田|北都|荘内|山形|岩手|東北|北日本|七十七|東邦|常陽|筑波|足利|栃木|群馬|東和|埼玉りそな|武蔵野|千葉|千葉興業|京葉|きらぼし|横浜|神奈川|第四北越|大光|山梨中央|八十二|長野|北陸|北國|福井|静岡|スルガ|清水|大垣共立|十六|名古屋|愛知|あいち|中京|百五|三十三|滋賀|京都|関西みらい|池田泉州|南都|紀陽|但馬|みなと|山陰合同|鳥取|島根|中国|広島|もみじ|山口|西京|阿波|百十四|伊予|愛媛|四国|高知|福岡|西日本|北九州|筑邦|佐賀|十八親和|肥後|熊本|大分|宮崎|鹿児島|南日本|琉球|沖縄)(?:銀行?|信金|信用金庫)? )[㐀-鿿々〇]{1,5}(?:支店)?(?: ?\(?(?:普通?|当座?)(?=[ :)]{0,2}(?:\d{7}|\uE000)))/gu;

/** ローソン渡辺橋店: a shop of many. */
const SHOP = /(?<=[ァ-ヶーA-Za-z]{3})[㐀-鿿々〇]{2,6}店(?![主員長])/gu;
/** 年金太郎: nobody. */
const MODEL_PERSON = /(?:年金|見本|厚生|国民|基礎) ?(?:太郎|花子|一郎|次郎)(?!様|さん|さま|殿|氏)/gu;
/** 年金太郎様という記入例, 山田太郎(見本). */
const OF_EXAMPLE = /様?(?:(?:という|の)(?:記入例|記載例|見本)| ?\((?:記入例|記載例|見本|サンプル)\))/gu;
const NAME_BEFORE = /(?<![㐀-鿿々〇])[㐀-鿿々〇]{2,3} ?[㐀-鿿々〇]{1,3}$/u;
const LONGEST_NAME = 8;

/** Numbers that everybody may read and that must survive masking. */
export const detectPublicNumbers: Detector = (text) => [
  ...[
    REPORT_NUMBER,
    BUSINESS_NUMBER,
    PUBLIC_LINE,
    CORPORATE_NUMBER,
    MONEY,
    NUMBER_PLATE,
    OFFICE_WITH_ADDRESS,
    BRANCH_OF_BANK,
    SHOP,
    MODEL_PERSON,
  ].flatMap((pattern) =>
    matchesOf(text, pattern).map(({ 0: words, index }) => ({
      kind: 'public' as const,
      start: index,
      end: index + words.length,
    })),
  ),
  ...matchesOf(text, OF_EXAMPLE).flatMap(({ index: end }) => {
    const name = NAME_BEFORE.exec(text.slice(Math.max(0, end - LONGEST_NAME), end))?.[0] ?? '';
    return name === '' ? [] : [{ kind: 'public' as const, start: end - name.length, end }];
  }),
];
