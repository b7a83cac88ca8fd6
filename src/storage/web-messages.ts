import type { NewWebMessage, WebChat, WebMessage } from '../application/ports/web-chat.ts';
import type { View } from '../domain/view.ts';
import type { Queries } from './connect-prisma.ts';
import type { PrismaClient, WebMessage as Row } from './generated/client.ts';
import { instant, instantOrNull } from './instants.ts';
import { json, jsonOrNull } from './json.ts';
import { inTransaction } from './transaction.ts';
import type { PlaceChanges } from './web-changes.ts';

export function webMessages(prisma: PrismaClient, changes: PlaceChanges): WebChat {
  return {
    async post(message) {
      const posted = await inTransaction(prisma, (tx) => post(tx, message, changes));
      if (posted.fresh) changes.tell(message.place);
      return posted;
    },

    async update(ref, view, at) {
      const place = await inTransaction(prisma, async (tx) => {
        const row = await tx.webMessage.findUnique({ where: { id: ref.id }, select: { place: true } });
        if (!row) return null;
        const revision = await nextRevision(tx, row.place);
        await tx.webMessage.update({
          where: { id: ref.id },
          data: { view: json(view), revision, editedAt: new Date(at) },
        });
        await changes.tellOthers(tx, row.place);
        return row.place;
      });
      if (place !== null) changes.tell(place);
    },

    async since(place, revision, limit) {
      const where = { place, revision: { gt: BigInt(revision) } };
      const rows = await prisma.webMessage.findMany({ where, orderBy: { revision: 'asc' }, take: limit });
      return rows.map(messageOf);
    },

    async page(place, before, limit) {
      const rows = await prisma.webMessage.findMany({
        where: { place, ...(before === null ? {} : { position: { lt: await positionOf(prisma, before) } }) },
        orderBy: { position: 'desc' },
        take: limit,
      });
      return rows.reverse().map(messageOf);
    },

    async revision(place) {
      const row = await prisma.webPlace.findUnique({ where: { place } });
      return Number(row?.revision ?? 0);
    },

    onChange: (listener) => changes.listen(listener),
  };
}

async function post(
  tx: Queries,
  message: NewWebMessage,
  changes: PlaceChanges,
): Promise<{ id: string; fresh: boolean }> {
  const known = await idOf(tx, message.key);
  if (known !== null) return { id: known, fresh: false };
  const revision = await nextRevision(tx, message.place);
  const data = {
    key: message.key,
    place: message.place,
    position: revision,
    revision,
    author: message.author === 'bot' ? null : message.author.person,
    at: new Date(message.at),
    view: jsonOrNull(message.view),
    text: message.text,
    card: message.card,
    mention: message.mention,
  };
  const { count } = await tx.webMessage.createMany({ data: [data], skipDuplicates: true });
  await changes.tellOthers(tx, message.place);
  const id = await idOf(tx, message.key);
  if (id === null) throw new Error('a web message was posted and is not there');
  return { id, fresh: count === 1 };
}

/** Taken under the lock of the place's row, so that a lower revision is never committed after a higher one. */
async function nextRevision(tx: Queries, place: string): Promise<bigint> {
  const { revision } = await tx.webPlace.upsert({
    where: { place },
    create: { place, revision: 1 },
    update: { revision: { increment: 1 } },
  });
  return revision;
}

async function idOf(tx: Queries, key: string): Promise<string | null> {
  const row = await tx.webMessage.findUnique({ where: { key }, select: { id: true } });
  return row?.id ?? null;
}

async function positionOf(db: Queries, id: string): Promise<bigint> {
  const row = await db.webMessage.findUnique({ where: { id }, select: { position: true } });
  return row?.position ?? 0n;
}

function messageOf(row: Row): WebMessage {
  return {
    id: row.id,
    place: row.place,
    revision: Number(row.revision),
    at: instant(row.at),
    editedAt: instantOrNull(row.editedAt),
    author: row.author === null ? 'bot' : { person: row.author },
    view: row.view as unknown as View | null,
    text: row.text,
    card: row.card,
    mention: row.mention,
  };
}
