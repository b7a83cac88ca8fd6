import type { Draft } from '../domain/dialog/conversation.ts';
import { lessonOf } from '../domain/dialog/lesson.ts';
import type { Report } from '../domain/report.ts';
import { searchedWords } from './begin-report.ts';
import type { Transaction } from './ports.ts';
import { understandingContext, type Surroundings } from './surroundings.ts';

/**
 * A corrected type is kept with the report it was sent with, for an administrator to decide on: nothing is kept of
 * what is never sent.
 */
export async function keepCandidate(
  deps: Surroundings,
  tx: Transaction,
  draft: Draft,
  report: Report,
): Promise<void> {
  if (!draft.takenFor) return;
  const words = searchedWords(report);
  if (words === null) return;
  const understanding = deps.recognizer.understand(words, understandingContext(deps, report.office));
  const lesson = lessonOf(draft, understanding);
  if (lesson) await tx.candidates.keep({ report: report.id, at: report.filedAt, ...lesson });
}
