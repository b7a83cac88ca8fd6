import type { Theme } from '../kept-preferences.ts';

/** What stands on the root element for the style sheet: a colour scheme that is forced, and more contrast. */
export interface Look {
  scheme: 'light' | 'dark' | null;
  contrast: boolean;
}

export function lookOf(theme: Theme, systemWantsContrast: boolean): Look {
  return {
    scheme: theme === 'light' || theme === 'dark' ? theme : null,
    contrast: theme === 'contrast' || systemWantsContrast,
  };
}
