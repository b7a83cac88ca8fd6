import type { Locale } from '../domain/organization.ts';
import type { Phrase } from '../domain/phrase.ts';
import type { Button, View } from '../domain/view.ts';
import type { ActionSet, AdaptiveCard, ExecuteAction } from './adaptive-card.ts';
import { buttonRows, type RowRoom } from './button-rows.ts';
import { fallbackText } from './fallback-text.ts';
import type { UnitOffer } from './render-input.ts';
import { renderLines } from './render-lines.ts';
import { renderScreens } from './render-screens.ts';

export interface CardOptions extends UnitOffer {
  /** Language of `say`, for screen readers. */
  locale: Locale;
  /** Of a host that shows one row as one line; else rows are broken where they are shown. */
  rows?: RowRoom;
}

/** Hosts put actions beyond their limit behind a menu: rows of this many stay visible everywhere. */
const ANY_HOST: RowRoom = { buttons: 5, width: Infinity };

const STYLES = { default: 'default', primary: 'positive', danger: 'destructive' } as const;

/**
 * The whole view as one card: every line, input and button, in this order. Text is handed over as it is; a host that
 * reads Markdown in text blocks has to be told not to.
 */
export function toAdaptiveCard(
  view: View,
  say: (phrase: Phrase) => string,
  options: CardOptions,
): AdaptiveCard {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: options.locale,
    fallbackText: fallbackText(view, say),
    body: [
      ...renderLines(view.lines, say),
      ...renderScreens(view.inputs, say, options),
      ...renderButtons(view.buttons, say, options.rows ?? ANY_HOST),
    ],
  };
}

function renderButtons(
  buttons: readonly Button[],
  say: (phrase: Phrase) => string,
  room: RowRoom,
): ActionSet[] {
  const actions = buttons.map((button) => renderButton(button, say));
  return buttonRows(actions, room).map((row) => ({ type: 'ActionSet', actions: row }));
}

/** Ids only, under one key of their own: hosts merge what was filled in into the same object. */
function renderButton({ press, label, style }: Button, say: (phrase: Phrase) => string): ExecuteAction {
  const title = say(label);
  const data = { press };
  return {
    type: 'Action.Execute',
    title,
    verb: press.action,
    data,
    style: STYLES[style],
    fallback: { type: 'Action.Submit', title, data },
  };
}
