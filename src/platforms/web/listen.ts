import type { FastifyInstance } from 'fastify';
import { fail, ok } from '../../domain/result.ts';
import type { Result } from '../../domain/result.ts';
import type { Listening, StartProblem } from '../platform.ts';

const LOOPBACK_HOSTS = ['127.0.0.1', '::1', 'localhost'];

/** Sample sessions know no password: the page must not be reachable from another machine. */
export function isLoopback(host: string): boolean {
  return LOOPBACK_HOSTS.includes(host);
}

export async function listen(
  app: FastifyInstance,
  host: string,
  port: number,
): Promise<Result<Listening, StartProblem>> {
  try {
    await app.listen({ host, port });
  } catch (cause) {
    if (isInUse(cause)) return fail({ kind: 'port_in_use', port, setting: 'TSUTAE_PORT' });
    throw new Error('the web chat cannot listen', { cause });
  }
  return ok({ address: `http://${host.includes(':') ? `[${host}]` : host}:${boundPort(app) ?? port}` });
}

function boundPort(app: FastifyInstance): number | undefined {
  const address = app.server.address();
  return address === null || typeof address === 'string' ? undefined : address.port;
}

function isInUse(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE';
}
