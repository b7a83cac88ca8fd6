/** Where everybody may come to or write to: 事務センター, 会場, 市役所. */
const PLACE =
  '(?:事務センター|年金事務所|相談センター|分室|支所|出張所|合同庁舎|庁舎|[市区町村]役所|[町村]役場|役場|公民館|市民会館|文化会館|会館|市民センター|会場|出張(?:年金)?相談(?:会|所)?|年金相談|相談会|説明会|セミナー|研修|本部|当所|広域事務所|当局|私書箱|ハローワーク|税務署|法務局|労働局|労基署)(?:別館|本館|分館|新館|[東西南北]館|本庁舎?|庁舎)?';
const WHERE = '(?:所在地|住所|郵便番号|場所|会場|開催地|移転先|移転後|宛先|あて先|送付先|返送先|郵送先)';
/** 事務センターの所在地は〒980-8461 仙台市…, 会場:, 出張相談(那覇市…. */
const BEFORE = new RegExp(
  `${PLACE}(?:の?(?:新|旧)?${WHERE})?[\\s:はがも「(・、]{0,3}(?:〒? ?(?:\\d{3}-?\\d{4}|\uE000)?[ 、)]{0,2})?$`,
  'u',
);
/** …泉崎1-1-1の市役所1階, …が会場です, …17-3 今市年金事務所あて. */
const BEHIND = new RegExp(
  `^ ?(?:の|にある|に所在する|が|[(])? ?[㐀-鿿々〇ぁ-んァ-ヶ]{0,5}?${PLACE}(?!の?(?:隣|となり|裏|近く|前|向かい|そば|横)|勤務|から|に(?:勤|通))`,
  'u',
);
/** 年金事務所の場所聞かれた。: asked in the sentence before. */
const ASKED =
  /(?:事務所|センター|庁舎|会場)の?(?:場所|所在地|行き方|地図|アクセス)[^。\n]{0,14}[。\n]?[\s〒]{0,2}(?:\d{3}-?\d{4} ?|\uE000 ?)?$/u;
/** What an office sends out, puts up or is written to by: a postal code told of it is its own. */
const OFFICE =
  /(?:年金事務所|[^\s。、]の事務所|当所|当局|当課)[^。、\n]{0,10}(?:返信用封筒|私書箱|チラシ|看板|掲示|ポスター|ホームページ|HP|名刺|ゴム印|スタンプ|案内図)|(?:返信用封筒|私書箱)[^。\n]{0,12}(?:年金事務所|センター|当所|郵便番号)/u;
/** 330-9611、さいたま新都心の合同庁舎あてで: where something is sent to. */
const SENT_TO = new RegExp(
  `^[\\s、(はが]{0,2}[^。、\\n\\d\uE000]{0,12}${PLACE}(?:あて|宛|に|へ|です|で|$|[。、)])`,
  'u',
);
/** The ministry and the head office. */
const KNOWN = /霞が関1(?:-|丁目)2(?:-|番)2|高井戸西3(?:-|丁目)5(?:-|番)24/u;

/** 年金事務所から自宅の住所: whose address it is stands nearer. */
const SOMEBODYS = /(?:自宅|ご?本人|お客(?:様|さん)|相手|受給者|請求者|届出人|[妻夫父母娘]|息子|方)の/u;
const REACH = 40;

/** Whether what stands around says that the address is one of an office, a hall or a meeting. */
export function isPlaceOfOurs(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - REACH), start);
  const sentence = before.slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf('\n')) + 1);
  const told = BEFORE.exec(sentence)?.[0];
  if (told !== undefined) return !SOMEBODYS.test(told);
  if (/所在地(?:は|が|:|、|の)? ?$/u.test(sentence) && !SOMEBODYS.test(sentence)) return true;
  if (ASKED.test(before) || KNOWN.test(text.slice(start, end))) return true;
  return BEHIND.test(text.slice(end, end + REACH / 2));
}

/** Whether a postal code is told of something that an office sends out or puts up, or of the office's address. */
export function isPostalCodeOfOurs(text: string, start: number, end: number): boolean {
  if (isPlaceOfOurs(text, start, end)) return true;
  const around = text.slice(Math.max(0, start - REACH), end + REACH);
  if (SENT_TO.test(text.slice(end, end + REACH)) && !SOMEBODYS.test(around)) return true;
  const isAddressed = /^[\s)、,]{0,3}[^\s。、\n]{2,5}[都道府県市区町村郡]/u.exec(
    text.slice(end, end + REACH),
  );
  if (!isAddressed) return OFFICE.test(around) && !SOMEBODYS.test(around);
  const address = /^[^。、\n]{2,28}?\d(?:番地|号|-\d+)?/u.exec(text.slice(end, end + REACH))?.[0] ?? '';
  const last = /^[\d番地号-]*/u.exec(text.slice(end + address.length, end + REACH + 12))?.[0].length ?? 0;
  const behind = end + address.length + last;
  return address !== '' && isPlaceOfOurs(text, start, behind);
}
