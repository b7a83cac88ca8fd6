import { randomUUID } from 'node:crypto';
import type { NewWebMessage, WebChat, WebMessage } from '../../src/application/ports/web-chat.ts';

interface Kept {
  key: string;
  message: WebMessage;
}

/** The web chat's storage without a database; held to the same contract as the real one. */
export function memoryWebChat(): WebChat {
  const kept: Kept[] = [];
  const revisions = new Map<string, number>();
  const listeners = new Set<(place: string) => void>();
  const inPlace = (place: string) => kept.map(({ message }) => message).filter((one) => one.place === place);

  function next(place: string): number {
    const revision = (revisions.get(place) ?? 0) + 1;
    revisions.set(place, revision);
    return revision;
  }

  function add({ key, ...message }: NewWebMessage): WebMessage {
    const added = { ...message, id: randomUUID(), revision: next(message.place), editedAt: null };
    kept.push({ key, message: added });
    tell(message.place);
    return added;
  }

  function tell(place: string): void {
    for (const listener of listeners) listener(place);
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
        tell(found.message.place);
      }
      return Promise.resolve();
    },
    since: (place, revision, limit) => {
      const changed = inPlace(place).filter((message) => message.revision > revision);
      return Promise.resolve(changed.sort((a, b) => a.revision - b.revision).slice(0, limit));
    },
    page: (place, before, limit) => {
      const all = inPlace(place);
      const end = before === null ? all.length : all.findIndex((message) => message.id === before);
      return Promise.resolve(all.slice(0, end).slice(-limit));
    },
    revision: (place) => Promise.resolve(revisions.get(place) ?? 0),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
