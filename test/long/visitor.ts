import { randomUUID } from 'node:crypto';
import { once } from './persistent-client.ts';

/** Nobody of the cast: what they say is no report, and counts nowhere. */
const VISITOR = 'saito';

/** What somebody is told who says a word now and does not insist: the status, 0 without an answer. */
export async function visit(address: string): Promise<number> {
  const post = (route: string, body: object, cookie = '') =>
    once(address, route, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(body),
    });
  try {
    const { cookie } = await post('/session', { person: VISITOR });
    const words = { eventId: randomUUID(), place: `me:${VISITOR}`, text: 'やめる' };
    return (await post('/messages', words, cookie)).status;
  } catch {
    return 0;
  }
}
