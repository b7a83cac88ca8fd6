import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { useSay } from '../say.ts';

const LINES = 12;
/** A few lines more are shown rather than hidden behind a button that takes a line itself. */
const SLACK = 3;

export interface CollapsibleProps {
  /** Stays whole, however long it is. */
  whole: boolean;
  children: ComponentChildren;
}

/** What is longer than a dozen lines shows its beginning, and the rest when it is asked for. */
export function Collapsible({ whole, children }: CollapsibleProps) {
  const say = useSay();
  const id = useId();
  const content = useRef<HTMLDivElement>(null);
  const [long, setLong] = useState(false);
  const [open, setOpen] = useState(false);
  const folded = long && !open && !whole;

  useLayoutEffect(() => {
    const element = content.current;
    if (!element) return;
    const measure = () => setLong(element.offsetHeight > (LINES + SLACK) * lineHeightOf(element));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  return (
    <>
      <div class={folded ? 'folded' : ''} id={id} onFocusCapture={() => setOpen(true)}>
        <div ref={content}>{children}</div>
      </div>
      {long && !whole && (
        <button
          type="button"
          class="plain fold"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {say(open ? 'page.show_less' : 'page.show_all')}
        </button>
      )}
    </>
  );
}

function lineHeightOf(element: HTMLElement): number {
  return Number.parseFloat(getComputedStyle(element).lineHeight);
}
