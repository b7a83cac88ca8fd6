import type { Recognizer, Texts } from '../application/ports.ts';
import type { Locale } from '../domain/organization.ts';
import type { Understanding } from '../domain/understanding.ts';
import type { Random } from './random.ts';

/** What a sentence of a template means, whatever its slots are filled with. */
export type Sense = Pick<Understanding, 'suspicions' | 'voiceKind' | 'urgent' | 'evidence'>;

export interface Templates {
  /** The sentence with its slots filled by the words of the report; a slot not met before gets its word by chance. */
  fill(template: string, locale: Locale, words: Map<string, string>, random: Random): string;
  /** Understood once per template: a slot is filled with words that decide nothing. */
  senseOf(template: string, locale: Locale): Sense;
  /** What severity goes by in a whole text: whether a sentence tells it can hang on another. */
  cuesOf(text: string): Understanding['cues'];
}

const SLOT = /\{([a-z_]+)\}/g;
const EXAMPLE_DAY = '2020-01-06';
/** Slots whose value a report decides. */
const EXAMPLES = { people: '3', month: '4', day: '6' };

export function templatesOver(
  slots: Readonly<Record<string, Texts>>,
  recognizer: Pick<Recognizer, 'understand'>,
): Templates {
  const senses = new Map<string, Sense>();
  const filled = (template: string, word: (slot: string) => string | undefined): string =>
    template.replace(SLOT, (_, slot: string) => {
      const value = word(slot);
      if (value === undefined) throw new Error(`the seeded example has no words for {${slot}}`);
      return value;
    });
  return {
    fill: (template, locale, words, random) =>
      filled(template, (slot) => {
        const word = words.get(slot) ?? random.pick(slots[slot]?.[locale] ?? []);
        if (word !== undefined) words.set(slot, word);
        return word;
      }),
    senseOf: (template, locale) => {
      const known = senses.get(template);
      if (known) return known;
      const given: Readonly<Record<string, string>> = EXAMPLES;
      const text = filled(template, (slot) => given[slot] ?? slots[slot]?.[locale][0]);
      const sense = recognizer.understand(text, { today: EXAMPLE_DAY, unit: null });
      senses.set(template, sense);
      return sense;
    },
    cuesOf: (text) => recognizer.understand(text, { today: EXAMPLE_DAY, unit: null }).cues,
  };
}

/** In the language, or in Japanese where there is nothing in it. */
export function inLanguage(texts: Texts, locale: Locale): readonly string[] {
  return texts[locale].length > 0 ? texts[locale] : texts.ja;
}
