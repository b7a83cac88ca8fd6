import { type Asked, askedIn, askedText } from '../reports/asked.ts';
import type { ReportList } from '../../api-reports.ts';

/** What the page shows; it stands in the address after the #, so that reload and the back button work. */
export type Route =
  | { view: 'conversation' }
  | { view: 'reports'; list: ReportList; number: string | null; asked: Asked }
  | { view: 'channel'; place: string }
  | { view: 'unknown' };

const LISTS: Readonly<Record<ReportList, string>> = {
  mine: 'reports',
  tasks: 'tasks',
  overdue: 'overdue',
  board: 'board',
  all: 'all',
};

export const CONVERSATION = '#/';

/** @param asked by what the list is narrowed: it stands in the address, so that it can be sent to others */
export function listHref(list: ReportList, asked: Asked = {}): string {
  return `#/${LISTS[list]}${askedText(asked)}`;
}

export function reportHref(list: ReportList, number: string, asked: Asked = {}): string {
  return `#/${LISTS[list]}/${encodeURIComponent(number)}${askedText(asked)}`;
}

export function channelHref(place: string): string {
  return `#/channels/${encodeURIComponent(place)}`;
}

export function readRoute(hash: string): Route {
  const [path = '', ...query] = hash.replace(/^#?\/?/, '').split('?');
  const [first = '', second, ...rest] = path.split('/').map(decoded);
  if (second === null || rest.length > 0) return { view: 'unknown' };
  if (first === '' && second === undefined) return { view: 'conversation' };
  if (first === 'channels' && second) return { view: 'channel', place: second };
  const list = (Object.keys(LISTS) as ReportList[]).find((one) => LISTS[one] === first);
  return list
    ? { view: 'reports', list, number: second || null, asked: askedIn(query.join('?')) }
    : { view: 'unknown' };
}

/** null for what no address of this page contains. */
function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

/** The place that a view shows; null for those that show none. */
export function placeOf(route: Route, home: string): string | null {
  if (route.view === 'conversation') return home;
  return route.view === 'channel' ? route.place : null;
}

export function placeHref(place: string, home: string): string {
  return place === home ? CONVERSATION : channelHref(place);
}
