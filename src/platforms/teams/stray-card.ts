import { atMost } from './at-most.ts';
import { PLATFORM, type TeamsContext } from './context.ts';
import { platformFailure } from './errors.ts';
import { LIMITS } from './limits.ts';
import { isPersonal, placeOf, threadOf, type Activity } from './read-activity.ts';

/**
 * A living card whose posting ended without an answer was posted again, and may stand twice: what is written down is
 * updated, and nothing ever updates the other. Whoever looks at that one has it taken back.
 * @param number of the report whose living card the pressed message says that it is. Where it stands and which message
 *   it is are Teams' own word; that another one is the card there is the house's.
 */
export async function removeStray(
  teams: TeamsContext,
  activity: Activity,
  person: string,
  number: string,
): Promise<void> {
  const id = activity.replyToId;
  if (id === undefined || isPersonal(activity) || isInThread(activity, id)) return;
  const at = { platform: PLATFORM, place: placeOf(activity) };
  const stray = `stray:${at.place}:${id}`;
  if (teams.seen.has(stray)) return;
  const living = await teams.edge.cardAt(person, at, number);
  // Without one this may be the living card itself, a moment before it is written down.
  if (living === null || living.id === id || (await teams.edge.reportAt(at, { id })) !== null) return;
  const removed = await atMost(
    LIMITS.turnMs,
    teams.bot.remove({ serviceUrl: activity.serviceUrl, id: at.place }, id),
  );
  if (removed === 'late') return;
  const status = removed.ok ? null : removed.problem.status;
  // What it is not able to do now is done when somebody looks again.
  if (!removed.ok && !REFUSED.has(platformFailure(removed.problem).code)) return;
  teams.seen.add(stray);
  if (status !== null && status !== 404) teams.log.info('a second card was left where it is', { status });
}

/** What may not be removed now may never be. */
const REFUSED: ReadonlySet<string> = new Set(['no_such_place', 'refused']);

/** Living cards stand on top of a thread of their own. */
function isInThread(activity: Activity, message: string): boolean {
  const top = threadOf(activity);
  return top !== null && top !== message;
}
