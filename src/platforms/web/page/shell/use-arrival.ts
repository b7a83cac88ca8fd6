import { useEffect, useRef } from 'preact/hooks';
import { CONVERSATION } from './routes.ts';
import { go } from './use-route.ts';
import { VIEW_HEADING } from './view-head.tsx';

/**
 * Whoever goes to another view is taken to its heading, the innermost one that is shown; whoever wants to write, to the
 * box of the conversation. Returns how one goes there.
 */
export function useArrival(moves: number): () => void {
  const wantsBox = useRef(false);

  useEffect(() => {
    if (moves === 0) return;
    if (wantsBox.current) focusBox();
    else focusHeading();
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

export function focusHeading(): void {
  const headings = [...document.querySelectorAll<HTMLElement>(`[${VIEW_HEADING}]`)];
  headings.findLast((heading) => heading.checkVisibility())?.focus();
}

function focusBox(): void {
  const boxes = [...document.querySelectorAll('main textarea')];
  boxes.find((box): box is HTMLTextAreaElement => box.checkVisibility())?.focus();
}
