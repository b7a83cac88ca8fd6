import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { useSay } from '../say.ts';
import { Icon } from './icon.tsx';

export interface SheetProps {
  title: string;
  look: 'menu' | 'settings' | 'filters';
  close: () => void;
  children: ComponentChildren;
}

/** Something to do before going on. Esc closes it, and the focus goes back to what opened it. */
export function Sheet({ title, look, close, children }: SheetProps) {
  const say = useSay();
  const heading = useId();
  const dialog = useRef<HTMLDialogElement>(null);

  // Closed while it still stands in the page: only then the browser knows where the focus came from.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  return (
    <dialog
      class={`sheet sheet-${look}`}
      aria-labelledby={heading}
      ref={dialog}
      onClose={close}
      onClick={(event) => event.target === dialog.current && close()}
    >
      <div class="sheet-body">
        <header class="sheet-head">
          <h2 id={heading}>{title}</h2>
          <button type="button" class="bare" aria-label={say('page.form_close')} onClick={close}>
            <Icon name="close" />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
