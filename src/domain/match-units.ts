import { levelled, romaji } from './romaji.ts';

/** Kana and Latin letters, and nothing else: something that can be compared by sound. */
const SOUND = /^[\u3041-\u30ffa-z\s-]+$/u;

/** A unit by its name, id and what it belongs to. */
export interface NamedUnit {
  title: string;
  value: string;
  group?: string;
}

/** The units that a part of their name, of their group or of their reading stands for; ids are spelt as they sound. */
export function matchingUnits<Unit extends NamedUnit>(
  choices: readonly Unit[],
  query: string,
): readonly Unit[] {
  const words = fold(query);
  if (words === '') return choices;
  const sound = SOUND.test(words) ? levelled(romaji(words)) : '';
  return choices.filter(
    ({ title, value, group = '' }) =>
      fold(title).includes(words) ||
      fold(group).includes(words) ||
      (sound !== '' && levelled(value).includes(sound)),
  );
}

/** Widths, cases and the two kana alike. */
function fold(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase().replaceAll(/\s/gu, '');
  return plain.replaceAll(/[\u30a1-\u30f6]/gu, (sign) =>
    String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0x60),
  );
}
