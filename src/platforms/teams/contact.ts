import { z } from 'zod';

/** How Teams opens somebody's own conversation: our own reference, without anything of the SDK. */
export interface Contact {
  serviceUrl: string;
  /** Their id for this bot: 29:… */
  user: string;
  /** Null until the bot has been installed for them, or has written to them first. */
  conversation: string | null;
}

const schema = z.object({ serviceUrl: z.string(), user: z.string(), conversation: z.string().nullable() });

/** Null for what was kept in no such shape. */
export function readContact(kept: object | null): Contact | null {
  return schema.safeParse(kept).data ?? null;
}

export function sameContact(a: Contact | null, b: Contact): boolean {
  return a?.serviceUrl === b.serviceUrl && a.user === b.user && a.conversation === b.conversation;
}
