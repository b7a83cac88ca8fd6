const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  amp: '&',
};

/** Teams sends even plain text with some of its characters as HTML writes them. */
export function withoutEntities(text: string): string {
  return text.replaceAll(/&(nbsp|lt|gt|quot|#39|amp);/gu, (_, name: string) => ENTITIES[name] ?? '');
}

/** What people wrote, of a message that Teams hands over as HTML. */
export function htmlText(html: string): string {
  const lines = html.replaceAll(/<(?:br|\/p|\/div|\/li)\b[^>]*>/giu, '\n').replaceAll(/<[^>]*>/gu, '');
  return withoutEntities(lines).trim();
}
