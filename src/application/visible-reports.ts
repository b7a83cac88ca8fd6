import { scopeOf } from '../domain/permission.ts';
import type { ReportReader } from './ports.ts';
import { actorNow, personNow, type Surroundings } from './surroundings.ts';

/** Which of these reports a person may see today; nobody unknown sees any. */
export async function visibleReports(
  deps: Surroundings & { reader: Pick<ReportReader, 'visible'> },
  person: string,
  numbers: readonly string[],
): Promise<ReadonlySet<string>> {
  const reader = personNow(deps, person);
  if (!reader || numbers.length === 0) return new Set();
  return deps.reader.visible(scopeOf(actorNow(deps, reader.person)), numbers);
}
