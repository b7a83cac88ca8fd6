import type { Choice } from '../../api.ts';
import { levelled, romaji } from './romaji.ts';

/** Kana and Latin letters, and nothing else: something that can be compared by sound. */
const SOUND = /^[\u3041-\u30ffa-z\s-]+$/u;

/** The choices that a part of their name, of their group or of their reading stands for; ids are spelt as they sound. */
export function matching(choices: readonly Choice[], query: string): readonly Choice[] {
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
