import { createContext } from 'preact';
import { useContext, useEffect, useRef } from 'preact/hooks';

/** Whether the server can be reached, as far as the stream of changes tells. */
export const ConnectionContext = createContext(true);

/** Calls `back` each time a lost connection has come back. */
export function useReconnected(back: () => void): void {
  const connected = useContext(ConnectionContext);
  const before = useRef(connected);
  const latest = useRef(back);
  latest.current = back;
  useEffect(() => {
    if (connected && !before.current) latest.current();
    before.current = connected;
  }, [connected]);
}
