import type { Profile } from '../../application/ports.ts';
import { LEAVE_FORM } from '../../domain/acts/act-form-view.ts';
import { notice } from '../../domain/dialog/question-view.ts';
import { phrase, type Phrase } from '../../domain/phrase.ts';
import type { Problem } from '../../domain/problems.ts';
import { chosenUnit, REGISTER, registeredWords, registrationForm } from '../../domain/registration-view.ts';
import { ok, type Result } from '../../domain/result.ts';
import { button, type FormValues, type Press, type View } from '../../domain/view.ts';
import { SLACK, type SlackContext } from './slack-context.ts';
import { showSurely, type Reader } from './tell-privately.ts';

/** Opens the form: a modal needs a button that is pressed. */
export const OPEN_REGISTRATION: Press = { action: 'slack_registration' };

export function isRegistration({ action }: Press): boolean {
  return action === OPEN_REGISTRATION.action || action === REGISTER.action;
}

/** Somebody whom no file names is asked once where they work. */
export async function askForUnit(context: SlackContext, reader: Reader): Promise<void> {
  await showSurely(context, reader, askForUnitView());
}

export function askForUnitView(): View {
  return notice(
    [phrase('register.ask'), phrase('register.again')],
    [button(OPEN_REGISTRATION, phrase('btn.register'), 'primary')],
  );
}

/** As a modal, it is also left unsent. */
export function registrationModal(): View {
  const form = registrationForm();
  return { ...form, buttons: [...form.buttons, button({ action: LEAVE_FORM }, phrase('btn.cancel'))] };
}

/** Returns what the person is told. */
export async function registerUnit(
  { edge, team }: Pick<SlackContext, 'edge' | 'team'>,
  user: string,
  profile: Profile,
  values: FormValues,
): Promise<Result<Phrase[], Problem>> {
  const unit = chosenUnit(values);
  if (!unit.ok) return unit;
  const registered = await edge.register({ platform: SLACK, tenant: team, user }, profile, unit.value);
  return registered.ok ? ok(registeredWords(unit.value)) : registered;
}
