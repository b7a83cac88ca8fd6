import { isColleague } from './is-colleague.ts';
import type { KnownNames } from './name-before-honorific.ts';
import { isOfficial, isOutside } from './official.ts';
import type { Detector, Finding } from './personal-data.ts';
import { isSurname, surnameLengthAt } from './surnames.ts';
import { matchesOf } from '../matches.ts';

const NAME = '[㐀-鿿々〇ヶ]{1,4}';
const CALLED = new RegExp(`(?<!${NAME})(?<name>${NAME})(?=(?<honorific>さん|くん|君))`, 'dgu');
/** 長野北の北原です。, お疲れさまです。給付課の森です: whoever writes says who they are, and where they work. */
const INTRODUCED = new RegExp(
  `(?:^|[。、\\n]) ?(?<place>[㐀-鿿々〇ァ-ヶーA-Za-z\\d]{1,14})の(?<name>${NAME})です(?=[。、\\n]|が、|$)`,
  'dgu',
);
const IN_ROLE = new RegExp(
  `(?:窓口|担当者?|相談員|職員|[係課室班部](?=の)|[係課室班所]長|主任|主査|専門官)(?:の|は|: ?)?「?(?<name>(?:(?![様氏殿])[㐀-鿿々〇]){2,3}?)(?=」?[がはもへに、。]|から|より|まで|です)`,
  'dgu',
);
/** お疲れ様です。小川です。: a greeting, and who greets. */
const GREETS =
  /^(?:お疲れ(?:様|さま)(?:です|でした)?|おはようございます|お世話に(?:なって(?:い|お)り?ます|なります)|こんにちは)[。、\n ]{1,2}(?<name>[㐀-鿿々〇ヶ]{1,4})です(?=[。、\n]|$)/u;
/** よろしくお願いします。 村田, 以上、報告します(吉川): whoever wrote it signs. */
const SIGNED =
  /(?:(?:お願い(?:いた|致)?します|以上(?:です|、報告します)?)[。\n ]{1,3}|(?:文責[: ]?|以上、?報告します ?\())(?<name>[㐀-鿿々〇ヶ]{1,4})\)?\s*$/u;
/** @森田 さん: spoken to by name. */
const SPOKEN_TO = /(?<![\w.])@(?<name>[㐀-鿿々〇ヶ]{1,4})(?= ?(?:さん|くん)|[\s、。]|$)/gu;
/** 中村さん(相談員の中村): who it is stands behind. */
const EXPLAINED = new RegExp(
  `(?<!${NAME})(?<name>${NAME})さん ?\\((?:[^()\\n]{0,6})?(?:相談員|職員|窓口|担当|係員?|課)の\\k<name>\\)`,
  'dgu',
);
/** 伊藤主任と加藤主査が出席. */
const RANKED = new RegExp(
  `(?<!${NAME})(?<name>[㐀-鿿々〇]{1,3})(?:主任|主査|主幹|専門官|係長|課長(?:補佐|代理)?|室長|班長|副所長|所長|次長)(?![㐀-鿿々〇様]|さ[まん])`,
  'gu',
);
const WORKPLACE =
  /(?:事務所|センター|本部|支部|分室|[課係室班部]|ブロック|グループ|チーム|窓口|担当|(?<=[㐀-鿿々〇]{2})[東西南北])$/u;
/** Later in a message stands what was pasted into it. */
const OPENING = 60;
const REACH = 32;
const MOST_NAMES = 20;

/**
 * Who was named once as one of us (担当の三宅さん, 松山西の門田です) is meant again by the same name: those places stay
 * readable. Where somebody of that name is called 様, nobody knows who is meant, and nothing is kept open.
 */
export function createColleagueDetector({ offices }: KnownNames): Detector {
  return (text) => {
    const names = new Set([
      ...namesCalled(text),
      ...namesExplained(text),
      ...namesOfWriter(text),
      ...namesInRole(text),
      ...namesIntroduced(text, offices),
    ]);
    return [...[...names].slice(0, MOST_NAMES).flatMap((name) => mentionsOf(text, name)), ...ranked(text)];
  };
}

