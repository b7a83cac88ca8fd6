import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/domain/answers.ts';
import { assess } from '../../src/domain/assessment.ts';
import { addDays } from '../../src/domain/business-time.ts';
import { lasts } from '../../src/domain/organization.ts';
import { VISIBILITIES } from '../../src/domain/visibility.ts';
import { aMatter, theCatalogue, TODAY, type RoutedMatter } from '../support/builders.ts';
import { anyMatter, anyTypeOf } from './any-matter.ts';

const catalogue = await theCatalogue();
const { units } = catalogue.organization;
const offices = [...units.values()].filter(({ kind }) => kind === 'office');

const choice = (id: string): Answer => ({ kind: 'choice', choice: id });
const told = { people: { kind: 'count', from: 1, to: 1 }, personal_data: choice('yes') } as const;

function routed(over: Partial<RoutedMatter>, office = 'midori', date = TODAY) {
  return assess(catalogue, aMatter(over), office, date);
}

describe('routing by the rules of the organisation', () => {
  it('is total: whatever is told, wherever and whenever, a living unit is accountable and nobody is told twice', () => {
    const matter = anyTypeOf(catalogue).chain(anyMatter);
    const day = fc.nat(365 * 20).map((days) => addDays('2012-01-01', days));
    fc.assert(
      fc.property(matter, fc.constantFrom(...offices), day, (what, office, date) => {
        const { route: found, severity } = assess(catalogue, what, office.id, date);
        const all = [found.primary, ...found.copies, ...found.referrals];
        for (const id of all) {
          const unit = units.get(id);
          expect(unit && lasts(unit, date), `${id} on ${date}`).toBe(true);
        }
        expect(new Set(found.copies).size).toBe(found.copies.length);
        expect(found.copies).not.toContain(found.primary);
        expect(VISIBILITIES).toContain(found.visibility);
        expect(found.rules.length).toBeGreaterThan(0);
        expect(severity.level).toBeLessThanOrEqual(4);
      }),
      { numRuns: 2000 },
    );
  });

  it('seals every compliance report, for its desk alone, and seals nothing else', () => {
    fc.assert(
      fc.property(anyTypeOf(catalogue).chain(anyMatter), (what) => {
        const { route: found } = assess(catalogue, what, 'midori', TODAY);
        expect(found.visibility === 'sealed').toBe(what.type === 'compliance');
        if (what.type === 'compliance')
          expect(found).toMatchObject({ primary: 'compliance-desk', copies: [] });
      }),
      { numRuns: 1000 },
    );
  });

  it('never lets a suspected violation of a voice reach office, owner or block', () => {
    const voice = catalogue.types.get('customer_voice');
    if (!voice) throw new Error('no voice');
    fc.assert(
      fc.property(anyMatter(voice), (what) => {
        const suspected: RoutedMatter = { ...what, drill: false, suspicions: ['violation'] };
        const { route: found } = assess(catalogue, suspected, 'midori', TODAY);
        expect(found).toMatchObject({
          primary: 'service-promotion',
          copies: [],
          referrals: ['compliance-desk'],
          visibility: 'restricted',
        });
      }),
      { numRuns: 500 },
    );
  });

  it('sends every drill to the drill desk alone, without escalation and without the officers', () => {
    fc.assert(
      fc.property(anyTypeOf(catalogue).chain(anyMatter), (what) => {
        fc.pre(what.type !== 'compliance');
        const { route: found } = assess(catalogue, { ...what, drill: true }, 'midori', TODAY);
        expect(found).toMatchObject({ primary: 'training', copies: [], referrals: [], escalation: [] });
      }),
      { numRuns: 500 },
    );
  });
});

describe('a misdelivery outside', () => {
  const misdelivery = {
    subtype: 'misdelivery',
    cues: ['outside'],
    answers: told,
    text: '別の方の振込通知書',
  };

  it('is serious and reaches block, office, privacy, audit, owner and the top in the same moment', () => {
    const { severity, route: found } = routed(misdelivery);
    expect(severity.level).toBe(3);
    expect(found.primary).toBe('risk-compliance');
    expect(new Set(found.copies)).toEqual(
      new Set([
        'block-minami-kanto',
        'midori',
        'quality',
        'benefit',
        'audit',
        'planning',
        'president-office',
        'privacy',
      ]),
    );
    expect(found).toMatchObject({ visibility: 'restricted', referrals: [] });
    expect(found.escalation).toEqual(['handler', 'manager', 'vice_president', 'president']);
    expect(found.rules.map(({ id }) => id)).toEqual(['R03', 'R04', 'R10', 'R11', 'R12']);
  });

  it('goes to the block of the office that found it', () => {
    expect(routed(misdelivery, 'akita').route.copies).toContain('block-tohoku');
    expect(routed(misdelivery, 'akita').route.copies).not.toContain('block-minami-kanto');
  });

  it('does not start the breach rule when there was no personal data', () => {
    const { route: found } = routed({ ...misdelivery, answers: { ...told, personal_data: choice('no') } });
    expect(found.rules.map(({ id }) => id)).not.toContain('R12');
  });

  it('passes the office over when somebody there said not to report it', () => {
    const { severity, route: found } = routed({ ...misdelivery, cues: ['outside', 'told_not_to_report'] });
    expect(severity.level).toBe(3);
    expect(found.copies).not.toContain('midori');
    expect(found.copies).toContain('block-minami-kanto');
    expect(found.visibility).toBe('restricted');
  });

  it('passes the office over when a violation may be behind it', () => {
    expect(routed({ ...misdelivery, suspicions: ['violation'] }).route.copies).not.toContain('midori');
  });
});

