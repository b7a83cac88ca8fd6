import { useEffect, useRef, useState } from 'preact/hooks';
import type { PlaceSummary } from '../../api.ts';
import type { Drafts } from '../live/drafts.ts';
import { useSay } from '../say.ts';
import { PlacePanel } from './place-panel.tsx';
import { useComposer } from './use-composer.ts';

export interface ChannelProps {
  channel: PlaceSummary;
  announced: number;
  /** Newest revision of the person's own conversation, where the bot answers what was said here. */
  homeAnnounced?: number;
  drafts: Drafts;
  stopped: { current: string | null };
}

/** A department's channel as its members see it. */
export function Channel({ channel, announced, homeAnnounced = 0, drafts, stopped }: ChannelProps) {
  const say = useSay();
  const { answered, spoke } = useAnsweredAtHome(homeAnnounced);
  const composer = useComposer(channel.place, drafts, (text) => (stopped.current = text), spoke);
  return (
    <PlacePanel
      place={channel.place}
      label={say('page.channel', { name: channel.name })}
      invitation={say('page.channel_placeholder')}
      hint={say('page.channel_hint')}
      announced={announced}
      unread={channel.unread}
      composer={composer}
      above={() => (
        <div role="status">
          {answered && (
            <p class="answered-at-home">
              {say('page.answered_at_home')} <a href="#/">{say('page.to_conversation')}</a>
            </p>
          )}
        </div>
      )}
      empty={
        <div class="place-state">
          <p>{say('page.channel_empty')}</p>
        </div>
      }
    />
  );
}

/** How long after something was said here news in one's own conversation counts as the answer to it. */
const ANSWERS_WITHIN_MS = 20_000;

/** Whoever reports in a channel is answered in their own conversation, and told so here, where only they see it. */
function useAnsweredAtHome(homeAnnounced: number): { answered: boolean; spoke: () => void } {
  const spokeAt = useRef<number | null>(null);
  const [answered, setAnswered] = useState(false);

  useEffect(() => {
    if (spokeAt.current === null || Date.now() - spokeAt.current > ANSWERS_WITHIN_MS) return;
    spokeAt.current = null;
    setAnswered(true);
  }, [homeAnnounced]);

  return {
    answered,
    spoke: () => {
      spokeAt.current = Date.now();
      setAnswered(false);
    },
  };
}
