/** What a host shows of buttons in one row. */
export interface RowRoom {
  /** More than so many are behind a menu. */
  buttons: number;
  /** In pixels; a host that breaks rows itself has no end to it. */
  width: number;
}

/** In pixels, at 14 px semi-bold and the frame of Fluent's buttons: https://fluent2.microsoft.design */
const FONT = { wide: 14, narrow: 9 };
const FRAME = 26;
const LEAST = 96;
const GAP = 8;

/** Letters of alphabets, and Japanese ones of half width; all others may be as wide as they are high. */
const NARROW = /[\u0000-\u10ff\uff61-\uffdc]/u;

/** Buttons in rows in which every title can be read, in their order; one that is wider than all room stands alone. */
export function buttonRows<T extends { title: string }>(buttons: readonly T[], room: RowRoom): T[][] {
  const rows: T[][] = [];
  let left = 0;
  for (const button of buttons) {
    const row = rows.at(-1);
    const width = widthOf(button.title);
    if (row && row.length < room.buttons && GAP + width <= left) {
      row.push(button);
      left -= GAP + width;
    } else {
      rows.push([button]);
      left = room.width - width;
    }
  }
  return rows;
}

/** As much as the title may take: what turns out narrower loses nothing. */
function widthOf(title: string): number {
  const letters = [...title].reduce((sum, one) => sum + (NARROW.test(one) ? FONT.narrow : FONT.wide), 0);
  return Math.max(LEAST, letters + FRAME);
}
