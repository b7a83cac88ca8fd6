import { MOST_COUNTED } from '../domain/list-filter.ts';
import type { Actor } from '../domain/organization.ts';
import { scopeOf, unitsServed } from '../domain/permission.ts';
import { listButtons, openListButton, shortListView, type ChatList } from '../domain/short-list-view.ts';
import type { Button, View } from '../domain/view.ts';
import { listingOf } from './narrow-list.ts';
import type { ReportReader } from './ports.ts';
import { moment, type Surroundings } from './surroundings.ts';

const LISTED = 5;

/** 「担当している件」「期限超過」 in chat: the first few, and the way to all of them. */
export async function answerList(
  deps: Surroundings,
  reader: ReportReader,
  { actor, list, platform }: { actor: Actor; list: Exclude<ChatList, 'mine'>; platform: string },
): Promise<View> {
  const { catalogue } = deps;
  const { calendar } = catalogue;
  const listing = listingOf({ actor, calendar, ...moment(deps) }, { list });
  const scope = scopeOf(actor);
  const reports = await reader.page(scope, listing, { limit: LISTED });
  const total = await reader.count(scope, listing, MOST_COUNTED);
  return shortListView(catalogue, list, reports, total, calendar, waysOn(deps, actor, list, platform));
}

/** From one list to the others, for those who have any besides their own reports. */
export function waysOn(deps: Surroundings, actor: Actor, list: ChatList, platform: string): Button[] {
  const open = deps.messenger.hasLists(platform) ? [openListButton(list)] : [];
  return unitsServed(actor).length > 0 || list !== 'mine' ? [...open, ...listButtons(list)] : open;
}
