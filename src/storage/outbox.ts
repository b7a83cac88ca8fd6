import type { OutgoingContent, OutgoingMessage } from '../application/ports/outgoing.ts';
import { CARD } from '../application/ports/postings.ts';
import type { OutboxWriter } from '../application/ports/storage.ts';
import type { Queries } from './connect-prisma.ts';
import { dateOrNull } from './instants.ts';
import { json } from './json.ts';

export function outboxWriter(tx: Queries): OutboxWriter {
  return {
    async enqueue(messages) {
      const single = cardsOnce(messages);
      const joined = await joinWaitingCards(tx, single);
      await insert(
        tx,
        single.filter(({ key }) => !joined.has(key)),
      );
    },
  };
}

/** Cards of one report for one place are one, as is each of its steps; it asks for attention if any of them does. */
function cardsOnce(messages: readonly OutgoingMessage[]): OutgoingMessage[] {
  const single = new Map<string, OutgoingMessage>();
  for (const message of messages) {
    const { content, to, key, mention } = message;
    const same =
      content.kind === 'view'
        ? key
        : `${content.report}\n${stepOf(content) ?? ''}\n${to.platform}\n${to.place}`;
    const first = single.get(same);
    single.set(same, first ? { ...first, mention: first.mention || mention } : message);
  }
  return [...single.values()];
}

/**
 * A card is rendered when it is sent, so one that still waits will show this change too. Locking it keeps a worker
 * from claiming and rendering it before this transaction is committed; one that is claimed already does not count.
 * Returns the keys of what need not be queued.
 */
async function joinWaitingCards(tx: Queries, messages: readonly OutgoingMessage[]): Promise<Set<string>> {
  const cards = messages.flatMap(({ key, to, content, mention }) =>
    content.kind === 'view' ? [] : [{ key, report: content.report, step: stepOf(content), ...to, mention }],
  );
  if (cards.length === 0) return new Set();
  const joined = await tx.$queryRaw<{ key: string }[]>`
    UPDATE outbox_entry e SET mention = e.mention OR card.mention
    FROM jsonb_to_recordset(${JSON.stringify(cards)}::jsonb)
      AS card(key text, report uuid, step int, platform text, place text, mention boolean)
    CROSS JOIN LATERAL (
      SELECT seq FROM outbox_entry
      WHERE card_report = card.report AND step = card.step AND platform = card.platform AND place = card.place
        AND sent_at IS NULL AND dead_at IS NULL AND claimed_until IS NULL
      ORDER BY seq LIMIT 1 FOR UPDATE) waiting
    WHERE e.seq = waiting.seq
    RETURNING card.key`;
  return new Set(joined.map(({ key }) => key));
}

function stepOf(content: OutgoingContent): number | null {
  if (content.kind === 'view') return null;
  return content.kind === 'card' ? CARD : content.step;
}

async function insert(tx: Queries, messages: readonly OutgoingMessage[]): Promise<void> {
  if (messages.length === 0) return;
  const data = messages.map(({ key, to, content, mention, notBefore }) => ({
    key,
    platform: to.platform,
    place: to.place,
    cardReport: content.kind === 'view' ? null : content.report,
    step: stepOf(content),
    content: json(content),
    mention,
    notBefore: dateOrNull(notBefore),
  }));
  await tx.outboxEntry.createMany({ data, skipDuplicates: true });
}
