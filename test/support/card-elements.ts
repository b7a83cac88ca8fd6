import type {
  AdaptiveCard,
  CardAction,
  CardElement,
  CardInput,
  ExecuteAction,
} from '../../src/cards/adaptive-card.ts';

/** Everything on a card in reading order, containers opened. */
export function elementsOf(card: AdaptiveCard): CardElement[] {
  return card.body.flatMap(opened);
}

export function inputsOf(card: AdaptiveCard): CardInput[] {
  return elementsOf(card).filter((element): element is CardInput => element.type.startsWith('Input.'));
}

/** The buttons that send something; turning between screens is none of them. */
export function actionsOf(card: AdaptiveCard): ExecuteAction[] {
  const actions = elementsOf(card).flatMap((element) =>
    element.type === 'ActionSet' ? element.actions : [],
  );
  return actions.filter((action: CardAction) => action.type === 'Action.Execute');
}

/** Every line of text; of facts, name and value. */
export function textsOf(card: AdaptiveCard): string[] {
  return elementsOf(card).flatMap((element) => {
    if (element.type === 'FactSet') return element.facts.flatMap(({ title, value }) => [title, value]);
    return element.type === 'TextBlock' ? [element.text] : [];
  });
}

function opened(element: CardElement): CardElement[] {
  return element.type === 'Container' ? [element, ...element.items.flatMap(opened)] : [element];
}
