import { setTimeout } from 'node:timers/promises';
import { COMMON_LOCALE, localeOf, type Locale } from '../../domain/organization.ts';
import { notificationOf } from '../../domain/notification.ts';
import type { Pace } from '../../domain/pace.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { KnownAccount, MessageRef, PlatformFailure, Post } from '../../application/ports.ts';
import { readContact, type Contact } from './contact.ts';
import { PLATFORM, type Speaking } from './context.ts';
import { CARD_TYPE, type Conversation, type OutgoingActivity } from './edge.ts';
import { platformFailure } from './errors.ts';
import { ownerOf } from './places.ts';
import { threadUnder } from './read-activity.ts';
import { localeFor, renderCard } from './render-card.ts';
import { callIn } from './responsible.ts';
import { splitCard } from './split-card.ts';

export interface Delivering extends Speaking {
  pace: Pace;
}

type Delivered = Result<MessageRef, PlatformFailure>;

/** A message of its own, or the first of a living card; what is too long for one card goes out as several. */
export async function send(teams: Delivering, post: Post): Promise<Delivered> {
  const to = await conversationOf(teams, post.to.place);
  if (!to.ok) return to;
  const { serviceUrl, id } = to.value;
  const at = { serviceUrl, id: post.under ? threadUnder(id, post.under.id) : id };
  let delivered: Delivered = fail({ code: 'refused', retryAfterMs: null });
  const call = post.mention ? await callIn(teams, post.to.place) : {};
  for (const [index, activity] of (await activitiesOf(teams, post)).entries()) {
    const said = index === 0 ? { ...activity, ...call } : activity;
    delivered = await bring(teams, post, id, () => teams.bot.post(at, said));
    if (!delivered.ok) return delivered;
  }
  return delivered;
}

/** A living card fits into one message: it is made to. */
export async function update(teams: Delivering, ref: MessageRef, post: Post): Promise<Delivered> {
  const to = await conversationOf(teams, post.to.place);
  if (!to.ok) return to;
  const [activity, ...more] = await activitiesOf(teams, post);
  if (!activity || more.length > 0) return fail({ code: 'too_large', retryAfterMs: null });
  return bring(teams, post, to.value.id, () => teams.bot.update(to.value, ref.id, activity));
}

async function bring(
  teams: Delivering,
  post: Post,
  conversation: string,
  deliver: () => ReturnType<Speaking['bot']['post']>,
): Promise<Delivered> {
  const tooLong = await inPace(teams.pace, conversation);
  if (tooLong !== null) return fail({ code: 'rate_limited', retryAfterMs: tooLong });
  const delivered = await deliver();
  if (delivered.ok) return delivered;
  const failure = platformFailure(delivered.problem);
  if (failure.code === 'no_such_place') await closeTo(teams, post.to.place);
  return fail(failure);
}

/**
 * The outbox counts entries; one that goes out as several messages is counted here. A moment is waited for here, more
 * than that by the outbox: it has others to serve.
 */
const LONGEST_WAIT_MS = 2_000;

/** @returns null once it may go; else after how many milliseconds to come back */
async function inPace(pace: Pace, conversation: string): Promise<number | null> {
  for (;;) {
    const wait = pace.waitFor(conversation);
    if (wait === 0) {
      pace.count(conversation);
      return null;
    }
    if (wait > LONGEST_WAIT_MS) return wait;
    await setTimeout(wait);
  }
}

/** Where a place is in Teams; a person who was met in a channel only gets a conversation of their own. */
export async function conversationOf(
  teams: Speaking,
  place: string,
): Promise<Result<Conversation, PlatformFailure>> {
  const owner = ownerOf(place);
  if (owner === null) return ok({ serviceUrl: teams.serviceUrl, id: place });
  const known = await accountOf(teams, owner);
  const contact = readContact(known?.contact ?? null);
  if (!known?.reachable || !contact) return fail({ code: 'no_such_place', retryAfterMs: null });
  if (contact.conversation !== null) return ok({ serviceUrl: contact.serviceUrl, id: contact.conversation });
  return openOwn(teams, known, contact);
}

async function openOwn(
  { bot, accounts, clock }: Speaking,
  known: KnownAccount,
  contact: Contact,
): Promise<Result<Conversation, PlatformFailure>> {
  const opened = await bot.openPersonal(contact.serviceUrl, contact.user);
  if (!opened.ok) return fail(platformFailure(opened.problem));
  const { id } = opened.value;
  await accounts.keep({ ...known, contact: { ...contact, conversation: id } }, clock.now());
  return ok({ serviceUrl: contact.serviceUrl, id });
}

async function accountOf({ accounts }: Speaking, person: string): Promise<KnownAccount | undefined> {
  return (await accounts.of(PLATFORM, person)).find(({ reachable }) => reachable);
}

/** Uninstalled, blocked or moved: nothing is tried there until they write again. */
export async function closeTo(teams: Speaking, place: string): Promise<void> {
  const owner = ownerOf(place);
  const known = owner === null ? undefined : await accountOf(teams, owner);
  if (!known) return;
  await teams.accounts.keep({ ...known, reachable: false }, teams.clock.now());
  teams.log.warn('a person cannot be reached in Teams', { person: known.person });
}

async function activitiesOf(teams: Speaking, post: Post): Promise<OutgoingActivity[]> {
  const { words } = teams;
  const locale = await readerOf(teams, post.to.place);
  const summary = words.say(notificationOf(post.view), localeFor(post.view, locale));
  return splitCard(renderCard(post.view, { words, locale, card: post.card, dialogs: teams.dialogs })).map(
    (content) => ({
      type: 'message',
      summary,
      ...(post.mention && { importance: 'high' }),
      attachments: [{ contentType: CARD_TYPE, content }],
    }),
  );
}

async function readerOf(teams: Speaking, place: string): Promise<Locale> {
  const owner = ownerOf(place);
  if (owner === null) return COMMON_LOCALE;
  const language = (await accountOf(teams, owner))?.language ?? null;
  return localeOf(teams.organization, owner, language);
}
