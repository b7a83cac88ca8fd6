import { isGivenLike, isNoName, isTitleOrPlace, leadingWordsLength } from './not-names.ts';
import type { KnownNames } from './name-before-honorific.ts';
import { isOfficial } from './official.ts';
import type { Detector, Finding } from './personal-data.ts';
import { PLACE_SURNAMES } from './places.ts';
import { surnameLengthAt } from './surnames.ts';
import { matchesOf } from '../matches.ts';

const HAN = '[㐀-鿿々〇ヶヵ]';
const GIVEN_HAN = '(?:(?![様氏殿宛])[㐀-鿿々〇ヶヵ])';
const GIVEN = `(?<given> ?${GIVEN_HAN}{1,3}?| ?(?!さん|さま|くん|ちゃん)[ぁ-ん]{2,4}?| ?(?!サマ|サン)[ァ-ヶー]{2,6})`;
const SENT =
  '(?:に|へ|宛に?|あてに?)(?:誤って|間違って|別の)?(?:誤?送付|誤?送信|誤?発送|郵送|送っ|送り|誤?交付|渡し|届い|お?届け)';
const ADDRESSED = '宛|あて(?!は)|行きの|宅(?![配地急])';
const PAPERS =
  'の(?:[^。、\\n]{0,6})?(?:通知書|証書|納付書|請求書|診断書|定期便|基礎年金番号|口座|住所|電話番号|生年月日|マイナ|個人番号|委任状|封筒)';
const CAME =
  '(?:から|より)の?(?:お?電話|入電|来電|連絡|お?問い?合|照会|苦情|お?申し?(?:出|立))|が(?:来所|来訪|来電)';
const SAID =
  '」?と(?:いう|言う|おっしゃる|名乗る|申す)(?:方|人|者|かた|お客|男|女|名前|名の|名字|苗字|姓(?![名別]))|」?と(?:申し|名乗|(?:言い|いい)ます」?と(?:名乗|おっしゃ))|」?って(?:いう|言う)?(?:方|人|者|お客|名乗|(?:一文字の)?(?:名前|苗字|名字|姓))|いう(?:おっちゃん|おばちゃん|人|方)';
/** 曽我ご夫妻, 水谷の奥さん: a surname and who belongs to it. */
const FAMILY =
  'どん(?=[のがはからをにもへ、。])|ご?(?:夫妻|夫婦|一家|親子|兄弟|姉妹)|の(?:母親|父親|お[じば]さん|お(?:っ|ば)ちゃん|おばあ|おじい|ばあ|じい|婆|爺|奥さん|奥様|旦那|息子|娘さん|お?嫁|ご?主人|ご?家族)';
/** Slips say no more: 古川来所, 垣内退去. */
const ON_SLIPS = ' ?(?:再?来所|再来(?![週月年])|来訪|持参|激怒|退去|未納|電話あり|再TEL|待合で)';
const AGENT = '先生|社労士|社会保険労務士|税理士|弁護士|司法書士|行政書士|社長(?!室)';
const MORE_WITH_FULL_NAME =
  '(?:に|へ)(?:電話|連絡|返却|説明|通知|支払|振り?込|謝罪|訪問)|の(?:年金|書類|記録|連絡先|申請|保険料|妻|夫|母|父|息子|娘|家族|自宅|遺族|件)|(?:から|より)の?(?:相談|依頼|届|請求)|が(?:窓口|請求|申請|死亡|亡くな)|名義|本人| ?\\((?:\\d{1,3}歳?\\)|[男女]|[MTSH昭大]\\d|妻|夫|母|父)';
