import { useRef, useState } from 'preact/hooks';
import type { Press } from '../../../../domain/view.ts';
import type { PressAnswer } from '../../api.ts';
import { act } from '../live/actions.ts';
import type { CardAction } from '../parts/card-action.ts';
import { useSay } from '../say.ts';

export interface Submission {
  sending: boolean;
  /** What went wrong with the form as a whole. */
  problem: string | null;
  /** Field → what to mend. */
  errors: Readonly<Record<string, string>>;
  /** What the server made of it; null when it took nothing, or while an answer is awaited. */
  submit: (action: CardAction) => Promise<PressAnswer | null>;
}

/** Sends a form that `opener` has opened. */
export function useSubmit(place: string, opener: Press): Submission {
  const say = useSay();
  const busy = useRef(false);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});

  const submit = async (action: CardAction) => {
    if (busy.current) return null;
    busy.current = true;
    setSending(true);
    const reply = await act(place, action, opener);
    busy.current = false;
    setSending(false);
    if (reply.ok) {
      setErrors({});
      setProblem(null);
      return reply.value;
    }
    const wrong = reply.problem.errors ?? {};
    const n = Object.keys(wrong).length;
    setErrors(wrong);
    setProblem(n > 0 ? say('page.form_errors', { n }) : reply.problem.message || say('page.not_sent'));
    return null;
  };

  return { sending, problem, errors, submit };
}
