import { named } from '../byline.ts';
import { commentBy, commentsOf, type Comment } from '../comments.ts';
import { notice } from '../dialog/question-view.ts';
import type { NewEvent } from '../ledger.ts';
import { noteOf } from '../note.ts';
import { phrase } from '../phrase.ts';
import { fail, ok } from '../result.ts';
import { detailsButton } from '../report-buttons.ts';
import type { Act, ActContext, Errand } from './act.ts';
import { textIn } from './act-answers.ts';
import { LONGEST_TEXT, textInput } from './act-inputs.ts';
import { hasPart } from './tell-handlers.ts';

/** Its place is the thread: on the report's page, and under its card where a platform has threads. */
const COMMON = {
  right: 'comment',
  doneBy: {},
  unlisted: true,
  screened: true,
} satisfies Partial<Act>;

/** コメント: words for those who work on the report, and for nobody else. */
export const comment: Act = {
  ...COMMON,
  id: 'comment',
  label: phrase('act.comment.label'),
  possible: () => true,
  allowed: () => true,
  form: ({ report }) => ({
    title: phrase('act.comment.title', { number: report.number }),
    lines: [phrase('act.comment.internal')],
    inputs: [textInput({ id: 'text', label: phrase('act.comment.text'), maxLength: LONGEST_TEXT })],
    preview: null,
  }),
  perform: (on, answers) => {
    const { actor, now } = on;
    const content = noteOf(textIn(answers, 'text'));
    return ok({
      events: [{ kind: 'commented', actor: actor.person, at: now, facts: {}, content }],
      errands: told(on),
    });
  },
};

const ONE_OF_MINE = {
  ...COMMON,
  possible: (_rules, report) => commentsOf(report).some(({ deleted }) => deleted === null),
  allowed: (on) => ownOne(on) !== null,
} satisfies Partial<Act>;

/** A new version; the ones before it stay readable. */
export const editComment: Act = {
  ...ONE_OF_MINE,
  id: 'edit_comment',
  label: phrase('act.edit_comment.label'),
  form: (on) => ({
    title: phrase('act.edit_comment.title', { number: on.report.number }),
    lines: [phrase('act.comment.internal')],
    inputs: [
      textInput({
        id: 'text',
        label: phrase('act.comment.text'),
        maxLength: LONGEST_TEXT,
        value: { kind: 'text', text: ownOne(on)?.versions.at(-1)?.text ?? '' },
      }),
    ],
    preview: null,
  }),
  perform: (on, answers) => {
    const own = ownOne(on);
    if (!own) return fail({ kind: 'old_button' });
    const text = textIn(answers, 'text');
    // Chats also report changes of how a message looks.
    if (text === own.versions.at(-1)?.text) return ok({ events: [] });
    return ok({ events: [{ ...changeOf(on, 'comment_edited', own), content: noteOf(text) }] });
  },
};

/** That there was a comment, whose and when, stays; its words go. */
export const deleteComment: Act = {
  ...ONE_OF_MINE,
  id: 'delete_comment',
  label: phrase('act.delete_comment.label'),
  form: ({ report }) => ({
    title: phrase('act.delete_comment.title', { number: report.number }),
    lines: [phrase('act.delete_comment.lines')],
    inputs: [],
    preview: null,
    send: phrase('act.delete_comment.label'),
  }),
  perform: (on) => {
    const own = ownOne(on);
    return own
      ? ok({ events: [{ ...changeOf(on, 'comment_deleted', own), content: null }] })
      : fail({ kind: 'old_button' });
  },
};

/** The comment that the button names, as long as it stands and is the actor's own. */
function ownOne({ report, actor, value }: ActContext): Comment | null {
  const meant = commentBy(report, Number(value));
  return meant?.author.person === actor.person && meant.deleted === null ? meant : null;
}

function changeOf({ actor, now }: ActContext, kind: NewEvent['kind'], { seq }: Comment) {
  return { kind, actor: actor.person, at: now, facts: { to: seq } };
}

/**
 * Whoever has the report in hand, and whoever has commented on it, hears that there is something to read, and no word
 * of it: what is deleted or narrowed later stands nowhere else.
 */
function told(on: ActContext): Errand[] {
  const { report, actor } = on;
  const standing = commentsOf(report).filter(({ deleted }) => deleted === null);
  const people = new Set([report.holder ?? [], standing.map(({ author }) => author.person)].flat());
  const { number } = report;
  const view = notice(
    [phrase('act.comment.told', { number, person: named(actor) })],
    [detailsButton({ number })],
  );
  return [...people]
    .filter((person) => person !== actor.person && hasPart(on, person))
    .map((person) => {
      const key = `comment:${report.head.seq + 1}:${person}`;
      return { kind: 'tell', person, view, key, relayed: true };
    });
}
