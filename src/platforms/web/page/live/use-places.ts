import { useEffect, useMemo, useState } from 'preact/hooks';
import type { PlaceSummary } from '../../api.ts';
import { api } from './api-client.ts';
import { oneAtATime } from './one-at-a-time.ts';

export interface Places {
  places: readonly PlaceSummary[];
  refresh: () => Promise<void>;
}

/** A person's places as the server counts them, asked for again whenever it announces a change. */
export function usePlaces(initial: readonly PlaceSummary[], announced: object): Places {
  const [places, setPlaces] = useState(initial);
  const refresh = useMemo(
    () =>
      oneAtATime(async () => {
        const reply = await api.places();
        if (reply.ok) setPlaces(reply.value);
      }),
    [],
  );
  useEffect(() => setPlaces(initial), [initial]);
  useEffect(() => void refresh(), [announced]);
  return { places, refresh };
}
