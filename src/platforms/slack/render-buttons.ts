import type { Button } from '../../domain/view.ts';
import { plain, type ActionsBlock, type Block, type ButtonElement } from './blocks.ts';
import { LIMITS } from './limits.ts';
import { titlesWithin } from './numbered.ts';
import { pressValue } from './press-value.ts';
import { renderLines, type Say } from './render-lines.ts';

/** A client puts what stands further along in a row out of sight: rows of this many stay visible everywhere. */
const IN_A_ROW = 5;

/** What every button of ours is called to Slack begins like this; the rest tells the buttons of a row apart. */
export const PRESSED = 'press.';

/** All buttons in their order, in rows. */
export function renderButtons(buttons: readonly Button[], say: Say): Block[] {
  const { titles, lines } = titlesWithin(
    buttons.map(({ label }) => say(label)),
    LIMITS.button.text,
    say,
  );
  const elements = buttons.map((button, index) => renderButton(button, titles[index] ?? '', index));
  const rows = Array.from({ length: Math.ceil(elements.length / IN_A_ROW) }, (_, row): ActionsBlock => ({
    type: 'actions',
    block_id: `buttons.${row}`,
    elements: elements.slice(row * IN_A_ROW, (row + 1) * IN_A_ROW),
  }));
  return [...renderLines(lines, say), ...rows];
}

function renderButton({ press, style }: Button, title: string, index: number): ButtonElement {
  return {
    type: 'button',
    action_id: `${PRESSED}${index}`,
    text: plain(title),
    value: pressValue(press),
    ...(style !== 'default' && { style }),
  };
}
