import { useEffect } from 'preact/hooks';
import type { Theme } from '../preferences.ts';

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

export function useTheme(theme: Theme): void {
  useEffect(() => {
    const system = matchMedia('(prefers-contrast: more)');
    const dress = () => {
      const { scheme, contrast } = lookOf(theme, system.matches);
      const { dataset } = document.documentElement;
      if (scheme === null) delete dataset['theme'];
      else dataset['theme'] = scheme;
      dataset['contrast'] = contrast ? 'more' : 'usual';
    };
    dress();
    system.addEventListener('change', dress);
    return () => system.removeEventListener('change', dress);
  }, [theme]);
}
