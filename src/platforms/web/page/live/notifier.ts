import type { Message, PlaceSummary } from '../../api.ts';
import type { Api } from './api-client.ts';

/** One notification outside the page. */
export interface Note {
  place: string;
  /** The message's own words for outside the page, and nothing else. */
  text: string;
}

/** Shows a note in place of an earlier one of the same place, and takes it back. */
export interface NoteBoard {
  show(note: Note): void;
  takeBack(place: string): void;
}

export interface Notifier {
  /** The places as they stand now; `wanted` while nobody is looking and the person has asked to be told. */
  consider(places: readonly PlaceSummary[], wanted: boolean): Promise<void>;
}

/** Tells of new messages that nobody has read; what changed in an old one is no news, and what is read is taken back. */
export function createNotifier(
  api: Pick<Api, 'history'>,
  board: NoteBoard,
  begun: readonly PlaceSummary[],
): Notifier {
  const known = new Map(begun.map(({ place, revision }) => [place, revision]));

  async function tell({ place }: PlaceSummary, since: number): Promise<void> {
    const page = await api.history(place, null);
    const text = page.ok ? page.value.messages.findLast((one) => isNews(one, since))?.notification : null;
    if (text) board.show({ place, text });
  }

  return {
    consider: async (places, wanted) => {
      const changed = places.map((summary) => ({ summary, since: known.get(summary.place) ?? 0 }));
      for (const { place, revision } of places) known.set(place, revision);
      for (const { summary, since } of changed) {
        if (summary.unread === 0) board.takeBack(summary.place);
        else if (wanted && summary.revision > since) await tell(summary, since);
      }
    },
  };
}

function isNews({ revision, editedAt, author, notification }: Message, since: number): boolean {
  const own = author.kind === 'person' && author.me;
  return revision > since && editedAt === null && !own && notification !== null;
}
