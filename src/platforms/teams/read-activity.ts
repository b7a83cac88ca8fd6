import { z } from 'zod';
import type { Conversation } from './edge.ts';
import { withoutEntities } from './html-text.ts';

const id = z.string().min(1).max(1000);

const account = z.object({ id, aadObjectId: z.string().max(100).optional(), name: z.string().optional() });

/** What is used of an activity; everything else that Teams sends along is left where it is. */
const schema = z.object({
  type: z.string().max(100),
  id,
  name: z.string().max(200).optional(),
  /** Text as it came, a date once the SDK has read it. */
  timestamp: z.union([z.string(), z.date()]).optional(),
  channelId: z.literal('msteams'),
  serviceUrl: z.url(),
  from: account,
  recipient: z.object({ id }),
  conversation: z.object({
    id,
    conversationType: z.enum(['personal', 'groupChat', 'channel']).optional(),
    tenantId: z.string().optional(),
  }),
  channelData: z
    .object({
      tenant: z.object({ id: z.string() }).optional(),
      team: z.object({ id: z.string() }).optional(),
      channel: z.object({ id: z.string() }).optional(),
      eventType: z.string().optional(),
    })
    .optional(),
  text: z.string().optional(),
  attachments: z.array(z.object({ contentType: z.string().optional() })).optional(),
  entities: z
    .array(
      z.object({
        type: z.string().optional(),
        text: z.string().optional(),
        locale: z.string().optional(),
        mentioned: account.partial().optional(),
      }),
    )
    .optional(),
  value: z.unknown().optional(),
  replyToId: z.string().optional(),
  locale: z.string().optional(),
  action: z.string().optional(),
  membersAdded: z.array(account).optional(),
  membersRemoved: z.array(account).optional(),
});

export type Activity = z.infer<typeof schema>;

/** Null for what is no activity of Teams. */
export function readActivity(body: unknown): Activity | null {
  return schema.safeParse(body).data ?? null;
}

/** The tenant in which it was done, as Teams says it. */
export function tenantOf({ channelData, conversation }: Activity): string | null {
  return channelData?.tenant?.id ?? conversation.tenantId ?? null;
}

/** Of the client in which it was done: an IETF language tag, empty where it names none. */
export function clientLanguage({ locale, entities = [] }: Activity): string {
  return locale ?? entities.find(({ type }) => type === 'clientInfo')?.locale ?? '';
}

export function isPersonal({ conversation }: Pick<Activity, 'conversation'>): boolean {
  return conversation.conversationType === undefined || conversation.conversationType === 'personal';
}

const THREAD = ';messageid=';

/** The channel or chat itself, without the thread. */
export function placeOf({ conversation }: Activity): string {
  return conversation.id.split(THREAD)[0] ?? conversation.id;
}

/** The message on top of the thread in which it was said; null outside channels. */
export function threadOf({ conversation }: Activity): string | null {
  return conversation.id.split(THREAD)[1] ?? null;
}

export function threadUnder(place: string, message: string): string {
  return `${place}${THREAD}${message}`;
}

/** What was typed, without the mention of the bot. */
export function textOf({ text = '', entities = [], recipient }: Activity): string {
  const mentions = entities.flatMap((one) =>
    one.type === 'mention' && one.mentioned?.id === recipient.id && one.text ? [one.text] : [],
  );
  return withoutEntities(mentions.reduce((rest, mention) => rest.replaceAll(mention, ' '), text)).trim();
}

/** The message once more, formatted, is no attachment of the person's. */
export function attachmentsOf({ attachments = [] }: Activity): number {
  return attachments.filter(({ contentType }) => contentType !== 'text/html').length;
}

export function isMentioned({ entities = [], recipient }: Activity): boolean {
  return entities.some(({ type, mentioned }) => type === 'mention' && mentioned?.id === recipient.id);
}

/** The conversation that it was said in, to answer there. */
export function replyTo({ serviceUrl, conversation }: Activity): Conversation {
  return { serviceUrl, id: conversation.id };
}
