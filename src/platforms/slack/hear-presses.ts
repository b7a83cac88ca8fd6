import type { App } from '@slack/bolt';
import { notice } from '../../domain/dialog/question-view.ts';
import { phrase, type Phrase } from '../../domain/phrase.ts';
import { isLook } from '../../domain/is-look.ts';
import { ok } from '../../domain/result.ts';
import { publishHome } from './keep-home.ts';
import { asLeft, type TypedForms } from './keep-typed.ts';
import { openModal } from './open-modal.ts';
import { personalPlace } from './personal-place.ts';
import { readAction, type PressedAction } from './read-action.ts';
import { recogniseSender, type Sender } from './recognise-sender.ts';
import { isRegistration, OPEN_REGISTRATION, registrationModal } from './register-unit.ts';
import { turnAway } from './hear-messages.ts';
import { answeredMessage } from './answered-message.ts';
import { isReportForm, reportForm } from './report-form.ts';
import { SLACK, type SlackContext } from './slack-context.ts';
import { tellPrivately } from './tell-privately.ts';

/** A person's work is done in a moment; the Home tab waits no longer than this, in milliseconds. */
const WORKED_WITHIN_MS = 2000;

type Known = Extract<Sender, { kind: 'known' }>;

/** One press of a button, wherever it stood. */
interface Pressing {
  context: SlackContext;
  action: PressedAction;
  /** Where something can be shown to the presser alone; null on the Home tab and in modals. */
  channel: string | null;
}

/** Buttons of messages, modals and the Home tab. What it opens is opened at once, everything else is worked on like a message. */
export function hearPresses(app: App, context: SlackContext, typed: TypedForms): void {
  app.action(/^/, async ({ body, ack, respond }) => {
    const action = readAction(body);
    // What a form of ours holds, or what another version of us has shown: nothing was pressed.
    if (!action.ok) typed.heard(body);
    const pressing = action.ok ? { context, action: action.value, channel: channelOf(body) } : null;
    const taken = pressing && (await pressed(pressing, homeOf(body)));
    await ack();
    if (!pressing || !taken) return;
    // Slack does not wait for what follows, and nothing is lost with it.
    if (pressing.action.view?.type === 'home') void renewHome(context, taken);
    const answered = isAnswer(pressing.action) ? answeredMessage(body, context) : null;
    if (answered)
      void respond({ replace_original: true, ...answered }).catch(() =>
        context.log.warn('a pressed button could not be shown as pressed'),
      );
  });
}

/** Shows on the Home tab what has become of a press on it. */
async function renewHome(context: SlackContext, sender: Known): Promise<void> {
  try {
    await context.edge.worked(sender.person, WORKED_WITHIN_MS);
    // Known again from here: the press may have changed the language in which they read.
    const reader = await recogniseSender(context, { id: sender.user, team: null });
    await publishHome(context, reader, sender.user);
  } catch {
    context.log.warn('a Home tab of Slack could not be renewed');
  }
}

/** Buttons of a question that are good for one turn of the conversation. */
function isAnswer({ press, message }: PressedAction): boolean {
  return message !== null && press.turn !== undefined && press.report === undefined;
}

/** Who has done something with it that the house works on now; null otherwise. */
async function pressed(pressing: Pressing, home: string | null): Promise<Known | null> {
  const { context, action, channel } = pressing;
  const sender = await recogniseSender(context, { id: action.user.id, team: home });
  if (sender.kind === 'known') return (await pressedBy(pressing, sender)) ? sender : null;
  if (sender.kind === 'unknown' && isRegistration(action.press)) await openRegistration(pressing, sender);
  else if (channel !== null)
    await turnAway(context, sender, { channel, thread: action.message?.thread ?? null });
  return null;
}

/** False for what is answered at once. */
async function pressedBy(pressing: Pressing, sender: Known): Promise<boolean> {
  const { context, action, channel } = pressing;
  const { press } = action;
  if (isRegistration(press)) return told(pressing, sender, phrase('register.known'));
  const form = isReportForm(press) ? ok(reportForm('')) : await context.edge.openForm(sender.person, press);
  if (!form.ok) return told(pressing, sender, context.words.problem(form.problem));
  if (form.value) {
    const { message } = action;
    const origin = message && { channel: message.channel, message: message.ts, thread: message.thread };
    const opened = await openModal(context, {
      ...openingBy(action),
      view: await asLeft(context, sender.person, form.value, origin),
      locale: sender.locale,
      options: { opener: press, origin },
    });
    return opened ? false : told(pressing, sender, phrase('slack.press_again'));
  }
  const place = placeOf(sender.person, channel);
  const received = await context.edge.receive({
    platform: SLACK,
    eventId: pressEvent(action),
    person: sender.person,
    place,
    body: { kind: 'pressed', press },
  });
  if (!received.ok) return told(pressing, sender, context.words.problem(received.problem));
  if (received.value.repeated) return true;
  // Nothing changes where it was pressed: they are told where to look.
  const elsewhere = place.kind === 'channel' && isLook(press.action);
  if (elsewhere || action.view?.type === 'home') await told(pressing, sender, phrase('slack.answered_in_dm'));
  return true;
}

async function openRegistration(
  pressing: Pressing,
  { locale }: Extract<Sender, { kind: 'unknown' }>,
): Promise<void> {
  await openModal(pressing.context, {
    ...openingBy(pressing.action),
    view: registrationModal(),
    locale,
    options: { opener: OPEN_REGISTRATION },
  });
}

/** To the presser alone: beside the button, or upon the modal in which it stood. */
async function told({ context, action, channel }: Pressing, sender: Known, text: Phrase): Promise<boolean> {
  if (channel !== null) {
    const thread = action.message?.thread ?? null;
    await tellPrivately(context, { channel, user: sender.user, locale: sender.locale, thread }, [text]);
    return false;
  }
  await openModal(context, {
    ...openingBy(action),
    view: notice([text]),
    locale: sender.locale,
    options: { opener: null },
  });
  return false;
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
