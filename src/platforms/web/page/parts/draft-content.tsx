import { useState } from 'preact/hooks';
import type { AdaptiveCard } from '../../../../cards/adaptive-card.ts';
import { act } from '../live/actions.ts';
import type { DraftState } from '../live/use-draft.ts';
import { useSay } from '../say.ts';
import { Card } from './card.tsx';
import { partsOf } from './card-parts.ts';

/** What can be done with a report that is being written, whatever question stands. */
const ACTIONS = [
  { action: 'edit', words: 'btn.edit' },
  { action: 'back', words: 'btn.back' },
  { action: 'stop', words: 'btn.stop' },
];

export interface DraftContentProps {
  place: string;
  state: DraftState;
  /** One of the actions was taken by the server. */
  onTaken?: () => void;
}

/** What is known, what is missing, who will see it and by when it has to go. */
export function DraftContent({ place, state: { panel, failed }, onTaken }: DraftContentProps) {
  const say = useSay();
  const [problem, setProblem] = useState<string | null>(null);

  const press = async (action: string) => {
    const reply = await act(place, { press: { action }, values: null }, null);
    setProblem(reply.ok ? null : reply.problem.message || say('page.not_sent'));
    if (reply.ok) onTaken?.();
  };

  if (!panel) return <p class="draft-empty">{say(failed ? 'page.draft_failed' : 'page.loading')}</p>;
  if (!panel.draft) return <p class="draft-empty">{say('page.draft_empty')}</p>;
  return (
    <>
      <Card card={partsOf(panel.draft.card as AdaptiveCard).said} act={() => undefined} />
      <div class="draft-actions" role="group" aria-label={say('page.draft')}>
        {ACTIONS.map(({ action, words }) => (
          <button type="button" key={action} onClick={() => void press(action)}>
            {say(words)}
          </button>
        ))}
      </div>
      <div role="alert">{problem !== null && <p class="notice notice-alert">{problem}</p>}</div>
    </>
  );
}
