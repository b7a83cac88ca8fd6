import { useEffect, useState } from 'preact/hooks';
import { readRoute } from './routes.ts';
import type { Route } from './routes.ts';

/** Where the page is, and how many times somebody went somewhere since it opened. */
export interface Whereabouts {
  route: Route;
  moves: number;
}

export function useRoute(): Whereabouts {
  const [state, setState] = useState<Whereabouts>(() => ({ route: readRoute(location.hash), moves: 0 }));
  useEffect(() => {
    const onMove = () => setState(({ moves }) => ({ route: readRoute(location.hash), moves: moves + 1 }));
    addEventListener('hashchange', onMove);
    return () => removeEventListener('hashchange', onMove);
  }, []);
  return state;
}

export function go(href: string): void {
  location.hash = href;
}