const DESCRIBED = ' ?\\((?:(?:\\d{1,3}歳|[男女]性?|[母父妻夫子娘]|息子|[長次][男女]|祖[父母]|本人)\\)|旧姓)';
/** 浜崎→濱崎様: a name put right. */
const CORRECTED = `→${HAN}{1,5}(?:様|さん|氏|殿)`;
const STRONG = [SENT, ADDRESSED, PAPERS, CAME, SAID, AGENT, DESCRIBED, CORRECTED, FAMILY, ON_SLIPS].join('|');
const FULL_NAME = new RegExp(`${GIVEN}(?=${STRONG}|${MORE_WITH_FULL_NAME})`, 'uy');
const SURNAME_ONLY = new RegExp(`(?=${STRONG})`, 'uy');
/** An office has no wife and no maiden name: 飯田ご夫妻, 市川(旧姓 大野). */
const OF_PERSON = new RegExp(`(?=${[FAMILY, DESCRIBED, CORRECTED].join('|')})`, 'uy');
/** Two kanji that end like most given names are one, whatever stands behind them; 福島第一 is not. */
const TYPICAL_GIVEN = new RegExp(
  `(?<given> ?(?!第)${GIVEN_HAN}[郎朗子美男夫雄一二三彦恵江代香奈菜介助也哉樹太斗翔紀幸弘浩司史志実])(?=[のはがをとにへ、。)」\\s]|から|より|$)`,
  'uy',
);
/** A list of people, or someone announced as a customer. */
const ANNOUNCED =
  /(?:お客様|お客さま|顧客|妻|夫|母|父|[長次三]男|[長次三]女|姉|兄|妹|弟|甥|姪|孫|息子|娘|嫁|婿|祖[父母]|[叔伯][父母]|代理人|請求者|申請者|届出人|受給者|受給権者|被保険者|世帯主|配偶者|死亡者|宛名|宛先|名義|対象者|相談者|来所者|来訪者|相手方|加害者|被害者|通称|本人|私|わたし)名?[はがの:= 「(]{0,2}$|\uE000(?:様|さん)?[/、,: ・]{1,2}$/u;
/** 旧姓 and a list of people name a surname alone as well. */
const ANNOUNCED_SURNAME =
  /(?:旧姓|(?:対象者|相談者|来所者|請求者|申請者|届出人|お客様名?)(?=[:=]))[:=は「 ]{0,2}$/u;
const SURNAME_ENDS = /(?=$|[\s。、,)」]|の|で|に|から|と)/uy;
const LISTED = new RegExp(
  `(?<given> ?${GIVEN_HAN}{1,3}| [ぁ-ん]{2,5}| [ァ-ヶー]{2,6})(?=$|[\\s。、,)」と]|です|の(?:\\d|[二三四五両])(?:人|名))`,
  'uy',
);
const UNLISTED_SAID = new RegExp(
  `(?<!${HAN})(${HAN}{1,6}(?: (?:${HAN}{1,3}|[ぁ-ん]{2,4}|[ァ-ヶー]{2,6}))?|(?<![ァ-ヶー])[ァ-ヶー]{2,8}(?: [ァ-ヶー]{2,8})?)(?=${SAID})`,
  'gu',
);
/** A rare surname with a given name that nothing else ends in: 別府太郎宛て. */
/** 旧姓八重樫、新姓沢藤. */
const FAMILY_NAME =
  /[旧新現]姓(?:は|が|[: ])?「?([㐀-鿿々〇]{1,4}|[ァ-ヶー]{2,8})(?=[、。」)\s]|から|で(?!の)|の(?![㐀-鿿々〇]{0,2}[欄印届記])|$)/gu;
/** 弁護士の西先生. */
const OF_AGENT =
  /(?:弁護士|社労士|社会保険労務士|税理士|司法書士|行政書士|医師)の?([㐀-鿿々〇]{1,4})(?=先生)/gu;
const UNLISTED_ADDRESSED = new RegExp(
  `(?<!${HAN})(?:(${HAN}{1,4} ?${HAN}?[郎子美恵])(?=${[SENT, ADDRESSED, PAPERS, CAME].join('|')})|(${HAN}{2,4} ?${HAN}?[郎子美恵])(?=${MORE_WITH_FULL_NAME}))`,
  'gu',
);
/** ジョン・スミスから電話. */
const FOREIGN = new RegExp(
  `(?<![ァ-ヶー・])([ァ-ヶー]{2,10}(?:[・ =][ァ-ヶー]{1,10}){1,3})(?=${[SENT, ADDRESSED, PAPERS, CAME].join('|')})`,
  'gu',
);

/** Names without 様, told by what stands around them: 山田太郎に送付, 山田宛て, 山田という方. */
export function createContextDetector({ offices, staff }: KnownNames): Detector {
  const isPlace = (surname: string) => offices.has(surname) || PLACE_SURNAMES.has(surname);
  return (text) => {
    const findings = unlistedNames(text).filter(({ start, end }) => !isOfficial(text, start, end));
    for (let i = 0; i < text.length; i++) {
      const surname = surnameLengthAt(text, i);
      if (surname === 0 || !beginsWord(text, i)) continue;
      const length = nameLength(text, i, surname, isPlace);
      if (
        length === 0 ||
        /^\n? ?内線/u.test(text.slice(i + length, i + length + 5)) ||
        isOfficial(text, i, i + length) ||
        staff.has(text.slice(i, i + length).replace(/\s/g, ''))
      )
        continue;
      findings.push({ kind: 'name', start: i, end: i + length });
      i += length - 1;
    }
    return findings;
  };
}

