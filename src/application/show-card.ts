import { cardView } from '../domain/card-view.ts';
import { scopeOf } from '../domain/permission.ts';
import type { Problem } from '../domain/problems.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { View } from '../domain/view.ts';
import type { Address, ReportReader } from './ports.ts';
import { belongs } from './post-cards.ts';
import { actorNow, personNow, type Surroundings } from './surroundings.ts';

/** The living card of a report as it stands now, for somebody who looks at it where it was posted. */
export async function showCard(
  deps: Surroundings & { reader: Pick<ReportReader, 'byNumber'> },
  person: string,
  at: Address,
  number: string,
): Promise<Result<View, Problem>> {
  const reader = personNow(deps, person);
  if (!reader) return fail({ kind: 'unknown_person' });
  const report = await deps.reader.byNumber(scopeOf(actorNow(deps, reader.person)), number);
  if (!report || !belongs(deps.directory, report, at)) return fail({ kind: 'not_found' });
  const { catalogue } = deps;
  return ok(cardView(catalogue, report, catalogue.calendar));
}
