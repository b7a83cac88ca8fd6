import { z } from 'zod';
import { readSentPress } from '../../cards/read-sent-press.ts';
import type { Press } from '../../domain/view.ts';

const data = z.object({
  press: z.unknown().optional(),
  opener: z.unknown().optional(),
  /** Of a card that asks how it stands: its number. */
  refresh: z.string().max(40).optional(),
  /** Of a button of a living card: the number of its report. */
  card: z.string().max(40).optional(),
  /** Of a form: ids of fields that stand empty because there was no room for what is stored in them. */
  kept: z.array(z.string().max(100)).max(20).optional(),
});

/** What a button of a card sends back: what it is, and beside it what was filled in. Untrusted, like all of it. */
export interface CardData {
  press: Press | null;
  opener: Press | null;
  refresh: string | null;
  /** The report whose living card says that it was pressed or looked at. */
  card: string | null;
  kept: readonly string[];
  inputs: Readonly<Record<string, unknown>>;
}

/** Null for what none of our cards sends. */
export function readCardData(sent: unknown): CardData | null {
  const read = data.safeParse(sent).data;
  if (!read) return null;
  const [press, opener] = [readSentPress(read.press), readSentPress(read.opener)];
  const refresh = read.refresh ?? null;
  // A form without what opened it would be taken for a button of its own.
  const garbled = read.opener !== undefined && !opener;
  if ((!press && refresh === null) || garbled) return null;
  return {
    press,
    opener,
    refresh,
    card: read.card ?? refresh,
    kept: read.kept ?? [],
    inputs: sent as Record<string, unknown>,
  };
}

const execute = z.object({ action: z.object({ data: z.unknown().optional() }) });

/** The data of an Action.Execute. */
export function readExecute(value: unknown): CardData | null {
  const read = execute.safeParse(value).data;
  return read ? readCardData(read.action.data) : null;
}
