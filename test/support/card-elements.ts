import type { AdaptiveCard, CardElement, CardInput, ExecuteAction } from '../../src/cards/adaptive-card.ts';

/** Everything on a card in reading order, containers opened. */
export function elementsOf(card: AdaptiveCard): CardElement[] {
  return card.body.flatMap(opened);
}

export function inputsOf(card: AdaptiveCard): CardInput[] {
  return elementsOf(card).filter((element): element is CardInput => element.type.startsWith('Input.'));
}

export function actionsOf(card: AdaptiveCard): ExecuteAction[] {
  return elementsOf(card).flatMap((element) => (element.type === 'ActionSet' ? element.actions : []));
}

export function textsOf(card: AdaptiveCard): string[] {
  return elementsOf(card).flatMap((element) => (element.type === 'TextBlock' ? [element.text] : []));
}

function opened(element: CardElement): CardElement[] {
  return element.type === 'Container' ? [element, ...element.items.flatMap(opened)] : [element];
}
