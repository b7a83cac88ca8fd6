import type { TeamsContext } from './context.ts';
import type { InvokeAnswer } from './edge.ts';
import { onInstalled } from './on-installed.ts';
import { onInvoke } from './on-invoke.ts';
import { onMessage } from './on-message.ts';
import { onThread } from './on-thread.ts';
import { readActivity } from './read-activity.ts';

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
  switch (activity.type) {
    case 'message':
      await onMessage(teams, activity);
      return null;
    case 'messageUpdate':
    case 'messageDelete':
      await onThread(teams, activity);
      return null;
    case 'invoke':
      return onInvoke(teams, activity);
    case 'installationUpdate':
    case 'conversationUpdate':
      await onInstalled(teams, activity);
      return null;
    default:
      return null;
  }
}
