import { useEffect, useState } from 'preact/hooks';
import type { DraftPanel } from '../../api.ts';
import { api } from './api-client.ts';
import { useReconnected } from './connection.ts';

export interface DraftState {
  /** null until it was read for the first time. */
  panel: DraftPanel | null;
  failed: boolean;
}

/**
 * What is known of the matter being reported; read again whenever the person's own conversation has moved on, and after
 * a lost connection.
 */
export function useDraft(announced: number): DraftState {
  const [state, setState] = useState<DraftState>({ panel: null, failed: false });
  const [returns, setReturns] = useState(0);
  useReconnected(() => setReturns((count) => count + 1));

  useEffect(() => {
    let superseded = false;
    void api.draft().then((reply) => {
      if (superseded) return;
      setState((now) => (reply.ok ? { panel: reply.value, failed: false } : { ...now, failed: true }));
    });
    return () => {
      superseded = true;
    };
  }, [announced, returns]);

  return state;
}
