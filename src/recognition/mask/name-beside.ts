import { isNoName } from './not-names.ts';
import type { Detector } from './personal-data.ts';
import { isSurname } from './surnames.ts';

/** Beside a placeholder stand the reading of a name, a namesake, or the number of whoever is named. */
const MASKED = '\\uE000(?:様|さん|さま|氏)?';
const HIRAGANA = '[ぁ-んー]{2,8}(?: [ぁ-んー]{2,8})?';
const KATAKANA = '[ァ-ヶー]{2,8} [ァ-ヶー]{2,8}';
/** 〔氏名〕(あさみ): what is said in brackets without a kanji is how the name is read. */
const READING = new RegExp(`${MASKED} ?[(〔「](?<name>${HIRAGANA}|${KATAKANA})(?=[)〕」])`, 'dgu');
/** ヤマネ カズオ 〔電話番号〕: as lists and slips have it. */
const IN_LIST = new RegExp(
  `(?:^|[\\n、,/|":]) ?(?<name>${KATAKANA}|[ぁ-ん]{2,5} [ぁ-ん]{2,5})(?= ?(?:[/,、":|(] ?)?(?:\\uE000|(?:TEL|tel|基番|生年月日|セイネンガッピ)[ :]?\\uE000))`,
  'dgu',
);
/** 〔氏名〕と林の証書: two who were taken for one another. */
const NAMESAKE = new RegExp(
  `${MASKED}(?:と|→|・|か)(?<name>\\p{Script=Han}{1,3}?)(?=さん|様|の(?:分|方|届|証書|通知|書類|封筒|記録)|を?取り?違|を?間違|で間違|[、。)\\n]|$)`,
  'dgu',
);
/** 「祐子」が「裕子」に: how a name was written, and how it should have been. */
const QUOTED = '(?:[\\p{Script=Han}々]{2,5}|[ァ-ヶー]{2,7})';
const PUT_RIGHT = new RegExp(
  `「(?<name>${QUOTED})」(?:が|を|は|では?なく|じゃなく|→)[^「」。\\n]{0,6}「(?<other>${QUOTED})」`,
  'dgu',
);
const OF_NAMES = /名前|氏名|姓|名字|苗字|漢字|フリガナ|ふりがな|カナ|読み/u;
const REACH = 16;
const NO_NAME =
  /^(?:ほか|など|まで|から|たぶん|おそらく|なし|あり|ひとり|うち|また|いずれ|どちら|すべて|みな|かも|のみ|だけ|みほん|れい|きょう|きのう|あした)|[はがをにですますた]$|メモ|システム|エラー|サイト|ページ|キバン|ネンバン|ショウカイ|フリコミ|デンワ|バンゴウ|ジュウショ|ナマエ|シメイ|ヨヤク/u;
/** Words of forms, which are put right as well. */
const OF_FORMS =
  /[欄字様号書届票証年月日有無男女済可否式類]|旧姓|新姓|通称|本名|記入|入力|表示|変更|必須|任意|カナ|ふりがな|フリガナ|氏名|名前|本人|代理/u;

export const detectNamesBeside: Detector = (text) =>
  [
    ...namesIn(text, READING),
    ...namesIn(text, IN_LIST),
    ...namesIn(text, NAMESAKE).filter(({ start, end }) => isSurname(text.slice(start, end))),
    ...namesIn(text, PUT_RIGHT).filter(
      ({ start, end }) =>
        !OF_FORMS.test(text.slice(start, end)) &&
        OF_NAMES.test(text.slice(Math.max(0, start - REACH), start) + text.slice(end, end + REACH)),
    ),
  ].filter(({ start, end }) => {
    const name = text.slice(start, end);
    return !NO_NAME.test(name) && ![name, ...name.split(' ')].some(isNoName);
  });

function namesIn(text: string, pattern: RegExp) {
  return Array.from(text.matchAll(pattern)).flatMap(({ indices }) =>
    [indices?.groups?.['name'], indices?.groups?.['other']].flatMap((span) =>
      span ? [{ kind: 'name' as const, start: span[0], end: span[1] }] : [],
    ),
  );
}
