import { z } from 'zod';
import { readMrkdwn } from './read-mrkdwn.ts';

/** Something a person wrote. */
export interface SaidMessage {
  channel: string;
  ts: string;
  /** The message it answers to; null outside threads. */
  thread: string | null;
  isDirect: boolean;
  user: string;
  /** The workspace they belong to, where Slack says so. */
  team: string | null;
  text: string;
  /** How many files came with it; they are never fetched. */
  attachments: number;
}

export type MessageEvent =
  | ({ kind: 'said' } & SaidMessage)
  /** What was written is different now. */
  | ({ kind: 'edited'; editedAt: string } & SaidMessage)
  | { kind: 'deleted'; channel: string; ts: string; thread: string | null; user: string; isDirect: boolean }
  /** Of a bot, of Slack itself, or nothing that anybody wrote. */
  | { kind: 'other' };

const written = z.looseObject({
  ts: z.string(),
  thread_ts: z.string().optional(),
  user: z.string().optional(),
  team: z.string().optional(),
  user_team: z.string().optional(),
  bot_id: z.string().optional(),
  text: z.string().default(''),
  files: z.array(z.unknown()).optional(),
  edited: z.looseObject({ ts: z.string() }).optional(),
});
const schema = written.extend({
  channel: z.string(),
  channel_type: z.string().optional(),
  subtype: z.string().optional(),
  message: written.optional(),
  previous_message: written.optional(),
});

type Written = z.infer<typeof written>;
type Raw = z.infer<typeof schema>;

/** Subtypes under which people write; all others tell of something else. */
const SAID = new Set([undefined, 'file_share', 'thread_broadcast', 'me_message']);
const OTHER: MessageEvent = { kind: 'other' };

/** A `message` or `app_mention` event. */
export function readMessage(event: unknown): MessageEvent {
  const read = schema.safeParse(event);
  if (!read.success) return OTHER;
  const { subtype } = read.data;
  if (subtype === 'message_changed') return edited(read.data);
  if (subtype === 'message_deleted') return deleted(read.data);
  const said = SAID.has(subtype) ? saidIn(read.data, read.data) : null;
  return said ? { kind: 'said', ...said } : OTHER;
}

function saidIn({ channel, channel_type }: Raw, { bot_id, user, ...said }: Written): SaidMessage | null {
  if (bot_id !== undefined || user === undefined) return null;
  return {
    channel,
    ts: said.ts,
    thread: said.thread_ts ?? null,
    isDirect: channel_type === 'im',
    user,
    team: said.user_team ?? said.team ?? null,
    text: readMrkdwn(said.text),
    attachments: said.files?.length ?? 0,
  };
}

/** Slack says so as well when it has shown a link: then nobody has changed a word. */
function edited(raw: Raw): MessageEvent {
  const { message, previous_message: before } = raw;
  const said = message && message['subtype'] !== 'tombstone' ? saidIn(raw, message) : null;
  if (!message || !said || before?.text === message.text) return OTHER;
  return { kind: 'edited', editedAt: message.edited?.ts ?? raw.ts, ...said };
}

function deleted({ channel, channel_type, previous_message: before }: Raw): MessageEvent {
  if (before?.user === undefined || before.bot_id !== undefined) return OTHER;
  const { ts, thread_ts, user } = before;
  return { kind: 'deleted', channel, ts, thread: thread_ts ?? null, user, isDirect: channel_type === 'im' };
}
