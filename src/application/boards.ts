import { boardsOf } from '../domain/report-board.ts';
import { actorNow, moment, personNow, type Surroundings } from './surroundings.ts';

/** Units whose boards a person may look at today, their own first; none for who handles nothing. */
export function boards(deps: Surroundings, person: string): string[] {
  const known = personNow(deps, person);
  if (!known) return [];
  return boardsOf(actorNow(deps, known.person), deps.catalogue.organization, moment(deps).today);
}
