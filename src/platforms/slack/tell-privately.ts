import type { Phrase } from '../../domain/phrase.ts';
import type { Locale } from '../../domain/organization.ts';
import type { Block } from './blocks.ts';
import { escapeMrkdwn } from './escape-mrkdwn.ts';
import { plain } from './blocks.ts';
import type { SlackContext } from './slack-context.ts';
import { notice } from '../../domain/dialog/question-view.ts';
import type { View } from '../../domain/view.ts';
import { directOf } from './own-conversations.ts';
import { renderMessage } from './render-message.ts';
import { slackErrorName } from './slack-failure.ts';

type Telling = Pick<SlackContext, 'quick' | 'words' | 'log'>;

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
  context: Telling,
  reader: Reader,
  lines: readonly Phrase[],
): Promise<void> {
  const text = lines.map((line) => context.words.say(line, reader.locale)).join('\n');
  const blocks: Block[] = [{ type: 'section', text: plain(text) }];
  await show(context, reader, { text: escapeMrkdwn(text), blocks });
}

/**
 * What is said nowhere else, to somebody whose words were not taken: where Slack refuses the hint it stands in their own
 * conversation, and what fails for any other reason is thrown, so that Slack brings the event again.
 */
export async function tellSurely(context: Telling, reader: Reader, lines: readonly Phrase[]): Promise<void> {
  await showSurely(context, reader, notice([...lines]));
}

/** As `tellSurely`, with buttons. */
export async function showSurely(context: Telling, reader: Reader, view: View): Promise<void> {
  const locale = view.language ?? reader.locale;
  for (const message of renderMessage(view, (phrase) => context.words.say(phrase, locale)))
    await hint(context, reader, message).catch((error: unknown) => directly(context, reader, message, error));
}

async function directly(
  { quick, log }: Telling,
  { user }: Reader,
  message: { text: string; blocks: Block[] },
  error: unknown,
): Promise<void> {
  if (slackErrorName(error) === null) throw error;
  const channel = await directOf(quick, user);
  if (channel === null) log.warn('somebody cannot be told that their words were not taken');
  else await quick.chat.postMessage({ channel, ...message });
}

async function show(
  context: Telling,
  reader: Reader,
  message: { text: string; blocks: Block[] },
): Promise<void> {
  await hint(context, reader, message).catch(() => context.log.warn('a hint could not be shown on Slack'));
}

async function hint(
  { quick }: Telling,
  { channel, user, thread }: Reader,
  message: { text: string; blocks: Block[] },
): Promise<void> {
  await quick.chat.postEphemeral({
    channel,
    user,
    ...message,
    ...(thread !== undefined && thread !== null && { thread_ts: thread }),
  });
}
