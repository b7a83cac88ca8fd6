import type { Masker, Recognizer, UnderstandingContext } from '../../application/ports.ts';
import type { Utterance } from '../utterances.ts';
import type { EvaluationSets, MaskingCase } from './evaluation-sets.ts';
import type { Judged, Share } from './measures.ts';
import { share } from './measures.ts';

/** How well one yes-or-no question is answered. */
export interface Detection {
  recall: Share;
  precision: Share;
  /** Of those without it, how many are taken to have it. */
  falseAlarms: Share;
}

export interface MaskingScore {
  /** Identifying numbers, phones, addresses of mail: every sign of it is hidden. */
  numbers: Share;
  /** Names, addresses, birth dates. */
  words: Share;
  /** Messages in which something was hidden that is no personal data. */
  falsePositives: Share;
}

export interface Scores {
  japanese: Judged[];
  english: Judged[];
  /** The private route offered, for messages that are such a matter and those that are not. */
  complianceOffered: Detection;
  /** An error of ours told inside a customer's voice. */
  hiddenErrors: Detection;
  violations: Detection;
  urgency: Detection;
  masking: MaskingScore;
}

export interface Scored {
  recognizer: Recognizer;
  masker: Masker;
  context: UnderstandingContext;
}

/** Names, addresses and birth dates; everything else that is personal is a number or an address on a network. */
const TOLD_IN_WORDS: ReadonlySet<string> = new Set(['name', 'address', 'birth_date']);

/** The whole way that a message takes: masked, then understood. */
export function score(scored: Scored, sets: EvaluationSets): Scores {
  const { recognizer, masker, context } = scored;
  const read = (utterance: Utterance) => ({
    utterance,
    understood: recognizer.understand(masker.mask(utterance.text).text, context),
  });
  const labelled = sets.labelled.map(read);
  const judged = (language: string): Judged[] =>
    labelled
      .filter(({ utterance }) => utterance.language === language)
      .map(({ utterance, understood }) => ({ right: utterance.label, guesses: understood.alternatives }));
  const detected = (
    set: readonly ReturnType<typeof read>[],
    there: (utterance: Utterance) => boolean,
    found: (understood: ReturnType<typeof read>['understood']) => boolean,
  ) => detection(set.map(({ utterance, understood }) => [there(utterance), found(understood)] as const));
  return {
    japanese: judged('ja'),
    english: judged('en'),
    complianceOffered: detected(
      labelled,
      ({ label }) => label === 'compliance',
      ({ offerCompliance }) => offerCompliance,
    ),
    hiddenErrors: detected(sets.errors.map(read), holds('clerical_error'), finds('clerical_error')),
    violations: detected(sets.violations.map(read), holds('violation'), finds('violation')),
    urgency: detected(
      sets.urgency.map(read),
      ({ urgent }) => urgent === true,
      ({ urgent }) => urgent,
    ),
    masking: scoreMasking(masker, sets.masking),
  };
}

type SuspicionName = 'clerical_error' | 'violation';

function holds(suspicion: SuspicionName) {
  return ({ suspicions }: Utterance) => suspicions?.includes(suspicion) === true;
}

function finds(suspicion: SuspicionName) {
  return ({ suspicions }: { suspicions: readonly SuspicionName[] }) => suspicions.includes(suspicion);
}

function detection(rows: readonly (readonly [there: boolean, found: boolean])[]): Detection {
  const count = (there: boolean, found: boolean) =>
    rows.filter((row) => row[0] === there && row[1] === found).length;
  const hits = count(true, true);
  const alarms = count(false, true);
  return {
    recall: share(hits, hits + count(true, false)),
    precision: share(hits, hits + alarms),
    falseAlarms: share(alarms, alarms + count(false, false)),
  };
}

export function scoreMasking(masker: Masker, cases: readonly MaskingCase[]): MaskingScore {
  const items: { kind: string; hidden: boolean }[] = [];
  let wronglyHidden = 0;
  for (const { text, personal } of cases) {
    const { found } = masker.mask(text);
    const spans = personal.map(({ words, nth }) => spanOf(text, words, nth));
    personal.forEach(({ kind }, index) => {
      const span = spans[index];
      items.push({ kind, hidden: span !== undefined && isHidden(text, span, found) });
    });
    if (found.some((one) => !spans.some((span) => overlap(one, span)))) wronglyHidden += 1;
  }
  const hiddenOf = (inWords: boolean) => {
    const some = items.filter(({ kind }) => TOLD_IN_WORDS.has(kind) === inWords);
    return share(some.filter(({ hidden }) => hidden).length, some.length);
  };
  return {
    numbers: hiddenOf(false),
    words: hiddenOf(true),
    falsePositives: share(wronglyHidden, cases.length),
  };
}

interface Span {
  start: number;
  end: number;
}

function spanOf(text: string, words: string, nth: number): Span {
  let start = -1;
  for (let count = 0; count < nth; count++) start = text.indexOf(words, start + 1);
  if (start < 0) throw new Error('An evaluation case names words that its text does not hold');
  return { start, end: start + words.length };
}

/** Whether no letter and no digit of the span is left to read. */
function isHidden(text: string, { start, end }: Span, found: readonly Span[]): boolean {
  for (let at = start; at < end; at++) {
    const isRead = /[\p{L}\p{N}]/u.test(text.charAt(at));
    if (isRead && !found.some((one) => one.start <= at && at < one.end)) return false;
  }
  return true;
}

function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}
