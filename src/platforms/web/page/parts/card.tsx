import type { AdaptiveCard } from 'adaptivecards';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { CardAction } from './card-action.ts';
import { parseCard } from './render-card.ts';
import { linkNumbers } from './link-numbers.ts';
import { useNumberHref } from './number-list.ts';

export interface CardProps {
  card: object;
  act: (action: CardAction) => void;
  /** Gets hold of the card every time it is made anew. */
  onMade?: (card: AdaptiveCard) => void;
}

/** An Adaptive Card. When it changes under a person's hands, the focus stays on the button of the same name. */
export function Card({ card, act, onMade }: CardProps) {
  const host = useRef<HTMLDivElement>(null);
  const latest = useRef(act);
  latest.current = act;
  const numberHref = useNumberHref();
  const source = JSON.stringify(card);

  useLayoutEffect(() => {
    const element = host.current;
    if (!element) return;
    const focused = focusedLabel(element);
    const parsed = parseCard(card, (action) => latest.current(action));
    element.replaceChildren(parsed.render() ?? '');
    linkNumbers(element, numberHref);
    onMade?.(parsed);
    if (focused !== null) focusAgain(element, focused);
  }, [source]);

  return <div class="card" lang={langOf(card)} ref={host} tabIndex={-1} />;
}

function langOf(card: object): string | undefined {
  return 'lang' in card && typeof card.lang === 'string' ? card.lang : undefined;
}

function focusedLabel(element: HTMLElement): string | null {
  const active = document.activeElement;
  return active && element.contains(active) ? active.textContent : null;
}

function focusAgain(element: HTMLElement, label: string): void {
  const buttons = [...element.querySelectorAll<HTMLElement>('button, a')];
  (buttons.find((button) => button.textContent === label) ?? element).focus();
}
