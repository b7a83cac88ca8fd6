/**
 * Every match of a pattern with the flag `g`. `matchAll` makes a copy of the pattern for each text, and what the engine
 * compiles for a copy is lost whenever memory is tidied: most of the machine code was that of such copies.
 */
export function matchesOf(text: string, pattern: RegExp): RegExpExecArray[] {
  if (!pattern.global) throw new TypeError('All matches are those of a pattern with the flag g');
  const matches: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    matches.push(match);
    if (match[0] === '') pattern.lastIndex = behindSign(text, pattern.lastIndex);
  }
  return matches;
}

/** A pattern that matched nothing would match it again within a pair of surrogates. */
function behindSign(text: string, place: number): number {
  return place + ((text.codePointAt(place) ?? 0) > 0xffff ? 2 : 1);
}
