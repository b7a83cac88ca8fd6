import { describe, expect, it } from 'vitest';
import { ACTIONS, GRANTS } from '../../src/domain/grants.ts';
import { actorOn, ROLES, type Actor, type Role } from '../../src/domain/organization.ts';
import { inScope, may, rolesFor, scopeOf, type Protected } from '../../src/domain/permission.ts';
import { theCatalogue, TODAY } from '../support/builders.ts';

const { organization } = await theCatalogue();

function person(id: string, date = TODAY): Actor {
  const found = organization.people.get(id);
  if (!found) throw new Error(`nobody is called ${id}`);
  return actorOn(found, date);
}

function report(over: Partial<Protected> = {}): Protected {
  return {
    type: 'incident',
    visibility: 'units',
    reporter: 'yamada',
    followers: [],
    line: ['midori', 'region-tokyo', 'block-minami-kanto', 'president-office'],
    primary: 'risk-compliance',
    copies: ['block-minami-kanto', 'midori', 'quality'],
    referrals: [],
    ...over,
  };
}

function allowed(actor: Actor, of: Protected): string[] {
  return ACTIONS.filter((action) => may(actor, action, of));
}

describe('the reporter', () => {
  it('reads, adds to and corrects an incident of their own even when it is restricted, and can ask to withdraw it', () => {
    expect(allowed(person('yamada'), report({ visibility: 'restricted' }))).toEqual([
      'read',
      'add',
      'correct',
      'request_withdrawal',
      'feedback',
      'report_on',
    ]);
  });

  it('cannot withdraw an incident, but can withdraw a proposal', () => {
    expect(may(person('yamada'), 'withdraw', report())).toBe(false);
    expect(may(person('yamada'), 'withdraw', report({ type: 'proposal', visibility: 'open' }))).toBe(true);
  });

  it('is the only one at the counter who sees it', () => {
    expect(may(person('lee'), 'read', report())).toBe(false);
  });
});

describe('office and block', () => {
  const transmission = [
    'withdraw',
    'forward',
    'assign',
    'close',
    'acknowledge',
    'take',
    'update',
    'decide',
  ] as const;

  it.each(['watanabe', 'kobayashi', 'kikuchi', 'ishii', 'noguchi'])(
    'cannot stop or hold a report: %s',
    (id) => {
      for (const visibility of ['open', 'units', 'restricted'] as const) {
        const own = report({
          visibility,
          copies: ['midori', 'block-minami-kanto', 'region-tokyo', 'block-hokkaido'],
        });
        expect(transmission.filter((action) => may(person(id), action, own))).toEqual([]);
      }
    },
  );

  it('read and comment what their own office found, and nothing of another one', () => {
    const elsewhere = report({ line: ['akita', 'block-tohoku'], copies: ['block-tohoku', 'akita'] });
    expect(allowed(person('watanabe'), report())).toEqual([
      'read',
      'correct',
      'comment',
      'check',
      'report_on',
      'sign_cause',
    ]);
    expect(allowed(person('ishii'), report())).toEqual(['read', 'comment']);
    expect(allowed(person('watanabe'), elsewhere)).toEqual([]);
    expect(allowed(person('ishii'), elsewhere)).toEqual([]);
  });

  it('are passed over by a restricted report that was not copied to them', () => {
    const past = report({ visibility: 'restricted', copies: ['quality'] });
    expect(allowed(person('watanabe'), past)).toEqual([]);
    expect(allowed(person('ishii'), past)).toEqual([]);
  });
});

describe('an administrator', () => {
  it('may do nothing that every member of staff may not', () => {
    const administrator: Actor = {
      person: 'hirata',
      standings: [{ role: 'administrator', unit: 'systems' }],
    };
    for (const visibility of ['open', 'units', 'restricted', 'sealed'] as const)
      expect(allowed(administrator, report({ visibility, primary: 'systems', line: ['systems'] }))).toEqual(
        [],
      );
    expect(allowed(person('hirata'), report({ visibility: 'open' }))).toEqual(['read']);
  });
});

describe('a compliance report', () => {
  const sealed = report({
    type: 'compliance',
    visibility: 'sealed',
    reporter: 'yamada',
    primary: 'compliance-desk',
    copies: [],
  });

  it.each([
    ['the president', 'ito'],
    ['the vice president', 'hasegawa'],
    ['audit', 'yamaguchi'],
    ['an administrator', 'hirata'],
    ['service promotion', 'kato'],
    ['risk and compliance', 'yoshida'],
    ['the office head', 'watanabe'],
    ['the reporter, who reads it through the receipt', 'yamada'],
  ])('is sealed from %s', (_who, id) => {
    expect(allowed(person(id), sealed)).toEqual([]);
    expect(inScope(scopeOf(person(id)), sealed)).toBe(false);
  });

  it('belongs to the designated officers of its desk', () => {
    expect(allowed(person('saito'), sealed)).toContain('read');
    expect(allowed(person('saito'), { ...sealed, primary: 'another-desk' })).toEqual([]);
  });

  it('is for nobody else, whatever the standing and however it is marked', () => {
    const others = ROLES.filter((role) => role !== 'compliance_officer');
    const readers = (visibility: Protected['visibility'], roles: readonly Role[]) =>
      roles.filter((role) =>
        may({ person: 'yamada', standings: [{ role, unit: 'compliance-desk' }] }, 'read', {
          ...sealed,
          visibility,
          line: ['compliance-desk'],
          copies: ['compliance-desk'],
        }),
      );
    expect(readers('sealed', others)).toEqual([]);
    expect(readers('restricted', ROLES)).toEqual([]);
    expect(readers('open', ROLES)).toEqual([]);
  });
});

describe('a voice with a suspected violation', () => {
  const voice = report({
    type: 'customer_voice',
    visibility: 'restricted',
    primary: 'service-promotion',
    copies: [],
    referrals: ['compliance-desk'],
  });

  it('is read, and only read, by the officers it is referred to', () => {
    expect(allowed(person('saito'), voice)).toEqual(['read']);
    expect(allowed(person('saito'), { ...voice, referrals: [] })).toEqual([]);
  });

  it('is not seen by the office it is about', () => {
    expect(allowed(person('watanabe'), voice)).toEqual([]);
  });
});

describe('a person', () => {
  it('has the rights of the day: those of a post end with it', () => {
    const akita = report({ line: ['akita'], reporter: 'suzuki', copies: [] });
    const headThen: Actor = actorOn(
      {
        id: 'z',
        name: { ja: '架空', en: 'Nobody' },
        email: 'z@pension.example',
        locale: 'ja',
        deputies: [],
        posts: [{ unit: 'akita', roles: ['office_head'], from: '2020-04-01', until: '2026-03-31' }],
      },
      '2026-04-01',
    );
    expect(headThen.standings).toEqual([]);
    expect(may(headThen, 'read', akita)).toBe(false);
    expect(person('takeda').standings).toEqual([]);
  });
});

describe('the words of a refusal', () => {
  it('name every role that could, once', () => {
    expect(rolesFor('judge_breach', report())).toEqual(['privacy_officer']);
    const named = rolesFor('read', report());
    expect(new Set(named).size).toBe(named.length);
    expect(named).not.toContain('administrator');
  });
});

describe('the grants', () => {
  it('never give anything on a compliance report that is not sealed, nor a sealed report of another type', () => {
    for (const grant of GRANTS) {
      expect(grant.types.includes('compliance')).toBe(grant.visibilities.includes('sealed'));
      if (grant.types.includes('compliance')) expect(grant.types).toEqual(['compliance']);
    }
  });
});
