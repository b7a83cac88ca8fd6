import type { FastifyInstance } from 'fastify';

/** Counts and moments only: whoever watches the machine has no session. */
export interface Health {
  state: 'ok' | 'late';
  late: number;
  since: string | null;
}

/** 200 while the clocks are kept, 503 when they are late or nobody can tell. */
export function healthRoute(app: FastifyInstance, health: () => Promise<Health>): void {
  app.get('/health', async (_request, reply) => {
    const found = await health().catch(() => null);
    void reply.header('cache-control', 'no-store');
    return reply.code(found?.state === 'ok' ? 200 : 503).send(found ?? { state: 'unknown' });
  });
}
