import { readCardInputs } from '../../cards/read-card-inputs.ts';
import { withErrors } from '../../cards/with-errors.ts';
import type { Locale } from '../../domain/organization.ts';
import { phrase } from '../../domain/phrase.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { button, line, type View } from '../../domain/view.ts';
import type { TeamsContext } from './context.ts';
import type { CardData } from './read-press.ts';
import type { Who } from './who.ts';

const REGISTER = 'register';
const UNIT = 'unit';

type Stranger = Extract<Who, { kind: 'stranger' }>;

/** Asked of somebody whom the directory does not name. */
export function askUnit(locale: Locale): View {
  return {
    kind: 'form',
    lines: [line(phrase('reach.unknown'), 'strong'), line(phrase('reach.ask_unit'))],
    inputs: [
      {
        id: UNIT,
        kind: 'unit',
        label: phrase('reach.unit'),
        hint: null,
        screen: 'first',
        required: true,
        allowUnknown: false,
        options: [],
        maxLength: 0,
        value: null,
        typed: null,
        error: null,
      },
    ],
    buttons: [button({ action: REGISTER }, phrase('btn.register'), 'primary')],
    fallback: phrase('reach.ask_unit'),
    language: locale,
  };
}

/** @returns the directory id under which they are known from now on, or the form again */
export async function registerStranger(
  { edge }: TeamsContext,
  { account, profile, locale }: Stranger,
  data: CardData | null,
): Promise<Result<string, View>> {
  const form = askUnit(locale);
  if (data?.press?.action !== REGISTER) return fail(form);
  const values = readCardInputs(form, data.inputs);
  const value = values[UNIT];
  const unit = value && 'answer' in value && value.answer.kind === 'unit' ? value.answer.unit : null;
  const registered = unit === null ? null : await edge.register(account, profile, unit);
  if (registered?.ok) return ok(registered.value);
  return fail(withErrors(form, values, [{ field: UNIT, message: phrase('err.choose') }]));
}
