import type { Calendar } from '../../src/domain/business-time.ts';
import type { Organization, Person, Role, Unit, UnitKind } from '../../src/domain/organization.ts';

/** A handful of invented people and departments, enough to be reporter, member and stranger. */
export function smallOrganization(): Organization {
  const contact = { name: { ja: '相談窓口', en: 'Help desk' }, contact: '00-0000-0000' };
  return {
    name: { ja: 'ためし機構', en: 'Sample Service' },
    units: new Map(UNITS.map((unit) => [unit.id, unit])),
    people: new Map(PEOPLE.map((person) => [person.id, person])),
    fallbackChannels: { web: SERVICE_CHANNEL },
    campaigns: [],
    windows: { compliance: contact, external: contact, harassment: contact, urgent: contact },
  };
}

export const TOKYO: Calendar = { offsetMinutes: 540, opens: 510, closes: 1035, holidays: new Set() };

export const REPORTER = 'p-reporter';
export const RISK_HANDLER = 'p-risk';
export const ENGLISH_HANDLER = 'p-english';
export const NO_SAMPLE = 'p-elsewhere';

export const RISK_CHANNEL = 'channel-risk';
export const SERVICE_CHANNEL = 'channel-service';

const ALWAYS = '2020-01-01';

const UNITS: Unit[] = [
  unit('office-midori', 'office', 'みどり年金事務所', 'Midori Office', null),
  unit('risk', 'department', 'リスク・コンプライアンス部', 'Risk and Compliance', RISK_CHANNEL),
  unit('service', 'department', 'サービス推進部', 'Service Promotion', SERVICE_CHANNEL),
];

const PEOPLE: Person[] = [
  person(REPORTER, '森 みどり', 'Midori Mori', 'ja', 'office-midori', []),
  person(RISK_HANDLER, '田中 一', 'Hajime Tanaka', 'ja', 'risk', ['handler', 'risk_compliance']),
  person(ENGLISH_HANDLER, 'アン・リー', 'Ann Lee', 'en', 'risk', ['handler']),
  person(NO_SAMPLE, '外山 遠', 'Haruka Toyama', 'ja', 'office-midori', []),
];

function unit(id: string, kind: UnitKind, ja: string, en: string, channel: string | null): Unit {
  return {
    id,
    kind,
    names: [{ from: ALWAYS, value: { ja, en } }],
    parents: [],
    from: ALWAYS,
    until: null,
    successor: null,
    handles: kind === 'department',
    channels: channel === null ? {} : { web: channel },
  };
}

function person(
  id: string,
  ja: string,
  en: string,
  locale: Person['locale'],
  post: string,
  roles: Role[],
): Person {
  return {
    id,
    name: { ja, en },
    email: `${id}@example.invalid`,
    locale,
    posts: [{ unit: post, roles, from: ALWAYS, until: null }],
    deputies: [],
  };
}
