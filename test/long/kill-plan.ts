import type { Random } from './random.ts';
import type { DatabaseKind } from './site.ts';

/** What the program is at when it is killed. */
export const MOMENTS = ['first start', 'start', 'catching up', 'work', 'shutdown'] as const;
export type Moment = (typeof MOMENTS)[number];

/** When one round kills the program, and whether its database server falls over before that. */
export interface KillPlan {
  aim: 'start' | 'catching up' | 'work' | 'shutdown';
  /** How far into that, from 0 to 1 of its usual length. */
  share: number;
  server: 'immediate' | 'killed' | null;
}

/** @param hasRun whether the program was ever ready in this world: until then its first start is aimed at */
export function planKill(random: Random, kind: DatabaseKind, hasRun: boolean): KillPlan {
  const usual = aimOf(random.next());
  const aim = !hasRun && random.chance(0.5) ? 'start' : usual;
  const share = random.next();
  const falls = kind === 'postgres' && aim === 'work' && random.chance(0.3);
  return { aim, share, server: falls ? random.pick(['immediate', 'killed']) : null };
}

function aimOf(chance: number): KillPlan['aim'] {
  if (chance < 0.25) return 'start';
  if (chance < 0.4) return 'catching up';
  return chance < 0.85 ? 'work' : 'shutdown';
}
