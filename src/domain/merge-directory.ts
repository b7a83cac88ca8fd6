import { addDays, type LocalDate } from './business-time.ts';
import type { Person, Post } from './organization.ts';

export type People = ReadonlyMap<string, Person>;

/** What becomes different for one person. */
export type DirectoryChange =
  | { kind: 'joined'; person: Person; posts: readonly Post[] }
  /** `posts` are those that end. */
  | { kind: 'left'; person: Person; posts: readonly Post[] }
  | { kind: 'moved' | 'roles'; person: Person; ended: readonly Post[]; begun: readonly Post[] }
  /** Other last days of posts that stay. */
  | { kind: 'period'; person: Person; posts: readonly Post[] }
  | { kind: 'details'; person: Person; before: Person };

/**
 * The present directory as a list of everybody says it is to be from today on. Days that are over stay as they are,
 * whatever the list says of them: a post that is not on it ends instead of being removed, and one that is new begins
 * today at the earliest. Merging the same list again changes nothing.
 */
export function mergeDirectory(
  present: People,
  list: People,
  today: LocalDate,
): { people: Person[]; changes: DirectoryChange[] } {
  const merged = [...present.values()].map((person) =>
    mergePerson(person, list.get(person.id) ?? null, today),
  );
  const joined = [...list.values()].filter(({ id }) => !present.has(id));
  return {
    people: [...merged.map(({ person }) => person), ...joined],
    changes: [
      ...joined.map((person) => ({ kind: 'joined' as const, person, posts: person.posts })),
      ...merged.flatMap(({ changes }) => changes),
    ],
  };
}

interface Merged {
  person: Person;
  changes: DirectoryChange[];
}

function mergePerson(person: Person, listed: Person | null, today: LocalDate): Merged {
  const wanted = (listed?.posts ?? [])
    .filter((post) => !isOver(post, today))
    .map((post) => ({ ...post, from: post.from < today ? today : post.from }));
  // Whoever is on the list with a later post only stays where they are until then.
  const last = addDays(wanted.map(({ from }) => from).sort()[0] ?? today, -1);
  const kept = new Map<Post, Post>();
  const ended: Post[] = [];
  const posts = person.posts.flatMap((post) => {
    if (isOver(post, today)) return [post];
    const at = wanted.findIndex((one) => isSame(post, one, today));
    const [same] = at === -1 ? [] : wanted.splice(at, 1);
    if (same) {
      const stays = { ...post, until: same.until };
      kept.set(post, stays);
      return [stays];
    }
    const rest = until(post, last);
    if (rest[0]?.until !== post.until) ended.push(post);
    return rest;
  });
  const begun = wanted.map(({ unit, roles, from, until: end }): Post => ({ unit, roles, from, until: end }));
  const after = { ...person, ...(listed && detailsOf(listed)), posts: [...posts, ...begun] };
  const other = [...kept].filter(([before, now]) => before.until !== now.until).map(([, now]) => now);
  return { person: after, changes: changesOf({ person, after, listed, ended, begun, other }) };
}

interface Differences {
  person: Person;
  after: Person;
  listed: Person | null;
  ended: readonly Post[];
  begun: readonly Post[];
  other: readonly Post[];
}

function changesOf(differences: Differences): DirectoryChange[] {
  const { person, after, listed, ended, begun, other } = differences;
  if (!listed) return ended.length === 0 ? [] : [{ kind: 'left', person, posts: ended }];
  const sameUnits = unitsOf(ended) === unitsOf(begun);
  return [
    ...(ended.length + begun.length === 0
      ? []
      : [{ kind: sameUnits ? ('roles' as const) : ('moved' as const), person: after, ended, begun }]),
    ...(other.length === 0 ? [] : [{ kind: 'period' as const, person: after, posts: other }]),
    ...(JSON.stringify(detailsOf(person)) === JSON.stringify(detailsOf(after))
      ? []
      : [{ kind: 'details' as const, person: after, before: person }]),
  ];
}

function unitsOf(posts: readonly Post[]): string {
  return [...new Set(posts.map(({ unit }) => unit))].sort().join(' ');
}

function detailsOf({ name, email, locale }: Person): Pick<Person, 'name' | 'email' | 'locale'> {
  return { name: { ja: name.ja, en: name.en }, email, locale };
}

function isOver(post: Post, today: LocalDate): boolean {
  return post.until !== null && post.until < today;
}

/** The same place and roles; since when counts only for what has not begun. */
function isSame(post: Post, listed: Post, today: LocalDate): boolean {
  const begun = post.from <= today && listed.from <= today;
  return (
    post.unit === listed.unit &&
    [...post.roles].sort().join(' ') === [...listed.roles].sort().join(' ') &&
    (begun || post.from === listed.from)
  );
}

/** Nothing is left of a post that would not have begun. */
function until(post: Post, last: LocalDate): Post[] {
  if (post.from > last) return [];
  return [{ ...post, until: post.until !== null && post.until < last ? post.until : last }];
}
