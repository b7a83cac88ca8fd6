import { duesAhead } from '../domain/due-span.ts';
import { MOST_COUNTED } from '../domain/list-filter.ts';
import { scopeOf } from '../domain/permission.ts';
import type { Report } from '../domain/report.ts';
import { rowsOf } from './list-reports.ts';
import { listingOf } from './narrow-list.ts';
import type { Listing, Narrowing, OwnTasks, ReportReader, TaskPart, UnitOfWork } from './ports.ts';
import { recordViews, sinceToday } from './record-views.ts';
import { actorNow, moment, personNow, type Surroundings } from './surroundings.ts';

const NOTHING: TaskPart = { reports: [], total: 0 };

/** Before it is shown. */
type Found = Omit<TaskPart, 'reports'> & { reports: readonly Report[] };

/**
 * What somebody has to do, by when it falls due. Each part is asked for by itself: however much of it is overdue, what
 * is due today is found. A home tab is drawn again by itself: it is a view once a day, like any list.
 * @param most of each part
 */
export async function ownTasks(
  deps: Surroundings & { reader: ReportReader; unitOfWork: UnitOfWork },
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
  const later = together(dated, undated, most);
  const found = [overdue, dueToday, soon, later];
  const viewing = { person, by: 'list', since: sinceToday(deps) } as const;
  await recordViews(
    deps,
    viewing,
    found.flatMap(({ reports }) => reports),
  );
  const shown = ({ reports, total }: Found): TaskPart => ({ reports: rowsOf(deps, reports), total });
  return { overdue: shown(overdue), today: shown(dueToday), soon: shown(soon), later: shown(later) };
}

function narrowed(listing: Listing, narrowing: Narrowing): Listing {
  return { ...listing, where: [...listing.where, narrowing] };
}

async function partOf(
  deps: Surroundings & { reader: ReportReader },
  scope: ReturnType<typeof scopeOf>,
  listing: Listing,
  limit: number,
): Promise<Found> {
  const [reports, total] = await Promise.all([
    deps.reader.page(scope, listing, { limit }),
    deps.reader.count(scope, listing, MOST_COUNTED),
  ]);
  return { reports, total };
}

function together(first: Found, second: Found, most: number): Found {
  return {
    reports: [...first.reports, ...second.reports].slice(0, most),
    total: Math.min(first.total + second.total, MOST_COUNTED),
  };
}
