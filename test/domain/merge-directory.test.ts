import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/domain/business-time.ts';
import { mergeDirectory, type People } from '../../src/domain/merge-directory.ts';
import { actorOn, type Person, type Post, type Role } from '../../src/domain/organization.ts';

const TODAY = '2026-11-20';
const post = (unit: string, from: string, until: string | null = null, roles: Role[] = ['staff']): Post => ({
  unit,
  roles,
  from,
  until,
});
const person = (id: string, posts: readonly Post[], name = id): Person => ({
  id,
  name: { ja: name, en: name },
  email: `${id}@example`,
  locale: 'ja',
  posts,
  deputies: [{ person: 'deputy', from: '2026-01-01', until: null }],
});
const people = (...all: Person[]): People => new Map(all.map((one) => [one.id, one]));
const merge = (present: Person | null, listed: Person | null) => {
  const { people: merged, changes } = mergeDirectory(
    people(...(present ? [present] : [])),
    people(...(listed ? [listed] : [])),
    TODAY,
  );
  return { posts: merged[0]?.posts, kinds: changes.map(({ kind }) => kind), merged };
};

describe('a list of everybody', () => {
  const here = post('midori', '2020-04-01');

  it('ends the posts of whoever is not on it, and removes none that has been', () => {
    const past = post('akita', '2015-04-01', '2020-03-31');
    expect(merge(person('a', [past, here, post('aoba', '2027-04-01')]), null)).toMatchObject({
      posts: [past, { ...here, until: '2026-11-19' }],
      kinds: ['left'],
    });
    expect(merge(person('a', [past]), null).kinds).toEqual([]);
  });

  it('moves somebody today, or on the day on which the other post begins', () => {
    expect(merge(person('a', [here]), person('a', [post('akita', '2026-10-01')]))).toMatchObject({
      posts: [{ ...here, until: '2026-11-19' }, post('akita', TODAY)],
      kinds: ['moved'],
    });
    expect(merge(person('a', [here]), person('a', [post('akita', '2027-04-01')])).posts).toEqual([
      { ...here, until: '2027-03-31' },
      post('akita', '2027-04-01'),
    ]);
  });

  it('gives other roles from today on', () => {
    expect(
      merge(person('a', [here]), person('a', [post('midori', '2020-04-01', null, ['handler'])])),
    ).toMatchObject({
      posts: [{ ...here, until: '2026-11-19' }, post('midori', TODAY, null, ['handler'])],
      kinds: ['roles'],
    });
  });

  it('tells of other last days, of names, and of who is new, and keeps deputies', () => {
    const ending = person('a', [{ ...here, until: '2027-03-31' }], 'b');
    const { merged, kinds } = merge(person('a', [here]), { ...ending, deputies: [] });
    expect(kinds).toEqual(['period', 'details']);
    expect(merged[0]).toEqual({ ...ending, deputies: person('a', []).deputies });
    expect(merge(null, person('a', [here]))).toMatchObject({ posts: [here], kinds: ['joined'] });
    expect(merge(person('a', [here]), person('a', [post('midori', '2019-04-01')]))).toMatchObject({
      posts: [here],
      kinds: [],
    });
  });

  it('never changes a day that is over, and changes nothing when it is taken over again', () => {
    const day = fc.integer({ min: -400, max: 400 }).map((days) => addDays(TODAY, days));
    const aPost = fc
      .record({
        unit: fc.constantFrom('midori', 'akita'),
        roles: fc.constantFrom<Role[]>(['staff'], ['staff', 'handler']),
        from: day,
        lasts: fc.option(fc.nat(300)),
      })
      .map(({ unit, roles, from, lasts }) =>
        post(unit, from, lasts === null ? null : addDays(from, lasts), roles),
      );
    const some = fc
      .array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.array(aPost, { minLength: 1, maxLength: 3 })), {
        maxLength: 3,
      })
      .map((all) => people(...new Map(all.map(([id, posts]) => [id, person(id, posts)])).values()));
    fc.assert(
      fc.property(some, some, fc.integer({ min: 1, max: 400 }), (present, list, ago) => {
        const once = mergeDirectory(present, list, TODAY);
        const before = addDays(TODAY, -ago);
        for (const one of present.values()) {
          const after = once.people.find(({ id }) => id === one.id);
          expect(after && actorOn(after, before)).toEqual(actorOn(one, before));
        }
        for (const { posts } of once.people)
          for (const { from, until } of posts) expect(until === null || until >= from).toBe(true);
        const again = mergeDirectory(people(...once.people), list, TODAY);
        expect(again).toEqual({ people: once.people, changes: [] });
      }),
    );
  });
});
