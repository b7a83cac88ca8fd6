import type { KnownNames } from './name-before-honorific.ts';
import { isNoName, isTitleOrPlace, isWordForPeople } from './not-names.ts';
import { namesIn, NO_SPELLING, OF_FORMS, OF_NAMES, REACH } from './names-in.ts';
import { namesReadSo } from './names-read-so.ts';
import { namesToldByThemselves } from './names-told-by-themselves.ts';
import { isOfficial } from './official.ts';
import type { Detector, Finding } from './personal-data.ts';
import { PLACE_SURNAMES } from './places.ts';
import { isSurname } from './surnames.ts';

/** Beside a placeholder stand the reading of a name, a namesake, or the number of whoever is named. */
const MASKED = '\\uE000(?:様|さん|さま|氏)?';
const HIRAGANA = '[ぁ-んー]{2,8}(?: [ぁ-んー]{2,8})?';
const KATAKANA = '[ァ-ヶー]{2,8} [ァ-ヶー]{2,8}';
const KANA_WORD = '(?:[ぁ-んー]{2,7}?|[ァ-ヶー]{2,8})';
/** 〔氏名〕(あさみ): what is said in brackets without a kanji is how the name is read. */
const READING = new RegExp(`${MASKED} ?[(〔「](?<name>${HIRAGANA}|${KATAKANA})(?=[)〕」])`, 'dgu');
/** 〔氏名〕さん(にいたに?しんたに?), 〔氏名〕様(げし、て読む): one who was not sure, or says that it is read so. */
const READINGS = new RegExp(
  `${MASKED}」? ?[(〔](?:(?<hiragana>[ぁ-んー]{2,7}?)(?=[)〕])|(?<name>${KANA_WORD})(?: ?[?、か・/]{1,2} ?(?<other>${KANA_WORD}))?(?: ?[?…]| ?、?(?:と|って|て|で)(?:も)?(?:読|よ|い|書)[^()\\n]{0,10}|かな?[?]?|かも))(?=[)〕])`,
  'dgu',
);
/** 〔氏名〕さん(はら・ちば、珍しい), 〔氏名〕さん、「わたなべ」やのうて「わたべ」, 「しょうじ」か「とうかいりん」. */
const READ_IN_TWO = new RegExp(
  `${MASKED} ?[(〔](?<name>[ぁ-んー]{2,6}[・ ][ぁ-んー]{2,6})(?=[、)〕])`,
  'dgu',
);
const READ_OR = new RegExp(
  `${MASKED}[、。は]? ?「(?<name>[ぁ-んー]{2,8}|[ァ-ヶー]{2,8})」(?:か|が|を|は|では?なく|じゃなく|や(?:のう|なく)て|→)[^「」。\\n]{0,6}「(?<other>[ぁ-んー]{2,8}|[ァ-ヶー]{2,8})」`,
  'dgu',
);
/** 読みがヒカルとミツ; 名義がカワムラケンになって; 「よみがなはたちばなきです」. */
const READ_BOTH =
  /読みが(?<name>[ァ-ヶー]{2,8}|[ぁ-ん]{2,6}?)と(?<other>[ァ-ヶー]{2,8}|[ぁ-ん]{2,6}?)(?=[。、でに])/dgu;
