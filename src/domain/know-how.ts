import { lastAnswer } from './alike.ts';
import type { Instant } from './business-time.ts';
import { notice } from './dialog/question-view.ts';
import { noteText } from './note.ts';
import { phrase, type Phrase } from './phrase.ts';
import type { Report } from './report.ts';
import { statusButton } from './report-buttons.ts';
import { similarity, type Scored, type WeightedTerm } from './similarity.ts';
import { titleOf } from './title-of.ts';
import { button, type View } from './view.ts';

/** A report says something about a question from this share of its words on: fewer are shared by chance. */
const SAYS = 0.4;
const MOST_SOURCES = 3;

/** Knowledge that was published and not withdrawn since. */
const PUBLISHED: ReadonlySet<string> = new Set(['published', 'review_due', 'revised']);

/** What a report has to say to a question: knowledge as published, or what was answered; null when nothing. */
export function saidBy(report: Report): string | null {
  if (report.filing.drill || report.type === 'compliance') return null;
  if (report.type !== 'knowledge') return lastAnswer(report);
  return PUBLISHED.has(report.state) ? (publishedWords(report) ?? practiceOf(report)) : null;
}

/** What was written when it was published: the answer, where it began as a question. */
function publishedWords({ steps }: Report): string | null {
  const step = steps.findLast(({ state, note }) => note !== null && state !== null && PUBLISHED.has(state));
  const text = noteText(step?.note ?? '{}');
  return text === '' ? null : text;
}

function practiceOf({ filing }: Report): string | null {
  const practice = filing.answers['practice'];
  return practice?.kind === 'text' ? practice.text : null;
}

/** Whether something with these terms is shown to whoever asks: it says enough of the question. */
export function answersQuestion(asked: readonly WeightedTerm[], terms: readonly WeightedTerm[]): boolean {
  return similarity(asked, new Set(terms.map(({ text }) => text))) >= SAYS;
}

/** The few that say most of what was asked, most first. */
export function sourcesOf(scored: readonly Scored<Report>[]): Report[] {
  return scored
    .filter(({ item, score }) => score >= SAYS && saidBy(item) !== null)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_SOURCES)
    .map(({ item }) => item);
}

/**
 * What colleagues know, each with its source; else who decides. It can be left as a question either way.
 * @param listed whether it is on the list of quality management now, which whoever asks is told
 */
export function knowHowView(sources: readonly Report[], owner: string, listed: boolean): View {
  const found = sources.flatMap(sourceLines);
  const lines =
    found.length > 0
      ? [phrase('know_how.found', { n: sources.length }), ...found]
      : [
          phrase('know_how.none'),
          phrase('know_how.owner', { unit: { unit: owner } }),
          ...(listed ? [phrase('know_how.listed')] : []),
        ];
  return notice(lines, [
    ...sources.map((source) => statusButton(source)),
    button({ action: 'keep_question' }, phrase('btn.keep_question')),
  ]);
}

function sourceLines(report: Report): Phrase[] {
  const { number, gist, state } = report;
  const source = phrase('know_how.source', {
    number,
    title: titleOf(gist),
    on: { moment: saidAt(report) },
  });
  const overdue = state === 'review_due' ? [phrase('know_how.review_due', { number })] : [];
  return [source, phrase('know_how.says', { text: titleOf(saidBy(report) ?? '') }), ...overdue];
}

/** When it was last given: published, revised, answered or decided. */
function saidAt({ steps, filedAt }: Report): Instant {
  const last = steps.findLast(
    ({ kind, state }) =>
      kind === 'answered' || kind === 'decision_given' || (state !== null && PUBLISHED.has(state)),
  );
  return last?.at ?? filedAt;
}
