import { api } from '../live/api-client.ts';
import type { Drafts } from '../live/drafts.ts';
import { useComposer, type Composer } from './use-composer.ts';

/** Longest message that is received, in characters. */
const LONGEST = 40_000;

/**
 * The input box of a place. Text that was stopped is given to `stopped` and to nothing that outlives the page; `onSent`
 * is told when the words were received and kept.
 */
export function usePlaceComposer(
  place: string,
  drafts: Drafts,
  stopped: (text: string) => void,
  onSent: () => void = () => undefined,
): Composer {
  return useComposer({
    place,
    drafts,
    longest: LONGEST,
    deliver: async (text, eventId) => {
      const reply = await api.say({ eventId, place, text });
      return reply.ok ? { ok: true, value: { stopped: reply.value.shown === null } } : reply;
    },
    onStopped: stopped,
    onSent: () => {
      onSent();
      return Promise.resolve(null);
    },
  });
}
