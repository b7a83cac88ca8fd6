import type { Deputy, Organization, Person, Post } from '../domain/organization.ts';
import { checkDeputies, checkPosts, type PlacedRow } from './check/check-people.ts';
import {
  DEPUTY_COLUMNS,
  deputySchema,
  PEOPLE_COLUMNS,
  postSchema,
  type DeputyRow,
  type PostRow,
} from './schema/people-schema.ts';
import { checkRows } from './source/check-rows.ts';
import { unsound, type Checked } from './source/checked.ts';
import { readCsv } from './source/read-csv.ts';
import type { Folder } from './source/read-text.ts';

/** people.csv and deputies.csv; `units` is null when those could not be read. */
export async function loadPeople(
  folder: Folder,
  units: Organization['units'] | null,
): Promise<Checked<Organization['people']>> {
  const [peopleFile, deputiesFile] = await Promise.all([
    readCsv(folder, 'people.csv', PEOPLE_COLUMNS),
    readCsv(folder, 'deputies.csv', DEPUTY_COLUMNS),
  ]);
  const posts = peopleFile.value && checkRows(peopleFile.value, postSchema);
  const deputies = deputiesFile.value && checkRows(deputiesFile.value, deputySchema);
  const shape = [
    ...peopleFile.problems,
    ...(posts?.problems ?? []),
    ...deputiesFile.problems,
    ...(deputies?.problems ?? []),
  ];
  if (!peopleFile.value || !posts || !deputiesFile.value || !deputies || shape.length > 0)
    return unsound(shape);
  const ids = new Set(posts.rows.map(({ row }) => row.id));
  const problems = [
    ...(units ? checkPosts(peopleFile.value, posts.rows, units) : []),
    ...checkDeputies(deputiesFile.value, deputies.rows, ids),
  ];
  return { value: peopleOf(posts.rows, deputies.rows), problems };
}

/** Several rows of one person are several posts. */
export function peopleOf(
  posts: readonly PlacedRow<PostRow>[],
  deputies: readonly PlacedRow<DeputyRow>[],
): ReadonlyMap<string, Person> {
  const people = new Map<string, Person>();
  for (const { row } of posts) {
    const known = people.get(row.id);
    people.set(row.id, personOf(row, [...(known?.posts ?? []), postOf(row)], deputiesOf(row.id, deputies)));
  }
  return people;
}

function deputiesOf(person: string, deputies: readonly PlacedRow<DeputyRow>[]): Deputy[] {
  return deputies.filter(({ row }) => row.person === person).map(({ row }) => deputyOf(row));
}

function personOf({ id, ja, en, email, locale }: PostRow, posts: Post[], deputies: Deputy[]): Person {
  return { id, name: { ja, en }, email, locale, posts, deputies };
}

function postOf({ unit, roles, from, until }: PostRow): Post {
  return { unit, roles, from, until };
}

function deputyOf({ deputy, from, until }: DeputyRow): Deputy {
  return { person: deputy, from, until };
}
