import fastify, { type FastifyInstance } from 'fastify';
import type { Log } from '../../application/ports.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { portInUse } from '../listening.ts';
import type { Listening, StartProblem } from '../platform.ts';
import type { BotEdge, InvokeAnswer } from './edge.ts';

/** An activity of Teams is at most a message of 100 KB in UTF-16, with what stands around it. */
const BODY_LIMIT = 512 * 1024;

/** The one address to which Teams posts. What comes in is never logged, and an error tells nobody what it was. */
export function createListener(
  bot: BotEdge,
  turn: (activity: unknown) => Promise<InvokeAnswer | null>,
  log: Log,
): FastifyInstance {
  const app = fastify({ bodyLimit: BODY_LIMIT, logger: false });
  app.post('/api/messages', async (request, reply) => {
    const { body } = request;
    if (typeof body !== 'object' || body === null || Array.isArray(body)) return reply.code(400).send();
    const authorization = request.headers.authorization ?? '';
    const answer = await bot.receive({ authorization, body: body as Record<string, unknown> }, turn);
    return reply.code(answer.status).send(answer.body);
  });
  app.setErrorHandler(async (error, _request, reply) => {
    const { statusCode = 500 } = error as { statusCode?: number };
    if (statusCode >= 500)
      log.error('a turn failed', { reason: error instanceof Error ? error.name : 'unknown' });
    return reply.code(statusCode).send();
  });
  return app;
}

export async function listen(
  app: FastifyInstance,
  host: string,
  port: number,
): Promise<Result<Listening, StartProblem>> {
  try {
    const address = await app.listen({ host, port });
    return ok({ address: `${address}/api/messages` });
  } catch (cause) {
    const problem = portInUse(cause, port, 'TEAMS_PORT');
    if (problem) return fail(problem);
    throw new Error('Teams cannot be listened to', { cause });
  }
}
