import type { Clock, Words } from '../application/ports.ts';
import { localOf, type Calendar, type LocalDate } from '../domain/business-time.ts';
import {
  aboveOf,
  lasts,
  valueOn,
  type Locale,
  type Organization,
  type Unit,
} from '../domain/organization.ts';
import { phrase } from '../domain/phrase.ts';
import type { UnitChoice } from './input-words.ts';

/** Where something can have happened: the executives and mere addresses are not to be chosen. */
const CHOOSABLE: readonly Unit['kind'][] = ['department', 'block', 'region', 'office'];

/** What the list is made from. */
export interface UnitSource {
  directory: { organization: Organization; calendar: Calendar };
  words: Pick<Words, 'say'>;
  clock: Clock;
}

/** The units of today in groups: each block with what stands under it, head office last. */
export function unitChoices({ directory, words, clock }: UnitSource, locale: Locale): UnitChoice[] {
  const { organization, calendar } = directory;
  const today = localOf(calendar, clock.now()).date;
  const nameOf = (unit: Unit | undefined) => unit && valueOn(unit.names, today)?.[locale];
  const units = [...organization.units.values()].filter(
    (unit) => lasts(unit, today) && CHOOSABLE.includes(unit.kind),
  );
  const blocks = units.filter(({ kind }) => kind === 'block');
  const under = (block: string | undefined, group: string): UnitChoice[] =>
    units
      .filter(({ id }) => blockOf(organization, id, today) === block)
      .map((unit) => ({ id: unit.id, name: nameOf(unit) ?? unit.id, group }));
  return [
    ...blocks.flatMap((block) => under(block.id, nameOf(block) ?? block.id)),
    ...under(undefined, words.say(phrase('form.units.head_office'), locale)),
  ];
}

function blockOf(organization: Organization, unit: string, today: LocalDate): string | undefined {
  return aboveOf(organization, unit, 'block', today);
}
