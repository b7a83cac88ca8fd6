import type { App, GlobalShortcut, MessageShortcut } from '@slack/bolt';
import { turnAway } from './hear-messages.ts';
import { asLeft } from './keep-typed.ts';
import type { ModalOrigin } from './modal-state.ts';
import { openModal } from './open-modal.ts';
import { directOf } from './own-conversations.ts';
import { readMrkdwn } from './read-mrkdwn.ts';
import { recogniseSender } from './recognise-sender.ts';
import { OPEN_REPORT, reportForm } from './report-form.ts';
import type { SlackContext } from './slack-context.ts';

/** 「報告する」 from anywhere, and 「この発言を報告」 on a message; the manifest names both. */
export const REPORT_SHORTCUT = 'report';
export const REPORT_MESSAGE_SHORTCUT = 'report_message';

export function hearShortcuts(app: App, context: SlackContext): void {
  app.shortcut({ callback_id: REPORT_SHORTCUT, type: 'shortcut' }, async ({ shortcut, ack }) => {
    await begin(context, shortcut, { text: '', origin: null });
    await ack();
  });
  app.shortcut(
    { callback_id: REPORT_MESSAGE_SHORTCUT, type: 'message_action' },
    async ({ shortcut, ack }) => {
      const { channel, message, message_ts: ts } = shortcut;
      const { thread_ts: thread } = message as { thread_ts?: string };
      const origin = { channel: channel.id, message: ts, thread: thread ?? null };
      await begin(context, shortcut, { text: readMrkdwn(message.text ?? ''), origin });
      await ack();
    },
  );
}

/** What is known already stands in the form; where it was said goes along once it is sent. */
async function begin(
  context: SlackContext,
  { user, trigger_id: triggerId }: GlobalShortcut | MessageShortcut,
  { text, origin }: { text: string; origin: ModalOrigin | null },
): Promise<void> {
  const sender = await recogniseSender(context, { id: user.id, team: user.team_id ?? null });
  if (sender.kind !== 'known') {
    const channel =
      sender.kind === 'stranger' ? null : (origin?.channel ?? (await directOf(context.quick, sender.user)));
    return channel === null
      ? undefined
      : turnAway(context, sender, { channel, thread: origin?.thread ?? null });
  }
  await openModal(context, {
    triggerId,
    view: await asLeft(context, sender.person, reportForm(text), origin),
    locale: sender.locale,
    stacked: false,
    options: { opener: OPEN_REPORT, origin },
  });
}
