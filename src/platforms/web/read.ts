import { z } from 'zod';
import type { ListQuery } from '../../application/ports.ts';
import type { LanguageBody, PressBody, ReadBody, SayBody, SubmitBody } from './api.ts';
import { readPosition } from './report-position.ts';

const eventId = z.uuid();
const place = z.string().min(1).max(200);
const press = z.strictObject({
  action: z.string().min(1).max(100),
  value: z.string().max(500).optional(),
  turn: z.int().min(0).optional(),
  report: z.string().max(40).optional(),
});

const session = z.strictObject({ person: z.string().min(1).max(200) });
const language = z.strictObject({ locale: z.enum(['ja', 'en']) });
const mark = z.strictObject({ revision: z.int().min(0) });
const say = z.strictObject({ eventId, place, text: z.string() });
const pressed = z.strictObject({ eventId, place, press });
const submitted = z.strictObject({
  eventId,
  place,
  opener: press.nullable(),
  press,
  values: z.record(z.string().max(200), z.string()),
});
const history = z.strictObject({
  before: z.string().max(200).optional(),
  since: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

const reports = z
  .strictObject({
    list: z.enum(['mine', 'tasks', 'all']),
    words: z.string().max(200).default(''),
    after: z.string().max(100).optional(),
  })
  .transform(({ list, words, after }, context) => {
    const position = after === undefined ? null : readPosition(after);
    if (after !== undefined && !position) context.addIssue({ code: 'custom', message: 'no position' });
    return { list, words, after: position };
  });

export interface HistoryQuery {
  before?: string | undefined;
  since?: number | undefined;
  limit: number;
}

/** Each returns null for what is not of the shape that the API describes. */
export const readSession = reader<{ person: string }>(session);
export const readLanguage = reader<LanguageBody>(language);
export const readMark = reader<ReadBody>(mark);
export const readSay = reader<SayBody>(say);
export const readPress = reader<PressBody>(pressed);
export const readSubmit = reader<SubmitBody>(submitted);
export const readReports = reader<ListQuery>(reports);
export const readHistory = reader<HistoryQuery>(history);

function reader<T>(schema: z.ZodType<T>): (body: unknown) => T | null {
  return (body) => schema.safeParse(body).data ?? null;
}
