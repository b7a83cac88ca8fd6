import { deletedWords } from '../domain/comments.ts';
import { apply, foldReport } from '../domain/fold-report.ts';
import { emptyChain, link, type NewEvent } from '../domain/ledger.ts';
import type { Report } from '../domain/report.ts';
import type { Hash, Ids, LinkedEvent, Transaction } from './ports.ts';

export interface Recording {
  hash: Hash;
  ids: Ids;
}

/** New events of a report at the end of its chain, and the report as it then stands. */
export function continueChain(
  deps: Recording,
  report: Report,
  news: readonly NewEvent[],
): { report: Report; events: LinkedEvent[] } {
  const events: LinkedEvent[] = [];
  let next = report;
  for (const one of news) {
    const linked = link(report.id, next.head, one, deps.ids.salt(), (text) => deps.hash.sha256(text));
    events.push(linked);
    next = apply(next, { event: linked.event, body: linked.content?.body ?? null });
  }
  return { report: next, events };
}

/** The first events of a new chain. */
export function beginChain(
  deps: Recording,
  id: string,
  news: readonly NewEvent[],
): { report: Report; events: LinkedEvent[] } {
  const hash = (text: string) => deps.hash.sha256(text);
  const events: LinkedEvent[] = [];
  let head = emptyChain(id, hash);
  for (const one of news) {
    const linked = link(id, head, one, deps.ids.salt(), hash);
    events.push(linked);
    head = { seq: linked.event.seq, hash: linked.event.hash };
  }
  return {
    report: foldReport(events.map(({ event, content }) => ({ event, body: content?.body ?? null }))),
    events,
  };
}

/**
 * Ledger and projection in one transaction: a report is never other than its events say, and nothing is kept of the
 * words of a comment that was deleted.
 */
export async function record(
  deps: Recording,
  tx: Transaction,
  report: Report,
  news: readonly NewEvent[],
): Promise<Report> {
  const continued = continueChain(deps, report, news);
  await tx.reports.append([continued]);
  const last = news.findLast(({ kind }) => kind === 'comment_deleted');
  if (last) {
    const gone = deletedWords(continued.report).map(({ seq }) => seq);
    await tx.reports.purge(report.id, gone, last.at);
  }
  return continued.report;
}
