import { useMemo, useRef, useState } from 'preact/hooks';
import type { Session } from '../../api.ts';
import { draftsOf } from '../live/drafts.ts';
import type { Drafts } from '../live/drafts.ts';

/** What a person is writing, whichever view is shown. */
export interface Writing {
  drafts: Drafts;
  /** Words that were stopped; kept here, in memory, and nowhere else. */
  stopped: { current: string | null };
  /** Grows when words were put into the draft from outside the conversation. */
  offered: number;
  offer: (sentence: string) => void;
}

export function useWriting({ person, home }: Session): Writing {
  const drafts = useMemo(() => draftsOf(person, sessionStorage), [person]);
  const stopped = useRef<string | null>(null);
  const [offered, setOffered] = useState(0);
  const offer = (sentence: string) => {
    drafts.write(home, sentence);
    setOffered((count) => count + 1);
  };
  return { drafts, stopped, offered, offer };
}
