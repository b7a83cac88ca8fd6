import type { AdaptiveCard, CardElement } from '../../api.ts';
import type { Press } from '../../../../domain/view.ts';

type CardButton = Extract<CardElement, { type: 'ActionSet' }>['actions'][number];

/** A card as it came over the wire, in its two parts: what it says, and the buttons below. */
export interface CardParts {
  said: AdaptiveCard;
  /** null for a card without buttons. */
  buttons: AdaptiveCard | null;
}

/** A card with inputs stays whole: its buttons take along what stands in them. */
export function partsOf(card: AdaptiveCard): CardParts {
  const isButtons = ({ type }: CardElement) => type === 'ActionSet';
  if (!card.body.some(isButtons) || hasInputs(card.body)) return { said: card, buttons: null };
  return {
    said: { ...card, body: card.body.filter((element) => !isButtons(element)) },
    buttons: { ...card, body: card.body.filter(isButtons) },
  };
}

/** A row of buttons without those of one action. */
export function without(buttons: AdaptiveCard, action: Press['action']): AdaptiveCard {
  const others = (element: CardElement): CardElement =>
    element.type === 'ActionSet'
      ? { ...element, actions: element.actions.filter((one) => pressOf(one)?.action !== action) }
      : element;
  return { ...buttons, body: buttons.body.map(others) };
}

function hasInputs(elements: readonly CardElement[]): boolean {
  return elements.some(
    (element) =>
      element.type.startsWith('Input.') || (element.type === 'Container' && hasInputs(element.items)),
  );
}

/** The presses of all its buttons, in order. */
export function pressesOf(card: AdaptiveCard | null): Press[] {
  return (card?.body ?? []).flatMap((element) =>
    element.type === 'ActionSet' ? element.actions.flatMap((action) => pressOf(action) ?? []) : [],
  );
}

function pressOf(action: CardButton): Press | null {
  return action.type === 'Action.Execute' ? (action.data as { press: Press }).press : null;
}
