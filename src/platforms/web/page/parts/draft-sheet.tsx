import { useEffect, useId, useRef } from 'preact/hooks';
import type { DraftState } from '../live/use-draft.ts';
import { useSay } from '../say.ts';
import { DraftContent } from './draft-content.tsx';

export interface DraftSheetProps {
  place: string;
  state: DraftState;
  close: () => void;
  toBox: () => void;
}

/** 内容確認 from below. Esc closes it, and the focus goes back to what opened it; after an action, to the box. */
export function DraftSheet({ place, state, close, toBox }: DraftSheetProps) {
  const say = useSay();
  const title = useId();
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => dialog.current?.showModal(), []);

  return (
    <dialog class="draft-sheet" aria-labelledby={title} ref={dialog} onClose={close}>
      <header class="form-head">
        <h2 id={title}>{say('page.draft')}</h2>
        <button type="button" class="plain" onClick={() => dialog.current?.close()}>
          {say('page.form_close')}
        </button>
      </header>
      <DraftContent
        place={place}
        state={state}
        onTaken={() => {
          dialog.current?.close();
          toBox();
        }}
      />
    </dialog>
  );
}
