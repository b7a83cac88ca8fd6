import type { ThreadBody } from '../../application/ports/inbound.ts';
import { phrase } from '../../domain/phrase.ts';
import { PLATFORM, type TeamsContext } from './context.ts';
import { eventIdOf } from './event-id.ts';
import { attachmentsOf, placeOf, replyTo, textOf, threadOf, type Activity } from './read-activity.ts';
import { sayNotTaken } from './speak.ts';
import { whoDid } from './who.ts';

/**
 * What is said, changed or deleted in the thread under a report's card belongs to the report, with or without a mention.
 * @returns false for every other thread, of which nothing is kept
 */
export async function onThread(teams: TeamsContext, activity: Activity): Promise<boolean> {
  const top = threadOf(activity);
  // The card itself has its own id on top of its thread.
  if (top === null || top === activity.id) return false;
  const place = placeOf(activity);
  const report = await teams.edge.reportAt({ platform: PLATFORM, place }, { id: top });
  if (report === null) return false;
  const who = await whoDid(teams, activity);
  const to = replyTo(activity);
  if (who.kind === 'unavailable') {
    await sayNotTaken(teams, to, who.locale, [phrase('reach.not_taken'), phrase('reach.unavailable')]);
    return true;
  }
  if (who.kind !== 'person') {
    teams.log.warn('a reply of somebody unknown was left where it is');
    return true;
  }
  const received = await teams.edge.receive({
    platform: PLATFORM,
    eventId: eventIdOf(activity),
    person: who.person,
    place: { kind: 'channel', address: place },
    body: bodyOf(activity, report),
  });
  if (!received.ok) {
    const problem = teams.words.problem(received.problem);
    await sayNotTaken(teams, to, who.locale, [phrase('reach.not_taken'), problem]);
  }
  return true;
}

function bodyOf(activity: Activity, report: string): ThreadBody {
  const about = { report, messageId: activity.id };
  switch (activity.type) {
    case 'messageDelete':
      return { kind: 'comment_deleted', ...about };
    case 'messageUpdate':
      return { kind: 'comment_edited', ...about, text: textOf(activity) };
    default:
      return { kind: 'commented', ...about, text: textOf(activity), attachments: attachmentsOf(activity) };
  }
}
