import { phrase, type Phrase } from '../../domain/phrase.ts';
import { SLACK, type SlackContext } from './slack-context.ts';
import { isUntold } from './slack-failure.ts';

/** Gives the channel in which it is asked for to a unit; returns what the person is told. */
export async function bindHere(
  context: SlackContext,
  person: string,
  channel: string,
  unit: string,
): Promise<Phrase> {
  if (channel.startsWith('D')) return phrase('slack.connect.in_channel');
  if (!(await isMember(context, channel))) return phrase('slack.connect.invite');
  const bound = await context.edge.bindChannel(
    person,
    { platform: SLACK, place: await placeOf(context, channel) },
    unit,
  );
  if (!bound.ok) return context.words.problem(bound.problem);
  await context.edge.regainChannel({ platform: SLACK, place: await placeOf(context, channel) });
  return phrase('reach.bound', { unit: { unit: bound.value } });
}

export async function unbindHere(context: SlackContext, person: string, channel: string): Promise<Phrase> {
  if (channel.startsWith('D')) return phrase('slack.connect.in_channel');
  const place = await placeOf(context, channel);
  const unbound = await context.edge.unbindChannel(person, { platform: SLACK, place });
  return unbound.ok ? phrase('reach.unbound') : context.words.problem(unbound.problem);
}

/** By the name that the organisation's files call it, so that one channel is one place; else by its id, which lasts. */
async function placeOf({ channels, usedPlaces }: SlackContext, channel: string): Promise<string> {
  const [used] = await usedPlaces(await channels.placesOf(channel));
  return used ?? channel;
}

/** Nothing can be posted where we are not; of a private channel Slack does not even say that it is there. */
async function isMember({ quick }: SlackContext, channel: string): Promise<boolean> {
  try {
    const found = await quick.conversations.info({ channel });
    return found.channel?.is_member === true;
  } catch (error) {
    if (isUntold(error)) return false;
    throw error;
  }
}
