import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { OpenedForm } from '../../api.ts';
import { act } from '../live/actions.ts';
import { Card } from '../parts/card.tsx';
import type { CardAction } from '../parts/card-action.ts';
import { useSay } from '../say.ts';

/** A button of a form with this action leaves it as it was: there is nothing to tell the server. */
const CLOSES = 'close_form';

export interface FormDialogProps {
  place: string;
  form: OpenedForm;
  close: () => void;
}

/** A form beside the conversation. Esc closes it, and the browser returns the focus to the button that opened it. */
export function FormDialog({ place, form, close }: FormDialogProps) {
  const say = useSay();
  const title = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});

  useEffect(() => dialog.current?.showModal(), []);

  const run = async (action: CardAction) => {
    if (action.press.action === CLOSES) {
      dialog.current?.close();
      return;
    }
    const reply = await act(place, action, form.opener);
    if (reply.ok) {
      dialog.current?.close();
      return;
    }
    const { errors: byField, message } = reply.problem;
    setProblem(byField ? null : message || say('page.not_sent'));
    setErrors(byField ?? {});
  };

  return (
    <dialog class="form" aria-labelledby={title} ref={dialog} onClose={close}>
      <header class="form-head">
        <h2 id={title}>{form.title}</h2>
        <button type="button" class="plain" onClick={() => dialog.current?.close()}>
          {say('page.form_close')}
        </button>
        <div role="alert">{problem !== null && <p class="notice notice-alert">{problem}</p>}</div>
      </header>
      <Card card={form.card} act={(action) => void run(action)} errors={errors} />
    </dialog>
  );
}
