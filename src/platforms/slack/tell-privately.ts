import type { Phrase } from '../../domain/phrase.ts';
import type { Locale } from '../../domain/organization.ts';
import type { Block } from './blocks.ts';
import { escapeMrkdwn } from './escape-mrkdwn.ts';
import { plain } from './blocks.ts';
import type { SlackContext } from './slack-context.ts';
import type { View } from '../../domain/view.ts';
import { renderMessage } from './render-message.ts';

/** Somebody in a conversation, to whom alone something is shown. */
export interface Reader {
  channel: string;
  user: string;
  locale: Locale;
  thread?: string | null;
}

/**
 * A hint that only this person sees and that is gone with the next reload: it says nothing that is not found elsewhere, so that it
 * may be lost. What has to arrive goes through the outbox.
 */
export async function tellPrivately(
  context: Pick<SlackContext, 'quick' | 'words' | 'log'>,
  reader: Reader,
  lines: readonly Phrase[],
): Promise<void> {
  const text = lines.map((line) => context.words.say(line, reader.locale)).join('\n');
  const blocks: Block[] = [{ type: 'section', text: plain(text) }];
  await show(context, reader, { text: escapeMrkdwn(text), blocks });
}

export async function showPrivately(
  context: Pick<SlackContext, 'quick' | 'words' | 'log'>,
  reader: Reader,
  view: View,
): Promise<void> {
  const locale = view.language ?? reader.locale;
  for (const message of renderMessage(view, (phrase) => context.words.say(phrase, locale)))
    await show(context, reader, message);
}

async function show(
  { quick, log }: Pick<SlackContext, 'quick' | 'log'>,
  { channel, user, thread }: Reader,
  message: { text: string; blocks: Block[] },
): Promise<void> {
  try {
    await quick.chat.postEphemeral({
      channel,
      user,
      ...message,
      ...(thread !== undefined && thread !== null && { thread_ts: thread }),
    });
  } catch {
    log.warn('a hint could not be shown on Slack');
  }
}
