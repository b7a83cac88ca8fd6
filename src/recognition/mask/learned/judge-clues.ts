import type { Token } from '../../tokenize.ts';
import { isColleague } from '../is-colleague.ts';
import { isOfficial } from '../official.ts';
import { isSurname } from '../surnames.ts';
import type { Called } from './called.ts';
import { beforeAt, behindAt } from './said-around.ts';

/** How many places such a clue can have. */
export const JUDGE_PLACES = 1 << 20;

/** What messages speak of: customers who come and ask, colleagues who work together, numbers of somebody. */
const SUBJECTS: readonly RegExp[] = [
  /お客|来所|来庁|来訪|来電|入電|相談者|受給者|被保険者|請求者|申請者|届出人|ご?本人|ご?遺族|ご?家族/u,
  /様|さま(?!ざま)/u,
  /お疲れ|おつかれ|共有|引き?継|当番|シフト|休み|休暇|年休|有休|出張|研修|会議|打ち?合わ?せ|朝礼|送別|歓迎|内線|異動|後任|前任/u,
  /[係課班室]|担当|窓口の|相談員|職員|主任|先輩|後輩|同僚|当所|本部|センター/u,
  /\d{3,4}-\d{3,}|\d{6,}|生まれ|[市区町村]\S{1,8}\d/u,
];
const TELLING = new Set(['名詞', '動詞', '形容詞', '副詞', '感動詞']);
/** する, いる, ある, なる: they say nothing of what is done. */
const SAYS_NOTHING = new Set('する いる ある なる れる られる せる てる おる くる いく ます です'.split(' '));
const NO_WORD = /^[\d\s\p{P}\p{S}]+$/u;
const ENDS_SENTENCE = /[。!?\n]/u;
const REACH = 32;

interface Scene {
  text: string;
  called: Called;
  before: readonly Token[];
  behind: readonly Token[];
  sentence: { start: number; end: number };
}

type Add = (clue: string) => void;

/**
 * What tells whether a name is a customer's or a colleague's, a place's, a firm's: the words beside it, what is done in the
 * sentence, and what the message as a whole is about. Not the name itself, which any of them can have.
 */
export function judgeClues(text: string, called: Called, tokens: readonly Token[]): Int32Array {
  const before = tokens.filter(({ start, surface }) => start + surface.length <= called.start);
  const behind = tokens.filter(({ start }) => start >= called.behind);
  const scene = { text, called, before, behind, sentence: sentenceAround(text, called) };
  const places = new Set<number>();
  const add = (clue: string) => places.add(placeOf(clue));
  for (const part of [addName, addBeside, addSaidAround, addSentence, addMessage]) part(scene, add);
  return Int32Array.from(places);
}

function sentenceAround(text: string, { start, behind }: Called): Scene['sentence'] {
  let [from, until] = [start, behind];
  while (from > 0 && !ENDS_SENTENCE.test(text[from - 1] ?? '')) from--;
  while (until < text.length && !ENDS_SENTENCE.test(text[until] ?? '')) until++;
  return { start: from, end: until };
}

function addName({ text, called: { start, end, honorific } }: Scene, add: Add): void {
  const name = text.slice(start, end);
  const script = scriptOf(name);
  add('always');
  add(`honorific ${honorific}`);
  add(`script ${script}`);
  add(`surname ${isSurname(name)}`);
  add(`called ${honorific} ${script}`);
}

function scriptOf(name: string): string {
  if (/^[㐀-鿿々〇ヶ]+$/u.test(name)) return `kanji ${name.length}`;
  if (/^[ァ-ヶー・]+$/u.test(name)) return 'katakana';
  if (/^[ぁ-んー]+$/u.test(name)) return 'hiragana';
  return /[A-Za-z]/u.test(name) ? 'latin' : name.includes(' ') ? 'full' : 'mixed';
}