const IN_NAME_OF = /名義[がは](?<name>[ァ-ヶー]{4,12})(?=にな|で|と|、|。)/dgu;
/** 〔基礎年金番号〕が田所、: whose it is; 岸です、と名乗る. */
const WHOSE = /\uE000が(?<name>[㐀-鿿々〇]{1,4})(?=、|です|。|さん|$)/dgu;
const CALLS_HIMSELF = /(?<![㐀-鿿々〇])(?<name>[㐀-鿿々〇]{1,3})です、?(?:と名乗|って(?:名乗|電話))/dgu;
/** 漢字は榎本の「榎」に本, 漢字は橘木。 */
const WRITTEN_SO = /漢字は「?(?<name>[㐀-鿿々〇]{2,4})(?=の「|。|、|です|」)/dgu;
/** 〔氏名〕さま(三木?三鬼?): how it may be written. */
const SPELLINGS = new RegExp(
  `${MASKED} ?[(〔](?:\\uE000|(?<name>[㐀-鿿々〇]{1,4}))[?か/、]{1,2} ?(?:\\uE000|(?<other>[㐀-鿿々〇]{1,4}))\\?(?=[)〕])`,
  'dgu',
);
/** 名字一文字で「なか」やて, 同じ読み「ウエマツ コウヘイ」, 名前を読み間違えた。「タイラ」です. */
const SAID_SO =
  /「(?<name>[ァ-ヶー]{2,8}(?: [ァ-ヶー]{2,8})?|[ぁ-ん]{2,6})」(?=です|や(?:て|で|[、。])|だ(?:そう|と|って|った)?|、|と読|って(?:読|言)|が正)/dgu;
const SAID_SO_OF =
  /(?:読み(?!込|取|上)|よみ|名字|苗字|名前|姓(?![別])|フリガナ|ふりがな)[^」\n]{0,18}$|\uE000(?:様|さん|さま)[、は][^。\n]{0,16}$/u;
/** 読みはたかなしです. */
const READ_AS =
  /(?:読み(?:方|仮名|がな)?|よみ(?:がな)?)は「?(?<name>[ぁ-ん]{2,6}?|[ァ-ヶー]{2,8})(?=」|です|だ(?:そう|って)|やて|、|。|さん|様|の方)/dgu;
/** 「〔氏名〕」はすがと読む. */
const READ_SO = new RegExp(
  `${MASKED}」?(?:は|で|、)「?(?<name>[ぁ-ん]{2,6}?|[ァ-ヶー]{2,8})」?(?:と|って)(?:読[むんみ](?!替|取|込|上)|よむ)`,
  'dgu',
);
/** 安部=〔電話番号〕, 森は〔基礎年金番号〕, メモ 冨樫 〔電話番号〕: who is told with a number. */
const WITH_NUMBER =
  /(?<=^|[\n 、。「→・])(?<name>[㐀-鿿々〇](?:[㐀-鿿々〇ノヶ]{0,2}[㐀-鿿々〇])?)(?: ?[=:は] ?| |、)(?=\uE000)/dgu;
const BEHIND_NUMBER = /\uE000」?[ 、「/]{1,3}(?<name>[㐀-鿿々〇]{1,4})(?=」|\n|$)/dgu;
/** ・唐木 拓真 〔基礎年金番号〕, 10:30 工藤 Anna 〔電話番号〕: a line of a list. */
const IN_LINE =
  /(?:^|\n)[ \t]*(?:(?:[・\-○●◯*>①-⑳]|\d{1,2}[.):] ?|\d{1,2}:\d\d|No\.? ?\d{1,2}|メモ:)[ \t]*)?(?<name>[㐀-鿿々〇]{1,4} (?:[㐀-鿿々〇]{1,3}|[ぁ-ん]{2,4}|[ァ-ヶー]{2,6}|[A-Z][a-z]{1,12})|[A-Z][a-z]{1,12}(?: [A-Z][a-z]{1,12}){1,3})(?= (?:\uE000|(?:19|20)\d\d年|[MTSHmtsh明大昭平]\d|[13579]-\d|TEL|基番|年番))/dgu;
/** 三ツ矢、四方(しかた)、五十嵐: within a list. */
const IN_ROW = /\uE000(?:様|さん)?[、・] ?(?<name>[㐀-鿿々〇]{1,4}) ?\((?<other>[ぁ-ん]{2,7})\)/dgu;
/** 〔住所〕大隈方: with whom somebody lives. */
const LIVES_WITH = /\uE000 ?(?<name>[㐀-鿿々〇]{1,4})方(?=[、。\s]|$)/dgu;
/** 長谷川・奥・〔氏名〕の3名様: the others of a list. */
const LISTED =
  /(?<![㐀-鿿々〇])(?<name>[㐀-鿿々〇]{1,4})(?=(?:[・、]\uE000(?:様|さん)?){1,8}の(?:\d|[二三四五両])(?:名様|人様|名の方|名|人)(?:[、。はがの]|$))/dgu;
