import { phrase, type Phrase } from '../domain/phrase.ts';
import { FORM_SCREENS, type FormScreen, type Input } from '../domain/view.ts';
import type { CardElement, Container, ToggleAction } from './adaptive-card.ts';
import { renderInput, type UnitOffer } from './render-input.ts';

type Say = (phrase: Phrase) => string;

/** Ids of the containers of the screens; field ids hold no dot, so that they cannot meet. */
const idOf = (screen: FormScreen) => `screen.${screen}`;

/**
 * The inputs of a form: all of them, or in two screens of which one is shown, when it has inputs for both. The one with
 * the first error comes first. Whatever is shown, a button of the card takes along what stands on both.
 */
export function renderScreens(inputs: readonly Input[], say: Say, offer: UnitOffer): CardElement[] {
  const render = (input: Input) => renderInput(input, say, offer);
  const split = FORM_SCREENS.every((screen) => inputs.some((input) => input.screen === screen));
  if (!split) return inputs.map(render);
  const shown = inputs.find(({ error }) => error !== null)?.screen ?? 'first';
  return FORM_SCREENS.map((screen): Container => {
    const items = inputs.filter((input) => input.screen === screen).map(render);
    const heading = say(phrase(`form.screen.${screen}`));
    return {
      type: 'Container',
      id: idOf(screen),
      ...(screen !== shown && { isVisible: false as const }),
      items: [
        { type: 'TextBlock', text: heading, wrap: true, weight: 'Bolder' },
        ...items,
        { type: 'ActionSet', actions: [turnFrom(screen, say)] },
      ],
    };
  });
}

function turnFrom(screen: FormScreen, say: Say): ToggleAction {
  return {
    type: 'Action.ToggleVisibility',
    title: say(phrase(screen === 'first' ? 'form.next' : 'form.back')),
    targetElements: FORM_SCREENS.map((one) => ({ elementId: idOf(one), isVisible: one !== screen })),
  };
}
