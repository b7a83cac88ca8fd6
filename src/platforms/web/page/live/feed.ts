import type { Api } from './api-client.ts';
import { addChanges, addOlder, begin } from './timeline.ts';
import type { Timeline } from './timeline.ts';

/** Keeps one place's timeline in step with the server. */
export interface Feed {
  /** The server has announced this revision: read on until it is reached. */
  reach(revision: number): Promise<void>;
  older(): Promise<void>;
  close(): void;
}

export interface FeedState {
  timeline: Timeline | null;
  /** Reading failed; reaching for a revision tries again. */
  failed: boolean;
}

type History = Pick<Api, 'history' | 'changes'>;

/** One request at a time, each from where the last one ended: no gap, no double. */
export function openFeed(api: History, place: string, show: (state: FeedState) => void): Feed {
  let timeline: Timeline | null = null;
  let wanted = 0;
  let busy = false;
  let closed = false;

  function publish(failed: boolean): void {
    if (!closed) show({ timeline, failed });
  }

  async function step(): Promise<boolean> {
    const reply = timeline ? await api.changes(place, timeline.revision) : await api.history(place, null);
    if (reply.ok) timeline = timeline ? addChanges(timeline, reply.value) : begin(reply.value);
    publish(!reply.ok);
    return reply.ok;
  }

  const behind = () => !closed && (timeline === null || timeline.revision < wanted);

  return {
    reach: async (revision) => {
      wanted = Math.max(wanted, revision);
      if (busy) return;
      busy = true;
      while (behind()) if (!(await step())) break;
      busy = false;
    },
    older: async () => {
      const first = timeline?.messages[0];
      if (!first) return;
      const reply = await api.history(place, first.id);
      if (reply.ok && timeline) timeline = addOlder(timeline, reply.value);
      publish(!reply.ok);
    },
    close: () => {
      closed = true;
    },
  };
}
