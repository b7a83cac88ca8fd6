import type { LocalDate } from './business-time.ts';
import { lasts, type Organization, type Person } from './organization.ts';

/**
 * Who acts for a person on a day: themselves, or while they are absent their deputy. A deputy named up to a last day
 * stands in for an absence of those days; one named without an end stands in for whoever has left. Null when nobody is
 * there: also where deputies name each other in a circle.
 */
export function actingFor(
  { people }: Pick<Organization, 'people'>,
  id: string,
  date: LocalDate,
): string | null {
  const met = new Set<string>();
  for (let next: string | null = id; next !== null && !met.has(next);) {
    met.add(next);
    const person: Person | undefined = people.get(next);
    if (!person) return null;
    const absence = person.deputies.find((deputy) => deputy.until !== null && lasts(deputy, date));
    if (!absence && holdsPost(person, date)) return next;
    next = (absence ?? person.deputies.find((deputy) => lasts(deputy, date)))?.person ?? null;
  }
  return null;
}

function holdsPost({ posts }: Person, date: LocalDate): boolean {
  return posts.some((post) => lasts(post, date));
}
