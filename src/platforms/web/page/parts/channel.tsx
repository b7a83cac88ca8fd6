import { useEffect, useState } from 'preact/hooks';
import type { PlaceSummary } from '../../api.ts';
import type { Drafts } from '../live/drafts.ts';
import { useSay } from '../say.ts';
import { PlacePanel } from './place-panel.tsx';
import { usePlaceComposer } from './use-place-composer.ts';

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
  const composer = usePlaceComposer(channel.place, drafts, (text) => (stopped.current = text), spoke);
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
  const [said, setSaid] = useState<{ at: number; home: number } | null>(null);
  const [answered, setAnswered] = useState(false);

  useEffect(() => {
    if (said === null || homeAnnounced <= said.home) return;
    setSaid(null);
    setAnswered(Date.now() - said.at <= ANSWERS_WITHIN_MS);
  }, [said, homeAnnounced]);

  return {
    answered,
    // The answer can be announced before the words are acknowledged: it counts from where home stood when they left.
    spoke: () => {
      setSaid({ at: Date.now(), home: homeAnnounced });
      setAnswered(false);
    },
  };
}
