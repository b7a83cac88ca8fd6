import { TestAdapter, type Activity, type TurnContext } from 'botbuilder';
import type { BotEdge, Conversation, InvokeAnswer } from '../../../src/platforms/teams/edge.ts';
import { memberAnswered } from '../../../src/platforms/teams/read-member.ts';
import { fail, ok } from '../../../src/domain/result.ts';
import type { FakeConnector, Posted, SentActivity } from './connector.ts';

const REFUSED = { status: 403, code: 'BotNotInConversationRoster', retryAfterMs: null, sent: true };

/**
 * The bot over the SDK's own adapter for tests: no token is looked at and nothing goes over a wire. What it holds as sent
 * stands with the fake connector too, where scenes read it.
 */
export function testAdapterEdge(connector: FakeConnector): BotEdge {
  const adapter = new TestAdapter(() => Promise.resolve());
  const within = (to: Conversation, work: (context: TurnContext) => Promise<unknown>) =>
    adapter.processActivity({ type: 'event', conversation: { id: to.id } as Activity['conversation'] }, work);
  const place = (to: Conversation, id: string): Posted => {
    const activity = adapter.activeQueue.find((one) => one.id === id);
    if (!activity) throw new Error('the adapter sent nothing');
    return { id, conversation: to.id, activity: activity as SentActivity, updates: 0 };
  };
  const standing = (id: string) => connector.posted.find((one) => one.id === id);
  return {
    receive: async ({ body }, turn) => {
      const answered: InvokeAnswer[] = [];
      await adapter.processActivity(structuredClone(body), async ({ activity }) => {
        const answer = await turn(activity);
        if (answer) answered.push(answer);
      });
      return answered[0] ?? { status: 200 };
    },
    post: async (to, activity) => {
      const sent: string[] = [];
      await within(to, async (context) => {
        sent.push((await context.sendActivity(activity as Partial<Activity>))?.id ?? '');
      });
      const [id = ''] = sent;
      connector.posted.push(place(to, id));
      return ok({ id });
    },
    update: async (to, id, activity) => {
      await within(to, (context) => context.updateActivity({ ...activity, id } as Partial<Activity>));
      const posted = standing(id);
      if (!posted) return fail({ ...REFUSED, status: 404, code: 'ActivityNotFoundInConversation' });
      Object.assign(posted, place(to, id), { updates: posted.updates + 1 });
      return ok({ id });
    },
    remove: async (to, id) => {
      await within(to, (context) => context.deleteActivity(id));
      const posted = standing(id);
      if (posted) connector.removed.push(...connector.posted.splice(connector.posted.indexOf(posted), 1));
      return ok({ id });
    },
    openPersonal: (_serviceUrl, user) =>
      Promise.resolve(connector.members.has(user) ? ok({ id: `a:own-${user}` }) : fail(REFUSED)),
    member: (_of, user) => {
      const found = connector.members.get(user);
      return Promise.resolve(memberAnswered(found ? ok(found) : fail({ ...REFUSED, status: 404 })));
    },
  };
}
