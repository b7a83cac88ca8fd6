import { phrase } from '../../domain/phrase.ts';
import type { Input, View } from '../../domain/view.ts';
import { LIMITS } from './limits.ts';
import { cardBytes, renderCard, type Rendering } from './render-card.ts';

export interface FittedForm {
  view: View;
  /** Fields that stand empty though something was said in them. */
  kept: string[];
}

/**
 * A form for which Teams has room: the longest texts are left out of it, whole, and each of those fields says that its
 * text stays as long as nothing is written. Nothing is left out of a form that fits.
 */
export function fitForm(form: View, rendering: Rendering): FittedForm {
  const fitted: FittedForm = { view: form, kept: [] };
  while (cardBytes(renderCard(fitted.view, { ...rendering, kept: fitted.kept })) > LIMITS.formBytes) {
    const [longest] = fitted.view.inputs
      .filter(({ value }) => value?.kind === 'text')
      .sort((a, b) => bytesOf(b) - bytesOf(a));
    if (!longest) return fitted;
    const inputs = fitted.view.inputs.map((input) => (input === longest ? leftEmpty(input) : input));
    fitted.view = { ...fitted.view, inputs };
    fitted.kept = [...fitted.kept, longest.id];
  }
  return fitted;
}

/** Not required any more: what was said stands for it. */
function leftEmpty(input: Input): Input {
  const hint = phrase('form.kept', { n: [...textOf(input)].length });
  return { ...input, value: null, required: false, hint };
}

function bytesOf(input: Input): number {
  return Buffer.byteLength(JSON.stringify(textOf(input)), 'utf8');
}

function textOf({ value }: Input): string {
  return value?.kind === 'text' ? value.text : '';
}
