/** What somebody wrote, in a line of a list, and without what a terminal would obey. */
export function onOneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
