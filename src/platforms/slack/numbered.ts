import { phrase } from '../../domain/phrase.ts';
import { line, type Line } from '../../domain/view.ts';
import { lengthOf } from './limits.ts';
import { splitText } from './split-text.ts';
import type { Say } from './render-lines.ts';

/** Titles that fit their controls, and the lines in which those that did not can be read in full. */
export interface Titles {
  titles: string[];
  lines: Line[];
}

/**
 * Titles of buttons or choices with at most so many characters each. As soon as one is longer, all of them are numbered
 * in a list that has them in full; the control then shows the number and how the title begins.
 */
export function titlesWithin(full: readonly string[], most: number, say: Say): Titles {
  if (full.every((title) => lengthOf(title) <= most)) return { titles: [...full], lines: [] };
  const numbered = full.map((title, index) => say(phrase('list.numbered', { n: index + 1, what: title })));
  return {
    titles: numbered.map((title) => shortened(title, most)),
    lines: numbered.map((title) => line(phrase('value', { value: title }))),
  };
}

const MORE = '…';

/** The beginning of a text that stands in full elsewhere, with a sign that there is more. */
export function shortened(title: string, most: number): string {
  if (lengthOf(title) <= most) return title;
  return `${splitText(title, most - MORE.length)[0] ?? ''}${MORE}`;
}
