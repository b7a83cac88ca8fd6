import { readCardInputs } from '../../cards/read-card-inputs.ts';
import { withErrors } from '../../cards/with-errors.ts';
import { notice } from '../../domain/dialog/question-view.ts';
import {
  chosenUnit,
  NO_SUCH_UNIT,
  REGISTER,
  registeredWords,
  registrationForm,
} from '../../domain/registration-view.ts';
import type { View } from '../../domain/view.ts';
import type { TeamsContext } from './context.ts';
import type { CardData } from './read-press.ts';
import type { Who } from './who.ts';

type Stranger = Extract<Who, { kind: 'stranger' }>;

/** Whatever somebody does whom the directory does not name: they are asked where they work, until they have said so. */
export async function answerStranger(
  { edge }: TeamsContext,
  { account, profile, locale }: Stranger,
  data: CardData | null,
): Promise<View> {
  const form = registrationForm(locale);
  if (data?.press?.action !== REGISTER.action) return form;
  const values = readCardInputs(form, data.inputs);
  const unit = chosenUnit(values);
  if (unit.ok && (await edge.register(account, profile, unit.value)).ok)
    return notice(registeredWords(unit.value));
  return withErrors(form, values, NO_SUCH_UNIT.errors);
}