function nameLength(
  text: string,
  start: number,
  surname: number,
  isPlace: (surname: string) => boolean,
): number {
  const behind = start + surname;
  if (isTitleOrPlace(text.slice(behind, behind + 8))) return 0;
  const given =
    givenAt(FULL_NAME, text, behind) ??
    givenAt(TYPICAL_GIVEN, text, behind) ??
    (isAnnounced(text, start) ? givenAt(LISTED, text, behind) : null);
  if (given !== null) return surname + given.length;
  if (ANNOUNCED_SURNAME.test(wordsBefore(text, start)) && matchesAt(SURNAME_ENDS, text, behind))
    return surname;
  const name = text.slice(start, behind);
  if (matchesAt(OF_PERSON, text, behind) && !PLACE_SURNAMES.has(name)) return surname;
  return matchesAt(SURNAME_ONLY, text, behind) && !isPlace(name) ? surname : 0;
}

function givenAt(pattern: RegExp, text: string, position: number): string | null {
  pattern.lastIndex = position;
  const given = pattern.exec(text)?.groups?.['given'];
  if (given === undefined || isTitleOrPlace(given.trim()) || isGivenRole(given.trim())) return null;
  return /^(?:[のはがをにとへもやで]|から|より)/u.test(given.trim()) ? null : given;
}

/** 山田 本人, 中村 事務所. One character (山田 人, 田中 生) may well be a given name. */
function isGivenRole(given: string): boolean {
  return given.length > 1 && isNoName(given) && !isGivenLike(given);
}

function isAnnounced(text: string, start: number): boolean {
  return ANNOUNCED.test(wordsBefore(text, start));
}

function wordsBefore(text: string, position: number): string {
  return text.slice(Math.max(0, position - 10), position);
}

function matchesAt(pattern: RegExp, text: string, position: number): boolean {
  pattern.lastIndex = position;
  return pattern.test(text);
}

/** The surname stands at the start of a run of kanji, or behind words like 本日 and 受給者. */
function beginsWord(text: string, position: number): boolean {
  const run = /[㐀-鿿々〇ヶヵ]{0,10}$/u.exec(text.slice(Math.max(0, position - 10), position))?.[0] ?? '';
  return run === '' || leadingWordsLength(`${run}一`) === run.length;
}

/** という方 and 宛て tell that even a rare word is a name. */
function unlistedNames(text: string): Finding[] {
  const told = [FAMILY_NAME, OF_AGENT].flatMap((pattern) =>
    matchesOf(text, pattern).flatMap(({ 0: words, 1: name = '', index }) => {
      const start = index + words.lastIndexOf(name);
      const isOther = NO_FAMILY_NAME.test(name) || isNoName(name);
      return isOther ? [] : [{ kind: 'name' as const, start, end: start + name.length }];
    }),
  );
  return [...told, ...rareNames(text)];
}

const NO_FAMILY_NAME = /併記|使用|不明|時代|名義|変更|両方|欄|同じ|等|側|宛|印/u;

function rareNames(text: string): Finding[] {
  return [UNLISTED_SAID, UNLISTED_ADDRESSED, FOREIGN].flatMap((pattern) =>
    matchesOf(text, pattern).flatMap(({ 0: run, index }) => {
      const start = leadingWordsLength(run);
      const name = run.slice(start);
      const isOther = [name, ...name.split(/[ ・=]/u)].some(isNoName) || NOT_NAMES.test(name);
      return isOther || name.length < 2
        ? []
        : [{ kind: 'name' as const, start: index + start, end: index + run.length }];
    }),
  );
}

const NOT_NAMES =
  /[一二三四五六七八九十]{2}|今更|来年|去年|椅子|双子|調子|弟子|菓子|分子|因子|電子|様子|年金|親子|母子|父子|子育|養子|帽子|冊子|不要|必要|不明|不可|可能|変更|無理|駄目|大変|不安|不満|間違|失礼|代理|匿名|未納|免除|滞納|障害|遺族|老齢|反対|賛成|同姓|同名|氏名|無職|独身|高齢|外国|病気|入院|留守|拒否|希望|初めて|別人|別途|本当|結構|迷惑|面倒|心配|困難|解約|請求|申請|該当|対象/u;
