import type { App } from '@slack/bolt';
import { isMember, type SlackMember } from './recognise-sender.ts';
import { SLACK, type SlackContext } from './slack-context.ts';

/** Which events of people are listened to; the manifest asks Slack for them. */
export const PEOPLE_EVENTS = ['user_change'] as const;

/** Who has left, or has become a guest, is nobody of ours from that moment: known accounts are not asked about again. */
export function followPeople(app: App, { edge, conversations, team }: SlackContext): void {
  app.event('user_change', async ({ event }) => {
    const member = event.user as SlackMember;
    if (member.id === undefined || isMember(member, team)) return;
    conversations.forget(member.id);
    await edge.forget({ platform: SLACK, tenant: team, user: member.id });
  });
}
