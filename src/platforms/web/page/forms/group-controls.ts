import type { AdaptiveCard, Input } from 'adaptivecards';
import { fieldOf } from './field-of.ts';

/** What the renderer leaves open: a group of radio buttons is one thing with a name, and a field is named once. */
export function groupControls(card: AdaptiveCard): void {
  const inputs = card.getAllInputs();
  inputs.forEach((input, index) => {
    nameRadioGroup(input);
    const before = inputs[index - 1];
    if (before && isNamedAlike(before, input)) labelOf(input)?.classList.add('unseen');
  });
}

function nameRadioGroup(input: Input): void {
  const group = input.renderedElement?.querySelector('.ac-choiceSetInput-expanded');
  const label = labelOf(input);
  if (!group || !label) return;
  group.setAttribute('role', 'radiogroup');
  group.setAttribute('aria-labelledby', label.id);
}

/** A field with several controls: its name stands once for the eye, and with every control for those who hear it. */
function isNamedAlike(before: Input, input: Input): boolean {
  return fieldOf(before) === fieldOf(input) && before.label === input.label;
}

function labelOf(input: Input): Element | null {
  const element = input.renderedElement;
  const id = element?.querySelector('[aria-labelledby]')?.getAttribute('aria-labelledby')?.split(' ')[0];
  return id === undefined ? null : (element?.querySelector(`[id="${id}"]`) ?? null);
}
