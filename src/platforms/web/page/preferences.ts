import { createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';

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

const UNSET: Preferences = { asking: 'questions', theme: 'auto', notifications: false };

const keyOf = (person: string) => `preferences ${person}`;

/** What cannot be read counts as not set. */
export function readPreferences(person: string, storage: Pick<Storage, 'getItem'>): Preferences {
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
  storage: Pick<Storage, 'setItem'>,
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

export interface PreferencesState {
  preferences: Preferences;
  change: (change: Partial<Preferences>) => void;
}

export const PreferencesContext = createContext<PreferencesState>({
  preferences: UNSET,
  change: () => undefined,
});

export function usePreferences(): PreferencesState {
  return useContext(PreferencesContext);
}

/** The preferences of one person, for whoever provides them to the page. */
export function usePreferencesOf(person: string | null): PreferencesState {
  const [, setChanges] = useState(0);
  const preferences = person === null ? UNSET : readPreferences(person, localStorage);
  const change = (change: Partial<Preferences>) => {
    if (person === null) return;
    writePreferences(person, { ...preferences, ...change }, localStorage);
    setChanges((count) => count + 1);
  };
  return { preferences, change };
}
