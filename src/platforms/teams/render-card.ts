import type { AdaptiveCard, CardAction, CardElement, ChoiceSetInput } from '../../cards/adaptive-card.ts';
import { readSentPress } from '../../cards/read-sent-press.ts';
import { toAdaptiveCard } from '../../cards/to-adaptive-card.ts';
import type { Words } from '../../application/ports.ts';
import { actOf } from '../../domain/acts/acts.ts';
import type { Locale } from '../../domain/organization.ts';
import { phrase } from '../../domain/phrase.ts';
import type { Press, View } from '../../domain/view.ts';
import { LIMITS } from './limits.ts';
import { plainText } from './plain-text.ts';

/** Which list a menu is filled from as somebody types. */
export const UNITS = 'units';
/** The verb by which a card asks how it stands. */
const REFRESH = 'refresh';

/** In characters. */
const LONGEST_FALLBACK = 300;

export interface Rendering {
  words: Words;
  /** For a view that has no language of its own. */
  locale: Locale;
  /** Of a form: the press that opened it, by which it is made again when it comes back. */
  opener?: Press;
  /** Of a form: fields that stand empty because there was no room for what is stored in them. */
  kept?: readonly string[];
  /** Of a living card: the report's number. */
  card?: string | null;
  /** Whether forms open as dialogs; else they stand in the place of the card, or under it. */
  dialogs?: boolean;
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
export function renderCard(
  view: View,
  { words, locale: reader, opener, kept = [], card, dialogs = false }: Rendering,
): TeamsCard {
  const locale = localeFor(view, reader);
  const how = {
    opener,
    kept,
    dialogs,
    card: card ?? null,
    search: words.say(phrase('teams.search'), locale),
  };
  const { body, ...rest } = toAdaptiveCard(view, (phrase) => words.say(phrase, locale), {
    locale,
    units: [],
    rows: LIMITS.row,
  });
  return {
    ...rest,
    fallbackText: beginningOf(rest.fallbackText),
    body: body.map((element) => forTeams(element, how)),
    ...(card && { refresh: { action: { type: 'Action.Execute', verb: REFRESH, data: { refresh: card } } } }),
    msteams: { width: 'Full' },
  };
}

interface How {
  opener: Press | undefined;
  kept: readonly string[];
  dialogs: boolean;
  /** Of a living card: what its buttons say it is. */
  card: string | null;
  /** Stands in a menu that is filled as one types. */
  search: string;
}

function forTeams(element: CardElement, how: How): object {
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
      return { ...element, items: element.items.map((item) => forTeams(item, how)) };
    case 'ActionSet':
      return { ...element, actions: element.actions.map((action) => buttonFor(action, how)) };
    case 'Input.ChoiceSet':
      return element.style === 'filtered' ? lookedUp(element, how.search) : element;
    case 'Input.Text':
    case 'Input.Date':
    case 'Input.Time':
      return element;
  }
}

function buttonFor(action: CardAction, { opener, kept, dialogs, card }: How): object {
  if (action.type !== 'Action.Execute') return action;
  if (opener) {
    const data = { ...action.data, opener, ...(kept.length > 0 && { kept }) };
    return { ...action, data, fallback: { ...action.fallback, data } };
  }
  const data = { ...action.data, ...(card !== null && { card }) };
  if (!dialogs || !opensForm(action.data)) return { ...action, data, fallback: { ...action.fallback, data } };
  return { ...action.fallback, data: { ...data, msteams: { type: 'task/fetch' } } };
}

/** Known before it is pressed; what turns out to open none is done all the same, and the dialog says so. */
function opensForm(data: object): boolean {
  const press = readSentPress((data as { press?: unknown }).press);
  if (!press) return false;
  const pressed = actOf(press);
  return press.action === 'open_form' || (pressed !== null && !pressed.sends && pressed.act.form !== null);
}

function lookedUp(menu: ChoiceSetInput, placeholder: string): object {
  const choices = menu.choices.map(({ title, value }) => ({ title, value }));
  return { ...menu, placeholder, choices, 'choices.data': { type: 'Data.Query', dataset: UNITS } };
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