function namesCalled(text: string): string[] {
  return matchesOf(text, CALLED).flatMap(({ index, groups }) => {
    const name = groups?.['name'] ?? '';
    const behind = index + name.length + (groups?.['honorific'] ?? '').length;
    const front = text.slice(Math.max(0, index - REACH), index);
    return isSurname(name) && isColleague(front, text.slice(behind, behind + 16)) ? [name] : [];
  });
}

function namesExplained(text: string): string[] {
  return matchesOf(text, EXPLAINED)
    .map(({ groups }) => groups?.['name'] ?? '')
    .filter(isSurname);
}

/** Whoever greets or signs; where somebody of that name is spoken of too, nobody knows who is meant. */
function namesOfWriter(text: string): string[] {
  const named = (match: RegExpExecArray | null) => match?.groups?.['name'] ?? '';
  const writers = [GREETS.exec(text), SIGNED.exec(text.slice(-OPENING))]
    .map(named)
    .filter((name) => !['さん', '様', '氏'].some((honorific) => text.includes(name + honorific)));
  return [...writers, ...matchesOf(text, SPOKEN_TO).map(named)].filter(isSurname);
}

function ranked(text: string): Finding[] {
  return matchesOf(text, RANKED).flatMap(({ 0: words, index, groups }) => {
    const isOurs =
      isSurname(groups?.['name'] ?? '') && !isOutside(text.slice(Math.max(0, index - REACH), index));
    return isOurs ? [{ kind: 'public' as const, start: index, end: index + words.length }] : [];
  });
}

/** 窓口の島村が対応、島村は午後不在: what is no name stays readable anyway. */
function namesInRole(text: string): string[] {
  return matchesOf(text, IN_ROLE).flatMap(({ groups, indices }) => {
    const name = groups?.['name'] ?? '';
    const [start, end] = indices?.groups?.['name'] ?? [0, 0];
    return isOfficial(text, start, end) ? [name] : [];
  });
}

function namesIntroduced(text: string, offices: ReadonlySet<string>): string[] {
  return matchesOf(text.slice(0, OPENING * 2), INTRODUCED).flatMap(({ index, groups }) => {
    const { name = '', place = '' } = groups ?? {};
    const isOurs = index < OPENING && (offices.has(place) || WORKPLACE.test(place));
    const isQuoted = /「[^」]*$/u.test(text.slice(0, index));
    return isOurs && !isQuoted && (isSurname(name) || surnameLengthAt(name, 0) === name.length) ? [name] : [];
  });
}

const COMES = /^さん ?(?:が|より|から)?(?:再?来所|来訪|来電|入電|電話あり)/u;

/** What is kana or Latin can be a piece of any word: it names somebody where it is called so. */
function mentionPattern(name: string): RegExp {
  const words = name.replace(/[\\^$.*+?()[\]{}|-]/gu, '\\$&');
  return /^[㐀-鿿々〇ヶ ]+$/u.test(name)
    ? new RegExp(`(?<![㐀-鿿々〇ヶ])${words}(?![㐀-鿿々〇ヶ])|${words}(?=様|氏|殿)`, 'gu')
    : new RegExp(`${words}(?= ?(?:さん|サン|くん|ちゃん|様|氏|殿))`, 'gu');
}

/** Where somebody who is one of us is named; nowhere when a customer of that name is spoken of too. */
export function mentionsOf(text: string, name: string): Finding[] {
  const mentions = matchesOf(text, mentionPattern(name)).map(({ index }) => ({
    kind: 'public' as const,
    start: index,
    end: index + name.length,
  }));
  const isShared = mentions.some(
    ({ start, end }) =>
      /(?:お客(?:様|さん|さま)|顧客|相手|先方|来所者|相談者)の?$/u.test(
        text.slice(Math.max(0, start - 6), start),
      ) || /^(?: ?[㐀-鿿々〇ぁ-んァ-ヶ]{1,4})?(?:様|さま|氏|殿)/u.test(text.slice(end, end + 8)),
  );
  // 佐藤さん来所、前回担当の佐藤さんはいるか: a namesake came.
  return isShared ? [] : mentions.filter(({ end }) => !COMES.test(text.slice(end, end + 12)));
}
