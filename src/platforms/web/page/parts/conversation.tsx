import type { Drafts } from '../live/drafts.ts';
import { useSay } from '../say.ts';
import { PlacePanel } from './place-panel.tsx';
import { useComposer } from './use-composer.ts';
import { Welcome } from './welcome.tsx';

/** Answers to a stop after which the person goes on with the words that were not stored. */
const GOING_ON = ['not_violation', 'continue_report'];

const SHORTCUTS = [
  { action: 'start', words: 'btn.report' },
  { action: 'mine', words: 'btn.mine' },
  { action: 'windows', words: 'btn.windows' },
  { action: 'help', words: 'btn.help' },
];

export interface ConversationProps {
  place: string;
  announced: number;
  drafts: Drafts;
  /** Words that were stopped; kept here, in memory, and nowhere else. */
  stopped: { current: string | null };
}

/** The person's own conversation with the bot. */
export function Conversation({ place, announced, drafts, stopped }: ConversationProps) {
  const say = useSay();
  const composer = useComposer(place, drafts, (text) => (stopped.current = text));

  return (
    <PlacePanel
      place={place}
      label={say('page.conversation')}
      invitation={say('page.placeholder')}
      announced={announced}
      composer={composer}
      shortcuts={(run) =>
        SHORTCUTS.map(({ action, words }) => (
          <button
            type="button"
            class="plain"
            key={action}
            onClick={() => run({ press: { action }, values: null })}
          >
            {say(words)}
          </button>
        ))
      }
      empty={<Welcome tryOut={composer.type} />}
      onTaken={({ press }) => {
        if (stopped.current === null || !GOING_ON.includes(press.action)) return;
        composer.restore(stopped.current);
        stopped.current = null;
      }}
    />
  );
}
