import type { LocalDate } from './business-time.ts';

export const LOCALES = ['ja', 'en'] as const;
export type Locale = (typeof LOCALES)[number];
export type Named = Readonly<Record<Locale, string>>;

/** Where nobody in particular reads, the organisation's own language is used. */
export const COMMON_LOCALE: Locale = 'ja';

/** @param tag an IETF language tag, e.g. `en-US`; null when it names a language that nothing is written in */
export function localeIn(tag: string | null): Locale | null {
  const language = tag?.toLowerCase().split(/[-_]/u)[0];
  return LOCALES.find((locale) => locale === language) ?? null;
}

/** address: a place to post to under a name of its own, but no unit in which anything happens. */
export type UnitKind = 'executive' | 'department' | 'block' | 'region' | 'office' | 'address';

/** A department, block, region or office: a stable id with dated names and parents. */
export interface Unit {
  id: string;
  kind: UnitKind;
  names: readonly Dated<Named>[];
  parents: readonly Dated<string>[];
  from: LocalDate;
  /** Last day, inclusive; null while it exists. */
  until: LocalDate | null;
  /** Who took over when it was abolished. */
  successor: string | null;
  /** Whether reports can be handed to it: head office departments of the first and second line [D4]. */
  handles: boolean;
  /** Default channel by platform id. Offices and units without one are reached through their parent. */
  channels: Readonly<Record<string, string>>;
}

export interface Dated<T> {
  from: LocalDate;
  value: T;
}

/** model.md §5, least privilege. */
export const ROLES = [
  'staff',
  'deputy_head',
  'office_head',
  'block_staff',
  'region_staff',
  'handler',
  'manager',
  'service_promotion',
  'risk_compliance',
  'compliance_officer',
  'privacy_officer',
  'csirt',
  'quality',
  'audit',
  'board_office',
  'disclosure',
  'vice_president',
  'president',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];

export interface Person {
  id: string;
  name: Named;
  email: string;
  locale: Locale;
  posts: readonly Post[];
  deputies: readonly Deputy[];
}

/** A person's place in a unit, inclusive days. */
export interface Post {
  unit: string;
  roles: readonly Role[];
  from: LocalDate;
  until: LocalDate | null;
}

export interface Deputy {
  person: string;
  from: LocalDate;
  until: LocalDate | null;
}

/** Windows named when a matter must not be written in chat. */
export interface Windows {
  compliance: Contact;
  external: Contact;
  harassment: Contact;
  /** For urgent matters when posting is late. */
  urgent: Contact;
}

export interface Contact {
  name: Named;
  contact: string;
}

/** A themed call for proposals, inclusive days. */
export interface Campaign {
  id: string;
  name: Named;
  /** What it asks of people, in one sentence. */
  asks: Named;
  from: LocalDate;
  until: LocalDate;
}

export interface Organization {
  name: Named;
  units: ReadonlyMap<string, Unit>;
  people: ReadonlyMap<string, Person>;
  windows: Windows;
  /** Where a message goes, by platform, when neither its unit nor any above it has a channel. */
  fallbackChannels: Readonly<Record<string, string>>;
  campaigns: readonly Campaign[];
}

/**
 * In which language somebody is spoken to who has chosen none: that of their profile on a platform, else that of the
 * directory.
 * @param profile an IETF language tag; null where nobody has asked for it
 */
export function localeOf(
  { people }: Pick<Organization, 'people'>,
  person: string,
  profile: string | null,
): Locale {
  return localeIn(profile) ?? people.get(person)?.locale ?? COMMON_LOCALE;
}

export interface Standing {
  role: Role;
  unit: string;
  /** Whose it is, where a deputy has it in place of somebody absent (deputy.ts). */
  of?: string;
}

/** A verified person with what they are on a date. Everyone in the directory is also `staff` of their unit. */
export interface Actor {
  person: string;
  standings: readonly Standing[];
  /** Absent people whose deputy they are on that day. */
  deputyOf?: readonly string[];
  /** In whose place they do what they do now, where their own rights do not allow it. */
  for?: string;
}

/** By their own posts alone; with what deputies may, see deputy.ts. */
export function actorOn(person: Person, date: LocalDate): Actor {
  const posts = person.posts.filter((post) => lasts(post, date));
  return {
    person: person.id,
    standings: posts.flatMap((post) =>
      ['staff' as const, ...post.roles].map((role) => ({ role, unit: post.unit })),
    ),
  };
}

/** The unit a person reports from: the first post that lasts on the date. */
export function unitOf(person: Person, date: LocalDate): string | null {
  return person.posts.find((post) => lasts(post, date))?.unit ?? null;
}

/** Whether somebody stands for more than staff who report, be it in another's place. */
export function handlesReports({ standings }: Actor): boolean {
  return standings.some(({ role }) => role !== 'staff');
}

export function lasts(period: { from: LocalDate; until: LocalDate | null }, date: LocalDate): boolean {
  return period.from <= date && (period.until === null || date <= period.until);
}

/** The value in force: the latest that has begun, or the first one for days before any. */
export function valueOn<T>(dated: readonly Dated<T>[], date: LocalDate): T | undefined {
  const begun = dated.filter((one) => one.from <= date).sort((a, b) => (a.from < b.from ? 1 : -1));
  return (begun[0] ?? dated[0])?.value;
}

/** The unit itself, or who took over when it no longer exists on the date. */
export function livingUnit(organization: Organization, id: string, date: LocalDate): Unit | undefined {
  const seen = new Set<string>();
  let unit = organization.units.get(id);
  while (unit && !lasts(unit, date) && unit.successor !== null && !seen.has(unit.id)) {
    seen.add(unit.id);
    unit = organization.units.get(unit.successor);
  }
  return unit;
}

/** The unit and everything above it, nearest first. */
export function lineOf(organization: Organization, id: string, date: LocalDate): string[] {
  const line: string[] = [];
  let next: string | undefined = id;
  while (next !== undefined && !line.includes(next)) {
    line.push(next);
    const unit: Unit | undefined = organization.units.get(next);
    next = unit && valueOn(unit.parents, date);
  }
  return line;
}

/** The block or region above an office, nearest of the kind asked for. */
export function aboveOf(
  organization: Organization,
  id: string,
  kind: UnitKind,
  date: LocalDate,
): string | undefined {
  return lineOf(organization, id, date).find((one) => organization.units.get(one)?.kind === kind);
}
