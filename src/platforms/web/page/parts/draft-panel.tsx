import { useId } from 'preact/hooks';
import { useDraft } from '../live/use-draft.ts';
import { useSay } from '../say.ts';
import { DraftContent } from './draft-content.tsx';

export interface DraftPanelProps {
  /** The person's own conversation. */
  place: string;
  /** Its newest revision: the panel is read again whenever it grows. */
  announced: number;
}

/** 内容確認, beside the conversation where there is room. It is sent from the summary there, and only from there. */
export function DraftPanel({ place, announced }: DraftPanelProps) {
  const say = useSay();
  const title = useId();
  const state = useDraft(announced);
  return (
    <aside class="draft-panel" aria-labelledby={title}>
      <h2 id={title}>{say('page.draft')}</h2>
      <DraftContent place={place} state={state} besideSummary />
    </aside>
  );
}
