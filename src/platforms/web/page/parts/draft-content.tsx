import { useState } from 'preact/hooks';
import { act } from '../live/actions.ts';
import type { DraftState } from '../live/use-draft.ts';
import { useSay } from '../say.ts';
import { Card } from './card.tsx';
import type { CardAction } from './card-action.ts';
import { partsOf, without } from './card-parts.ts';

export interface DraftContentProps {
  place: string;
  state: DraftState;
  /** The summary with its button to send stands beside it. */
  besideSummary?: boolean;
  /** One of the buttons was taken by the server. */
  onTaken?: () => void;
}

/** What is known, what is missing, who will see it and by when it has to go; and what can be done with it. */
export function DraftContent({ place, state, besideSummary = false, onTaken }: DraftContentProps) {
  const { panel, failed } = state;
  const say = useSay();
  const [problem, setProblem] = useState<string | null>(null);

  const press = async (action: CardAction) => {
    const reply = await act(place, action, null);
    setProblem(reply.ok ? null : reply.problem.message || say('page.not_sent'));
    if (reply.ok) onTaken?.();
  };

  if (!panel) return <p class="draft-empty">{say(failed ? 'page.draft_failed' : 'page.loading')}</p>;
  if (!panel.draft) return <p class="draft-empty">{say('page.draft_empty')}</p>;
  const { said, buttons } = partsOf(panel.draft.card);
  const shown = buttons && (besideSummary ? without(buttons, 'send') : buttons);
  return (
    <>
      <Card card={said} act={() => undefined} />
      {shown && (
        <div class="draft-actions" role="group" aria-label={say('page.draft')}>
          <Card card={shown} act={(action) => void press(action)} />
        </div>
      )}
      <div role="alert">{problem !== null && <p class="notice notice-alert">{problem}</p>}</div>
    </>
  );
}
