import type { webApi } from '@slack/bolt';
import type { MessageRef, PlatformFailure, Post, Words } from '../../application/ports.ts';
import { COMMON_LOCALE, type Locale } from '../../domain/organization.ts';
import type { Phrase } from '../../domain/phrase.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { SlackMessage } from './blocks.ts';
import type { Called } from './call-in.ts';
import type { ChannelBook } from './channel-book.ts';
import {
  editMessage,
  findMessage,
  postMessage,
  readRef,
  refOf,
  type NewMessage,
  type Standing,
} from './messages.ts';
import type { OwnConversations } from './own-conversations.ts';
import { ownerOf } from './personal-place.ts';
import { renderMessage } from './render-message.ts';
import { slackFailure } from './slack-failure.ts';

export interface Posting {
  api: webApi.WebClient;
  channels: ChannelBook;
  conversations: OwnConversations;
  words: Words;
  /** Who is called by a post, if anybody is. */
  called: (post: Post) => Promise<Called | null>;
}

export interface Deliveries {
  send(post: Post): Promise<Result<MessageRef, PlatformFailure>>;
  update(ref: MessageRef, post: Post): Promise<Result<MessageRef, PlatformFailure>>;
}

const NO_PLACE: PlatformFailure = { code: 'no_such_place', retryAfterMs: null };

/** Brings posts to Slack: each once, however often it is tried. */
export function deliveries(parts: Posting): Deliveries {
  const bring = bringing(parts.api);
  return {
    send: (post) =>
      guarded(parts, post, async (channel) => {
        const messages = await rendered(parts, post);
        let last: Standing | null = null;
        for (const [part, message] of messages.entries()) {
          const key = part === 0 ? post.key : `${post.key}#${part + 1}`;
          last = await bring({ channel, thread: threadOf(post), key, message }, post);
        }
        if (!last) throw new Error('a post without a message');
        return last;
      }),
    update: (ref, post) =>
      guarded(parts, post, async (channel) => {
        const standing = readRef(ref.id);
        const [message] = await rendered(parts, post);
        if (!message) throw new Error('a card without a message');
        if (standing && (await editMessage(parts.api, standing, message))) return standing;
        // Somebody has deleted it: the card is posted anew, and lives on there.
        const key = `${post.key}@${standing?.ts ?? ''}`;
        return bring({ channel, thread: threadOf(post), key, message }, post);
      }),
  };
}

/** Posts a message, or finds that an earlier attempt has. */
function bringing(api: webApi.WebClient) {
  /** Messages of which this instance knows that the attempt so numbered has not brought them. */
  const missed = new Map<string, number>();

  async function post(wanted: NewMessage, attempt: number): Promise<Standing> {
    try {
      const standing = await postMessage(api, wanted);
      missed.delete(wanted.key);
      return standing;
    } catch (error) {
      if (slackFailure(error).code === 'unknown_outcome') missed.delete(wanted.key);
      else missed.set(wanted.key, attempt);
      throw error;
    }
  }

  return async (wanted: NewMessage, { attempt = 1, card, under }: Post): Promise<Standing> => {
    const doubtful = attempt > 1 && missed.get(wanted.key) !== attempt - 1;
    const standing = doubtful ? await findMessage(api, wanted) : null;
    if (!standing) return post(wanted, attempt);
    // What was posted and not recorded, and changes with its report, may show an older state.
    if (card !== null || under !== undefined) await editMessage(api, standing, wanted.message);
    return standing;
  };
}

function threadOf({ under }: Post): string | null {
  return under === undefined ? null : (readRef(under.id)?.ts ?? null);
}

async function guarded(
  { channels, conversations }: Posting,
  { to }: Post,
  work: (channel: string) => Promise<Standing>,
): Promise<Result<MessageRef, PlatformFailure>> {
  const person = ownerOf(to.place);
  try {
    const channel = await (person === null ? channels.idOf(to.place) : conversations.channelOf(person));
    return channel === null ? fail(NO_PLACE) : ok({ id: refOf(await work(channel)) });
  } catch (error) {
    const failure = slackFailure(error);
    if (failure.code === 'no_such_place' && person !== null) await conversations.lost(person);
    return fail(failure);
  }
}

/** A view that fixed its language keeps it; everything else is said in the reader's. */
async function localeFor({ conversations }: Posting, { view, to }: Post): Promise<Locale> {
  const owner = ownerOf(to.place);
  return view.language ?? (owner === null ? COMMON_LOCALE : await conversations.languageOf(owner));
}

async function rendered(parts: Posting, post: Post): Promise<SlackMessage[]> {
  const { words, called } = parts;
  const { view, card } = post;
  const locale = await localeFor(parts, post);
  const say = (phrase: Phrase) => words.say(phrase, locale);
  return renderMessage(view, say, {
    called: await called(post),
    full: card === null ? null : { action: 'details', report: card },
  });
}
