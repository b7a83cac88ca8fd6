import { useEffect, useMemo } from 'preact/hooks';
import type { PlaceSummary } from '../../api.ts';
import { useSay } from '../say.ts';
import { api } from './api-client.ts';
import { createNotifier } from './notifier.ts';
import type { NoteBoard } from './notifier.ts';

/** Tells of news outside the page; `open` goes to the place of a note that was pressed. */
export function useNotifications(
  places: readonly PlaceSummary[],
  wanted: boolean,
  open: (place: string) => void,
): void {
  const say = useSay();
  const notifier = useMemo(() => createNotifier(api, browserBoard(say('page.title'), open), places), []);
  useEffect(() => void notifier.consider(places, wanted && isHidden() && isGranted()), [places]);
}

function isHidden(): boolean {
  return document.visibilityState === 'hidden';
}

function isGranted(): boolean {
  return 'Notification' in globalThis && Notification.permission === 'granted';
}

function browserBoard(title: string, open: (place: string) => void): NoteBoard {
  const shown = new Map<string, Notification>();
  return {
    show: ({ place, text }) => {
      const note = new Notification(title, { body: text, tag: place });
      note.addEventListener('click', () => {
        focus();
        open(place);
        note.close();
      });
      shown.set(place, note);
    },
    takeBack: (place) => {
      shown.get(place)?.close();
      shown.delete(place);
    },
  };
}
