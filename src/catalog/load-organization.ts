import type { Calendar } from '../domain/business-time.ts';
import type { Organization } from '../domain/organization.ts';
import type { OwnershipTable } from '../domain/ownership.ts';
import type { RoutingTable } from '../domain/routing.ts';
import { problemAt, type CatalogueProblem } from './catalogue-problem.ts';
import { checkCampaigns } from './check/check-campaigns.ts';
import { checkOwnership, checkRouting } from './check/check-routing.ts';
import { checkOffices } from './check/check-units.ts';
import type { FactVocabulary } from './fact-vocabulary.ts';
import { loadPeople } from './load-people.ts';
import { loadUnits, type LoadedUnits } from './load-units.ts';
import { campaignsSchema } from './schema/campaigns-schema.ts';
import { calendarSchema } from './schema/calendar-schema.ts';
import { ownershipSchema, routingSchema } from './schema/routing-schema.ts';
import { checkShape } from './source/check-shape.ts';
import { unsound, type Checked } from './source/checked.ts';
import type { Folder } from './source/read-text.ts';
import { readYaml } from './source/read-yaml.ts';
import type { Source, SourceData } from './source/source.ts';
import { workingDays, yearsWithHolidays } from './working-days.ts';

/** organization/ once read, and where its tables stand, for what is found wrong between them. */
export interface LoadedOrganization {
  organization: Organization;
  ownership: OwnershipTable;
  routing: RoutingTable;
  calendar: Calendar;
  sources: { ownership: Source; routing: Source; offices: Source };
}

/** `facts` is null when intents/ could not be read: what its conditions ask cannot then be judged. */
export async function loadOrganization(
  path: string,
  facts: FactVocabulary | null,
): Promise<Checked<LoadedOrganization>> {
  const folder: Folder = { path, name: 'organization' };
  const loaded = await loadUnits(folder);
  const { units } = loaded;
  const [people, ownership, routing, calendar, campaigns] = await Promise.all([
    loadPeople(folder, units),
    loadTable(folder, 'ownership.yaml', (source) => {
      const table = checkShape(source, source.data, ownershipSchema);
      return withChecks(table, (value) => checkOwnership(source, value, units, facts));
    }),
    loadTable(folder, 'routing.yaml', (source) => {
      const table = checkShape(source, source.data, routingSchema);
      return withChecks(table, (value) => checkRouting(source, value, units, facts));
    }),
    loadTable(folder, 'calendar.yaml', readCalendar),
    loadTable(folder, 'campaigns.yaml', (source) => {
      const table = checkShape(source, source.data, campaignsSchema);
      return withChecks(table, (value) => checkCampaigns(source, value.campaigns));
    }),
  ]);
  const organization =
    people.value && campaigns.value && organizationOf(loaded, people.value, campaigns.value.table.campaigns);
  const problems = [
    ...loaded.problems,
    ...(loaded.offices && organization
      ? checkOffices(loaded.offices.source, loaded.offices.rows, organization)
      : []),
    ...people.problems,
    ...ownership.problems,
    ...routing.problems,
    ...calendar.problems,
    ...campaigns.problems,
  ];
  if (!organization || !loaded.offices || !ownership.value || !routing.value || !calendar.value)
    return unsound(problems);
  return {
    value: {
      organization,
      ownership: ownership.value.table,
      routing: routing.value.table,
      calendar: calendar.value.table,
      sources: {
        ownership: ownership.value.source,
        routing: routing.value.source,
        offices: loaded.offices.source,
      },
    },
    problems,
  };
}

async function loadTable<T>(
  folder: Folder,
  file: string,
  read: (source: SourceData<unknown>) => Checked<T>,
): Promise<Checked<{ source: Source; table: T }>> {
  const { value: source, problems } = await readYaml(folder, file);
  if (!source) return unsound(problems);
  const table = read(source);
  return { value: table.value && { source, table: table.value }, problems: table.problems };
}

function withChecks<T>(table: Checked<T>, check: (value: T) => CatalogueProblem[]): Checked<T> {
  return table.value ? { ...table, problems: [...table.problems, ...check(table.value)] } : table;
}

function readCalendar(source: SourceData<unknown>): Checked<Calendar> {
  const { value, problems } = checkShape(source, source.data, calendarSchema);
  if (!value) return unsound(problems);
  const [first, last] = yearsWithHolidays();
  const [from, to] = value.years;
  const outside =
    from < first || to > last
      ? [problemAt(source, ['years'], 'years_without_holidays', { first, last })]
      : [];
  return { value: workingDays(value), problems: outside };
}

function organizationOf(
  { departments, units }: LoadedUnits,
  people: Organization['people'],
  campaigns: Organization['campaigns'],
): Organization | null {
  if (!departments || !units) return null;
  const { organization, windows, fallbackChannel } = departments;
  return { name: organization.name, units, people, windows, fallbackChannels: fallbackChannel, campaigns };
}
