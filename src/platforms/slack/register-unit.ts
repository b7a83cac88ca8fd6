import type { Profile } from '../../application/ports.ts';
import { notice } from '../../domain/dialog/question-view.ts';
import { phrase, type Phrase } from '../../domain/phrase.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { Problem } from '../../domain/problems.ts';
import { button, line, type FormValues, type Press, type View } from '../../domain/view.ts';
import { SLACK, type SlackContext } from './slack-context.ts';
import { showPrivately, type Reader } from './tell-privately.ts';

/** Buttons of Slack's edge itself, before anybody is known to the house. */
export const OPEN_REGISTRATION: Press = { action: 'slack_registration' };
const REGISTER: Press = { action: 'slack_register' };
const UNIT = 'unit';

export function isRegistration({ action }: Press): boolean {
  return action === OPEN_REGISTRATION.action || action === REGISTER.action;
}

/** Somebody whom no file names is asked once where they work. */
export async function askForUnit(context: SlackContext, reader: Reader): Promise<void> {
  await showPrivately(context, reader, askForUnitView());
}

export function askForUnitView(): View {
  return notice(
    [phrase('slack.register.ask'), phrase('slack.register.again')],
    [button(OPEN_REGISTRATION, phrase('slack.register.button'), 'primary')],
  );
}

/** One field: the office or department. */
export function registrationForm(): View {
  const title = phrase('slack.register.title');
  return {
    kind: 'form',
    lines: [line(title, 'strong'), line(phrase('slack.register.why'))],
    inputs: [
      {
        id: UNIT,
        kind: 'unit',
        label: phrase('slack.register.unit'),
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
    buttons: [
      button(REGISTER, phrase('slack.register.button'), 'primary'),
      button({ action: 'close_form' }, phrase('btn.cancel')),
    ],
    fallback: title,
  };
}

/** Returns what the person is told. */
export async function registerUnit(
  { edge, team }: Pick<SlackContext, 'edge' | 'team'>,
  user: string,
  profile: Profile,
  values: FormValues,
): Promise<Result<Phrase, Problem>> {
  const value = values[UNIT];
  if (!value || !('answer' in value) || value.answer.kind !== 'unit')
    return fail({ kind: 'fields', errors: [{ field: UNIT, message: phrase('err.choose') }] });
  const { unit } = value.answer;
  const registered = await edge.register({ platform: SLACK, tenant: team, user }, profile, unit);
  return registered.ok ? ok(phrase('slack.register.done', { unit: { unit } })) : registered;
}
