import { NARROW, useMedia } from '../live/use-media.ts';
import type { Drafts } from '../live/drafts.ts';
import { usePreferences } from '../preferences.ts';
import { useSay } from '../say.ts';
import { DraftBar } from './draft-bar.tsx';
import { PlacePanel } from './place-panel.tsx';
import { usePlaceComposer } from './use-place-composer.ts';
import { Welcome } from './welcome.tsx';

/** Answers to a stop after which the person goes on with the words that were not stored. */
const GOING_ON = ['not_violation', 'continue_report'];

export interface ConversationProps {
  place: string;
  announced: number;
  /** How many messages of others had not been seen when the page was opened. */
  unread?: number;
  drafts: Drafts;
  /** Words that were stopped; kept here, in memory, and nowhere else. */
  stopped: { current: string | null };
}

/** The person's own conversation with the bot. */
export function Conversation({ place, announced, unread = 0, drafts, stopped }: ConversationProps) {
  const say = useSay();
  const narrow = useMedia(NARROW);
  const { asking } = usePreferences().preferences;
  const composer = usePlaceComposer(place, drafts, (text) => (stopped.current = text));

  return (
    <PlacePanel
      place={place}
      label={say('page.conversation')}
      invitation={say('page.placeholder')}
      announced={announced}
      unread={unread}
      composer={composer}
      above={() => narrow && <DraftBar place={place} announced={announced} toBox={composer.focus} />}
      empty={
        <Welcome
          tryOut={(sentence) => {
            composer.type(sentence);
            composer.focus();
          }}
        />
      }
      formFirst={asking === 'form'}
      onTaken={({ press }) => {
        if (stopped.current === null || !GOING_ON.includes(press.action)) return;
        composer.restore(stopped.current);
        stopped.current = null;
      }}
    />
  );
}
