import type { AdaptiveCard, Input } from 'adaptivecards';
import { fieldOf } from './field-of.ts';

/**
 * What the renderer leaves open: a group of radio buttons is one thing with a name, a hint is read with the control
 * that it explains, a menu can be emptied again, and nothing that is pasted is cut without a word.
 */
export function groupControls(card: AdaptiveCard): void {
  const inputs = card.getAllInputs();
  inputs.forEach((input, index) => {
    const before = inputs[index - 1];
    if (before && fieldOf(before) === fieldOf(input)) labelOf(input)?.classList.add('label-further');
    nameRadioGroup(input);
    tieHint(input);
    for (const control of controlsOf(input)) {
      control.removeAttribute('maxlength');
      if (control instanceof HTMLSelectElement) addEmptyChoice(control);
    }
  });
}

export function controlsOf(input: Input): Element[] {
  return [...(input.renderedElement?.querySelectorAll('input, textarea, select') ?? [])];
}

export function labelOf(input: Input): HTMLElement | null {
  const element = input.renderedElement;
  const id = element?.querySelector('[aria-labelledby]')?.getAttribute('aria-labelledby')?.split(' ')[0];
  return id === undefined ? null : (element?.querySelector<HTMLElement>(`[id="${id}"]`) ?? null);
}

function nameRadioGroup(input: Input): void {
  const group = input.renderedElement?.querySelector('.ac-choiceSetInput-expanded');
  const label = labelOf(input);
  if (!group || !label) return;
  group.setAttribute('role', 'radiogroup');
  group.setAttribute('aria-labelledby', label.id);
}

/** The texts that stand with a field's controls in its container. */
function tieHint(input: Input): void {
  const texts = input.parent?.renderedElement?.querySelectorAll(':scope > .ac-textBlock') ?? [];
  const ids = [...texts].map((text, index) => {
    text.id ||= `hint-${fieldOf(input) ?? ''}-${index}`;
    return text.id;
  });
  if (ids.length === 0) return;
  const described = input.renderedElement?.querySelectorAll(
    '[role="radiogroup"], textarea, select, input:not([type="radio"])',
  );
  for (const control of described ?? []) control.setAttribute('aria-describedby', ids.join(' '));
}

/** The renderer takes the first choice of a menu for none. */
function addEmptyChoice(menu: HTMLSelectElement): void {
  if (menu.options[0]?.value === '') return;
  const value = menu.value;
  menu.prepend(new Option('', ''));
  menu.value = value;
}
