import { MOST_COUNTED } from '../domain/list-filter.ts';
import type { Actor } from '../domain/organization.ts';
import { scopeOf, unitsServed } from '../domain/permission.ts';
import type { Report } from '../domain/report.ts';
import {
  listButtons,
  moreOfListButton,
  openListButton,
  shortListView,
  type ChatList,
} from '../domain/short-list-view.ts';
import type { Button, View } from '../domain/view.ts';
import { listingOf } from './narrow-list.ts';
import type { ReportReader, Transaction } from './ports.ts';
import { recordViewsWithin } from './record-views.ts';
import { moment, type Surroundings } from './surroundings.ts';

const LISTED = 5;

/** A list that is asked for in chat. */
export interface ChatListQuestion<List extends ChatList> {
  actor: Actor;
  list: List;
  /** Where the answer will stand. */
  platform: string;
  /** How many of it were said before. */
  from?: number;
}

/** 「担当している件」「期限超過」 in chat: the first few, and the way to all of them. */
export async function answerList(
  deps: Surroundings,
  tx: Pick<Transaction, 'reader' | 'reports'>,
  question: ChatListQuestion<Exclude<ChatList, 'mine'>>,
): Promise<View> {
  const { catalogue } = deps;
  const { reports, total, from, ways } = await someOf(deps, tx.reader, question);
  await recordViewsWithin(deps, tx, { person: question.actor.person, by: 'list', since: null }, reports);
  return shortListView(catalogue, question.list, reports, total, catalogue.calendar, ways, from);
}

/** A few reports of a list, and the ways on from there. */
export interface SomeOfList {
  reports: Report[];
  /** At most `MOST_COUNTED`. */
  total: number;
  /** How many come before them; 0 where nothing is left after those that were said. */
  from: number;
  ways: Button[];
}

/** One read after the other: inside a transaction of the embedded default there is one connection. */
export async function someOf(
  deps: Surroundings,
  reader: ReportReader,
  { actor, list, platform, from: asked = 0 }: ChatListQuestion<ChatList>,
): Promise<SomeOfList> {
  const listing = listingOf({ actor, calendar: deps.catalogue.calendar, ...moment(deps) }, { list });
  const scope = scopeOf(actor);
  const first = await reader.page(scope, listing, { limit: asked + LISTED });
  const from = first.length > asked ? asked : 0;
  const reports = first.slice(from, from + LISTED);
  const total = await reader.count(scope, listing, MOST_COUNTED);
  const said = from + reports.length;
  const goOn = said < total && !deps.messenger.hasLists(platform) ? [moreOfListButton(list, said)] : [];
  return { reports, total, from, ways: [...goOn, ...waysOn(deps, actor, list, platform)] };
}

/** From one list to the others, for those who have any besides their own reports. */
function waysOn(deps: Surroundings, actor: Actor, list: ChatList, platform: string): Button[] {
  const open = deps.messenger.hasLists(platform) ? [openListButton(list)] : [];
  return unitsServed(actor).length > 0 || list !== 'mine' ? [...open, ...listButtons(list)] : open;
}
