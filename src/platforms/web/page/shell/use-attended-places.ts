import type { PlaceSummary } from '../../api.ts';
import { useAttention } from '../live/use-attention.ts';
import { useReadMarks } from '../live/use-read-marks.ts';
import type { Seen } from '../live/use-read-marks.ts';

export interface AttendedPlaces {
  seen: Seen;
  /** The places with what is unread as the person sees it. */
  shown: readonly PlaceSummary[];
}

/** Marks what is looked at as read, and counts it as such before the server does. */
export function useAttendedPlaces(
  places: readonly PlaceSummary[],
  open: string | null,
  marked: () => void,
): AttendedPlaces {
  const attentive = useAttention();
  const seen = useReadMarks(open, attentive, marked);
  const shown = places.map((place) =>
    attentive && place.place === open ? { ...place, unread: 0, mentioned: false } : place,
  );
  return { seen, shown };
}
