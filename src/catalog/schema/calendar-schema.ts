import { z } from 'zod';
import { dateSchema } from './basic-schema.ts';

const timeSchema = z
  .string()
  .refine((text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text), 'bad_time')
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));

const monthDaySchema = z
  .string()
  .refine((text) => dateSchema.safeParse(`2024-${text}`).success, 'bad_month_day');

/** organization/calendar.yaml. National holidays are Japan's, and so is the time zone. */
export const calendarSchema = z
  .strictObject({
    timeZone: z.enum(['Asia/Tokyo']),
    opens: timeSchema,
    closes: timeSchema,
    /** Closed every year, MM-DD. */
    closedDays: z.array(monthDaySchema),
    extraClosed: z.array(dateSchema),
    /** First and last year that holidays are known for. */
    years: z.tuple([z.int(), z.int()]),
  })
  .refine(({ opens, closes }) => opens < closes, { message: 'period_reversed', path: ['closes'] })
  .refine(({ years: [first, last] }) => first <= last, { message: 'period_reversed', path: ['years'] });

export type CalendarFile = z.infer<typeof calendarSchema>;
