import type { TeamsContext } from './context.ts';
import type { InvokeAnswer } from './edge.ts';
import { eventIdOf } from './event-id.ts';
import { onInstalled } from './on-installed.ts';
import { onInvoke } from './on-invoke.ts';
import { onMessage } from './on-message.ts';
import { onThread } from './on-thread.ts';
import { readActivity, type Activity } from './read-activity.ts';

/**
 * One verified activity. When this returns, what was done is stored or answered; everything that follows from it goes
 * out by itself, because the turn's own context must not be used afterwards.
 */
export async function takeTurn(teams: TeamsContext, body: unknown): Promise<InvokeAnswer | null> {
  const activity = readActivity(body);
  if (!activity) {
    teams.log.warn('an activity of no known shape');
    return null;
  }
  if (activity.type === 'invoke') return onInvoke(teams, activity);
  const event = `${activity.type}:${eventIdOf(activity)}`;
  if (teams.seen.has(event)) return null;
  await onEvent(teams, activity);
  // Only now: what failed comes again, and is then worked on.
  teams.seen.add(event);
  return null;
}

async function onEvent(teams: TeamsContext, activity: Activity): Promise<void> {
  switch (activity.type) {
    case 'message':
      return onMessage(teams, activity);
    case 'messageUpdate':
    case 'messageDelete':
      await onThread(teams, activity);
      return;
    case 'installationUpdate':
    case 'conversationUpdate':
      return onInstalled(teams, activity);
    default:
  }
}
