import { createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';
import { readPreferences, UNSET, writePreferences } from './kept-preferences.ts';
import type { Preferences } from './kept-preferences.ts';

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
