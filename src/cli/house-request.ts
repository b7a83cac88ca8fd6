import { z } from 'zod';
import type { CandidateState, Words } from '../application/ports.ts';
import { LOCALES, type Locale } from '../domain/organization.ts';
import type { Phrase } from '../domain/phrase.ts';
import { EXIT } from './io.ts';

export const CANDIDATE_STATES = ['undecided', 'accepted', 'rejected'] as const satisfies CandidateState[];
/** The highest number that the database gives to candidates and to questions. */
export const LAST_NUMBER = 2 ** 31 - 1;

/** In the language of whoever asks, whatever the running house was started in. */
const common = { locale: z.enum(LOCALES) };

/** What the command line asks of the house: of the running one over its socket, or of one opened for it. */
export const houseRequestSchema = z.discriminatedUnion('command', [
  z.object({
    ...common,
    command: z.literal('report-list'),
    type: z.string().optional(),
    state: z.string().optional(),
    office: z.string().optional(),
    limit: z.number().int().min(1).max(10_000),
    json: z.boolean(),
  }),
  z.object({ ...common, command: z.literal('report-show'), number: z.string().max(40), json: z.boolean() }),
  z.object({ ...common, command: z.literal('report-views'), number: z.string().max(40), json: z.boolean() }),
  z.object({ ...common, command: z.literal('campaigns'), json: z.boolean() }),
  z.object({ ...common, command: z.literal('verify') }),
  z.object({ ...common, command: z.literal('queue') }),
  z.object({ ...common, command: z.literal('health') }),
  z.object({ ...common, command: z.literal('bindings'), platform: z.string().max(40) }),
  z.object({
    ...common,
    command: z.literal('candidates-list'),
    state: z.enum(CANDIDATE_STATES),
    json: z.boolean(),
  }),
  z.object({
    ...common,
    command: z.literal('candidates-decide'),
    id: z.number().int().min(1).max(LAST_NUMBER),
    decision: z.enum(['accepted', 'rejected']),
  }),
  z.object({ ...common, command: z.literal('questions-list'), json: z.boolean() }),
  z.object({
    ...common,
    command: z.literal('questions-answered'),
    id: z.number().int().min(1).max(LAST_NUMBER),
  }),
  z.object({
    ...common,
    command: z.literal('export'),
    what: z.enum(['reports', 'ledger']),
    format: z.enum(['csv', 'json']),
  }),
]);
export type HouseRequest = z.infer<typeof houseRequestSchema>;

export interface HouseAnswer {
  lines: string[];
  /** For standard error. */
  problems: string[];
  code: number;
}

export const houseAnswerSchema = z.object({
  lines: z.array(z.string()),
  problems: z.array(z.string()),
  code: z.number(),
});

export function done(lines: string[]): HouseAnswer {
  return { lines, problems: [], code: EXIT.ok };
}

export function failed(problems: string[]): HouseAnswer {
  return { lines: [], problems, code: EXIT.failed };
}

/** In whose language an answer is written. */
export interface Speaking {
  words: Words;
  locale: Locale;
}

export function say({ words, locale }: Speaking, text: Phrase): string {
  return words.say(text, locale);
}