/** 津軽 りお 2011 8316 2166: a line of a list, before its number is hidden. */
const KANA_IN_LINE =
  /(?:^|\n)[ \t]*(?<name>[㐀-鿿々〇]{1,4} [ぁ-ん]{2,4})(?= \d{4}[- ](?:\d{4}[- ]\d{4}|\d{6})(?!\d))/dgu;
/** 山川と川山を取違え. */
const MIXED_UP =
  /(?<![㐀-鿿々〇])(?<name>[㐀-鿿々〇]{1,4})と(?<other>[㐀-鿿々〇]{1,4})(?=(?:を|が|の|で)[^。\n]{0,4}(?:取り?違|間違|混同|入れ違))/dgu;
/** 留守電に「イトウです、…」, 「中園ですけど、…」: who calls says who it is. */
const INTRODUCED =
  /(?<=「(?:もしもし、?|あの[ー〜]?、?|[㐀-鿿々〇ァ-ヶ]{1,8}の)?|「[^」\n]{1,40}[。、] ?)(?<name>[㐀-鿿々〇]{1,3}|[ァ-ヶー]{2,6})(?=です(?:けど|けれど|が、|、|。|」)|と申し|といいます)/dgu;
/** ヤマネ カズオ 〔電話番号〕: as lists and slips have it. */
const IN_LIST = new RegExp(
  `(?:^|[\\n、,/|":]) ?(?<name>${KATAKANA}|[ぁ-ん]{2,5} [ぁ-ん]{2,5})(?= ?(?:[/,、":|(] ?)?(?:\\uE000|(?:TEL|tel|基番|生年月日|セイネンガッピ)[ :]?\\uE000))`,
  'dgu',
);
/** 〔氏名〕と林の証書: two who were taken for one another. */
const NAMESAKE = new RegExp(
  `${MASKED}(?:と|→|・|か)(?<name>[㐀-鿿々〇]{1,3}?)(?=さん|様|の(?:分|方|届|証書|通知|書類|封筒|記録)|を?取り?違|を?間違|で間違|[、。)\\n]|$)`,
  'dgu',
);
/** 「祐子」が「裕子」に: how a name was written, and how it should have been. */
const QUOTED = '(?:[㐀-鿿々〇]{2,5}|[ァ-ヶー]{2,7}|[ぁ-ん]{2,6})';
const PUT_RIGHT = new RegExp(
  `「(?<name>${QUOTED})」(?:が|を|は|では?なく|じゃなく|→)[^「」。\\n]{0,6}「(?<other>${QUOTED})」`,
  'dgu',
);
const NO_NAME =
  /(?:じゃ|では?|や)なく$|^(?:ほか|など|まで|から|たぶん|おそらく|なし|あり|ひとり|うち|また|いずれ|どちら|すべて|みな|かも|のみ|だけ|みほん|れい|きょう|きのう|あした)|[はがをにですますた]$|メモ|システム|エラー|サイト|ページ|キバン|ネンバン|ショウカイ|フリコミ|デンワ|バンゴウ|ジュウショ|ナマエ|シメイ|ヨヤク|テスト|ミス|メール|キャンセル|コピー|カード|ハガキ|トラブル|クレーム|ダメ|オーケー|センター|マイナ|ネット|カナ|フリガナ|ハイフン|スペース|ナシ|アリ|メモ|タイプ|サイン|ハンコ/u;
