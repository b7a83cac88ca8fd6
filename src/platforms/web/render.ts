import type { WebMessage } from '../../application/ports/web-chat.ts';
import type { UnitChoice } from '../../cards/render-input.ts';
import { toAdaptiveCard } from '../../cards/to-adaptive-card.ts';
import { localOf } from '../../domain/business-time.ts';
import { lasts, valueOn } from '../../domain/organization.ts';
import type { Locale, Person } from '../../domain/organization.ts';
import { phrase, type Phrase } from '../../domain/phrase.ts';
import type { Press, View } from '../../domain/view.ts';
import type { Author, Message, OpenedForm } from './api.ts';
import type { WebContext } from './context.ts';

/** A message as this person may read it, in their language. */
export async function renderMessage(web: WebContext, reader: Person, message: WebMessage): Promise<Message> {
  const { id, revision, at, editedAt, text, view, mention } = message;
  const visible = message.card === null || (await maySee(web, reader, message.card));
  return {
    id,
    revision,
    at,
    editedAt,
    author: authorOf(web, reader, message),
    text,
    card: view && visible ? cardOf(web, reader, view) : null,
    // Who may not see a report is not told that it exists, nor how serious it is.
    fallback: view && sayAs(web, reader, view, visible ? view.fallback : phrase('card.fallback.sealed')),
    report: visible ? message.card : null,
    mention: visible && mention,
    notification: view && sayAs(web, reader, view, phrase('card.fallback.sealed')),
    turn: view?.buttons.find(({ press }) => press.turn !== undefined)?.press.turn ?? null,
  };
}

/** The title stands above the card, and not in it once more. */
export function renderForm(web: WebContext, reader: Person, opener: Press, form: View): OpenedForm {
  const title = sayAs(web, reader, form, form.fallback);
  const lines = form.lines.filter(({ text }) => sayAs(web, reader, form, text) !== title);
  return { opener, title, card: cardOf(web, reader, { ...form, lines }) };
}

/** A view that fixed its language keeps it; everything else is said in the reader's. */
export function sayAs(web: WebContext, reader: Person, view: View, text: Phrase): string {
  return web.words.say(text, view.language ?? reader.locale);
}

function cardOf(web: WebContext, reader: Person, view: View): object {
  const locale = view.language ?? reader.locale;
  const units = view.inputs.some((input) => input.kind === 'unit') ? unitsToday(web, locale) : [];
  return toAdaptiveCard(view, (phrase) => web.words.say(phrase, locale), {
    locale,
    units,
    longList: 'compact',
  });
}

function unitsToday({ directory, clock }: WebContext, locale: Locale): UnitChoice[] {
  const today = localOf(directory.calendar, clock.now()).date;
  return [...directory.organization.units.values()]
    .filter((unit) => lasts(unit, today))
    .map((unit) => ({ id: unit.id, name: valueOn(unit.names, today)?.[locale] ?? unit.id }));
}

/** Decided at every reading: rights change while a message stays where it is. Throws when storage cannot tell. */
async function maySee(web: WebContext, reader: Person, report: string): Promise<boolean> {
  const card = await web.edge.cardFor(reader.id, report);
  if (!card.ok && card.problem.kind === 'try_again') throw new Error('rights could not be read');
  return card.ok;
}

function authorOf(web: WebContext, reader: Person, { author }: WebMessage): Author {
  if (author === 'bot') return { kind: 'bot' };
  const name = web.directory.organization.people.get(author.person)?.name[reader.locale] ?? author.person;
  return { kind: 'person', name, me: author.person === reader.id };
}
