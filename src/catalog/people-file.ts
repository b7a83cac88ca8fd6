import { stringify } from 'csv-stringify/sync';
import type { Organization, Person } from '../domain/organization.ts';
import { checkPosts } from './check/check-people.ts';
import { peopleOf } from './load-people.ts';
import { PEOPLE_COLUMNS, postSchema } from './schema/people-schema.ts';
import { checkRows } from './source/check-rows.ts';
import { unsound, type Checked } from './source/checked.ts';
import { parseCsv } from './source/read-csv.ts';

/** A list of people from elsewhere, in the format of people.csv, checked like it; problems name the lines of the list. */
export function readPeople(
  file: string,
  text: string,
  units: Organization['units'],
): Checked<Organization['people']> {
  const { value: source, problems } = parseCsv(file, text, PEOPLE_COLUMNS);
  if (!source) return unsound(problems);
  const posts = checkRows(source, postSchema);
  if (posts.problems.length > 0) return unsound(posts.problems);
  return { value: peopleOf(posts.rows, []), problems: checkPosts(source, posts.rows, units) };
}

/** The text of people.csv: a row for each post, people in the given order. */
export function writePeople(people: readonly Person[]): string {
  const rows = people.flatMap(({ id, name, email, locale, posts }) =>
    posts.map(({ unit, roles, from, until }) => ({
      id,
      ja: name.ja,
      en: name.en,
      email,
      locale,
      unit,
      roles: roles.join(' '),
      from,
      until: until ?? '',
    })),
  );
  return stringify(rows, { header: true, columns: PEOPLE_COLUMNS });
}