export function createBesideDetector({ offices }: Pick<KnownNames, 'offices'>): Detector {
  const isSomebody = (name: string) =>
    (isSurname(name) || /^[㐀-鿿々〇][ノヶ][㐀-鿿々〇]$/u.test(name)) &&
    !PLACE_SURNAMES.has(name) &&
    !offices.has(name);
  return (text) => {
    const wordsOf = ({ start, end }: Finding) => text.slice(start, end);
    const surnames = (found: readonly Finding[]) =>
      found.filter((one) => isSomebody(wordsOf(one)) && !isOfficial(text, one.start, one.end));
    const told = [
      ...namesIn(text, READING),
      ...namesIn(text, READINGS),
      ...namesIn(text, SPELLINGS),
      ...namesIn(text, READ_AS),
      ...namesIn(text, READ_SO),
      ...namesToldByThemselves(text),
      ...[READ_IN_TWO, READ_OR, READ_BOTH, IN_NAME_OF].flatMap((pattern) => namesIn(text, pattern)),
      ...namesIn(text, WRITTEN_SO).filter((one) => !NO_SPELLING.test(wordsOf(one))),
      ...namesIn(text, LIVES_WITH),
      ...namesIn(text, KANA_IN_LINE),
      ...namesIn(text, IN_ROW),
      ...namesIn(text, IN_LINE).filter(
        (one) => !OF_FORMS.test(wordsOf(one).replace(' ', '')) && !isOfficial(text, one.start, one.end),
      ),
      ...namesIn(text, SAID_SO).filter(({ start }) =>
        SAID_SO_OF.test(text.slice(Math.max(0, start - REACH * 2), start - 1)),
      ),
      ...namesIn(text, IN_LIST),
      ...namesIn(text, NAMESAKE).filter((one) => isSurname(wordsOf(one))),
      ...surnames([
        ...namesIn(text, WHOSE),
        ...namesIn(text, CALLS_HIMSELF),
        ...namesIn(text, WITH_NUMBER),
        ...namesIn(text, MIXED_UP),
        ...namesIn(text, LISTED),
      ]),
      ...[...namesIn(text, BEHIND_NUMBER), ...namesIn(text, INTRODUCED)].filter(
        (one) => (isSomebody(wordsOf(one)) || isCaller(text, one)) && !isOfficial(text, one.start, one.end),
      ),
      ...namesIn(text, PUT_RIGHT).filter(
        ({ start, end }) =>
          !OF_FORMS.test(text.slice(start, end)) &&
          OF_NAMES.test(text.slice(Math.max(0, start - REACH), start) + text.slice(end, end + REACH)),
      ),
    ].filter((one) => {
      const name = wordsOf(one);
      if (isSurname(name) || isReading(text, one)) return true;
      const parts = name.split(' ');
      if (parts.length === 2 && isSurname(parts[0] ?? '') && !isWordForPeople(parts[1] ?? '')) return true;
      return !NO_NAME.test(name) && !isTitleOrPlace(name) && ![name, ...parts].some(isNoName);
    });
    return [...told, ...namesReadSo(text, offices)];
  };
}

const OF_CALL = /留守電|留守番|電話|入電|着電|伝言|名乗|お礼|声|名前|読み|呼(?:ん|び)/u;

/** 留守電に「ミウラです、…」: what is kana is a name where somebody calls; 「エラーです、…」 is none. */
function isCaller(text: string, { start, end }: Finding): boolean {
  const around = text.slice(Math.max(0, start - REACH * 2), start) + text.slice(end, end + REACH * 3);
  return /^[ァ-ヶー]+$/u.test(text.slice(start, end)) && OF_CALL.test(around);
}

const NO_READING_AT_ALL =
  /です|ます|した|った|ない|らしい|みたい|だけ|のみ|ほか|など|さん|ちゃん|ごと|とも|まで|から|^(?:また|うち|ひとり|ふたり|みほん|れい|たぶん|おそらく)$/u;

/** 〔氏名〕さま(はた): in brackets behind an honorific stands how the name is read. */
function isReading(text: string, { start, end }: Finding): boolean {
  const name = text.slice(start, end);
  const isBracketed = /読み(?:方)?は「?$|\uE000(?:様|さん|さま|氏)」? ?[(〔][ぁ-ん?、か・/ ]{0,9}$/u.test(
    text.slice(Math.max(0, start - 16), start),
  );
  return isBracketed && /^(?:[ぁ-ん]{2,6}|[ァ-ヶー]{2,8})$/u.test(name) && !NO_READING_AT_ALL.test(name);
}