describe('other incidents', () => {
  it('copy procurement when a contractor caused them', () => {
    const { route: found } = routed({ answers: { ...told, caused_by: choice('contractor') } });
    expect(found.primary).toBe('risk-compliance');
    expect(found.copies).toContain('procurement');
    expect(found.escalation).toContain('vice_president');
  });

  it('go to systems and are open when a system is down', () => {
    expect(routed({ subtype: 'system_outage' }).route).toMatchObject({
      primary: 'systems',
      visibility: 'open',
    });
    const serious = routed({ subtype: 'system_outage', cues: ['service_outage'] });
    expect(serious.severity.level).toBe(3);
    expect(serious.route).toMatchObject({ visibility: 'open' });
    expect(serious.route.escalation).toContain('vice_president');
  });

  it('alert audit of everything critical, whatever its type', () => {
    expect(routed({ subtype: 'system_outage', cues: ['press'] }).route.copies).toContain('audit');
    expect(routed({ type: 'risk', subtype: 'system', cues: ['likely', 'grave'] }).route.copies).toContain(
      'audit',
    );
  });

  it('go to the security office when security is concerned', () => {
    const { route: found } = routed({ subtype: 'security', cues: ['outside'] });
    expect(found.primary).toBe('security');
    expect(found.copies).toEqual(expect.arrayContaining(['risk-compliance', 'privacy']));
  });
});

describe('voices, proposals, risks and knowledge', () => {
  it.each<[what: string, matter: Partial<RoutedMatter>, primary: string, visibility: string]>([
    ['a complaint', { answers: { voice_kind: choice('complaint') } }, 'service-promotion', 'units'],
    ['a request', { answers: { voice_kind: choice('request') } }, 'service-promotion', 'open'],
    ['praise', { answers: { voice_kind: choice('praise') } }, 'service-promotion', 'open'],
    ['a voice of no kind yet', {}, 'service-promotion', 'units'],
    [
      'a third complaint',
      { answers: { voice_kind: choice('complaint') }, cues: ['repeated'] },
      'service-promotion',
      'restricted',
    ],
  ])('%s goes to service promotion', (_what, matter, primary, visibility) => {
    const { route: found } = routed({ type: 'customer_voice', subtype: 'waiting', ...matter });
    expect(found).toMatchObject({ primary, visibility });
  });

  it('a complaint is copied to the office, an opinion is not', () => {
    const voice = { type: 'customer_voice', subtype: 'waiting' } as const;
    expect(routed({ ...voice, answers: { voice_kind: choice('complaint') } }).route.copies).toContain(
      'midori',
    );
    expect(routed({ ...voice, answers: { voice_kind: choice('opinion') } }).route.copies).not.toContain(
      'midori',
    );
  });

  it('a suspected error leaves the voice on its own way', () => {
    const { route: found } = routed({
      type: 'customer_voice',
      subtype: 'explanation',
      suspicions: ['clerical_error'],
      answers: { voice_kind: choice('opinion') },
    });
    expect(found).toMatchObject({ primary: 'service-promotion', visibility: 'open', referrals: [] });
  });

  it('a violation that the person adds counts like one that was recognised', () => {
    const { route: found } = routed({
      type: 'customer_voice',
      subtype: 'attitude',
      answers: { voice_kind: choice('complaint'), suspicion: choice('violation') },
    });
    expect(found).toMatchObject({ copies: [], referrals: ['compliance-desk'] });
  });

  it('a proposal goes to its owner and to quality, openly', () => {
    const { route: found, owner } = routed({ type: 'proposal', subtype: 'counter', text: '番号札の表示' });
    expect(owner).toBe('consultation');
    expect(found).toMatchObject({ primary: 'service-promotion', visibility: 'open' });
    expect(found.copies).toEqual(expect.arrayContaining(['consultation', 'quality']));
  });

  it('knowledge goes to quality and a risk to risk and compliance', () => {
    expect(routed({ type: 'knowledge', subtype: 'tool' }).route).toMatchObject({
      primary: 'quality',
      visibility: 'open',
    });
    expect(routed({ type: 'risk', subtype: 'security' }).route).toMatchObject({
      primary: 'risk-compliance',
      visibility: 'units',
      copies: expect.arrayContaining(['security']) as unknown,
    });
  });
});

describe('a rule', () => {
  it('holds in the version in force on the day', () => {
    const delay = { subtype: 'delay', answers: told };
    const versionOn = (date: string) =>
      routed(delay, 'midori', date).route.rules.find(({ id }) => id === 'R13');
    expect(versionOn('2026-03-31')).toEqual({ id: 'R13', version: 1 });
    expect(versionOn('2026-04-01')).toEqual({ id: 'R13', version: 2 });
    expect(routed(delay, 'midori', '2026-03-31').route.copies).not.toContain('region-tokyo');
    expect(routed(delay, 'midori', '2026-04-01').route.copies).toContain('region-tokyo');
  });
});
