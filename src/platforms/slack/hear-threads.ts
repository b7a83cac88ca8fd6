import type { ThreadBody } from '../../application/ports.ts';
import { turnAway } from './hear-messages.ts';
import { refOf } from './messages.ts';
import type { MessageEvent } from './read-message.ts';
import { recogniseSender } from './recognise-sender.ts';
import { SLACK, type SlackContext } from './slack-context.ts';
import { tellSurely } from './tell-privately.ts';

type Heard = Exclude<MessageEvent, { kind: 'other' }>;

/** What departments say under the card of a report. False for what stands under no card of ours: people talk there. */
export async function hearUnderCard(context: SlackContext, message: Heard): Promise<boolean> {
  const { thread, channel, ts } = message;
  if (thread === null || thread === ts) return false;
  const card = await reportAt(context, channel, thread);
  if (!card) return false;
  const team = message.kind === 'deleted' ? null : message.team;
  const sender = await recogniseSender(context, { id: message.user, team });
  if (sender.kind !== 'known') {
    if (message.kind === 'said') await turnAway(context, sender, { channel, thread });
    return true;
  }
  const received = await context.edge.receive({
    platform: SLACK,
    eventId: threadEvent(message),
    person: sender.person,
    place: { kind: 'channel', address: card.place },
    body: bodyOf(message, card.report),
  });
  if (!received.ok)
    await tellSurely(context, { ...sender, channel, thread }, [context.words.problem(received.problem)]);
  return true;
}

/** The place under whatever name the card was posted to it. */
async function reportAt(
  { edge, channels }: SlackContext,
  channel: string,
  thread: string,
): Promise<{ report: string; place: string } | null> {
  for (const place of await channels.placesOf(channel)) {
    const report = await edge.reportAt({ platform: SLACK, place }, { id: refOf({ channel, ts: thread }) });
    if (report !== null) return { report, place };
  }
  return null;
}

function bodyOf(message: Heard, report: string): ThreadBody {
  const messageId = refOf(message);
  switch (message.kind) {
    case 'said':
      return { kind: 'commented', report, messageId, text: message.text, attachments: message.attachments };
    case 'edited':
      return { kind: 'comment_edited', report, messageId, text: message.text };
    case 'deleted':
      return { kind: 'comment_deleted', report, messageId };
  }
}

/** Each change of a message is an event of its own; the message is the same one in whichever event it comes. */
function threadEvent(message: Heard): string {
  const of = `message:${refOf(message)}`;
  if (message.kind === 'edited') return `${of}:edited:${message.editedAt}`;
  return message.kind === 'deleted' ? `${of}:deleted` : of;
}
