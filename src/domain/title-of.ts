/** In a sentence about a report: its words as far as one takes them in at a glance, ending with a sentence if one fits. */
export function titleOf(gist: string): string {
  const characters = [...gist];
  if (characters.length <= TITLE) return gist.replace(/。$/u, '');
  const whole = characters.slice(0, TITLE).lastIndexOf('。');
  return characters.slice(0, whole >= SENTENCE ? whole : TITLE - 1).join('') + (whole >= SENTENCE ? '' : '…');
}

/** Characters of a title, at most, and of a first sentence that can stand for the whole. */
const TITLE = 40;
const SENTENCE = 10;
