import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Catalogue } from '../../src/application/ports/catalogue.ts';
import { addMinutes } from '../../src/domain/business-time.ts';
import { typeOf } from '../../src/domain/assessment.ts';
import { deadlineOf } from '../../src/domain/deadline.ts';
import { isBefore, momentOf } from '../../src/domain/mark.ts';
import { anyHistory, SEASONS, YEARS } from './any-history.ts';
import { slowDeadline, slowMark, wallOf } from './slow-clocks.ts';

/** So many random histories, by the clocks of the organisation and by the slow reference; not one may differ. */
export function compareHistories(
  catalogue: Catalogue,
  runs: number,
  { seed, season }: { seed?: number; season?: keyof typeof SEASONS } = {},
): { running: number } {
  const { calendar } = catalogue;
  // A clock may run for a year after the last of ten, and a year more of waiting.
  const wall = wallOf(
    calendar,
    '2024-12-01',
    addMinutes(`${YEARS.until}T00:00:00Z`, 5 * 365 * 24 * 60).slice(0, 10),
  );
  const counted = { running: 0 };
  fc.assert(
    fc.property(anyHistory([...catalogue.types.values()], season && SEASONS[season]), (report) => {
      const type = typeOf(catalogue, report.type);
      for (const clock of type.clocks) {
        const fast = deadlineOf(type, clock, report, calendar);
        const slow = slowDeadline(wall, type, clock, report);
        const said = fast && { startedAt: fast.startedAt, due: fast.due, paused: fast.pausedSince !== null };
        assert.deepEqual(said, slow, `${type.id} ${clock.id}`);
        if (!slow) continue;
        counted.running += 1;
        for (const mark of [...clock.remindAt, ...clock.escalateAt, ...clock.tellAt]) {
          const at = momentOf(mark, slow.due, calendar);
          assert.equal(at, slowMark(wall, mark, slow.due), `${type.id} ${clock.id} ${mark.unit}`);
          if (isBefore(mark) && mark.unit !== 'due_day') assert.ok(at < slow.due);
        }
      }
    }),
    { numRuns: runs, ...(seed !== undefined && { seed }) },
  );
  return counted;
}
