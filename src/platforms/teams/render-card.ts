import type { AdaptiveCard, CardAction, CardElement, ChoiceSetInput } from '../../cards/adaptive-card.ts';
import { toAdaptiveCard } from '../../cards/to-adaptive-card.ts';
import type { Words } from '../../application/ports.ts';
import type { Locale } from '../../domain/organization.ts';
import type { Press, View } from '../../domain/view.ts';
import { plainText } from './plain-text.ts';

/** Which list a menu is filled from as somebody types. */
export const UNITS = 'units';
/** The verb by which a card asks how it stands. */
export const REFRESH = 'refresh';

/** In characters. */
const LONGEST_FALLBACK = 300;

export interface Rendering {
  words: Words;
  /** For a view that has no language of its own. */
  locale: Locale;
  /** Of a form: the press that opened it, by which it is made again when it comes back. */
  opener?: Press;
  /** Of a living card: the report's number. */
  card?: string | null;
}

/** As Teams takes it; menus whose choices are looked up as one types, and a card that renews itself. */
export interface TeamsCard extends Omit<AdaptiveCard, 'body'> {
  body: object[];
  refresh?: { action: { type: 'Action.Execute'; verb: string; data: object } };
  msteams: { width: 'Full' };
}

export function localeFor(view: View, locale: Locale): Locale {
  return view.language ?? locale;
}

/** The same card that the web chat shows, for Teams: text is text, and 312 offices are looked up instead of sent along. */
export function renderCard(view: View, { words, locale: reader, opener, card }: Rendering): TeamsCard {
  const locale = localeFor(view, reader);
  const { body, ...rest } = toAdaptiveCard(view, (phrase) => words.say(phrase, locale), {
    locale,
    units: [],
  });
  return {
    ...rest,
    fallbackText: beginningOf(rest.fallbackText),
    body: body.map((element) => forTeams(element, opener)),
    ...(card && { refresh: { action: { type: 'Action.Execute', verb: REFRESH, data: { refresh: card } } } }),
    msteams: { width: 'Full' },
  };
}

function forTeams(element: CardElement, opener: Press | undefined): object {
  switch (element.type) {
    case 'TextBlock':
      return { ...element, text: plainText(element.text) };
    case 'FactSet': {
      const facts = element.facts.map(({ title, value }) => ({
        title: plainText(title),
        value: plainText(value),
      }));
      return { ...element, facts };
    }
    case 'Container':
      return { ...element, items: element.items.map((item) => forTeams(item, opener)) };
    case 'ActionSet':
      return { ...element, actions: element.actions.map((action) => withOpener(action, opener)) };
    case 'Input.ChoiceSet':
      return element.style === 'filtered' ? lookedUp(element) : element;
    case 'Input.Text':
    case 'Input.Date':
    case 'Input.Time':
      return element;
  }
}

function withOpener(action: CardAction, opener: Press | undefined): object {
  if (action.type !== 'Action.Execute' || !opener) return action;
  const data = { ...action.data, opener };
  return { ...action, data, fallback: { ...action.fallback, data } };
}

function lookedUp(menu: ChoiceSetInput): object {
  const choices = menu.choices.map(({ title, value }) => ({ title, value }));
  return { ...menu, choices, 'choices.data': { type: 'Data.Query', dataset: UNITS } };
}

/** What clients without cards show: they are told how it begins, and the card has all of it. */
function beginningOf(text: string): string {
  const characters = [...text];
  return characters.length <= LONGEST_FALLBACK ? text : `${characters.slice(0, LONGEST_FALLBACK).join('')}…`;
}

/** Bytes of a card on the wire. */
export function cardBytes(card: object): number {
  return Buffer.byteLength(JSON.stringify(card), 'utf8');
}
