import { useState } from 'preact/hooks';
import type { OpenedForm } from '../../api.ts';
import { act } from '../live/actions.ts';
import { useSay } from '../say.ts';

export interface HomePress {
  /** The form that the last press opened. */
  form: OpenedForm | null;
  closeForm: () => void;
  press: (action: string) => Promise<void>;
}

/** Presses a button of the person's own conversation from anywhere; `fail` is told why it was not taken. */
export function useHomePress(home: string, fail: (text: string) => void): HomePress {
  const say = useSay();
  const [form, setForm] = useState<OpenedForm | null>(null);
  const press = async (action: string) => {
    const reply = await act(home, { press: { action }, values: null }, null);
    if (reply.ok) setForm(reply.value.form);
    else fail(reply.problem.message || say('page.not_sent'));
  };
  return { form, closeForm: () => setForm(null), press };
}
