import { useEffect } from 'preact/hooks';
import type { Theme } from '../kept-preferences.ts';
import { lookOf } from './look.ts';

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
