import { useEffect, useRef, useState } from 'preact/hooks';
import { EDIT_FORM, LEAVE_FORM } from '../../../../domain/acts/act-form-view.ts';
import type { Press } from '../../../../domain/view.ts';
import type { AdaptiveCard } from '../../api.ts';
import type { CardAction } from '../parts/card-action.ts';
import { useSubmit, type Submission } from './use-submit.ts';

export interface Sending extends Omit<Submission, 'submit'> {
  /** What would leave, shown in the form's place; null while the form itself stands. */
  preview: AdaptiveCard | null;
  /** A button of the form; the one that closes it leaves everything as it was. */
  send: (action: CardAction) => Promise<void>;
  /** A button of the preview: sends what it shows, or goes back to the form. */
  confirm: (action: CardAction) => Promise<void>;
}

/** Sends a form that `opener` has opened, by way of a preview where it has one. */
export function useSending(
  place: string,
  opener: Press,
  { onSent, onForm, onClosed }: Record<'onSent' | 'onForm' | 'onClosed', () => void>,
): Sending {
  const { submit, ...submission } = useSubmit(place, opener);
  const [preview, setPreview] = useState<AdaptiveCard | null>(null);
  const filled = useRef<CardAction['values']>(null);

  useEffect(() => {
    // What became wrong since it was looked at is mended at the form.
    if (Object.keys(submission.errors).length > 0) setPreview(null);
  }, [submission.errors]);

  const send = async (action: CardAction) => {
    // The form stays as it was: there is nothing to tell the server.
    if (action.press.action === LEAVE_FORM) {
      onClosed();
      return;
    }
    const taken = await submit(action);
    if (taken?.preview) {
      filled.current = action.values;
      setPreview(taken.preview);
    } else if (taken) onSent();
  };
  const confirm = async (action: CardAction) => {
    if (action.press.action !== EDIT_FORM) return send({ press: action.press, values: filled.current });
    setPreview(null);
    onForm();
  };

  return { ...submission, preview, send, confirm };
}
