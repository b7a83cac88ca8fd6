import type { InboundBody } from '../../application/ports.ts';
import type { Locale } from '../../domain/organization.ts';
import { phrase } from '../../domain/phrase.ts';
import { answerPress, type Shown } from './answer-press.ts';
import { onHome } from './home.ts';
import { onChannelCommand } from './channel-commands.ts';
import { PLATFORM, type TeamsContext } from './context.ts';
import type { Conversation } from './edge.ts';
import { conversationOf } from './deliver.ts';
import { eventIdOf } from './event-id.ts';
import { onThread } from './on-thread.ts';
import { homeOf, placeFor } from './places.ts';
import { attachmentsOf, isMentioned, isPersonal, replyTo, textOf, type Activity } from './read-activity.ts';
import { readCardData, type CardData } from './read-press.ts';
import { cardMessage, sayNotTaken, speak } from './speak.ts';
import { answerStranger } from './strangers.ts';
import { whoDid, type Who } from './who.ts';

/** What is said to the bot: in its own conversation everything, elsewhere what mentions it. */
export async function onMessage(teams: TeamsContext, activity: Activity): Promise<void> {
  const data = readCardData(activity.value);
  if (!data && (await onThread(teams, activity))) return;
  if (!isPersonal(activity) && !isMentioned(activity) && !data) return;
  const who = await whoDid(teams, activity);
  if (who.kind !== 'person') return turnAway(teams, activity, who, data);
  if (data) return submitted(teams, activity, who, data);
  if (await onChannelCommand(teams, activity, who)) return;
  if (await onHome(teams, activity, who)) return;
  const said = {
    kind: 'said' as const,
    text: wordsOf(teams, activity),
    attachments: attachmentsOf(activity),
  };
  await receive(teams, activity, who, said);
}

type Person = Extract<Who, { kind: 'person' }>;

/** In a channel the mention stands for the name: people talk to each other there, and the bot listens when it is called. */
function wordsOf({ words }: TeamsContext, activity: Activity): string {
  const text = textOf(activity);
  return isPersonal(activity) ? text : `${words.say(phrase('teams.app.name'), 'ja')} ${text}`;
}

async function receive(
  teams: TeamsContext,
  activity: Activity,
  { person, locale }: Person,
  body: InboundBody,
): Promise<void> {
  const received = await teams.edge.receive({
    platform: PLATFORM,
    eventId: eventIdOf(activity),
    person,
    place: placeFor(activity, person),
    body,
  });
  if (!received.ok) {
    const own = await conversationOf(teams, homeOf(person));
    const problem = teams.words.problem(received.problem);
    return sayNotTaken(teams, own.ok ? own.value : null, locale, [problem]);
  }
  // The same sentence for whatever was said: what is answered, or whether, is nobody else's business.
  if (!isPersonal(activity) && !received.value.repeated)
    await speak(teams, replyTo(activity), locale, [phrase('reach.in_private')]);
}

/** Clients that know no Action.Execute submit the same press as a message. */
async function submitted(
  teams: TeamsContext,
  activity: Activity,
  { person, locale }: Person,
  data: CardData,
): Promise<void> {
  const on = { teams, person, locale, place: placeFor(activity, person), eventId: eventIdOf(activity) };
  const shown = await answerPress(on, data);
  if (shown.kind === 'text' && data.press) return;
  const to = await conversationOf(teams, homeOf(person));
  if (to.ok) await show(teams, to.value, locale, shown);
}

async function show(teams: TeamsContext, to: Conversation, locale: Locale, shown: Shown): Promise<void> {
  if (shown.kind === 'text') return;
  const form = shown.kind === 'form' ? { opener: shown.opener, kept: shown.kept } : {};
  const { words } = teams;
  await teams.bot.post(to, cardMessage(shown.view, { words, locale, ...form }));
}

async function turnAway(
  teams: TeamsContext,
  activity: Activity,
  who: Exclude<Who, Person>,
  data: CardData | null,
): Promise<void> {
  switch (who.kind) {
    case 'other_tenant':
    case 'nobody':
      teams.log.warn('somebody of another organisation was turned away');
      return;
    case 'guest':
      return answerThere(teams, activity, who.locale, [phrase('reach.guest')]);
    case 'unavailable':
      return sayNotTaken(teams, await ownOf(teams, activity), who.locale, [phrase('reach.unavailable')]);
    case 'stranger':
      return answerThere(teams, activity, who.locale, await answerStranger(teams, who, data));
  }
}

/** To somebody whom the house does not know: in their own conversation, whatever they wrote in. */
async function answerThere(
  teams: TeamsContext,
  activity: Activity,
  locale: Locale,
  said: Parameters<typeof speak>[3],
): Promise<void> {
  const own = await ownOf(teams, activity);
  if (own) await speak(teams, own, locale, said);
}

/** Null where none could be opened. */
async function ownOf(teams: TeamsContext, activity: Activity): Promise<Conversation | null> {
  if (isPersonal(activity)) return replyTo(activity);
  const { serviceUrl, from } = activity;
  const own = await teams.bot.openPersonal(serviceUrl, from.id);
  return own.ok ? { serviceUrl, id: own.value.id } : null;
}
