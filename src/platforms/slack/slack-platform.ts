import { App, type Logger } from '@slack/bolt';
import type { Edge, Post } from '../../application/ports.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { portInUse } from '../listening.ts';
import {
  FOREIGN_CHAT,
  type ChatParts,
  type Listening,
  type Platform,
  type StartProblem,
} from '../platform.ts';
import { calledBy } from './call-in.ts';
import { channelBook } from './channel-book.ts';
import { deliveries, type Deliveries } from './deliver-posts.ts';
import { lookAtChannels } from './follow-channels.ts';
import { httpReceiver, type SlackListener } from './listen-http.ts';
import { socketReceiver } from './listen-socket.ts';
import { ownConversations } from './own-conversations.ts';
import { registerListeners } from './register-listeners.ts';
import { slackClients, type SlackClients } from './slack-clients.ts';
import { SLACK, type SlackContext } from './slack-context.ts';
import { slackErrorName, slackFailure } from './slack-failure.ts';
import { slackLog } from './slack-log.ts';
import type { SlackSettings } from './slack-settings.ts';
import { unitPlaces } from './unit-places.ts';
import { userGroups } from './user-groups.ts';

export interface SlackParts extends ChatParts {
  settings: SlackSettings;
}

/** Slack takes about one message a second in a channel (https://docs.slack.dev/apis/web-api/rate-limits). */
const PACE_MS = 1000;

/** Slack: its requests or its socket come in, its Web API is what goes out. */
export function createSlackPlatform(parts: SlackParts): Platform {
  const logger = slackLog(parts.log);
  const clients = slackClients(parts.settings, logger);
  let out: Deliveries | null = null;
  let listener: SlackListener | null = null;
  const notYet = () => Promise.resolve(fail({ code: 'unavailable' as const, retryAfterMs: null }));
  return {
    id: SLACK,
    capabilities: { ...FOREIGN_CHAT, paces: [{ messages: 1, withinMs: parts.settings.paceMs ?? PACE_MS }] },
    start: async (edge) => {
      const self = await ourselves(clients);
      if (!self.ok) return self;
      const house = furnished(parts, clients, self.value, edge);
      out = house.out;
      listener = listenerFor(parts.settings, logger);
      const { team, bot } = self.value;
      const app = new App({
        receiver: listener.receiver,
        logger,
        convoStore: false,
        // Signed requests may still be about another workspace: they get nothing done here.
        authorize: ({ teamId }) =>
          teamId === team
            ? Promise.resolve({ botUserId: bot, botId: self.value.botId, teamId: team })
            : Promise.reject(new Error('another workspace')),
      });
      registerListeners(app, house.context);
      await lookAtChannels(house.context);
      return begin(listener, parts.settings);
    },
    stop: async () => {
      await listener?.stop();
      listener = null;
    },
    send: (post) => out?.send(post) ?? notYet(),
    update: (ref, post) => out?.update(ref, post) ?? notYet(),
  };
}

interface Self {
  team: string;
  /** Our user id, and the id of our app as a bot. */
  bot: string;
  botId: string;
}

/** Whose token it is: what comes from elsewhere, or from ourselves, is told apart by this. */
async function ourselves({ patient }: SlackClients): Promise<Result<Self, StartProblem>> {
  try {
    const { team_id: team, user_id: bot, bot_id: botId } = await patient.auth.test();
    if (team === undefined || bot === undefined || botId === undefined)
      return fail({ kind: 'slack_refused', error: 'not_a_bot' });
    return ok({ team, bot, botId });
  } catch (error) {
    const name = slackErrorName(error);
    if (name === null) slackFailure(error);
    return fail(name === null ? { kind: 'slack_unreachable' } : { kind: 'slack_refused', error: name });
  }
}

function furnished(
  { organization, calendar, words, accounts, reach, clock, log }: SlackParts,
  { patient, quick }: SlackClients,
  { team, bot }: Self,
  edge: Edge,
): { context: SlackContext; out: Deliveries } {
  const time = () => performance.now();
  const channels = channelBook(patient, time);
  const conversations = ownConversations({ api: patient, accounts, organization, clock, team });
  const groups = userGroups(patient, log, time);
  const { allPlaces, usedPlaces, unitsAt } = unitPlaces(organization, reach);
  const called = (post: Post) => calledBy({ groups, conversations, unitsAt }, post);
  const common = { channels, conversations, organization, words };
  return {
    context: { ...common, edge, quick, calendar, clock, log, allPlaces, usedPlaces, team, bot },
    out: deliveries({ ...common, api: patient, called }),
  };
}

function listenerFor(settings: SlackSettings, logger: Logger): SlackListener {
  const { transport } = settings;
  return transport.kind === 'http'
    ? httpReceiver(transport, logger)
    : socketReceiver(settings, transport.appToken, logger);
}

async function begin(
  listener: SlackListener,
  { transport }: SlackSettings,
): Promise<Result<Listening, StartProblem>> {
  try {
    return ok({ address: await listener.start() });
  } catch (cause) {
    if (transport.kind === 'socket')
      return fail({ kind: 'slack_refused', error: slackErrorName(cause) ?? 'socket' });
    const problem = portInUse(cause, transport.port, 'SLACK_PORT');
    if (!problem) throw cause;
    return fail(problem);
  }
}
