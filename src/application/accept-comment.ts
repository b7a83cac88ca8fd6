import type { Problem } from '../domain/problems.ts';
import { may, scopeOf } from '../domain/permission.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { LONGEST_MESSAGE, type Accepted } from './accepted.ts';
import { maskText } from './mask-text.ts';
import type { ReportReader, StoredBody, ThreadBody } from './ports.ts';
import { actorNow, personNow, type Surroundings } from './surroundings.ts';

/**
 * What is said in the thread under a report's card, as it may be kept: masked; nothing of it where its words are a
 * compliance matter, and nothing where the person may not comment on the report.
 * @param stopping whether a masked text must not be kept
 */
export async function acceptComment(
  deps: Surroundings & { reader: ReportReader },
  person: string,
  body: ThreadBody,
  stopping: (text: string) => Promise<StoredBody | null>,
): Promise<Result<Accepted, Problem>> {
  const { report, messageId } = body;
  if (body.kind === 'comment_deleted') return kept({ kind: body.kind, report, messageId });
  if (!(await mayComment(deps, person, report))) return kept({ kind: 'comment_refused', report });
  const attachments = body.kind === 'commented' ? body.attachments : 0;
  if (body.text.trim() === '' && attachments === 0) return fail({ kind: 'empty_message' });
  const over = [...body.text].length - LONGEST_MESSAGE;
  if (over > 0) return fail({ kind: 'message_too_long', over });
  const { masked: text, hidden } = maskText(deps, body.text);
  const stopped = await stopping(text);
  if (stopped) return ok({ body: stopped, shown: null, hidden });
  const words = { report, messageId, text, hidden };
  const stored: StoredBody =
    body.kind === 'commented' ? { kind: body.kind, ...words, attachments } : { kind: body.kind, ...words };
  return ok({ body: stored, shown: text, hidden });
}

function kept(body: StoredBody): Result<Accepted, Problem> {
  return ok({ body, shown: null, hidden: [] });
}

async function mayComment(
  deps: Surroundings & { reader: ReportReader },
  id: string,
  number: string,
): Promise<boolean> {
  const now = personNow(deps, id);
  if (!now) return false;
  const actor = actorNow(deps, now.person);
  const report = await deps.reader.byNumber(scopeOf(actor), number);
  return report !== null && may(actor, 'comment', report);
}
