import { cardView } from '../domain/card-view.ts';
import { scopeOf } from '../domain/permission.ts';
import type { Problem } from '../domain/problems.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { View } from '../domain/view.ts';
import type { ReportReader } from './ports.ts';
import { actorNow, personNow, type Surroundings } from './surroundings.ts';

/** A report's card for one person: what they may not see does not exist. */
export async function showCard(
  deps: Surroundings & { reader: ReportReader },
  person: string,
  number: string,
): Promise<Result<View, Problem>> {
  const reader = personNow(deps, person);
  if (!reader) return fail({ kind: 'unknown_person' });
  const report = await deps.reader.byNumber(scopeOf(actorNow(deps, reader.person)), number);
  return report ? ok(cardView(deps.catalogue, report, deps.catalogue.calendar)) : fail({ kind: 'not_found' });
}
