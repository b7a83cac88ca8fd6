import { duesAhead } from '../domain/due-span.ts';
import { MOST_COUNTED } from '../domain/list-filter.ts';
import { scopeOf } from '../domain/permission.ts';
import { rowsOf } from './list-reports.ts';
import { listingOf } from './narrow-list.ts';
import type { Listing, Narrowing, OwnTasks, ReportReader, TaskPart } from './ports.ts';
import { actorNow, moment, personNow, type Surroundings } from './surroundings.ts';

const NOTHING: TaskPart = { reports: [], total: 0 };

/**
 * What somebody has to do, by when it falls due. Each part is asked for by itself: however much of it is overdue, what
 * is due today is found.
 * @param most of each part
 */
export async function ownTasks(
  deps: Surroundings & { reader: ReportReader },
  person: string,
  most: number,
): Promise<OwnTasks> {
  const known = personNow(deps, person);
  if (!known) return { overdue: NOTHING, today: NOTHING, soon: NOTHING, later: NOTHING };
  const actor = actorNow(deps, known.person);
  const { calendar } = deps.catalogue;
  const { now, today } = moment(deps);
  const listing = (list: 'overdue' | 'tasks') => listingOf({ actor, calendar, now, today }, { list });
  const part = (of: Listing) => partOf(deps, scopeOf(actor), of, most);
  const tasks = (due: Narrowing['due']) => part(narrowed(listing('tasks'), { open: true, due }));
  const ahead = duesAhead(now, calendar);
  const [overdue, dueToday, soon, dated, undated] = await Promise.all([
    part(listing('overdue')),
    tasks(ahead.today),
    tasks(ahead.soon),
    tasks(ahead.later),
    tasks('none'),
  ]);
  return { overdue, today: dueToday, soon, later: together(dated, undated, most) };
}

function narrowed(listing: Listing, narrowing: Narrowing): Listing {
  return { ...listing, where: [...listing.where, narrowing] };
}

async function partOf(
  deps: Surroundings & { reader: ReportReader },
  scope: ReturnType<typeof scopeOf>,
  listing: Listing,
  limit: number,
): Promise<TaskPart> {
  const [reports, total] = await Promise.all([
    deps.reader.page(scope, listing, { limit }),
    deps.reader.count(scope, listing, MOST_COUNTED),
  ]);
  return { reports: rowsOf(deps, reports), total };
}

function together(first: TaskPart, second: TaskPart, most: number): TaskPart {
  return {
    reports: [...first.reports, ...second.reports].slice(0, most),
    total: Math.min(first.total + second.total, MOST_COUNTED),
  };
}
