import type { FastifyInstance } from 'fastify';
import { fail, ok } from '../../domain/result.ts';
import type { Result } from '../../domain/result.ts';
import { portInUse } from '../listening.ts';
import type { Listening, StartProblem } from '../platform.ts';

export async function listen(
  app: FastifyInstance,
  host: string,
  port: number,
): Promise<Result<Listening, StartProblem>> {
  try {
    await app.listen({ host, port });
  } catch (cause) {
    const problem = portInUse(cause, port, 'TSUTAE_PORT');
    if (problem) return fail(problem);
    throw new Error('the web chat cannot listen', { cause });
  }
  return ok({ address: `http://${host.includes(':') ? `[${host}]` : host}:${boundPort(app) ?? port}` });
}

function boundPort(app: FastifyInstance): number | undefined {
  const address = app.server.address();
  return address === null || typeof address === 'string' ? undefined : address.port;
}