function addBeside({ before, behind }: Scene, add: Add): void {
  const wordOf = (token: Token | undefined, edge: string) => token?.surface.replace(/^\d+$/u, '0') ?? edge;
  const [third, second, first] = [3, 2, 1].map((step) => wordOf(before.at(-step), '^'));
  const [next, after, later] = [0, 1, 2].map((step) => wordOf(behind[step], '$'));
  add(`before ${first}`);
  add(`before 2 ${second}`);
  add(`before 3 ${third}`);
  add(`before ${second} ${first}`);
  add(`behind ${next}`);
  add(`behind 2 ${after}`);
  add(`behind 3 ${later}`);
  add(`behind ${next} ${after}`);
  add(`beside ${first} ${next}`);
}

function addSaidAround({ text, called, behind }: Scene, add: Add): void {
  const { start, end } = called;
  const front = beforeAt(text, start);
  const back = behindAt(text, called.behind);
  const from = startsWith(text, start);
  add(`said before ${front}`);
  add(`said behind ${back}`);
  add(`said around ${front} ${back}`);
  add(`from ${from}`);
  add(`from ${from} said ${back}`);
  add(`from ${from} ${behind[0]?.surface ?? '$'}`);
  const isOurs = isColleague(
    text.slice(Math.max(0, start - REACH), start),
    text.slice(called.behind, called.behind + REACH),
  );
  add(`ours ${isOurs}`);
  add(`official ${isOfficial(text, start, end)}`);
}

/** Whether the name begins the message, a line, a sentence, or what is quoted. */
function startsWith(text: string, start: number): string {
  const before = text[start - 1];
  if (before === undefined) return 'message';
  return before === '\n'
    ? 'line'
    : /[。!?]/u.test(before)
      ? 'sentence'
      : /[「『]/u.test(before)
        ? 'quote'
        : '';
}

function addSentence({ before, behind, sentence }: Scene, add: Add): void {
  const told = (tokens: readonly Token[]) =>
    tokens.filter((token) => token.start >= sentence.start && token.start < sentence.end && tells(token));
  const inside = [told(before), told(behind)] as const;
  inside.forEach((tokens, side) => {
    for (const token of tokens) {
      add(`sentence ${baseOf(token)}`);
      add(`sentence ${side} ${baseOf(token)}`);
    }
  });
  const done = inside[1].filter(({ pos, detail }) => pos === '動詞' || detail === 'サ変接続');
  add(`done ${baseOf(done[0])}`);
  add(`done ${baseOf(done[0])} ${behind[0]?.surface ?? ''}`);
  add(`done last ${baseOf(done.at(-1))}`);
}

function addMessage({ text, called, before, behind, sentence }: Scene, add: Add): void {
  for (const token of [...before, ...behind]) if (tells(token)) add(`message ${baseOf(token)}`);
  const back = behindAt(text, called.behind);
  const said = text.slice(sentence.start, sentence.end);
  SUBJECTS.forEach((subject, number) => {
    const isSubject = subject.test(text);
    add(`subject ${number} ${isSubject}`);
    add(`subject ${number} ${isSubject} said ${back}`);
    add(`subject of sentence ${number} ${subject.test(said)}`);
  });
  add(`about ${SUBJECTS.map((subject) => Number(subject.test(text))).join('')}`);
  add(`length ${Math.min(6, Math.floor(Math.log2(text.length + 1)))}`);
  add(`called ${Math.min(4, text.split('さん').length - 1)}`);
  add(`place ${Math.min(4, Math.floor((5 * called.start) / text.length))}`);
}

function tells(token: Token): boolean {
  const { pos, detail, surface } = token;
  const isWord = TELLING.has(pos) && !NO_WORD.test(surface) && !SAYS_NOTHING.has(baseOf(token));
  return isWord && !detail.startsWith('固有');
}

function baseOf(token: Token | undefined): string {
  return token === undefined || token.base === '*' ? (token?.surface ?? '') : token.base;
}

function placeOf(clue: string): number {
  let hash = 7;
  for (let at = 0; at < clue.length; at++) hash = (Math.imul(hash, 31) + clue.charCodeAt(at)) | 0;
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) & (JUDGE_PLACES - 1);
}
