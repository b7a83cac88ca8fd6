import {
  AdaptiveCard,
  ExecuteAction,
  GlobalSettings,
  SerializationContext,
  SubmitAction,
  Versions,
} from 'adaptivecards';
import type { Action } from 'adaptivecards';
import type { Press } from '../../../../domain/view.ts';
import type { CardAction } from './card-action.ts';
import { hostConfig } from './host-config.ts';

/** The card itself is no stop for the Tab key: only what can be used is. */
GlobalSettings.setTabIndexAtCardRoot = false;

/** Keeps what is no part of Adaptive Cards: the groups of a long list. */
GlobalSettings.enableFullJsonRoundTrip = true;

/** Text is shown as it is; without a say in it the renderer looks for a Markdown processor of its own. */
AdaptiveCard.onProcessMarkdown = (_text, result) => {
  result.didProcess = false;
};

/** A card made of elements, never of markup: a person's words stay words. */
export function parseCard(card: object, act: (action: CardAction) => void): AdaptiveCard {
  const adaptive = new AdaptiveCard();
  adaptive.hostConfig = hostConfig;
  adaptive.onExecuteAction = (action) => {
    const read = readAction(action);
    if (read) act(read);
  };
  adaptive.parse(card, new SerializationContext(Versions.latest));
  return adaptive;
}

function readAction(action: Action): CardAction | null {
  if (!(action instanceof SubmitAction || action instanceof ExecuteAction)) return null;
  const { press, ...rest } = (action.data ?? {}) as { press?: Press } & Record<string, unknown>;
  if (!press) return null;
  return { press, values: action.associatedInputs === 'none' ? null : textsOf(rest) };
}

function textsOf(data: Readonly<Record<string, unknown>>): Record<string, string> {
  const texts = Object.entries(data).flatMap(([id, value]) =>
    typeof value === 'string' ? [[id, value] as const] : [],
  );
  return Object.fromEntries(texts);
}
