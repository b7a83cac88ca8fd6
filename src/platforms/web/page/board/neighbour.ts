/** Where a key leads from a card; nothing where there is nothing in its way. */
export function neighbour<Card>(
  columns: readonly (readonly Card[])[],
  from: Card,
  key: string,
): Card | undefined {
  const column = columns.findIndex((cards) => cards.includes(from));
  const cards = columns[column] ?? [];
  const row = cards.indexOf(from);
  const beside = (others: readonly (readonly Card[])[]) => {
    const filled = others.find(({ length }) => length > 0);
    return filled?.[Math.min(row, filled.length - 1)];
  };
  switch (key) {
    case 'ArrowUp':
      return cards[row - 1];
    case 'ArrowDown':
      return cards[row + 1];
    case 'ArrowLeft':
      return beside(columns.slice(0, Math.max(column, 0)).toReversed());
    case 'ArrowRight':
      return beside(columns.slice(column + 1));
    case 'Home':
      return cards[0];
    case 'End':
      return cards.at(-1);
    default:
      return undefined;
  }
}
