import { useEffect } from 'preact/hooks';
import { useSay } from '../say.ts';
import { countText } from './badge.tsx';

/** The window's title: what is unread, the view, the page. */
export function useTitle(view: string, unread: number): void {
  const say = useSay();
  const page = say('page.title');
  useEffect(() => {
    const title = view === page ? page : `${view} | ${page}`;
    document.title = unread > 0 ? `(${countText(unread)}) ${title}` : title;
  }, [view, page, unread]);
}
