import { useEffect } from 'preact/hooks';
import type { PlaceSummary } from '../../api.ts';
import { LIST_WORDS } from '../reports/list-words.ts';
import { useSay } from '../say.ts';
import type { Say } from '../say.ts';
import { countText } from './badge.tsx';
import type { Route } from './routes.ts';

/** The window's title: what is unread, the view, the page. */
export function useTitle(view: string, unread: number): void {
  const say = useSay();
  const page = say('page.title');
  useEffect(() => {
    const title = view === page ? page : `${view} | ${page}`;
    document.title = unread > 0 ? `(${countText(unread)}) ${title}` : title;
  }, [view, page, unread]);
}

export function titleOf(route: Route, places: readonly PlaceSummary[], say: Say): string {
  if (route.view === 'conversation') return say('page.title');
  if (route.view === 'reports') return route.number ?? say(LIST_WORDS[route.list]);
  const channel = route.view === 'channel' && places.find(({ place }) => place === route.place);
  return channel ? channel.name : say('page.unknown');
}
