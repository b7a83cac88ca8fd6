import type { App } from '@slack/bolt';
import { notice } from '../../domain/dialog/question-view.ts';
import { phrase, type Phrase } from '../../domain/phrase.ts';
import { openModal } from './open-modal.ts';
import { personalPlace } from './personal-place.ts';
import { readAction, type PressedAction } from './read-action.ts';
import { recogniseSender, type Sender } from './recognise-sender.ts';
import { isRegistration, OPEN_REGISTRATION, registrationForm } from './register-unit.ts';
import { turnAway } from './hear-messages.ts';
import { SLACK, type SlackContext } from './slack-context.ts';
import { tellPrivately } from './tell-privately.ts';

type Known = Extract<Sender, { kind: 'known' }>;

/** One press of a button, wherever it stood. */
interface Pressing {
  context: SlackContext;
  action: PressedAction;
  /** Where something can be shown to the presser alone; null on the Home tab and in modals. */
  channel: string | null;
}

/** Buttons of messages, modals and the Home tab. What it opens is opened at once, everything else is worked on like a message. */
export function hearPresses(app: App, context: SlackContext): void {
  app.action(/^/, async ({ body, ack }) => {
    const action = readAction(body);
    // A box that was filled in, or what another version of us has shown: nothing was pressed.
    if (action.ok) await pressed({ context, action: action.value, channel: channelOf(body) }, homeOf(body));
    await ack();
  });
}

async function pressed(pressing: Pressing, home: string | null): Promise<void> {
  const { context, action, channel } = pressing;
  const sender = await recogniseSender(context, { id: action.user.id, team: home });
  if (sender.kind === 'known') return pressedBy(pressing, sender);
  if (sender.kind === 'unknown' && isRegistration(action.press)) return openRegistration(pressing, sender);
  if (channel !== null) await turnAway(context, sender, { channel, thread: action.message?.thread ?? null });
}

async function pressedBy(pressing: Pressing, sender: Known): Promise<void> {
  const { context, action, channel } = pressing;
  const { press } = action;
  if (isRegistration(press)) return tell(pressing, sender, [phrase('slack.register.known')]);
  const form = await context.edge.openForm(sender.person, press);
  if (!form.ok) return tell(pressing, sender, [context.words.problem(form.problem)]);
  if (form.value) {
    const { message } = action;
    const origin = message && { channel: message.channel, message: message.ts, thread: message.thread };
    const opened = await openModal(context, {
      ...openingBy(action),
      view: form.value,
      locale: sender.locale,
      options: { opener: press, origin },
    });
    return opened ? undefined : tell(pressing, sender, [phrase('slack.press_again')]);
  }
  const received = await context.edge.receive({
    platform: SLACK,
    eventId: pressEvent(action),
    person: sender.person,
    place: placeOf(sender.person, channel),
    body: { kind: 'pressed', press },
  });
  if (!received.ok) await tell(pressing, sender, [context.words.problem(received.problem)]);
}

async function openRegistration(
  pressing: Pressing,
  { locale }: Extract<Sender, { kind: 'unknown' }>,
): Promise<void> {
  await openModal(pressing.context, {
    ...openingBy(pressing.action),
    view: registrationForm(),
    locale,
    options: { opener: OPEN_REGISTRATION },
  });
}

/** To the presser alone: beside the button, or upon the modal in which it stood. */
async function tell({ context, action, channel }: Pressing, sender: Known, lines: Phrase[]): Promise<void> {
  if (channel !== null) {
    const thread = action.message?.thread ?? null;
    return tellPrivately(context, { channel, user: sender.user, locale: sender.locale, thread }, lines);
  }
  await openModal(context, {
    ...openingBy(action),
    view: notice(lines),
    locale: sender.locale,
    options: { opener: null },
  });
}

function openingBy({ triggerId, view }: PressedAction) {
  return { triggerId, stacked: view?.type === 'modal' };
}

/** The same press delivered twice is one; pressing twice is two, and the second is told that it is late. */
function pressEvent({ user, message, view, at }: PressedAction): string {
  return `press:${user.id}:${message?.ts ?? view?.id ?? ''}:${at}`;
}

/** Direct messages are the person's own place; everything else is a channel, where others look on. */
function placeOf(person: string, channel: string | null) {
  return channel === null || channel.startsWith('D')
    ? personalPlace(person)
    : { kind: 'channel' as const, address: channel };
}

function channelOf(body: object): string | null {
  return 'channel' in body ? idIn(body.channel) : null;
}

/** The workspace of the presser. */
function homeOf({ user }: { user: object }): string | null {
  return 'team_id' in user && typeof user.team_id === 'string' ? user.team_id : null;
}

function idIn(value: unknown): string | null {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'
    ? value.id
    : null;
}
