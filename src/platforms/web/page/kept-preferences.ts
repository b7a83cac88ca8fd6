import type { Kept } from './live/kept.ts';

/** How a report is asked for: one question at a time, or all of it in one form. */
export type Asking = 'questions' | 'form';

export type Theme = 'auto' | 'light' | 'dark' | 'contrast';

/** What a person has set for themselves in this browser. */
export interface Preferences {
  asking: Asking;
  theme: Theme;
  /** News may be shown outside the page. */
  notifications: boolean;
}

export const ASKING: readonly Asking[] = ['questions', 'form'];
export const THEMES: readonly Theme[] = ['auto', 'light', 'dark', 'contrast'];

export const UNSET: Preferences = { asking: 'questions', theme: 'auto', notifications: false };

const keyOf = (person: string) => `preferences ${person}`;

/** What cannot be read counts as not set. */
export function readPreferences(person: string, storage: Pick<Kept, 'getItem'>): Preferences {
  const kept = parse(storage.getItem(keyOf(person)));
  return {
    asking: ASKING.find((one) => one === kept['asking']) ?? UNSET.asking,
    theme: THEMES.find((one) => one === kept['theme']) ?? UNSET.theme,
    notifications: kept['notifications'] === true,
  };
}

export function writePreferences(
  person: string,
  preferences: Preferences,
  storage: Pick<Kept, 'setItem'>,
): void {
  storage.setItem(keyOf(person), JSON.stringify(preferences));
}

function parse(kept: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(kept ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
