import type { Doer } from '../domain/byline.ts';
import type { Calendar, LocalDate } from '../domain/business-time.ts';
import { COMMAND_LINE, SYSTEM } from '../domain/impersonal-actors.ts';
import { valueOn, type Locale, type Organization } from '../domain/organization.ts';
import { phrase, type Phrase, type PhraseValue } from '../domain/phrase.ts';
import { writeAnswer } from './write-answer.ts';
import { writeDate, writeDue, writeMoment } from './write-date.ts';

/** What is needed to write values out for one reader. */
export interface Writing {
  organization: Organization;
  calendar: Calendar;
  today: LocalDate;
  locale: Locale;
  say: (phrase: Phrase) => string;
}

/** Numbers stay numbers, so that messages can choose their plural. */
export function writeValue(value: PhraseValue, writing: Writing): string | number {
  if (typeof value === 'string' || typeof value === 'number') return value;
  if ('key' in value) return writing.say(value);
  if ('date' in value) return writeDate(value.date, writing);
  if ('moment' in value) return writeMoment(value.moment, writing);
  if ('due' in value) return writeDue(value.due, writing);
  if ('unit' in value) return writeUnit(value.unit, writing);
  if ('person' in value) return writePerson(value, writing);
  if ('campaign' in value) return writeCampaign(value, writing);
  if ('field' in value) return writeAnswer(value, writing);
  return value.list.map((one) => writeValue(one, writing)).join(writing.say(phrase('list.separator')));
}

/** The name in force today. Reports outlive the files: a unit that is no longer listed must not break its cards. */
export function writeUnit(id: string, { organization, today, locale, say }: Writing): string {
  const unit = organization.units.get(id);
  const name = unit && valueOn(unit.names, today);
  return name ? name[locale] : say(phrase('unit.unlisted'));
}

/** Reports outlive the files: a call that is no longer listed must not break its cards. */
function writeCampaign(
  { campaign: id, part }: { campaign: string; part: 'name' | 'asks' },
  { organization, locale, say }: Writing,
): string {
  const campaign = organization.campaigns.find((one) => one.id === id);
  return campaign ? campaign[part][locale] : say(phrase('campaign.unlisted'));
}

function writePerson({ person, for: absent }: Doer, writing: Writing): string {
  const name = nameOf(person, writing);
  if (absent === undefined) return name;
  return writing.say(phrase('person.deputy', { deputy: name, person: nameOf(absent, writing) }));
}

function nameOf(id: string, { organization, locale, say }: Writing): string {
  if (id === SYSTEM) return say(phrase('person.system'));
  if (id === COMMAND_LINE) return say(phrase('person.command_line'));
  const person = organization.people.get(id);
  return person ? person.name[locale] : say(phrase('person.unlisted'));
}
