import type { Words } from '../../application/ports.ts';
import { LOCALES } from '../../domain/organization.ts';
import { phrase } from '../../domain/phrase.ts';

/**
 * What follows a command of the menu that was chosen or typed, in any language and width; empty when nothing does.
 * @param title key of the command's words
 * @returns null when something else was said
 */
export function afterCommand(words: Pick<Words, 'say'>, title: string, text: string): string | null {
  const typed = text.normalize('NFKC').trim();
  for (const locale of LOCALES) {
    const name = words.say(phrase(title), locale).normalize('NFKC');
    if (typed.slice(0, name.length).toLowerCase() !== name.toLowerCase()) continue;
    const rest = typed.slice(name.length);
    if (rest === '' || /^[\s:]/u.test(rest)) return rest.replace(/^[\s:]+/u, '');
  }
  return null;
}
