import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actingFor } from '../../src/domain/acting-for.ts';
import { actorPresent, actorsPresent, capacitiesOf, isOwnDoing, signedBy } from '../../src/domain/deputy.ts';
import type { NewEvent } from '../../src/domain/ledger.ts';
import { lasts, ROLES, type Deputy, type Organization, type Person } from '../../src/domain/organization.ts';
import { approversFor } from '../../src/domain/people-who.ts';
import type { Protected } from '../../src/domain/permission.ts';
import { theCatalogue } from '../support/builders.ts';

const { organization } = await theCatalogue();

/** The sample people, with other deputies of one of them. */
function withDeputies(id: string, deputies: readonly Deputy[]): Organization {
  const person = organization.people.get(id);
  if (!person) throw new Error(`nobody is called ${id}`);
  return { ...organization, people: new Map(organization.people).set(id, { ...person, deputies }) };
}

const day = fc.integer({ min: 1, max: 9 }).map((n) => `2026-12-0${n}`);
const until = fc.option(day);
const ids = ['a', 'b', 'c', 'd', 'e'] as const;
const id = fc.constantFrom(...ids);
const anyPerson = (of: string): fc.Arbitrary<Person> =>
  fc.record({
    id: fc.constant(of),
    name: fc.constant({ ja: of, en: of }),
    email: fc.constant(`${of}@pension.example`),
    locale: fc.constant('ja' as const),
    posts: fc.array(
      fc.record({ unit: fc.constantFrom('x', 'y'), roles: fc.subarray([...ROLES]), from: day, until }),
      { maxLength: 2 },
    ),
    deputies: fc.array(fc.record({ person: id, from: day, until }), { maxLength: 2 }),
  });
const anyPeople = fc
  .tuple(...ids.map(anyPerson))
  .map((all) => ({ people: new Map(all.map((person) => [person.id, person])) }));

describe('a deputy', () => {
  it('has the posts of exactly those whose reminders they get, on exactly those days, but for what is personal', () => {
    fc.assert(
      fc.property(anyPeople, id, day, (directory, who, date) => {
        const lent = actorPresent(directory, who, date).standings.filter(({ of }) => of !== undefined);
        const expected = [...directory.people.values()]
          .filter((person) => person.id !== who && actingFor(directory, person.id, date) === who)
          .flatMap((person) =>
            person.posts
              .filter((post) => lasts(post, date))
              .flatMap(({ unit, roles }) =>
                roles
                  .filter((role) => role !== 'staff' && role !== 'compliance_officer')
                  .map((role) => ({ role, unit, of: person.id })),
              ),
          );
        expect(lent).toEqual(expected);
      }),
    );
  });

  it('is the same whether one asks for them or for everybody', () => {
    fc.assert(
      fc.property(anyPeople, day, (directory, date) => {
        for (const actor of actorsPresent(directory, date))
          expect(actorPresent(directory, actor.person, date)).toEqual(actor);
      }),
    );
  });

  it('acts as themselves first, and in the place of each absent person with that person’s rights alone', () => {
    fc.assert(
      fc.property(anyPeople, id, day, (directory, who, date) => {
        const [own, ...others] = capacitiesOf(actorPresent(directory, who, date));
        expect(own?.for).toBeUndefined();
        expect(own?.standings.every(({ of }) => of === undefined)).toBe(true);
        for (const acting of others)
          expect(acting.standings.every(({ of }) => of === undefined || of === acting.for)).toBe(true);
      }),
    );
  });

  it('in the sample: the handler who stands in for the manager from the first day of the absence to its last', () => {
    const rolesOn = (date: string) =>
      actorPresent(organization, 'tanaka', date).standings.flatMap(({ role, of }) =>
        of === undefined ? [] : [`${role} of ${of}`],
      );
    expect(rolesOn('2026-12-20')).toEqual([]);
    expect(rolesOn('2026-12-21')).toEqual(['manager of yoshida', 'risk_compliance of yoshida']);
    expect(rolesOn('2026-12-25')).toEqual(['manager of yoshida', 'risk_compliance of yoshida']);
    expect(rolesOn('2026-12-26')).toEqual([]);
  });
});

describe('what was done in another’s place', () => {
  const event = (actor: string): NewEvent => ({
    kind: 'taken',
    actor,
    at: '2026-12-21T01:00:00.000Z',
    facts: { state: 'in_progress' },
    content: null,
  });

  it('says so in the ledger; what the system did besides does not', () => {
    const signed = signedBy({ person: 'mori', standings: [], for: 'tanaka' }, [
      event('mori'),
      event('system'),
    ]);
    expect(signed.map(({ facts }) => facts)).toEqual([
      { state: 'in_progress', for: 'tanaka' },
      { state: 'in_progress' },
    ]);
  });

  it('is nobody’s own where it has nothing to do with them', () => {
    const tanaka = { person: 'tanaka', standings: [] };
    const deputy = { person: 'mori', standings: [], deputyOf: ['tanaka'] };
    expect(isOwnDoing(tanaka, { person: 'tanaka' })).toBe(true);
    expect(isOwnDoing(tanaka, { person: 'mori', for: 'tanaka' })).toBe(true);
    expect(isOwnDoing(tanaka, { person: 'mori' })).toBe(false);
    expect(isOwnDoing(deputy, { person: 'mori' })).toBe(true);
    expect(isOwnDoing(deputy, { person: 'tanaka' })).toBe(true);
    expect(isOwnDoing(deputy, { person: 'suzuki', for: 'tanaka' })).toBe(true);
    expect(isOwnDoing(deputy, { person: 'yoshida' })).toBe(false);
  });
});

describe('who is asked to approve', () => {
  const incident: Protected = {
    type: 'incident',
    visibility: 'restricted',
    reporter: 'yamada',
    followers: [],
    line: ['midori'],
    primary: 'risk-compliance',
    copies: [],
    referrals: [],
  };
  const asked = (by: { person: string; for?: string }, directory: Organization, date = '2026-12-22') =>
    approversFor(directory, incident, by, date);

  it('while the manager is away, is whoever stands in for them', () => {
    expect(asked({ person: 'mori' }, organization, '2026-12-18')).toEqual(['yoshida']);
    expect(asked({ person: 'mori' }, organization)).toEqual(['tanaka']);
  });

  it('is never the one who asks, nor their deputy, nor the one in whose place it was asked', () => {
    expect(asked({ person: 'tanaka' }, organization)).not.toContain('tanaka');
    expect(asked({ person: 'yoshida' }, organization)).not.toContain('tanaka');
    expect(asked({ person: 'suzuki', for: 'tanaka' }, organization)).not.toContain('tanaka');
  });

  it('is the one who is away where there is nobody else', () => {
    const alone = withDeputies('yoshida', [{ person: 'yoshida', from: '2026-12-21', until: '2026-12-25' }]);
    const onlyManager = {
      ...alone,
      people: new Map([...alone.people].filter(([key]) => key === 'yoshida')),
    };
    expect(asked({ person: 'mori' }, onlyManager)).toEqual(['yoshida']);
  });
});
