import { useEffect, useState } from 'preact/hooks';
import { readRoute } from './routes.ts';
import type { Route } from './routes.ts';

/** Where the page is, and how many times somebody went to another view since it opened. */
export interface Whereabouts {
  route: Route;
  moves: number;
}

export function useRoute(): Whereabouts {
  const [state, setState] = useState(() => ({ ...whereabouts(), moves: 0 }));
  useEffect(() => {
    const onMove = () =>
      setState(({ path, moves }) => {
        const next = whereabouts();
        // Another filter is the same view: whoever chose it stays where they are.
        return { ...next, moves: next.path === path ? moves : moves + 1 };
      });
    addEventListener('hashchange', onMove);
    return () => removeEventListener('hashchange', onMove);
  }, []);
  return state;
}

function whereabouts(): { route: Route; path: string } {
  return { route: readRoute(location.hash), path: location.hash.replace(/\?.*$/, '') };
}

export function go(href: string): void {
  location.hash = href;
}

/**
 * Goes there without leaving a step to come back to: for what changes with every letter. The page is there when
 * this returns (`location.replace` tells of it only later), so that the click which ended the typing finds its
 * links as they should be.
 */
export function goInstead(href: string): void {
  history.replaceState(null, '', href);
  dispatchEvent(new HashChangeEvent('hashchange'));
}
