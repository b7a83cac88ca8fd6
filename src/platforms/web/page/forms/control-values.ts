import { ChoiceSetInput } from 'adaptivecards';
import type { AdaptiveCard, Input } from 'adaptivecards';
import type { Controls } from '../live/form-drafts.ts';
import { controlsOf } from './group-controls.ts';

/** What stands in the controls now. */
export function readControls(card: AdaptiveCard): Controls {
  return Object.fromEntries(card.getAllInputs().map((input) => [input.id ?? '', String(input.value ?? '')]));
}

export function writeControls(card: AdaptiveCard, values: Controls): void {
  for (const input of card.getAllInputs()) write(input, values[input.id ?? ''] ?? '');
}

function write(input: Input, value: string): void {
  for (const control of controlsOf(input)) {
    if (control instanceof HTMLInputElement && control.type === 'radio')
      control.checked = control.value === value;
    else if (control instanceof HTMLInputElement) control.value = shownText(input, value);
    else if (control instanceof HTMLTextAreaElement || control instanceof HTMLSelectElement)
      control.value = value;
  }
}

/** A list to search shows names; its values are ids. */
function shownText(input: Input, value: string): string {
  if (!(input instanceof ChoiceSetInput)) return value;
  return input.choices.find((choice) => choice.value === value)?.title ?? value;
}
