import { phrase, type Phrase } from '../domain/phrase.ts';
import type { FormScreen, Input } from '../domain/view.ts';
import type { CardElement, Container, ToggleAction } from './adaptive-card.ts';
import { renderInput, type UnitOffer } from './render-input.ts';

type Say = (phrase: Phrase) => string;

const SCREENS: readonly FormScreen[] = ['first', 'more'];

/** Ids of the containers of the two screens; field ids hold no dot, so that they cannot meet. */
export const SCREEN_IDS: Readonly<Record<FormScreen, string>> = {
  first: 'screen.first',
  more: 'screen.more',
};

/**
 * The inputs of a form: all of them, or in two screens of which one is shown, when it has inputs for both. The one with
 * the first error comes first. Whatever is shown, a button of the card takes along what stands on both.
 */
export function renderScreens(inputs: readonly Input[], say: Say, offer: UnitOffer): CardElement[] {
  const render = (input: Input) => renderInput(input, say, offer);
  const split = SCREENS.every((screen) => inputs.some((input) => input.screen === screen));
  if (!split) return inputs.map(render);
  const shown = inputs.find(({ error }) => error !== null)?.screen ?? 'first';
  return SCREENS.map((screen): Container => {
    const items = inputs.filter((input) => input.screen === screen).map(render);
    const heading = say(phrase(`form.screen.${screen}`));
    return {
      type: 'Container',
      id: SCREEN_IDS[screen],
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
    targetElements: SCREENS.map((one) => ({ elementId: SCREEN_IDS[one], isVisible: one !== screen })),
  };
}
