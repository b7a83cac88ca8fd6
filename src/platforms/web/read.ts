import { z } from 'zod';
import { readSentPress } from '../../cards/read-sent-press.ts';
import { LOCALES } from '../../domain/organization.ts';
import { NEWS_TIMES } from '../../domain/preferences.ts';
import type { Press } from '../../domain/view.ts';
import type { LanguageBody, PreferencesBody, PressBody, ReadBody, SayBody, SubmitBody } from './api.ts';

const eventId = z.uuid();
const place = z.string().min(1).max(200);
const press = z.custom<Press>((data) => readSentPress(data) !== null);

const session = z.strictObject({ person: z.string().min(1).max(200) });
const language = z.strictObject({ locale: z.enum(LOCALES) });
const preferences = z.strictObject({ news: z.enum(NEWS_TIMES) });
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

export interface HistoryQuery {
  before?: string | undefined;
  since?: number | undefined;
  limit: number;
}

/** Each returns null for what is not of the shape that the API describes. */
export const readSession = reader<{ person: string }>(session);
export const readLanguage = reader<LanguageBody>(language);
export const readPreferences = reader<PreferencesBody>(preferences);
export const readMark = reader<ReadBody>(mark);
export const readSay = reader<SayBody>(say);
export const readPress = reader<PressBody>(pressed);
export const readSubmit = reader<SubmitBody>(submitted);
export const readHistory = reader<HistoryQuery>(history);

export function reader<T>(schema: z.ZodType<T>): (body: unknown) => T | null {
  return (body) => schema.safeParse(body).data ?? null;
}
