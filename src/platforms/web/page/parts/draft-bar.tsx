import { useState } from 'preact/hooks';
import { useDraft } from '../live/use-draft.ts';
import { useSay } from '../say.ts';
import type { DraftPanelProps } from './draft-panel.tsx';
import { DraftSheet } from './draft-sheet.tsx';

/** Above the box where there is no room for the panel: what is being written, and the way to it. */
export function DraftBar({ place, announced, toBox }: DraftPanelProps & { toBox: () => void }) {
  const say = useSay();
  const state = useDraft(announced);
  const [open, setOpen] = useState(false);
  const draft = state.panel?.draft;
  if (!draft) return null;
  return (
    <div class="draft-bar">
      <p>{say('page.draft_bar', { what: draft.card.fallbackText })}</p>
      <button type="button" class="plain" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {say('page.draft_open')}
      </button>
      {open && <DraftSheet place={place} state={state} close={() => setOpen(false)} toBox={toBox} />}
    </div>
  );
}
