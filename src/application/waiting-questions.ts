import { reply } from '../domain/acts/reply-acts.ts';
import { askedQuestions, type AskedQuestion } from '../domain/asked-question.ts';
import { prepareAct } from './prepare-act.ts';
import type { ReportReader, UnitOfWork } from './ports.ts';
import { recordViews, sinceToday } from './record-views.ts';
import { actorNow, personNow, type Surroundings } from './surroundings.ts';

/** Of so many of their open reports, filed last: nobody has more that are asked about. */
const MOST_REPORTS = 100;

/** What departments have asked a person about their own open reports, and what they may answer now; longest waiting first. */
export async function waitingQuestions(
  deps: Surroundings & { reader: ReportReader; unitOfWork: UnitOfWork },
  person: string,
): Promise<AskedQuestion[]> {
  const known = personNow(deps, person);
  if (!known) return [];
  const actor = actorNow(deps, known.person);
  const reports = await deps.reader.mine(person, { open: true, limit: MOST_REPORTS });
  const asked = reports.filter((report) => prepareAct(deps, actor, report, reply, {}).ok);
  await recordViews(deps, { person, by: 'list', since: sinceToday(deps) }, asked);
  return asked.flatMap(askedQuestions).sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
