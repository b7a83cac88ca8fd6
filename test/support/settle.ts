import { setTimeout } from 'node:timers/promises';
import type { House } from '../../src/compose/house.ts';

const PACED = ['slack', 'teams'];
/** A place takes its next message within a moment: that is waited for, no longer rests are not. */
const MOMENT = { looks: 100, everyMs: 5 };

/** Works off everything that has been received, and delivers everything that is due. */
export async function settle({ workers, store, surroundings }: House): Promise<void> {
  await workers.inbox();
  await workers.outbox();
  if (PACED.every((platform) => surroundings.messenger.paces(platform).length === 0)) return;
  for (let look = 0; look < MOMENT.looks; look += 1) {
    const due = await store.outbox.nextDue();
    if (due === null || due > surroundings.clock.now()) return;
    await setTimeout(MOMENT.everyMs);
    await workers.outbox();
  }
}
