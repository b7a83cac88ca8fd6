import type { App } from '@slack/bolt';
import { isMember, profileOf, type SlackMember } from './recognise-sender.ts';
import { SLACK, type SlackContext } from './slack-context.ts';

/** Which events of people are listened to; the manifest asks Slack for them. */
export const PEOPLE_EVENTS = ['user_change'] as const;

/**
 * Who has left, or has become a guest, is nobody of ours from that moment: known accounts are not asked about again. Who
 * has chosen another language for Slack is answered in it.
 */
export function followPeople(app: App, { edge, conversations, team }: SlackContext): void {
  app.event('user_change', async ({ event }) => {
    const member = event.user as SlackMember;
    if (member.id === undefined) return;
    const account = { platform: SLACK, tenant: team, user: member.id };
    if (isMember(member, team)) {
      // Not every change says it.
      const { language } = profileOf(member);
      if (language !== '') await edge.speaks(account, language);
      return;
    }
    conversations.forget(member.id);
    await edge.forget(account);
  });
}
