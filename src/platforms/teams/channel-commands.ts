import { phrase, type Phrase } from '../../domain/phrase.ts';
import { PLATFORM, type TeamsContext } from './context.ts';
import { isPersonal, placeOf, replyTo, textOf, type Activity } from './read-activity.ts';
import { speak } from './speak.ts';
import { afterCommand } from './typed-command.ts';

/**
 * 「@つたえ 接続 品質管理部」 or `@Tsutae connect Quality` gives a channel to a unit, 「解除」 or `disconnect` takes it back.
 * @returns false for everything else that is said
 */
export async function onChannelCommand(
  teams: TeamsContext,
  activity: Activity,
  { person, locale }: { person: string; locale: 'ja' | 'en' },
): Promise<boolean> {
  if (isPersonal(activity)) return false;
  const text = textOf(activity);
  const unit = afterCommand(teams.words, 'teams.connect', text);
  const isOver = afterCommand(teams.words, 'teams.disconnect', text) === '';
  if (unit === null && !isOver) return false;
  const channel = { platform: PLATFORM, place: placeOf(activity) };
  const said =
    unit === null ? await disconnect(teams, person, channel) : await connect(teams, person, channel, unit);
  await speak(teams, replyTo(activity), locale, [said]);
  return true;
}

type Channel = Parameters<TeamsContext['edge']['bindChannel']>[1];

async function connect(
  teams: TeamsContext,
  person: string,
  channel: Channel,
  words: string,
): Promise<Phrase> {
  const bound = await teams.edge.bindChannel(person, channel, words);
  if (!bound.ok) return teams.words.problem(bound.problem);
  await teams.edge.regainChannel(channel);
  return phrase('reach.bound', { unit: { unit: bound.value } });
}

async function disconnect(teams: TeamsContext, person: string, channel: Channel): Promise<Phrase> {
  const unbound = await teams.edge.unbindChannel(person, channel);
  return unbound.ok ? phrase('reach.unbound') : teams.words.problem(unbound.problem);
}
