import { describe, expect, it } from 'vitest';
import { readPreferences, writePreferences } from '../../../../src/platforms/web/page/kept-preferences.ts';
import type { Preferences } from '../../../../src/platforms/web/page/kept-preferences.ts';
import { lookOf } from '../../../../src/platforms/web/page/shell/look.ts';

const UNSET: Preferences = { asking: 'questions', theme: 'auto', notifications: false };

function storage() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

describe('preferences', () => {
  it('are kept for each person apart', () => {
    const own = storage();
    const set: Preferences = { asking: 'form', theme: 'dark', notifications: true };
    writePreferences('p-1', set, own);
    expect(readPreferences('p-1', own)).toEqual(set);
    expect(readPreferences('p-2', own)).toEqual(UNSET);
  });

  it.each(['{', 'null', '[]', '{"theme":"pink","asking":1,"notifications":"yes"}'])(
    'that cannot be read count as not set: %s',
    (value) => {
      expect(readPreferences('p-1', { getItem: () => value })).toEqual(UNSET);
    },
  );
});

describe('the look of the page', () => {
  it('follows the system until somebody chooses', () => {
    expect(lookOf('auto', false)).toEqual({ scheme: null, contrast: false });
    expect(lookOf('auto', true)).toEqual({ scheme: null, contrast: true });
  });

  it('is what was chosen, with more contrast where the system asks for it', () => {
    expect(lookOf('dark', false)).toEqual({ scheme: 'dark', contrast: false });
    expect(lookOf('light', true)).toEqual({ scheme: 'light', contrast: true });
    expect(lookOf('contrast', false)).toEqual({ scheme: null, contrast: true });
  });
});
