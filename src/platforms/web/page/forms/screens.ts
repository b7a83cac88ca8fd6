import { Container, ToggleVisibilityAction } from 'adaptivecards';
import type { AdaptiveCard, Input } from 'adaptivecards';

/** Turns the screens of a form into groups with names, and takes the focus along when one turns between them. */
export function prepareScreens(card: AdaptiveCard): void {
  for (const { id, renderedElement: element } of screensOf(card)) {
    const heading = element?.querySelector('.ac-textBlock');
    if (!element || !heading) continue;
    heading.id = `${id ?? ''}.heading`;
    heading.classList.add('screen-heading');
    element.classList.add('screen');
    element.setAttribute('role', 'group');
    element.setAttribute('aria-labelledby', heading.id);
  }
  const { onExecuteAction } = card;
  card.onExecuteAction = (action) => {
    onExecuteAction?.(action);
    // The action is told before it is done.
    if (action instanceof ToggleVisibilityAction) queueMicrotask(() => beginScreen(card));
  };
}

/** Its first control has the focus, and its heading is in view above it. */
function beginScreen(card: AdaptiveCard): void {
  focusFirst(card);
  const shown = screensOf(card).find(({ isVisible }) => isVisible);
  shown?.renderedElement?.scrollIntoView({ block: 'start' });
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
  const screens = screensOf(card);
  const wanted = screens.find((screen) => screen.getAllInputs().includes(input));
  if (wanted) for (const screen of screens) screen.isVisible = screen === wanted;
}

/** What can be shown and hidden has an id; other containers of a form have none. */
function screensOf(card: AdaptiveCard): Container[] {
  const items = Array.from({ length: card.getItemCount() }, (_, index) => card.getItemAt(index));
  return items.flatMap((item) => (item instanceof Container && item.id !== undefined ? [item] : []));
}
