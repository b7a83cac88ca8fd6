import type { AdaptiveCard, Input } from 'adaptivecards';
import { fieldOf } from './field-of.ts';
import { controlsOf } from './group-controls.ts';

/** Ties each error to the controls of its field, so that it is read out with them; gives the first control in error. */
export function showFieldErrors(card: AdaptiveCard, errors: Readonly<Record<string, string>>): Input | null {
  const inputs = card.getAllInputs();
  inputs.forEach(clear);
  for (const [field, message] of Object.entries(errors)) {
    show(
      inputs.filter((input) => fieldOf(input) === field),
      message,
      `error-${field}`,
    );
  }
  return inputs.find((input) => errors[fieldOf(input) ?? ''] !== undefined) ?? null;
}

function show(controls: readonly Input[], message: string, id: string): void {
  const error = document.createElement('p');
  error.className = 'field-error';
  error.id = id;
  error.textContent = message;
  controls[0]?.renderedElement?.append(error);
  for (const element of controls.flatMap(controlsOf)) {
    element.setAttribute('aria-invalid', 'true');
    element.setAttribute('aria-describedby', [id, ...describedBy(element)].join(' '));
  }
}

function clear(input: Input): void {
  const error = input.renderedElement?.querySelector('.field-error');
  error?.remove();
  for (const element of controlsOf(input)) {
    const others = describedBy(element).filter((id) => !id.startsWith('error-'));
    element.removeAttribute('aria-invalid');
    if (others.length > 0) element.setAttribute('aria-describedby', others.join(' '));
    else element.removeAttribute('aria-describedby');
  }
}

function describedBy(element: Element): string[] {
  return element.getAttribute('aria-describedby')?.split(' ').filter(Boolean) ?? [];
}
