import type { Rules } from './assessment.ts';
import type { Calendar } from './business-time.ts';
import { newsOf, type News } from './news-of-steps.ts';
import { nextLine } from './next-line.ts';
import { noteText } from './note.ts';
import { marked } from './marked.ts';
import { phrase } from './phrase.ts';
import type { Report, StepRecord } from './report.ts';
import { addButton, statusButton } from './report-buttons.ts';
import { isInternal } from './told-steps.ts';
import { line, type Line, type View } from './view.ts';

/** What is said of a step, with what comes next; null when it is not told. */
export function newsView(rules: Rules, report: Report, calendar: Calendar, step: StepRecord): View | null {
  const news = newsOf(report, step);
  if (!news) return null;
  return {
    kind: 'notice',
    lines: [...newsLines(rules, report, calendar, step), ...asked(news, step)],
    inputs: [],
    buttons: news.buttons?.(report, step) ?? [statusButton(report), addButton(report)],
    fallback: phrase('status.fallback', { number: report.number }),
  };
}

/** @param last left out, or whether nothing more of the report follows: then it is said what comes next */
export function newsLines(
  rules: Rules,
  report: Report,
  calendar: Calendar,
  step: StepRecord,
  last = true,
): Line[] {
  const news = newsOf(report, step);
  if (!news) return [];
  return [
    line(marked(report, news.head(report, step)), 'strong'),
    ...(news.facts?.(report, step) ?? []).map((one) => line(one)),
    ...quoted(news, step),
    ...(news.settled || !last ? [] : [line(news.next?.(step) ?? nextLine(rules, report, calendar))]),
  ];
}

/** At this level whatever happens is told at once. */
const GRAVE = 4;

/** Whether a step is told at once to somebody who wants their news once a day: they have to act on it, or it is grave. */
export function isUrgentNews(report: Report, step: StepRecord): boolean {
  return report.level >= GRAVE || newsOf(report, step)?.atOnce === true;
}

/** Whom a step is told to, in order and once each. Whoever did it knows. */
export function toldOf(report: Report, step: StepRecord): string[] {
  const news = newsOf(report, step);
  if (!news) return [];
  const people = news.reporterAlone ? [report.reporter] : [report.reporter, ...report.followers];
  return [...new Set(people)].filter((person) => person !== step.actor);
}

function asked(news: News, step: StepRecord): Line[] {
  const question = news.asks?.(step) ?? null;
  return question ? [line(question)] : [];
}

/** What departments write to each other is no part of what they tell. */
function quoted(news: News, { kind, note }: StepRecord): Line[] {
  const text = note === null || isInternal(kind) ? '' : noteText(note);
  if (text === '') return [];
  return [news.quoted ? line(news.quoted(text)) : line(phrase('said', { text }), 'quote')];
}
