import { stepPhrase } from './card-view.ts';
import { commentBy, commentMeant, isComment, type Comment } from './comments.ts';
import { saidWith } from './details-view.ts';
import type { EventKind } from './ledger.ts';
import { noteText } from './note.ts';
import { phrase, type Phrase } from './phrase.ts';
import type { Report, StepRecord } from './report.ts';
import { line, type Line, type View } from './view.ts';

/** Words of the reporter that go under the cards of those who work on the report, on platforms with threads. */
const FROM_REPORTER: ReadonlySet<EventKind> = new Set<EventKind>(['replied', 'added', 'corrected']);

/** Whether what a step says stands under the report's card. */
export function isRelayed(kind: EventKind): boolean {
  return isComment(kind) || FROM_REPORTER.has(kind);
}

/**
 * What one step says, for those who work on the report: marked as internal or as from the reporter. A comment as it
 * reads now. `empty`: it says nothing to whoever has not seen what it is about; null for a step that is not relayed.
 */
export function stepView(report: Report, seq: number): { view: View; empty: boolean } | null {
  const step = report.steps.find((one) => one.seq === seq);
  if (!step || !isRelayed(step.kind)) return null;
  if (!isComment(step.kind)) return { view: viewOf(report, reportersLines(report, step)), empty: false };
  const comment = commentBy(report, commentMeant(step));
  if (!comment) return null;
  const empty = comment.deleted !== null && step.kind !== 'comment_deleted';
  return { view: viewOf(report, commentLines(comment, step)), empty };
}

function commentLines({ author: person, versions, deleted }: Comment, step: StepRecord): Line[] {
  if (deleted) {
    const what = phrase('thread.comment_deleted', { person, at: { moment: deleted.at } });
    return [line(phrase('thread.mark.internal', { what }), 'quiet')];
  }
  const text = versions.at(-1)?.text ?? '';
  const changed = versions.length > 1;
  const key = step.kind === 'comment_edited' || changed ? 'thread.comment_edited' : 'thread.comment';
  const what = phrase(key, { person });
  return [line(phrase('thread.mark.internal', { what }), 'strong'), line(phrase('said', { text }), 'quote')];
}

function reportersLines(report: Report, step: StepRecord): Line[] {
  return [
    line(headOf(report, step), 'strong'),
    ...(step.facts['unknown'] === true ? [line(phrase('act.reply.unknown'), 'quote')] : []),
    ...saidWith(report, step),
    ...questionLines(report, step),
  ];
}

/** Whoever may correct besides the reporter is named. */
function headOf(report: Report, step: StepRecord): Phrase {
  const what = stepPhrase(report, step);
  return step.actor === report.reporter ? phrase('thread.mark.reporter', { what }) : what;
}

function questionLines({ steps }: Report, { facts }: StepRecord): Line[] {
  const question = steps.find(({ kind, seq }) => kind === 'asked' && seq === facts['to']);
  const text = question && wordsWith(question);
  return text ? [line(phrase('act.reply.question', { text }), 'quiet')] : [];
}

function wordsWith({ note }: StepRecord): string {
  return note === null ? '' : noteText(note);
}

function viewOf({ number }: Report, lines: Line[]): View {
  return {
    kind: 'notice',
    lines,
    inputs: [],
    buttons: [],
    fallback: phrase('status.fallback', { number }),
  };
}
