import { phrase } from '../../domain/phrase.ts';
import { FORM_SCREENS, type Input } from '../../domain/view.ts';
import { plain, type Block } from './blocks.ts';
import { renderInput } from './render-input.ts';
import type { Say } from './render-lines.ts';

/**
 * The inputs of a form, one after the other: under two headings when there is something to say first and more if it is
 * known. Both stand in one view, so that whatever is filled in is sent together.
 * @param edition of the blocks; see ControlBlock
 */
export function renderScreens(inputs: readonly Input[], say: Say, edition: string): Block[] {
  const split = FORM_SCREENS.every((screen) => inputs.some((input) => input.screen === screen));
  if (!split) return inputs.flatMap((input) => renderInput(input, say, edition));
  return FORM_SCREENS.flatMap((screen): Block[] => [
    { type: 'header', text: plain(say(phrase(`form.screen.${screen}`))) },
    ...inputs.filter((input) => input.screen === screen).flatMap((input) => renderInput(input, say, edition)),
  ]);
}
