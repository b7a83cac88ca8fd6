import type { Edge, Post } from '../../src/application/ports.ts';
import type { PaceLimit } from '../../src/domain/pace.ts';
import { fail, ok } from '../../src/domain/result.ts';
import type { OpenPlatform } from '../../src/compose/platforms.ts';

/** A platform that keeps what it is given, and refuses the places it is told to. */
export interface RecordingPlatform {
  open: OpenPlatform;
  /** Oldest first; an update is one more. */
  posts: Post[];
  /** Places that do not exist. */
  missing: Set<string>;
  /** What is brought to these places waits for them. */
  slow: Map<string, Promise<void>>;
  /** Once the house has started. */
  edge(): Edge;
}

export function recordingPlatform(id: string, paces: readonly PaceLimit[] = []): RecordingPlatform {
  const posts: Post[] = [];
  const missing = new Set<string>();
  const slow = new Map<string, Promise<void>>();
  let edge: Edge | null = null;
  const take = async (post: Post, ref: { id: string }) => {
    if (missing.has(post.to.place)) return fail({ code: 'no_such_place' as const, retryAfterMs: null });
    await slow.get(post.to.place);
    posts.push(post);
    return ok(ref);
  };
  return {
    posts,
    missing,
    slow,
    edge: () => {
      if (!edge) throw new Error('the platform was not started');
      return edge;
    },
    open: () => ({
      id,
      capabilities: { deletesOriginals: false, lists: false, threads: false, paces },
      start: (given) => {
        edge = given;
        return Promise.resolve(ok({ address: `${id}://` }));
      },
      stop: () => Promise.resolve(),
      send: (post) => take(post, { id: `${id}-${posts.length}` }),
      update: (ref, post) => take(post, ref),
    }),
  };
}
