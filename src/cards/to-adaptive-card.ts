import type { Locale } from '../domain/organization.ts';
import type { Phrase } from '../domain/phrase.ts';
import type { Button, View } from '../domain/view.ts';
import type { ActionSet, AdaptiveCard, ExecuteAction } from './adaptive-card.ts';
import { fallbackText } from './fallback-text.ts';
import type { UnitOffer } from './render-input.ts';
import { renderLines } from './render-lines.ts';
import { renderScreens } from './render-screens.ts';

export interface CardOptions extends UnitOffer {
  /** Language of `say`, for screen readers. */
  locale: Locale;
}

/** Hosts put actions beyond their limit behind a menu: rows of this many stay visible everywhere. */
const BUTTONS_IN_A_ROW = 5;

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
      ...renderButtons(view.buttons, say),
    ],
  };
}

function renderButtons(buttons: readonly Button[], say: (phrase: Phrase) => string): ActionSet[] {
  const rows = Array.from({ length: Math.ceil(buttons.length / BUTTONS_IN_A_ROW) }, (_, row) =>
    buttons.slice(row * BUTTONS_IN_A_ROW, (row + 1) * BUTTONS_IN_A_ROW),
  );
  return rows.map((row) => ({ type: 'ActionSet', actions: row.map((button) => renderButton(button, say)) }));
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
