import type { FastifyInstance } from 'fastify';

/** Long enough for answers under way; what is cut off is sent again by its client, under the same event id. */
const GRACE_MS = 1000;

/**
 * Takes nothing new, and ends within the grace. Left alone, a server waits for connections that a browser opened ahead
 * and never used: Node does not count them as idle.
 */
export async function close(app: FastifyInstance): Promise<void> {
  const cut = setTimeout(() => app.server.closeAllConnections(), GRACE_MS);
  try {
    await app.close();
  } finally {
    clearTimeout(cut);
  }
}
