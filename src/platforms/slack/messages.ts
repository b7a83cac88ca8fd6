import type { webApi } from '@slack/bolt';
import type { SlackMessage } from './blocks.ts';
import { slackErrorName } from './slack-failure.ts';

/** Where a message stands. */
export interface Standing {
  /** Slack's id of the channel. */
  channel: string;
  ts: string;
}

export interface NewMessage {
  channel: string;
  /** Under this message; null for one of its own. */
  thread: string | null;
  /** Unique for ever: written into the message, so that it can be found again. */
  key: string;
  message: SlackMessage;
}

/** Slack knows no key under which posting twice is posting once: what we wrote is told by its metadata. */
const EVENT_TYPE = 'tsutae_message';
/**
 * How far a message of ours is looked for: in a channel, which Slack gives newest first, further back than the outbox
 * tries; in a thread, which it gives oldest first, to the end of any that people can still read.
 */
const PAGE = { channel: 200, thread: 999 };
const PAGES = 5;
/** A message that is gone, or that Slack lets nobody edit any more. */
const GONE = new Set(['message_not_found', 'cant_update_message', 'edit_window_closed', 'is_inactive']);

export function refOf({ channel, ts }: Standing): string {
  return `${channel}:${ts}`;
}

export function readRef(ref: string): Standing | null {
  const [channel, ts] = ref.split(':');
  return channel && ts ? { channel, ts } : null;
}

export async function postMessage(api: webApi.WebClient, wanted: NewMessage): Promise<Standing> {
  const { channel, thread, key, message } = wanted;
  const posted = await api.chat.postMessage({
    channel,
    ...message,
    ...(thread !== null && { thread_ts: thread }),
    metadata: { event_type: EVENT_TYPE, event_payload: { key } },
    unfurl_links: false,
    unfurl_media: false,
  });
  if (posted.ts === undefined) throw new Error('Slack posted a message and gave no time of it');
  return { channel: posted.channel ?? channel, ts: posted.ts };
}

/** False when the message is no longer there to be edited. */
export async function editMessage(
  api: webApi.WebClient,
  { channel, ts }: Standing,
  message: SlackMessage,
): Promise<boolean> {
  try {
    await api.chat.update({ channel, ts, ...message });
    return true;
  } catch (error) {
    const name = slackErrorName(error);
    if (name !== null && GONE.has(name)) return false;
    throw error;
  }
}

/** The message that was written under a key, if it stands there. */
export async function findMessage(
  api: webApi.WebClient,
  { channel, thread, key }: Omit<NewMessage, 'message'>,
): Promise<Standing | null> {
  let cursor: string | undefined;
  for (let page = 0; page < PAGES; page++) {
    const options = {
      channel,
      limit: thread === null ? PAGE.channel : PAGE.thread,
      include_all_metadata: true,
      ...(cursor !== undefined && { cursor }),
    };
    const read = await (thread === null
      ? api.conversations.history(options)
      : api.conversations.replies({ ...options, ts: thread }));
    const found = read.messages?.find((message) => keyOf(message) === key);
    if (found?.ts !== undefined) return { channel, ts: found.ts };
    cursor = read.response_metadata?.next_cursor;
    if (cursor === undefined || cursor === '') return null;
  }
  return null;
}

interface Told {
  ts?: string;
  metadata?: { event_type?: string; event_payload?: Record<string, unknown> };
}

function keyOf({ metadata }: Told): unknown {
  return metadata?.event_type === EVENT_TYPE ? metadata.event_payload?.['key'] : undefined;
}
