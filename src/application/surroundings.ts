import type { Calendar, Instant, LocalDate } from '../domain/business-time.ts';
import { localOf } from '../domain/business-time.ts';
import type { Conversation } from '../domain/dialog/conversation.ts';
import type { DialogRules } from '../domain/dialog/dialog-rules.ts';
import { actorPresent } from '../domain/deputy.ts';
import { livingUnit, unitOf, type Actor, type Locale, type Person } from '../domain/organization.ts';
import type { Preferences } from '../domain/preferences.ts';
import type {
  Catalogue,
  Clock,
  Directory,
  Hash,
  Ids,
  Log,
  Masker,
  Messenger,
  Recognizer,
  UnderstandingContext,
  Words,
} from './ports.ts';

/** What every use case is given: the organisation's data and the ports that are the same everywhere. */
export interface Surroundings {
  catalogue: Catalogue;
  clock: Clock;
  ids: Ids;
  hash: Hash;
  log: Log;
  masker: Masker;
  recognizer: Recognizer;
  directory: Directory;
  messenger: Messenger;
  words: Words;
}

/** The moment, where the organisation works. */
export function moment({ clock, catalogue }: { clock: Clock; catalogue: { calendar: Calendar } }): {
  now: Instant;
  today: LocalDate;
  timeOfDay: string;
} {
  const now = clock.now();
  const { date, minute } = localOf(catalogue.calendar, now);
  const timeOfDay = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  return { now, today: date, timeOfDay };
}

/** A person who holds a post today; null for anyone else, whatever a platform says of them. */
export function personNow(surroundings: Surroundings, id: string): { person: Person; unit: string } | null {
  const { organization } = surroundings.catalogue;
  const { today } = moment(surroundings);
  const person = organization.people.get(id);
  const post = person && unitOf(person, today);
  if (!person || post === null || post === undefined) return null;
  const unit = livingUnit(organization, post, today);
  return unit ? { person, unit: unit.id } : null;
}

/** With what they may do today in the place of whoever is absent. */
export function actorNow(surroundings: Surroundings, person: Person): Actor {
  return actorPresent(surroundings.catalogue.organization, person.id, moment(surroundings).today);
}

/**
 * In the language that the person has chosen; else an English message is answered in English, forms and all, and
 * everything else in the reader's own language.
 */
export function languageOf(
  { language }: Conversation,
  preferences: Pick<Preferences, 'language'>,
): Locale | null {
  return preferences.language ?? (language === 'en' ? 'en' : null);
}

export function rulesFor(surroundings: Surroundings, person: string, office: string): DialogRules {
  return { ...surroundings.catalogue, ...moment(surroundings), person, office };
}

/** @param at when it was said: 「昨日」 is the day before that, however late it is worked on */
export function understandingContext(
  surroundings: Surroundings,
  unit: string,
  at: Instant = surroundings.clock.now(),
): UnderstandingContext {
  return { today: localOf(surroundings.catalogue.calendar, at).date, unit };
}
