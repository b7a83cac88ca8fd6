import { randomUUID } from 'node:crypto';
import { MOST_UNREAD } from '../../src/application/ports/web-chat.ts';
import type {
  NewWebMessage,
  PlaceListener,
  PlaceStanding,
  WebChat,
  WebMessage,
} from '../../src/application/ports/web-chat.ts';

interface Kept {
  key: string;
  message: WebMessage;
  /** Revision of the place at which it was posted. */
  position: number;
}

/** The web chat's storage without a database; held to the same contract as the real one. */
export function memoryWebChat(): WebChat {
  const kept: Kept[] = [];
  const revisions = new Map<string, number>();
  const marks = new Map<string, number>();
  const listeners = new Set<PlaceListener>();
  const inPlace = (place: string) => kept.map(({ message }) => message).filter((one) => one.place === place);

  function next(place: string): number {
    const revision = (revisions.get(place) ?? 0) + 1;
    revisions.set(place, revision);
    return revision;
  }

  function add({ key, ...message }: NewWebMessage): WebMessage {
    const added = { ...message, id: randomUUID(), revision: next(message.place), editedAt: null };
    kept.push({ key, message: added, position: added.revision });
    tell(message.place, added.revision);
    return added;
  }

  function tell(place: string, revision: number): void {
    for (const listener of listeners) listener(place, revision);
  }

  function standing(person: string, place: string): PlaceStanding {
    const mark = marks.get(`${person} ${place}`) ?? 0;
    const after = kept
      .filter(({ message, position }) => message.place === place && position > mark)
      .map(({ message }) => message);
    const unread = after.filter(({ author }) => author === 'bot' || author.person !== person).length;
    const mentions = after.filter(({ mention }) => mention).map(({ card }) => card);
    return {
      revision: revisions.get(place) ?? 0,
      unread: Math.min(unread, MOST_UNREAD),
      mentions: mentions.reverse().slice(0, MOST_UNREAD),
    };
  }

  return {
    post: (message) => {
      const known = kept.find(({ key }) => key === message.key)?.message;
      return Promise.resolve({ id: (known ?? add(message)).id, fresh: known === undefined });
    },
    update: (ref, view, at) => {
      const found = kept.find(({ message }) => message.id === ref.id);
      if (found) {
        const revision = next(found.message.place);
        found.message = { ...found.message, view, editedAt: at, revision };
        tell(found.message.place, revision);
      }
      return Promise.resolve();
    },
    since: (place, revision, limit) => {
      const changed = inPlace(place).filter((message) => message.revision > revision);
      const messages = changed.sort((a, b) => a.revision - b.revision).slice(0, limit);
      return Promise.resolve({ messages, revision: revisions.get(place) ?? 0 });
    },
    page: (place, before, limit) => {
      const all = inPlace(place);
      const end = before === null ? all.length : all.findIndex((message) => message.id === before);
      const messages = all.slice(0, Math.max(0, end)).slice(-limit);
      return Promise.resolve({ messages, revision: revisions.get(place) ?? 0 });
    },
    revision: (place) => Promise.resolve(revisions.get(place) ?? 0),
    markRead: (person, place, revision) => {
      const key = `${person} ${place}`;
      marks.set(key, Math.max(marks.get(key) ?? 0, Math.min(revision, revisions.get(place) ?? 0)));
      return Promise.resolve();
    },
    standings: (person, places) =>
      Promise.resolve(
        new Map(
          places
            .filter((place) => revisions.has(place))
            .map((place) => [place, standing(person, place)] as const),
        ),
      ),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
