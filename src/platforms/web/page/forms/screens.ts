import { ToggleVisibilityAction } from 'adaptivecards';
import type { AdaptiveCard, Input } from 'adaptivecards';
import { SCREEN_IDS } from '../../../../cards/render-screens.ts';

/** Turns the two screens of a form into groups with names, and takes the focus along when one turns between them. */
export function prepareScreens(card: AdaptiveCard): void {
  for (const id of Object.values(SCREEN_IDS)) {
    const screen = card.getElementById(id)?.renderedElement;
    const heading = screen?.querySelector('.ac-textBlock');
    if (!screen || !heading) continue;
    heading.id = `${id}.heading`;
    heading.classList.add('screen-heading');
    screen.classList.add('screen');
    screen.setAttribute('role', 'group');
    screen.setAttribute('aria-labelledby', heading.id);
  }
  const { onExecuteAction } = card;
  card.onExecuteAction = (action) => {
    onExecuteAction?.(action);
    // The action is told before it is done.
    if (action instanceof ToggleVisibilityAction) queueMicrotask(() => focusFirst(card));
  };
}

/** The first control of the screen that is shown. */
export function focusFirst(card: AdaptiveCard): void {
  card
    .getAllInputs()
    .find(({ renderedElement }) => renderedElement?.checkVisibility())
    ?.focus();
}

/** Brings the screen up on which an input stands. */
export function showScreenOf(card: AdaptiveCard, input: Input): void {
  const ids = Object.values(SCREEN_IDS);
  const holds = (id: string) =>
    card.getElementById(id)?.renderedElement?.contains(input.renderedElement ?? null);
  if (!ids.some(holds)) return;
  for (const id of ids) {
    const screen = card.getElementById(id);
    if (screen) screen.isVisible = holds(id) === true;
  }
}
