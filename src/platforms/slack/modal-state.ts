import { createHash } from 'node:crypto';
import { z } from 'zod';
import { readSentPress } from '../../cards/read-sent-press.ts';
import type { FormValues, Press } from '../../domain/view.ts';

/** Where a modal was opened: the message that its outcome belongs to. */
export interface ModalOrigin {
  channel: string;
  message: string | null;
  thread: string | null;
}

/** What a modal remembers, in its `private_metadata`: ids alone, nothing that was filled in. */
export interface ModalState {
  /** What opened it, and opens the same form again to read it by. */
  opener: Press | null;
  /** What sending it does. */
  send: Press | null;
  /** Of a form that shows a preview: what shows another one, once something is changed. */
  review: Press | null;
  /** Of what was previewed; see `digestOf`. */
  digest: string | null;
  edition: string;
  origin: ModalOrigin | null;
}

const press = z.custom<Press>((data) => readSentPress(data) !== null);
const schema = z.strictObject({
  opener: press.nullable(),
  send: press.nullable(),
  review: press.nullable(),
  digest: z.string().max(64).nullable(),
  edition: z.string().max(64),
  origin: z
    .strictObject({
      channel: z.string().max(64),
      message: z.string().max(64).nullable(),
      thread: z.string().max(64).nullable(),
    })
    .nullable(),
});

export function writeModalState(state: ModalState): string {
  return JSON.stringify(state);
}

/** null for what no modal of ours remembers. */
export function readModalState(metadata: string): ModalState | null {
  try {
    return schema.safeParse(JSON.parse(metadata)).data ?? null;
  } catch {
    return null;
  }
}

/** The same for the same answers; tells whether what is sent is what was shown, and nothing of what it was. */
export function digestOf(values: FormValues): string {
  const sorted = Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('base64url').slice(0, 22);
}
