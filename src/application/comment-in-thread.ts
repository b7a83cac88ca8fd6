import { comment, deleteComment, editComment } from '../domain/acts/comment-acts.ts';
import type { Act } from '../domain/acts/act.ts';
import type { Answers } from '../domain/answers.ts';
import { notice } from '../domain/dialog/question-view.ts';
import type { Actor } from '../domain/organization.ts';
import { may } from '../domain/permission.ts';
import { phrase } from '../domain/phrase.ts';
import type { Problem } from '../domain/problems.ts';
import { addButton } from '../domain/report-buttons.ts';
import type { Report } from '../domain/report.ts';
import { ok, type Result } from '../domain/result.ts';
import type { View } from '../domain/view.ts';
import { carryOut } from './carry-out-deed.ts';
import { personalPlace } from './directory.ts';
import type { Address, Posting, StoredThreadBody, Transaction } from './ports.ts';
import { prepareAct } from './prepare-act.ts';
import { moment, type Surroundings } from './surroundings.ts';

/** Something said, changed or deleted in the thread under a report's card. */
export interface ThreadTalk {
  actor: Actor;
  /** The channel in which the thread is. */
  at: Address;
  body: StoredThreadBody;
}

/**
 * Keeps it with the report; what is to be told is told to the person alone. A message that is kept already, or that
 * never was, changes nothing.
 */
export async function commentInThread(
  deps: Surroundings,
  tx: Transaction,
  { actor, at, body }: ThreadTalk,
): Promise<Result<View[], Problem>> {
  const report = await tx.reports.lock(body.report);
  if (body.kind === 'comment_refused' || !report || !may(actor, 'comment', report)) {
    await tellRefused(deps, tx, { actor, at, body }, report);
    return ok([]);
  }
  const ref = { id: body.messageId };
  const known = await tx.postings.by(at, ref);
  const meant = known?.report === report.id && known.native ? String(known.step) : null;
  switch (body.kind) {
    case 'commented': {
      const told = body.attachments > 0 ? [notice([phrase('thread.attachment')])] : [];
      if (known || body.text.trim() === '') return ok(told);
      const done = await perform(deps, tx, { actor, report, at }, comment, { text: body.text });
      if (!done.ok) return done;
      await tx.postings.keep(writtenBy(report, done.value, at, ref));
      return ok(told);
    }
    case 'comment_edited':
    case 'comment_deleted': {
      if (meant === null) return ok([]);
      const act = body.kind === 'comment_edited' ? editComment : deleteComment;
      const text = body.kind === 'comment_edited' ? body.text : undefined;
      const done = await perform(deps, tx, { actor, report, at }, act, { value: meant, text });
      return done.ok ? ok([]) : done;
    }
  }
}

interface Where {
  actor: Actor;
  report: Report;
  at: Address;
}

async function perform(
  deps: Surroundings,
  tx: Transaction,
  { actor, report, at }: Where,
  act: Act,
  { value, text }: { value?: string; text?: string | undefined },
): Promise<Result<Report, Problem>> {
  const on = prepareAct(deps, actor, report, act, value === undefined ? {} : { value });
  if (!on.ok) return on;
  const answers: Answers = text === undefined ? {} : { text: { kind: 'text', text } };
  const deed = act.perform(on.value, answers);
  return deed.ok ? ok(await carryOut(deps, tx, on.value, deed.value, at)) : deed;
}

function writtenBy(before: Report, { steps }: Report, at: Address, ref: Posting['ref']): Posting {
  const step = steps.find(({ seq, kind }) => seq > before.head.seq && kind === 'commented');
  if (!step) throw new Error('a comment was written and is not there');
  return { report: before.id, step: step.seq, at, ref, native: true };
}

/** Once a day and report: people also talk to each other there. */
async function tellRefused(
  deps: Surroundings,
  tx: Transaction,
  { actor, at, body }: ThreadTalk,
  report: Report | null,
): Promise<void> {
  const { person } = actor;
  const key = `comment-refused:${body.report}:${person}:${moment(deps).today}`;
  const to = { platform: at.platform, place: personalPlace(person) };
  const content = { kind: 'view' as const, view: refusedView(actor, report), person };
  await tx.outbox.enqueue([{ key, to, content, mention: false, notBefore: null }]);
  await tx.wake('outbox');
}

/** The same words whether there is such a report or not; its reporter can add to it all the same. */
function refusedView(actor: Actor, report: Report | null): View {
  const words = [phrase('thread.refused'), phrase('thread.refused.who')];
  return report && may(actor, 'add', report)
    ? notice([...words, phrase('thread.refused.add')], [addButton(report)])
    : notice(words);
}
