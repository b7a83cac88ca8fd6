import { useEffect, useState } from 'preact/hooks';
import { useSay } from '../say.ts';

const STAYS_MS = 4000;

/** Says that the connection is lost while it is, and for a moment that it is back. */
export function ConnectionBar({ connected }: { connected: boolean }) {
  const say = useSay();
  const [back, setBack] = useState(false);
  const [lost, setLost] = useState(false);

  useEffect(() => {
    if (!connected) {
      setLost(true);
      setBack(false);
      return;
    }
    if (!lost) return;
    setLost(false);
    setBack(true);
    const timer = setTimeout(() => setBack(false), STAYS_MS);
    return () => clearTimeout(timer);
  }, [connected]);

  return (
    <div role="status" class="connection">
      {!connected && <p class="strip strip-alert">{say('page.connection_lost')}</p>}
      {connected && back && <p class="strip strip-calm">{say('page.connection_back')}</p>}
    </div>
  );
}
