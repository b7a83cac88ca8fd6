import { z } from 'zod';
import { CHANNEL } from './edge.ts';

const metadata = z.object({ jwks_uri: z.url() });
const keys = z.object({
  keys: z.array(z.object({ kid: z.string(), endorsements: z.array(z.string()).default([]) })),
});
const header = z.object({ kid: z.string() });

const FRESH_MS = 24 * 60 * 60_000;
/** A key that is not known may be new; asking for it more often than this helps only who makes keys up. */
const AGAIN_AFTER_MS = 5 * 60_000;

/**
 * Whether the key that signed a token may sign for Teams: keys are shared among channels, and each is endorsed for some.
 * @returns throws when the issuer's keys cannot be read
 */
export function endorsementsOf(metadataUrl: string, now = Date.now): (token: string) => Promise<boolean> {
  let known = new Map<string, readonly string[]>();
  let read = -Infinity;
  const refresh = async () => {
    const { jwks_uri } = metadata.parse(await json(metadataUrl));
    const { keys: listed } = keys.parse(await json(jwks_uri));
    known = new Map(listed.map(({ kid, endorsements }) => [kid, endorsements]));
    read = now();
  };
  return async (token) => {
    const kid = keyOf(token);
    if (kid === null) return false;
    if (now() - read > (known.has(kid) ? FRESH_MS : AGAIN_AFTER_MS)) await refresh();
    return known.get(kid)?.includes(CHANNEL) ?? false;
  };
}

function keyOf(token: string): string | null {
  try {
    const [head = ''] = token.split('.');
    return header.parse(JSON.parse(Buffer.from(head, 'base64url').toString('utf8'))).kid;
  } catch {
    return null;
  }
}

async function json(url: string): Promise<unknown> {
  const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
  if (!response.ok) throw new Error('the keys of the issuer cannot be read');
  return response.json();
}
