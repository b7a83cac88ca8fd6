import { placeOf, type MaskingCase } from '../../evaluate/evaluation-sets.ts';
import type { Span } from '../../span.ts';
import { overlap } from '../../span.ts';
import type { Dictionary } from '../../tokenize.ts';
import { foldText, unifyDashes } from '../folded-text.ts';
import type { FoldedText } from '../folded-text.ts';
import { isSurname } from '../surnames.ts';
import { calledIn } from './called.ts';
import { judgeClues } from './judge-clues.ts';
import { asNamed, isCalled, namedIn } from './named.ts';
import type { JudgeLesson } from './train-judge.ts';
import { matchesOf } from '../../matches.ts';

const TITLED =
  /(?<!\p{Script=Han})(?<name>\p{Script=Han}{1,3})(?:課長(?:補佐|代理)?|係長|主任|副?所長|室長|班長|主査|次長|部長|相談員|専門官|主幹)(?!\p{Script=Han}|さん|様)/gu;

/** A message, and whether somebody who is called さん at a span of it stays readable; null where that is not known. */
interface Company {
  text: string;
  isReadable: (span: Span) => boolean | null;
}

/** Who is called さん: each message as it is, and once more with さん for the rank of colleagues who are called by it. */
export function calledLessons(cases: readonly MaskingCase[], { tokenize }: Dictionary): JudgeLesson[] {
  const companies = cases.flatMap((one) => [asTold(one), ...withoutRanks(one)]);
  return companies.flatMap(({ text, isReadable }) => {
    const folded = foldText(text);
    const plain = unifyDashes(folded.text);
    const called = calledIn(plain);
    if (called.length === 0) return [];
    const tokens = tokenize(plain);
    return called.flatMap((one) => {
      const staysReadable = isReadable(inOriginal(folded, one));
      return staysReadable === null ? [] : [{ clues: judgeClues(plain, one, tokens), staysReadable }];
    });
  });
}

/** Who is named without さん or 様, and words that could be such names. */
export function namedLessons(cases: readonly MaskingCase[], { tokenize }: Dictionary): JudgeLesson[] {
  return cases.flatMap((one) => {
    const folded = foldText(one.text);
    const plain = unifyDashes(folded.text);
    const tokens = tokenize(plain);
    const marks = marksOf(one);
    const others = namedIn(plain, tokens).filter(
      (span) => !marks.some((mark) => overlap(inOriginal(folded, span), mark)),
    );
    const names = marks
      .filter(({ kind }) => kind === 'name')
      .flatMap((mark) => inFolded(folded, mark))
      .filter(({ end }) => !isCalled(plain, end));
    const lesson = (span: Span, staysReadable: boolean) => ({
      clues: judgeClues(plain, asNamed(span), tokens),
      staysReadable,
    });
    return [...others.map((span) => lesson(span, true)), ...names.map((span) => lesson(span, false))];
  });
}

function inOriginal({ starts, ends }: FoldedText, { start, end }: Span): Span {
  return { start: starts[start] ?? 0, end: ends[end - 1] ?? 0 };
}

/** Nowhere when it is folded away. */
function inFolded({ text, starts, ends }: FoldedText, mark: Span): Span[] {
  let start = 0;
  while (start < text.length && (starts[start] ?? 0) < mark.start) start++;
  let end = start;
  while (end < text.length && (ends[end] ?? 0) <= mark.end) end++;
  return end > start ? [{ start, end }] : [];
}

function marksOf({ text, personal }: MaskingCase): (Span & { kind: string })[] {
  return personal.map(({ kind, words, nth }) => {
    const start = placeOf(text, words, nth);
    return { kind, start, end: start + words.length };
  });
}

function asTold(one: MaskingCase): Company {
  const names = marksOf(one).filter(({ kind }) => kind === 'name');
  return { text: one.text, isReadable: (span) => !names.some((name) => overlap(name, span)) };
}

/** 田中課長に確認 as 田中さんに確認: none where nobody is called by a rank. */
function withoutRanks(one: MaskingCase): Company[] {
  const marks = marksOf(one);
  const starts = new Set<number>();
  let text = '';
  let position = 0;
  for (const { 0: words, index, groups } of matchesOf(one.text, TITLED)) {
    const name = groups?.['name'] ?? '';
    const end = index + words.length;
    if (!isSurname(name) || marks.some((mark) => overlap(mark, { start: index, end }))) continue;
    text += one.text.slice(position, index);
    starts.add(text.length);
    text += `${name}さん`;
    position = end;
  }
  text += one.text.slice(position);
  return starts.size === 0 ? [] : [{ text, isReadable: ({ start }) => (starts.has(start) ? true : null) }];
}
