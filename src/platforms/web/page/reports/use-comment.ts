import { useEffect, useRef, useState } from 'preact/hooks';
import { formPress } from '../../../../domain/acts/act-form-view.ts';
import { LONGEST_TEXT } from '../../../../domain/acts/act-inputs.ts';
import type { Press } from '../../../../domain/view.ts';
import { act } from '../live/actions.ts';
import { draftsOf } from '../live/drafts.ts';
import { refusalOf, type Composer, type Notice } from '../parts/use-composer.ts';
import { useSay } from '../say.ts';

/** Longest comment, in characters: the form of the act takes no more. */
export const LONGEST_COMMENT = LONGEST_TEXT;

export interface Commenting {
  number: string;
  home: string;
  /** The press that opens the form which this box stands for. */
  write: Press;
  awaitChange: () => Promise<boolean>;
}

/** The box in which a comment is written. Its text stays until the server has it, and while the tab lives. */
export function useComment({ number, home, write, awaitChange }: Commenting): Composer {
  const say = useSay();
  const box = useRef<HTMLTextAreaElement>(null);
  const drafts = draftsOf(home, sessionStorage);
  const place = `comment ${number}`;
  const [text, setText] = useState(() => drafts.read(place));
  const [sending, setSending] = useState(false);
  const [notice, setNotice] = useState<Notice | null>(null);

  useEffect(() => {
    setText(drafts.read(place));
    setNotice(null);
  }, [place]);

  const type = (next: string) => {
    setText(next);
    drafts.write(place, next);
  };
  const send = async () => {
    if (sending) return;
    box.current?.focus();
    const refusal = refusalOf(text, LONGEST_COMMENT);
    if (refusal) {
      setNotice({ tone: 'calm', text: say(...refusal) });
      return;
    }
    setSending(true);
    const press = { action: formPress({ id: write.action }), report: number };
    const reply = await act(home, { press, values: { text } }, write);
    if (reply.ok) {
      type('');
      setNotice(null);
      // Whatever keeps it from standing there is told in the conversation.
      if (!(await awaitChange())) setNotice({ tone: 'calm', text: say('page.taken') });
    } else {
      const { errors, message } = reply.problem;
      setNotice({ tone: 'alert', text: errors?.['text'] ?? (message || say('page.not_sent')), unsent: true });
    }
    setSending(false);
  };

  return {
    box,
    text,
    sending,
    notice,
    type,
    send,
    tell: setNotice,
    restore: type,
    focus: () => box.current?.focus(),
  };
}
