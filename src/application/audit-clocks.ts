import { addMinutes, type Instant } from '../domain/business-time.ts';
import { notice } from '../domain/dialog/question-view.ts';
import { phrase } from '../domain/phrase.ts';
import type { ClockQueue, UnitOfWork } from './ports.ts';
import type { Surroundings } from './surroundings.ts';
import { tellAdministrators } from './tell-administrators.ts';

/** How far the minute's look may fall behind before that is a fault. */
const MOST_MINUTES_LATE = 5;

/** Whether the clocks are kept: counts and a moment, never what they are about. */
export interface ClockHealth {
  state: 'ok' | 'late';
  /** Reports that should have been looked at. */
  late: number;
  /** Since when the oldest of them waits. */
  since: Instant | null;
}

export interface ClockAudit extends Pick<Surroundings, 'clock' | 'catalogue' | 'directory' | 'log'> {
  clockQueue: ClockQueue;
  unitOfWork: UnitOfWork;
}

export async function clockHealth({
  clock,
  clockQueue,
}: Pick<ClockAudit, 'clock' | 'clockQueue'>): Promise<ClockHealth> {
  const { late, since } = await clockQueue.waitingSince(addMinutes(clock.now(), -MOST_MINUTES_LATE));
  return { state: late === 0 ? 'ok' : 'late', late, since };
}

/**
 * Looks after the scheduler without being run by it: when reports wait for the clocks, the administrators are told,
 * once as long as the same one is the oldest.
 */
export async function auditClocks(deps: ClockAudit): Promise<ClockHealth> {
  const health = await clockHealth(deps);
  if (health.since === null) return health;
  const { late, since } = health;
  deps.log.error('the clocks are not kept', { late, since });
  const view = notice([
    phrase('health.late', { n: late, since: { moment: since } }),
    phrase('health.late.next'),
  ]);
  await deps.unitOfWork.transact((tx) => tellAdministrators(deps, tx, { view, key: `clocks-late:${since}` }));
  return health;
}
