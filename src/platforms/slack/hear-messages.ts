import type { App } from '@slack/bolt';
import type { InboundBody } from '../../application/ports.ts';
import { phrase } from '../../domain/phrase.ts';
import type { Problem } from '../../domain/problems.ts';
import { hearUnderCard } from './hear-threads.ts';
import { personalPlace } from './personal-place.ts';
import { readMessage, type SaidMessage } from './read-message.ts';
import { recogniseSender, type Sender } from './recognise-sender.ts';
import { askForUnit } from './register-unit.ts';
import { SLACK, type SlackContext } from './slack-context.ts';
import { tellPrivately, tellSurely } from './tell-privately.ts';

/** What is written to the bot: in its own conversations with people, where it is called in a channel, and under cards. */
export function hearMessages(app: App, context: SlackContext): void {
  app.event('message', async ({ event }) => {
    const message = readMessage(event);
    if (message.kind === 'other') return;
    if (!message.isDirect) return hearUnderCard(context, message).then(() => undefined);
    if (message.kind === 'said') return hearDirectly(context, message);
    if (message.kind === 'edited') return hearEdited(context, message);
  });
  app.event('app_mention', async ({ event }) => {
    const message = readMessage(event);
    if (message.kind === 'said' && !message.isDirect) return hearCalled(context, message);
  });
}

async function hearDirectly(context: SlackContext, message: SaidMessage): Promise<void> {
  const sender = await recogniseSender(context, { id: message.user, team: message.team });
  if (sender.kind !== 'known') return turnAway(context, sender, message);
  await context.conversations.met(sender.person, sender.user, message.channel);
  const { text, attachments } = message;
  const received = await context.edge.receive({
    platform: SLACK,
    eventId: messageEvent(message),
    person: sender.person,
    place: personalPlace(sender.person),
    body: { kind: 'said', text, attachments },
  });
  if (!received.ok) await explain(context, sender, message, received.problem);
}

/**
 * Whatever may be personal moves to the person's own conversation: what they said is received, and answered there. The
 * channel sees nothing, neither the answer nor that there is one.
 */
async function hearCalled(context: SlackContext, message: SaidMessage): Promise<void> {
  // Under a card it is said to the department, whoever is called.
  if (await hearUnderCard(context, { kind: 'said', ...message })) return;
  const sender = await recogniseSender(context, { id: message.user, team: message.team });
  if (sender.kind !== 'known') return turnAway(context, sender, message);
  const received = await context.edge.receive({
    platform: SLACK,
    eventId: messageEvent(message),
    person: sender.person,
    place: { kind: 'channel', address: message.channel },
    body: calling(context.bot, message),
  });
  if (!received.ok) return explain(context, sender, message, received.problem);
  if (!received.value.repeated)
    await tellPrivately(context, { ...message, ...sender }, [phrase('slack.answered_in_dm')]);
}

/** The call itself says nothing; alone it asks what can be done here. */
function calling(bot: string, { text, attachments }: SaidMessage): InboundBody {
  const said = text.replaceAll(`@${bot}`, ' ').trim();
  if (said === '' && attachments === 0) return { kind: 'pressed', press: { action: 'help' } };
  // By its name, as the house is called in channels of every platform.
  return { kind: 'said', text: `@tsutae ${said}`, attachments };
}

/** A report is mended by saying so: nobody would see which of their words count. */
async function hearEdited(context: SlackContext, message: SaidMessage): Promise<void> {
  const sender = await recogniseSender(context, { id: message.user, team: message.team });
  if (sender.kind === 'known')
    await tellPrivately(context, { ...message, ...sender }, [phrase('slack.edit_not_taken')]);
}

/** A message is the same one in whichever event it comes. */
function messageEvent({ channel, ts }: Pick<SaidMessage, 'channel' | 'ts'>): string {
  return `message:${channel}:${ts}`;
}

async function explain(
  context: SlackContext,
  { locale }: Extract<Sender, { kind: 'known' }>,
  { channel, user, thread }: SaidMessage,
  problem: Problem,
): Promise<void> {
  await tellSurely(context, { channel, user, locale, thread }, [context.words.problem(problem)]);
}

/** Nothing of what they wrote is kept: they write it again once they may. */
export async function turnAway(
  context: SlackContext,
  sender: Exclude<Sender, { kind: 'known' }>,
  { channel, thread }: { channel: string; thread: string | null },
): Promise<void> {
  if (sender.kind === 'stranger') return;
  if (sender.kind === 'guest')
    return tellSurely(context, { ...sender, channel, thread }, [phrase('reach.guest')]);
  await askForUnit(context, { ...sender, channel, thread });
}
