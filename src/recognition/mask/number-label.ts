import { matchesOf } from '../matches.ts';

export type NumberLabel =
  | 'pension'
  | 'certificate'
  | 'my_number'
  | 'employment'
  | 'access_key'
  | 'phone'
  | 'postal'
  | 'account'
  | 'corporate';

/** The words by which people announce a number. The one nearest to it counts. */
const LABELS = new RegExp(
  [
    '(?<certificate>年金証書|証書番号|証書の番号|証書記号番号|証書(?=(?:No\\.?|NO\\.?)?[ :=(はが「]*$))',
    '(?<pension>基礎年金番号|年金の?番号|ねんきん番号|年金手帳|基礎年金No|基礎番(?:号)?|年番|基番|基年(?:番)?|(?:キ|ネン)バン(?![ァ-ヶ])|basic pension|pension (?:number|no))',
    '(?<my_number>マイナ(?!ス|ポ)|まいなんばー|個人番号|個番|(?<![A-Za-z])MN(?![A-Za-z])|通知カード|my ?number|individual number)',
    '(?<employment>雇用保険|雇保|コホ|離職票|受給資格者証|被保険者番号|employment insurance)',
    '(?<access_key>アクセスキー|access ?key)',
    '(?<phone>電話|デンワ|ケイタイ|携帯|連絡先|ケータイ|スマホ|(?<![ァ-ヶー])テル(?![ァ-ヶー])|市外局番|ファ(?:ッ)?クス|℡|☎|📞|📱|(?:固定|自宅|実家|勤務先|発信番号|番号表示|着信|折り?返し?|電|携)(?=[ :=(はが]*$)|\\b(?:tel|fax|phone|mobile|call(?:ed)?)\\b)',
    '(?<postal>〒|郵便番号|ユウビン|postal|\\bzip\\b)',
    '(?<account>口座|普通|当座|貯金|預金|ゆうちょ|ユウチョ|コウザ|フツウ|通帳)',
    '(?<corporate>法人番号)',
  ].join('|'),
  'giu',
);
const REACH = 24;

const NAMED_AFTERWARDS =
  /^ ?(?:[(「←]|が|は|という|(?=(?:基礎年金|年金|個人)番号|マイナンバー|年番|基番))([^)」。\n]{1,12})/u;

/** What the words before (or right behind, in brackets) call the number, in its sentence or as the line above it. */
export function labelOf(text: string, start: number, end: number): NumberLabel | null {
  const before = text.slice(Math.max(0, start - REACH), start).trimEnd();
  const sentence = before.slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf('\n')) + 1);
  const behind = NAMED_AFTERWARDS.exec(text.slice(end, end + 16))?.[1] ?? '';
  return nameOf(matchesOf(sentence, LABELS).at(-1)) ?? nameOf(matchesOf(behind, LABELS)[0]);
}

