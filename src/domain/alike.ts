import type { AlikeReport } from './dialog/conversation.ts';
import { noteText } from './note.ts';
import type { Report, StepRecord } from './report.ts';
import { likeness, type WeightedTerm } from './similarity.ts';
import { titleOf } from './title-of.ts';

/**
 * From this likeness on an earlier report is shown as similar. Chosen on the development sets: of 372 messages of four
 * types, each compared with all others of its type, 12 find another at 0.35, and ten of these are two tellings of one
 * matter (0.30 finds 18, the added ones of different matters); of ten matters told a second time in other words all
 * are found (lowest 0.37), at 0.45 eight.
 */
export const ALIKE = 0.35;
/** More would be read by nobody who is about to send. */
const MOST_ALIKE = 2;

/** An earlier report and what is shown of it. */
export interface Alike {
  report: Report;
  shown: AlikeReport;
}

/** Of reports with shared words, those of the same matter, most alike first. */
export function alikeReports(
  terms: readonly WeightedTerm[],
  candidates: readonly { report: Report; terms: readonly WeightedTerm[] }[],
): Alike[] {
  return candidates
    .map(({ report, terms: said }) => ({ report, score: likeness(terms, said) }))
    .filter(({ score }) => score >= ALIKE)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_ALIKE)
    .map(({ report }) => ({ report, shown: shownOf(report) }));
}

function shownOf(report: Report): AlikeReport {
  const { number, type, gist, state } = report;
  return { number, type, title: titleOf(gist), state, answer: lastAnswer(report) };
}

/** What was answered last, in the words that its reporter was told; null when nothing was. */
export function lastAnswer(report: Pick<Report, 'steps'>): string | null {
  const answers = report.steps.filter(({ kind, note }) => ANSWERS.has(kind) && note !== null);
  const text = noteText(answers.at(-1)?.note ?? '{}');
  return text === '' ? null : text;
}

const ANSWERS: ReadonlySet<StepRecord['kind']> = new Set<StepRecord['kind']>(['answered', 'decision_given']);
