import { useEffect, useState } from 'preact/hooks';
import type { DraftPanel } from '../../api.ts';
import { api } from './api-client.ts';

export interface DraftState {
  /** null until it was read for the first time. */
  panel: DraftPanel | null;
  failed: boolean;
}

/** What is known of the matter being reported; read again whenever the person's own conversation has moved on. */
export function useDraft(announced: number): DraftState {
  const [state, setState] = useState<DraftState>({ panel: null, failed: false });

  useEffect(() => {
    let superseded = false;
    void api.draft().then((reply) => {
      if (superseded) return;
      setState((now) => (reply.ok ? { panel: reply.value, failed: false } : { ...now, failed: true }));
    });
    return () => {
      superseded = true;
    };
  }, [announced]);

  return state;
}
