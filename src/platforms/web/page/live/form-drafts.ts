import type { Kept } from './kept.ts';
/** What stands in the controls of a form: control id → text. */
export type Controls = Readonly<Record<string, string>>;

/** A control that was changed, with what it showed before. */
interface Change {
  shown: string;
  typed: string;
}

type Changes = Readonly<Record<string, Change>>;

/** What was typed into a form and not sent yet, kept while the tab lives. */
export interface FormDraft {
  /** What the controls should show: what was typed, except where the form has learnt something else since. */
  over(shown: Controls): Controls;
  keep(shown: Controls, typed: Controls): void;
  forget(): void;
}

/**
 * @param form tells this form from all others of the person
 */
export function formDraftOf(form: string, storage: Kept): FormDraft {
  const key = `form ${form}`;
  return {
    over: (shown) => {
      const kept = parse(storage.getItem(key));
      const still = Object.entries(kept).filter(([id, change]) => (shown[id] ?? '') === change.shown);
      return { ...shown, ...Object.fromEntries(still.map(([id, { typed }]) => [id, typed])) };
    },
    keep: (shown, typed) => {
      const changes = Object.entries(typed).flatMap(([id, text]) => {
        const before = shown[id] ?? '';
        return text === before ? [] : [[id, { shown: before, typed: text }] as const];
      });
      if (changes.length === 0) storage.removeItem(key);
      else storage.setItem(key, JSON.stringify(Object.fromEntries(changes)));
    },
    forget: () => storage.removeItem(key),
  };
}

/** What cannot be read counts as nothing. */
function parse(text: string | null): Changes {
  try {
    return text === null ? {} : (JSON.parse(text) as Changes);
  } catch {
    return {};
  }
}
