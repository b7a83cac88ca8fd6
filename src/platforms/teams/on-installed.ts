import { phrase } from '../../domain/phrase.ts';
import { GREETING, START_BUTTONS } from '../../domain/dialog/matter.ts';
import { notice } from '../../domain/dialog/question-view.ts';
import { PLATFORM, type TeamsContext } from './context.ts';
import { closeTo } from './deliver.ts';
import { homeOf } from './places.ts';
import { isPersonal, placeOf, replyTo, type Activity } from './read-activity.ts';
import { speak } from './speak.ts';
import { whoDid } from './who.ts';

/**
 * Installed or removed, for a person or in a team. A person's reference is kept with their first event of any kind;
 * a channel that has lost us is written to elsewhere until we are back.
 */
export async function onInstalled(teams: TeamsContext, activity: Activity): Promise<void> {
  const change = changeOf(activity);
  if (change === null) return;
  if (isPersonal(activity)) return change === 'added' ? welcome(teams, activity) : leave(teams, activity);
  const channel = { platform: PLATFORM, place: placeOf(activity) };
  return change === 'added' ? teams.edge.regainChannel(channel) : teams.edge.loseChannel(channel);
}

/** Of both events for an installation one is enough: the members' would say it a second time. */
function changeOf({
  type,
  action,
  channelData,
  membersRemoved,
  recipient,
}: Activity): 'added' | 'removed' | null {
  if (type === 'installationUpdate') {
    if (action?.startsWith('add')) return 'added';
    return action?.startsWith('remove') ? 'removed' : null;
  }
  if (channelData?.eventType === 'channelDeleted') return 'removed';
  if (channelData?.eventType === 'channelRestored') return 'added';
  return membersRemoved?.some(({ id }) => id === recipient.id) ? 'removed' : null;
}

async function welcome(teams: TeamsContext, activity: Activity): Promise<void> {
  const who = await whoDid(teams, activity);
  if (who.kind !== 'person' && who.kind !== 'stranger') return;
  const to = replyTo(activity);
  await speak(teams, to, who.locale, WELCOME);
}

/** What it does in three lines, and that compliance has a place of its own. */
const WELCOME = notice([...GREETING, phrase('reach.compliance')], START_BUTTONS);

async function leave(teams: TeamsContext, activity: Activity): Promise<void> {
  const who = await whoDid(teams, activity);
  if (who.kind === 'person') await closeTo(teams, homeOf(who.person));
}
