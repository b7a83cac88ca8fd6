import type { ActContext } from './acts/act.ts';
import { signedBy } from './deputy.ts';
import { apply } from './fold-report.ts';
import type { NewEvent } from './ledger.ts';
import { newsView } from './news.ts';
import type { Phrase } from './phrase.ts';
import type { Report } from './report.ts';
import { sentenceOf } from './view.ts';

/**
 * What the reporter would be told of events that are not written yet: the same sentences as when they are, because they
 * are made from the same report by the same rule.
 */
export function foretold({ rules, report, actor }: ActContext, events: readonly NewEvent[]): Phrase[] {
  const after = signedBy(actor, events).reduce(imagined, report);
  return after.steps
    .filter(({ seq }) => seq > report.head.seq)
    .flatMap((step) => newsView(rules, after, rules.calendar, step)?.lines ?? [])
    .map(sentenceOf);
}

/** As the ledger would have it, without the seals that only writing gives. */
function imagined(report: Report, { content, ...event }: NewEvent): Report {
  const { seq, hash } = report.head;
  const sealed = { ...event, report: report.id, seq: seq + 1, commitment: null, previous: hash, hash };
  return apply(report, { event: sealed, body: content });
}