/** What may stand between a word and the number that it announces. */
const BESIDE = /^(?:[のは]?(?:番号|No\.?))?(?:[\s:=・、「(『はがをものノ]|って|って、|として){0,4}$/u;

/** What the words right before the number call it, with nothing else between. */
export function labelBeside(text: string, start: number): NumberLabel | null {
  const before = text.slice(Math.max(0, start - REACH), start);
  const last = matchesOf(before, LABELS).at(-1);
  if (last === undefined) return null;
  return BESIDE.test(before.slice(last.index + last[0].length)) ? nameOf(last) : null;
}

/** How far a word may stand from a number that nothing next to it names: a message speaks of one matter. */
const FAR_BEFORE = 120;
const FAR_BEHIND = 40;
const DISTANT =
  /(?<my_number>マイナンバー|マイナカード|マイナポータル|マイナ(?=[^ァ-ヶ])|個人番号|個番|通知カード)|(?<pension>基礎年金番号|年金の?番号|ねんきん番号|基番|年番)|(?<certificate>年金証書|証書番号)|(?<access_key>アクセスキー)|(?<employment>雇用保険|雇保|離職票)/gu;

/** What the message speaks of around the number, when that is one sort of number only and no other is named. */
export function mentionOf(text: string, start: number, end: number): NumberLabel | null {
  const near = text.slice(Math.max(0, start - REACH), start);
  if (OTHER_SORT.test(near)) return null;
  const around = text.slice(Math.max(0, start - FAR_BEFORE), start) + text.slice(end, end + FAR_BEHIND);
  const names = new Set(matchesOf(around, DISTANT).map(nameOf));
  return names.size === 1 ? ([...names][0] ?? null) : null;
}

function nameOf(match: RegExpMatchArray | undefined): NumberLabel | null {
  const label = Object.entries(match?.groups ?? {}).find(
    ([, words]) => (words as string | undefined) !== undefined,
  );
  return label ? (label[0] as NumberLabel) : null;
}

/** 予約番号って 8桁 (20410577): how long it is may stand between. */
const LINK = '(?:[\\s:はがの「(#]|No\\.?|ナンバー|って|とは|\\d{1,2}(?:桁|けた|ケタ)){0,5}$';
const OTHER_NUMBER = new RegExp(
  [
    `(?:法人|伝票|追跡|トラッキング|送り状|問い?合わ?せ|受付|受理|管理|見積|領収書?|契約|発注|返戻|職員|社員|使用者|登録|検査|会員|機器|端末|許可|免許|車両|証券|(?<!被)保険者|医療機関|施設|店舗|取引|決済|承認|認証|暗証|商品|部品|発行|通し|図面|工事|座席|注文|照会|整理|文書|処理|製造|発送|書留|引受|帳票|様式|案件|決裁|起案|施行|稟議|物品|備品|資産|製品|通知書|証明書|届書|予約|リース|台帳|保管|箱|封筒|到達|会議|ミーティング|録音|チケット|回線|受講|整理券|呼出|鍵|議案|回付|障害|ジョブ|送信|配信|バッチ|媒体|ライセンス|パスポート|旅券|インボイス|雇用管理|労働保険|集荷|収納|納付|金庫|内線|型)(?:番号|コード|ID|No\\.?)${LINK}`,
    `(?:(?:見積書|領収書|納品書|注文書|契約書|発注書|仕様書|議事録|成績書)(?: ?No\\.?)?|請求書 ?No\\.?)${LINK}`,
    `(?:型番|機番|品番|製番|型式|型名|(?<!変更した)機種|ロット|号機|モデル|ジョブ|S\\/N|伝票|追跡|送り状|バーコード|(?<!年金)コード|シリアル|ログ|タイムスタンプ|エラー|ID)${LINK}`,
    `(?:tracking|order|ticket|version|serial|timestamp|invoice)(?: number| no\\.?| id)?${LINK}`,
  ].join('|'),
  'iu',
);

/** The words directly before say that the number is of another sort, e.g. 伝票番号 or 法人番号. */
export function isOtherNumber(text: string, start: number): boolean {
  return OTHER_NUMBER.test(text.slice(Math.max(0, start - 20), start));
}

/** ゆうパック 6712-0045-3389: what is carried has a number too, but none that begins as a telephone's. */
const CARRIED = new RegExp(
  `(?:ゆうパック|ゆうメール|レターパック(?:ライト|プラス)?|クロネコ|ヤマト|佐川|宅急便|宅配便?|書留|特定記録)${LINK}`,
  'u',
);

/** Whether the number is one of a parcel or a letter that somebody carries. */
export function isCarried(text: string, start: number): boolean {
  return text[start] !== '0' && CARRIED.test(text.slice(Math.max(0, start - 16), start));
}

/** The same further away, and for numbers that nothing else tells. */
const OTHER_SORT =
  /(?:ゆうパック|レターパック|宅急便|(?:法人|伝票|追跡|送り状|問い?合わ?せ|お?問合せ|受付|受理|管理|保守|様式|帳票|型|機|製造|案件|決裁|整理|書留|引受|文書|照会)番号|S\/N|シリアル|型番|品番|様式|伝票|追跡|コード)/u;

/** The sentence calls the number something else, though not right before it. */
export function isOfOtherSort(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 2 * REACH), start);
  return OTHER_SORT.test(before.slice(Math.max(before.lastIndexOf('。'), 0)));
}

const UNIT_AFTER =
  /^ ?(?:円|万|億|千円|件(?!名)|人|枚|通(?![知帳院話])|部(?![署分長])|個(?![人票別])|回(?![収答復線])|歳|才|%|名(?![義前字]))|^,\d{3}(?![\d-])/u;

/** 12,345,678円 and 1200000件: amounts and counts are never personal data. */
export function isAmount(text: string, start: number, end: number): boolean {
  return (
    UNIT_AFTER.test(text.slice(end, end + 6)) ||
    /[¥\\]$/u.test(text.slice(Math.max(0, start - 2), start)) ||
    // 1,234,567 is an amount; 1,090-1234-5678 is a line of a file whose cells are parted by commas.
    (/\d,$/u.test(text.slice(Math.max(0, start - 2), start)) &&
      /^\d{3}(?![\d-])/u.test(text.slice(start, start + 4)))
  );
}
