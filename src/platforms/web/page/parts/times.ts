import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Locale } from '../../../../domain/organization.ts';

/** Moments as the organisation's clock shows them, wherever the browser stands. */
export interface Times {
  clock(at: string): string;
  /** The day, with its weekday; also what tells two days apart. */
  day(at: string): string;
  /** Day with its year, and clock time. */
  moment(at: string): string;
  /** YYYY-MM-DD. */
  date(at: string): string;
}

export function timesOf(locale: Locale, offsetMinutes: number): Times {
  const clock = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    hour: 'numeric',
    minute: '2-digit',
    hour12: false,
  });
  const day = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    month: 'long',
    day: 'numeric',
    weekday: locale === 'ja' ? 'short' : 'long',
  });
  const moment = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    dateStyle: 'long',
    timeStyle: 'short',
    hourCycle: 'h23',
  });
  const shifted = (at: string) => new Date(Date.parse(at) + offsetMinutes * 60_000);
  return {
    clock: (at) => clock.format(shifted(at)),
    day: (at) => day.format(shifted(at)),
    moment: (at) => moment.format(shifted(at)),
    date: (at) => shifted(at).toISOString().slice(0, 10),
  };
}

export const TimesContext = createContext<Times>(timesOf('ja', 0));

export function useTimes(): Times {
  return useContext(TimesContext);
}
