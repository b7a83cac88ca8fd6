import type { FastifyInstance } from 'fastify';
import type { Edge } from '../../application/ports.ts';
import { createPace, type PaceLimit } from '../../domain/pace.ts';
import { fail } from '../../domain/result.ts';
import { isLoopback } from '../listening.ts';
import { FOREIGN_CHAT, type ChatParts, type Platform } from '../platform.ts';
import { PLATFORM } from './context.ts';
import { send, update, type Delivering } from './deliver.ts';
import type { BotApp, BotEdge, BotEdgeOptions } from './edge.ts';
import { LIMITS } from './limits.ts';
import { createListener, listen } from './listen.ts';
import { seenEvents } from './seen-events.ts';
import { takeTurn } from './turn.ts';

export interface TeamsParts extends ChatParts {
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** Null: nobody is verified; then on loopback only. */
  app: BotApp | null;
  /** Whether forms open as dialogs; else in the chat. */
  dialogs: boolean;
  /** Where channels are written to. */
  serviceUrl: string;
  /** Opens the SDK that is configured; loaded only then. */
  openEdge: (options: BotEdgeOptions) => Promise<BotEdge>;
  /** Other than those of the public cloud: a test's own. */
  cloud?: Pick<BotEdgeOptions, 'issuer' | 'token' | 'timeoutMs'> & { paces?: readonly PaceLimit[] };
}

/** Messages do not take equally long on their way: so much closer together they may arrive. */
const MARGIN_MS = 100;

/** Microsoft Teams, over its Bot Framework endpoint. */
export function createTeamsPlatform(parts: TeamsParts): Platform {
  const { app, cloud, openEdge } = parts;
  let server: FastifyInstance | null = null;
  let opening: Promise<Delivering> | null = null;
  const paces = withMargin(cloud?.paces ?? LIMITS.paces);
  const pace = createPace(() => performance.now(), paces);
  const speaking = (): Promise<Delivering> =>
    (opening ??= openEdge({ app, ...cloud }).then((bot) => ({
      ...parts,
      bot,
      tenant: app?.tenant ?? null,
      pace,
    })));
  return {
    id: PLATFORM,
    capabilities: { ...FOREIGN_CHAT, paces },
    start: async (edge: Edge) => {
      if (app === null && !isLoopback(parts.host)) return fail({ kind: 'not_loopback', host: parts.host });
      const teams = { ...(await speaking()), edge, seen: seenEvents() };
      server = createListener(teams.bot, (activity) => takeTurn(teams, activity), parts.log);
      const listening = await listen(server, parts.host, parts.port);
      if (!listening.ok) await server.close();
      return listening;
    },
    stop: async () => {
      await server?.close();
      server = null;
    },
    send: async (post) => send(await speaking(), post),
    update: async (ref, post) => update(await speaking(), ref, post),
  };
}

function withMargin(limits: readonly PaceLimit[]): PaceLimit[] {
  return limits.map(({ messages, withinMs }) => ({ messages, withinMs: withinMs + MARGIN_MS }));
}
