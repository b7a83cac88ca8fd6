import type { Locale } from './organization.ts';

/** at_once: each thing as it happens; daily: together, on the morning of every working day. */
export const NEWS_TIMES = ['at_once', 'daily'] as const;
export type NewsTime = (typeof NEWS_TIMES)[number];

/** What a person has set for themselves, on whatever platform. */
export interface Preferences {
  /** When they hear of what happens to their reports. */
  news: NewsTime;
  /** In which language everything is said; null: their own, and English where they write it. */
  language: Locale | null;
}

export const UNSET: Preferences = { news: 'at_once', language: null };
