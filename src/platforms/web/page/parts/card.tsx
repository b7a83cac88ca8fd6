import type { AdaptiveCard } from 'adaptivecards';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { showFieldErrors } from '../forms/field-errors.ts';
import { groupControls } from '../forms/group-controls.ts';
import type { CardAction } from './card-action.ts';
import { parseCard } from './render-card.ts';

export interface CardProps {
  card: object;
  act: (action: CardAction) => void;
  /** Field → what to mend. */
  errors?: Readonly<Record<string, string>>;
}

/** An Adaptive Card. When it changes under a person's hands, the focus stays on the button of the same name. */
export function Card({ card, act, errors }: CardProps) {
  const host = useRef<HTMLDivElement>(null);
  const parsed = useRef<AdaptiveCard | null>(null);
  const latest = useRef(act);
  latest.current = act;
  const source = JSON.stringify(card);

  useLayoutEffect(() => {
    const element = host.current;
    if (!element) return;
    const focused = focusedLabel(element);
    parsed.current = parseCard(card, (action) => latest.current(action));
    element.replaceChildren(parsed.current.render() ?? '');
    groupControls(parsed.current);
    if (focused !== null) focusAgain(element, focused);
  }, [source]);

  useLayoutEffect(() => {
    if (parsed.current && errors) showFieldErrors(parsed.current, errors);
  }, [errors]);

  return <div class="card" ref={host} tabIndex={-1} />;
}

function focusedLabel(element: HTMLElement): string | null {
  const active = document.activeElement;
  return active && element.contains(active) ? active.textContent : null;
}

function focusAgain(element: HTMLElement, label: string): void {
  const buttons = [...element.querySelectorAll<HTMLElement>('button')];
  (buttons.find((button) => button.textContent === label) ?? element).focus();
}
