import type { Instant } from './business-time.ts';
import { doerOf, type Doer } from './byline.ts';
import type { EventKind } from './ledger.ts';
import { noteText } from './note.ts';
import type { Report, StepRecord } from './report.ts';

/** What somebody who works on a report wrote for the others who do; never for its reporter. */
export interface Comment {
  /** Its place in the report's chain: how it is named by what is done to it. */
  seq: number;
  author: Doer;
  /** As it was first written and after each change, oldest first. Empty of words once it is deleted. */
  versions: readonly CommentVersion[];
  deleted: { by: Doer; at: Instant } | null;
}

export interface CommentVersion {
  at: Instant;
  text: string;
}

const COMMENT_KINDS: ReadonlySet<EventKind> = new Set<EventKind>([
  'commented',
  'comment_edited',
  'comment_deleted',
]);

/** Whether a step is talk among those who work on a report: it changes nothing of where the report stands. */
export function isComment(kind: EventKind): boolean {
  return COMMENT_KINDS.has(kind);
}

export function commentsOf({ steps }: Pick<Report, 'steps'>): Comment[] {
  return steps.filter(({ kind }) => kind === 'commented').map((step) => commentOf(steps, step));
}

/** The comment that was written by this step; null where it is no comment. */
export function commentBy({ steps }: Pick<Report, 'steps'>, seq: number): Comment | null {
  const step = steps.find((one) => one.seq === seq && one.kind === 'commented');
  return step ? commentOf(steps, step) : null;
}

/** The comment that a step wrote, changed or deleted. */
export function commentMeant(step: Pick<StepRecord, 'kind' | 'seq' | 'facts'>): number {
  return step.kind === 'commented' ? step.seq : Number(step.facts['to']);
}

/** Its steps that carry words: the first and every change. */
export function wordsOf({ steps }: Pick<Report, 'steps'>, comment: number): StepRecord[] {
  return steps.filter((step) => carriesWords(step.kind) && commentMeant(step) === comment);
}

/** Steps whose words went with a comment that was deleted: nothing of them is kept anywhere. */
export function deletedWords(report: Pick<Report, 'steps'>): StepRecord[] {
  return commentsOf(report)
    .filter(({ deleted }) => deleted !== null)
    .flatMap(({ seq }) => wordsOf(report, seq));
}

function commentOf(steps: readonly StepRecord[], step: StepRecord): Comment {
  const end = steps.find(({ kind, facts }) => kind === 'comment_deleted' && facts['to'] === step.seq);
  return {
    seq: step.seq,
    author: doerOf(step),
    versions: wordsOf({ steps }, step.seq).map(({ at, note }) => ({
      at,
      text: note === null ? '' : noteText(note),
    })),
    deleted: end ? { by: doerOf(end), at: end.at } : null,
  };
}

function carriesWords(kind: EventKind): boolean {
  return kind === 'commented' || kind === 'comment_edited';
}
