import { useEffect, useRef } from 'preact/hooks';
import { REPORT_LINK } from '../reports/report-row.tsx';
import { CONVERSATION } from './routes.ts';
import type { Route } from './routes.ts';
import { go } from './use-route.ts';
import { VIEW_HEADING } from './view-head.tsx';

/**
 * Whoever goes to another view is taken to its heading, the innermost one that is shown; whoever comes back from a
 * report, to its place in the list; whoever wants to write, to the box of the conversation. Returns how one goes there.
 */
export function useArrival(moves: number, route: Route): () => void {
  const wantsBox = useRef(false);
  const before = useRef(route);

  useEffect(() => {
    const left = leftReport(before.current, route);
    before.current = route;
    if (moves === 0) return;
    if (wantsBox.current) focusBox();
    else if (left === null || !focusReport(left)) focusHeading();
    wantsBox.current = false;
  }, [moves]);

  return () => {
    if (location.hash === '' || location.hash === CONVERSATION) {
      requestAnimationFrame(focusBox);
      return;
    }
    wantsBox.current = true;
    go(CONVERSATION);
  };
}

/** The number of the report that was closed with its list still there. */
function leftReport(before: Route, now: Route): string | null {
  if (before.view !== 'reports' || now.view !== 'reports') return null;
  return before.list === now.list && now.number === null ? before.number : null;
}

/** Whether it stands in the list. */
function focusReport(number: string): boolean {
  const link = document.querySelector<HTMLElement>(`[${REPORT_LINK}="${CSS.escape(number)}"]`);
  if (!link?.checkVisibility()) return false;
  link.focus();
  return true;
}

export function focusHeading(): void {
  const headings = [...document.querySelectorAll<HTMLElement>(`[${VIEW_HEADING}]`)];
  headings.findLast((heading) => heading.checkVisibility())?.focus();
}

function focusBox(): void {
  const boxes = [...document.querySelectorAll('main textarea')];
  boxes.find((box): box is HTMLTextAreaElement => box.checkVisibility())?.focus();
}
