import type { OutgoingMessage } from '../application/ports/outgoing.ts';
import type { OutboxWriter } from '../application/ports/storage.ts';
import type { Queries } from './connect-prisma.ts';
import { dateOrNull } from './instants.ts';
import { json } from './json.ts';

export function outboxWriter(tx: Queries): OutboxWriter {
  return {
    async enqueue(messages) {
      for (const message of messages) {
        if (!(await joinsWaitingCard(tx, message))) await insert(tx, message);
      }
    },
  };
}

/**
 * A card is rendered when it is sent, so one that still waits will show this change too. Locking it keeps a worker
 * from claiming and rendering it before this transaction is committed; one that is claimed already does not count.
 */
async function joinsWaitingCard(tx: Queries, { content, to, mention }: OutgoingMessage): Promise<boolean> {
  if (content.kind !== 'card') return false;
  const joined = await tx.$queryRaw<unknown[]>`
    UPDATE outbox_entry SET mention = mention OR ${mention}
    WHERE seq = (
      SELECT seq FROM outbox_entry
      WHERE card_report = ${content.report}::uuid AND platform = ${to.platform} AND place = ${to.place}
        AND sent_at IS NULL AND dead_at IS NULL AND claimed_until IS NULL
      ORDER BY seq LIMIT 1 FOR UPDATE)
    RETURNING seq`;
  return joined.length > 0;
}

async function insert(tx: Queries, { key, to, content, mention, notBefore }: OutgoingMessage): Promise<void> {
  await tx.outboxEntry.createMany({
    data: [
      {
        key,
        platform: to.platform,
        place: to.place,
        cardReport: content.kind === 'card' ? content.report : null,
        content: json(content),
        mention,
        notBefore: dateOrNull(notBefore),
      },
    ],
    skipDuplicates: true,
  });
}
