import { randomUUID } from 'node:crypto';
import type { Edge, InboundBody, MessageRef, PlatformFailure, Post } from '../../src/application/ports.ts';
import type { OpenPlatform } from '../../src/compose/platforms.ts';
import { fail, ok } from '../../src/domain/result.ts';
import type { View } from '../../src/domain/view.ts';

/** A message as it stands in a place. */
export interface Standing {
  id: string;
  place: string;
  view: View;
  /** Id of the message under which it stands; null for one of its own. */
  under: string | null;
  card: string | null;
  /** How often it was changed. */
  changes: number;
}

/** A platform with threads, as strict as the real ones: nothing can be put under what is not there. */
export interface ThreadedPlatform {
  id: string;
  open: OpenPlatform;
  /** In the order in which they were posted. */
  messages: Standing[];
  /** What the next message to a place fails with, once each. */
  failures: PlatformFailure[];
  /** The card of a report in a place. */
  cardOf(number: string, place: string): Standing;
  /** What stands under it, oldest first. */
  under(card: Standing): Standing[];
  /** Somebody writes under a message: what the platform's listener would hand in. */
  write(person: string, top: Standing, text: string, over?: Partial<Written>): Promise<Written>;
  change(person: string, top: Standing, message: Written, text: string): Promise<void>;
  remove(person: string, top: Standing, message: Written): Promise<void>;
}

export interface Written {
  messageId: string;
  eventId: string;
  attachments: number;
}

export function threadedPlatform(id: string): ThreadedPlatform {
  const messages: Standing[] = [];
  const failures: PlatformFailure[] = [];
  const keys = new Map<string, string>();
  let edge: Edge | null = null;

  const find = (ref: string) => messages.find((one) => one.id === ref);
  const post = ({ key, to, view, card, under }: Post): MessageRef => {
    const known = keys.get(key);
    if (known !== undefined) return { id: known };
    if (under && find(under.id)?.place !== to.place) throw new Error('put under what is not there');
    const ref = `${id}-${messages.length + 1}`;
    messages.push({ id: ref, place: to.place, view, under: under?.id ?? null, card, changes: 0 });
    keys.set(key, ref);
    return { id: ref };
  };
  const failing = () => {
    const failure = failures.shift();
    return failure && fail(failure);
  };
  const receive = async (
    person: string,
    top: Standing,
    body: (report: string) => InboundBody,
    eventId: string,
  ) => {
    if (!edge) throw new Error('the platform was not started');
    const at = { platform: id, place: top.place };
    const report = await edge.reportAt(at, { id: top.id });
    if (report === null) throw new Error('no thread of a report');
    const received = await edge.receive({
      platform: id,
      eventId,
      person,
      place: { kind: 'channel', address: top.place },
      body: body(report),
    });
    if (!received.ok) throw new Error(received.problem.kind);
  };

  return {
    id,
    messages,
    failures,
    open: () => ({
      id,
      capabilities: { deletesOriginals: false, lists: false, threads: true, paces: [] },
      start: (given) => {
        edge = given;
        return Promise.resolve(ok({ address: `${id}://` }));
      },
      stop: () => Promise.resolve(),
      send: (message) => Promise.resolve(failing() ?? ok(post(message))),
      update: (ref, { view }) => {
        const there = find(ref.id);
        if (!there) return Promise.resolve(fail({ code: 'refused' as const, retryAfterMs: null }));
        Object.assign(there, { view, changes: there.changes + 1 });
        return Promise.resolve(ok(ref));
      },
    }),
    cardOf: (number, place) => {
      const found = messages.find((one) => one.card === number && one.place === place);
      if (!found) throw new Error(`no card of ${number} in ${place}`);
      return found;
    },
    under: (card) => messages.filter(({ under }) => under === card.id),
    write: async (person, top, text, over = {}) => {
      const written = { messageId: randomUUID(), eventId: randomUUID(), attachments: 0, ...over };
      const { messageId, attachments } = written;
      await receive(
        person,
        top,
        (report) => ({ kind: 'commented', report, messageId, text, attachments }),
        written.eventId,
      );
      return written;
    },
    change: (person, top, { messageId }, text) =>
      receive(person, top, (report) => ({ kind: 'comment_edited', report, messageId, text }), randomUUID()),
    remove: (person, top, { messageId }) =>
      receive(person, top, (report) => ({ kind: 'comment_deleted', report, messageId }), randomUUID()),
  };
}
