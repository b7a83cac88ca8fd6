import type { AdaptiveCard, Input } from 'adaptivecards';
import { fieldOf } from './field-of.ts';

/** Ties each error to the controls of its field, so that it is read out with them, and focuses the first one. */
export function showFieldErrors(card: AdaptiveCard, errors: Readonly<Record<string, string>>): void {
  const inputs = card.getAllInputs();
  inputs.forEach(clear);
  const first = Object.entries(errors).map(([field, message]) => {
    const controls = inputs.filter((input) => fieldOf(input) === field);
    show(controls, message, `error-${field}`);
    return controls[0];
  });
  inputs.find((input) => first.includes(input))?.focus();
}

function show(controls: readonly Input[], message: string, id: string): void {
  const error = document.createElement('p');
  error.className = 'field-error';
  error.id = id;
  error.textContent = message;
  controls[0]?.renderedElement?.append(error);
  for (const element of controls.flatMap(elementsOf)) {
    element.setAttribute('aria-invalid', 'true');
    element.setAttribute('aria-describedby', id);
  }
}

function clear(input: Input): void {
  input.renderedElement?.querySelector('.field-error')?.remove();
  for (const element of elementsOf(input)) {
    element.removeAttribute('aria-invalid');
    element.removeAttribute('aria-describedby');
  }
}

function elementsOf(input: Input): Element[] {
  return [...(input.renderedElement?.querySelectorAll('input, textarea, select') ?? [])];
}
