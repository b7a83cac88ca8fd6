/** What Teams reads as Markdown in a card's text. */
const MARKS = /[\\*_[\]`~]/gu;
/** A line that would become an item of a list or a heading. */
const LIST = /^(\s*)(?:([-+#>])|(\d+)([.)]))(?=\s)/gmu;

/** Text that reads in Teams as it was written: marks stand for themselves, and a new line is one. */
export function plainText(text: string): string {
  return text
    .replaceAll(MARKS, String.raw`\$&`)
    .replaceAll(LIST, (_, space: string, mark: string | undefined, digits: string, dot: string) =>
      mark === undefined ? `${space}${digits}\\${dot}` : `${space}\\${mark}`,
    )
    .replaceAll(/\r?\n/gu, '\n\n');
}
