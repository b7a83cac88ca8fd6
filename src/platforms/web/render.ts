import type { WebMessage } from '../../application/ports/web-chat.ts';
import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import { toAdaptiveCard } from '../../cards/to-adaptive-card.ts';
import { unitChoices } from '../../cards/unit-choices.ts';
import { notificationOf } from '../../domain/notification.ts';
import { phrase, type Phrase } from '../../domain/phrase.ts';
import type { Press, View } from '../../domain/view.ts';
import type { Author, Message, OpenedForm } from './api.ts';
import type { WebContext } from './context.ts';
import { localeFor, type Reader } from './sessions.ts';

/**
 * Messages as this person may read them, in their language. What they may see is decided at every reading: rights change
 * while a message stays where it is.
 */
export async function renderMessages(
  web: WebContext,
  reader: Reader,
  messages: readonly WebMessage[],
): Promise<Message[]> {
  const cards = messages.flatMap(({ card }) => card ?? []);
  const visible = await web.edge.visible(reader.person.id, cards);
  return messages.map((message) => render(web, reader, message, visible));
}

function render(web: WebContext, reader: Reader, message: WebMessage, visible: ReadonlySet<string>): Message {
  const { id, revision, at, editedAt } = message;
  const common = { id, revision, at, editedAt, author: authorOf(web, reader, message) };
  if (message.author !== 'bot') return { ...common, ...NOTHING, text: ownWords(web, reader, message) };
  const { view, card } = message;
  if (!view) return { ...common, ...NOTHING, text: message.text };
  // Who may not see a report is not told that it exists, nor how serious it is.
  if (card !== null && !visible.has(card)) {
    const sealed = sayAs(web, reader, view, phrase('card.fallback.sealed'));
    return { ...common, ...NOTHING, text: null, fallback: sealed, notification: sealed };
  }
  return {
    ...common,
    text: null,
    card: cardOf(web, reader, view),
    fallback: sayAs(web, reader, view, view.fallback),
    report: card,
    mention: message.mention,
    notification: sayAs(web, reader, view, notificationOf(view)),
    turn: view.buttons.find(({ press }) => press.turn !== undefined)?.press.turn ?? null,
  };
}

/** Of a card, what a person's own words have none of. */
const NOTHING = { card: null, fallback: null, report: null, mention: false, notification: null, turn: null };

/** What was typed stays as it was; a pressed button is said in the reader's language like the card it stood on. */
function ownWords(web: WebContext, reader: Reader, { text, view }: WebMessage): string | null {
  return view ? sayAs(web, reader, view, view.fallback) : text;
}

/** The title stands above the card, and not in it once more. */
export function renderForm(web: WebContext, reader: Reader, opener: Press, form: View): OpenedForm {
  const title = sayAs(web, reader, form, form.fallback);
  const lines = form.lines.filter(({ text }) => sayAs(web, reader, form, text) !== title);
  return { opener, title, card: cardOf(web, reader, { ...form, lines }) };
}

/** A view that fixed its language keeps it; everything else is said in the reader's. */
export function sayAs(web: WebContext, reader: Reader, view: View, text: Phrase): string {
  return web.words.say(text, localeFor(reader, view));
}

export function cardOf(web: WebContext, reader: Reader, view: View): AdaptiveCard {
  const locale = localeFor(reader, view);
  const units = view.inputs.some((input) => input.kind === 'unit') ? unitChoices(web, locale) : [];
  return toAdaptiveCard(view, (phrase) => web.words.say(phrase, locale), { locale, units });
}

function authorOf(web: WebContext, reader: Reader, { author }: WebMessage): Author {
  if (author === 'bot') return { kind: 'bot' };
  const name = web.directory.organization.people.get(author.person)?.name[reader.locale] ?? author.person;
  return { kind: 'person', name, me: author.person === reader.person.id };
}
