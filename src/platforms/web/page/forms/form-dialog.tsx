import type { AdaptiveCard } from 'adaptivecards';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { OpenedForm } from '../../api.ts';
import { formDraftOf } from '../live/form-drafts.ts';
import { Card } from '../parts/card.tsx';
import { useTimes } from '../parts/times.ts';
import { useSay } from '../say.ts';
import { readControls } from './control-values.ts';
import { showFieldErrors } from './field-errors.ts';
import { formKey } from './form-key.ts';
import { prepareForm } from './prepare-form.ts';
import { focusFirst, showScreenOf } from './screens.ts';
import { useSending } from './use-sending.ts';

export interface FormDialogProps {
  place: string;
  form: OpenedForm;
  close: () => void;
}

/**
 * A form beside the conversation. Esc closes it, and the browser returns the focus to the button that opened it; what
 * was typed is there again when it is opened the next time, until it was sent.
 */
export function FormDialog({ place, form, close }: FormDialogProps) {
  const say = useSay();
  const times = useTimes();
  const title = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const made = useRef<{ card: AdaptiveCard; shown: Readonly<Record<string, string>> } | null>(null);
  const draft = formDraftOf(`${place} ${formKey(form)}`, sessionStorage);
  const { problem, errors, sending, preview, send, confirm } = useSending(place, form.opener, {
    onSent: () => {
      draft.forget();
      dialog.current?.close();
    },
    onForm: () => {
      if (made.current) focusFirst(made.current.card);
    },
    onClosed: () => dialog.current?.close(),
  });

  useEffect(() => {
    dialog.current?.showModal();
    if (made.current) focusFirst(made.current.card);
  }, []);

  useEffect(() => {
    if (made.current) showErrors(made.current.card, errors);
  }, [errors]);

  // What is to be decided now: the button that asked for the preview is hidden.
  useEffect(() => {
    if (preview) dialog.current?.querySelector<HTMLElement>('.form-preview button')?.focus();
  }, [preview]);

  const prepare = (card: AdaptiveCard) => {
    const today = times.date(new Date().toISOString());
    made.current = { card, shown: prepareForm(card, { say, today, draft }) };
  };
  const keep = () => {
    if (made.current) draft.keep(made.current.shown, readControls(made.current.card));
  };
  return (
    <dialog class="form" aria-labelledby={title} aria-busy={sending} ref={dialog} onClose={close}>
      <header class="form-head">
        <h2 id={title}>{form.title}</h2>
        <button type="button" class="plain" onClick={() => dialog.current?.close()}>
          {say('page.form_close')}
        </button>
        <div role="alert">{problem !== null && <p class="notice notice-alert">{problem}</p>}</div>
      </header>
      {preview && (
        <div class="form-preview" role="group" aria-label={say('page.form_preview')}>
          <Card card={preview} act={(action) => void confirm(action)} />
        </div>
      )}
      <div class="form-body" hidden={preview !== null} onInput={keep} onChange={keep}>
        <Card card={form.card} act={(action) => void send(action)} onMade={prepare} />
      </div>
    </dialog>
  );
}

function showErrors(card: AdaptiveCard, errors: Readonly<Record<string, string>>): void {
  const first = showFieldErrors(card, errors);
  if (!first) return;
  showScreenOf(card, first);
  first.focus();
}
