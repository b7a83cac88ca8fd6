import type { Act, ActContext } from './acts/act.ts';
import { comment, deleteComment, editComment } from './acts/comment-acts.ts';
import type { Instant } from './business-time.ts';
import { stepPhrase } from './card-view.ts';
import { commentBy, isComment, type Comment } from './comments.ts';
import type { EventKind } from './ledger.ts';
import { noteText } from './note.ts';
import { may } from './permission.ts';
import { phrase, type Phrase } from './phrase.ts';
import type { Report, StepRecord } from './report.ts';
import type { Button, Press } from './view.ts';

/** Everything that was said about a report, in one time line, for those who have a part in it. */
export interface Thread {
  entries: ThreadEntry[];
  /** The press that opens the form in which the next comment is written. */
  write: Press;
}

export interface ThreadEntry {
  at: Instant;
  /** Who said what kind of thing. */
  head: Phrase;
  /** internal: never leaves the departments; told: the reporter was told these words; reporter: they are the reporter's. */
  audience: 'internal' | 'told' | 'reporter';
  /** null where nothing was written, or the words were deleted. */
  text: string | null;
  /** Said in place of words, or about them. */
  remark: Phrase | null;
  /** What it said before it was changed, oldest first. */
  earlier: readonly { at: Instant; text: string }[];
  buttons: readonly Button[];
}

/** What is said between a department and the reporter; internal talk is told apart by `isComment`. */
const AUDIENCE: Partial<Record<EventKind, ThreadEntry['audience']>> = {
  asked: 'told',
  answered: 'told',
  replied: 'reporter',
  added: 'reporter',
  feedback_given: 'reporter',
};

/** Whether a step's words stand in the thread, and so nowhere else on the same page. */
export function isInThread(kind: EventKind): boolean {
  return isComment(kind) || AUDIENCE[kind] !== undefined;
}

/** null for whoever has no part in the report: for them no thread exists. */
export function threadOf(on: ActContext): Thread | null {
  const { actor, report } = on;
  if (!may(actor, 'comment', report)) return null;
  return {
    entries: report.steps.flatMap((step) => entriesOf(on, step)),
    write: pressOf(comment, report),
  };
}

function entriesOf(on: ActContext, step: StepRecord): ThreadEntry[] {
  const comment = step.kind === 'commented' ? commentBy(on.report, step.seq) : null;
  if (comment) return [commentEntry(on, step, comment)];
  const audience = AUDIENCE[step.kind];
  return audience === undefined ? [] : [saidEntry(on.report, step, audience)];
}

function commentEntry(on: ActContext, step: StepRecord, comment: Comment): ThreadEntry {
  const { versions, deleted } = comment;
  const common = { at: step.at, head: headOf(comment), audience: 'internal' } as const;
  if (deleted) {
    const remark = phrase('thread.deleted', {
      person: deleted.by,
      at: { moment: deleted.at },
    });
    return { ...common, text: null, remark, earlier: [], buttons: [] };
  }
  const last = versions.at(-1);
  return {
    ...common,
    text: last?.text ?? '',
    remark: last && versions.length > 1 ? phrase('thread.edited', { at: { moment: last.at } }) : null,
    earlier: versions.slice(0, -1),
    buttons: [editComment, deleteComment]
      .filter((act) => act.allowed({ ...on, value: String(step.seq) }))
      .map((act) => ({ press: pressOf(act, on.report, step), label: act.label, style: 'default' })),
  };
}

/** Whoever writes a comment is named, also when it is the reporter: here it does not say that they are. */
function headOf({ author }: Comment): Phrase {
  return phrase('step.by', { what: phrase('step.commented'), person: author });
}

function saidEntry(report: Report, step: StepRecord, audience: ThreadEntry['audience']): ThreadEntry {
  const text = step.note === null ? null : noteText(step.note);
  return {
    at: step.at,
    head: stepPhrase(report, step),
    audience,
    text,
    remark: text === null && step.facts['unknown'] === true ? phrase('act.reply.unknown') : null,
    earlier: [],
    buttons: [],
  };
}

function pressOf({ id }: Act, { number }: Report, step?: StepRecord): Press {
  return { action: id, report: number, ...(step && { value: String(step.seq) }) };
}
