import type { ConversationWriter, StoredConversation } from '../application/ports/storage.ts';
import type { Conversation } from '../domain/dialog/conversation.ts';
import type { Queries } from './connect-prisma.ts';
import type { Conversation as Row } from './generated/client.ts';
import { json } from './json.ts';

export function conversationWriter(tx: Queries): ConversationWriter {
  return {
    async lock(person) {
      const locked = await lockedRow(tx, person);
      if (locked) return storedOf(locked);
      // An empty row first: there would be nothing to lock for somebody who writes for the first time.
      await tx.$executeRaw`INSERT INTO conversation (person) VALUES (${person}) ON CONFLICT DO NOTHING`;
      const begun = await lockedRow(tx, person);
      return begun && storedOf(begun);
    },

    async save(person, stored) {
      const data = { state: json(stored.state), platform: stored.platform, place: stored.place };
      await tx.conversation.upsert({
        where: { person },
        create: { person, ...data },
        update: { ...data, updatedAt: new Date() },
      });
    },

    async placeOf(person) {
      const stored = await conversationOf(tx, person);
      return stored && { platform: stored.platform, place: stored.place };
    },
  };
}

type Stored = Pick<Row, 'state' | 'platform' | 'place'>;

async function lockedRow(tx: Queries, person: string): Promise<Stored | null> {
  const [row] = await tx.$queryRaw<Stored[]>`
    SELECT state, platform, place FROM conversation WHERE person = ${person} FOR UPDATE`;
  return row ?? null;
}

export async function conversationOf(db: Queries, person: string): Promise<StoredConversation | null> {
  const row = await db.conversation.findUnique({ where: { person } });
  return row && storedOf(row);
}

function storedOf({ state, platform, place }: Stored): StoredConversation | null {
  if (state === null || platform === null || place === null) return null;
  return { state: state as unknown as Conversation, platform, place };
}
