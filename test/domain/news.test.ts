import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVENT_KINDS } from '../../src/domain/ledger.ts';
import { newsView, toldOf } from '../../src/domain/news.ts';
import type { Report } from '../../src/domain/report.ts';
import { isInternal } from '../../src/domain/told-steps.ts';
import { REPORT_LABELS } from '../../src/domain/understanding.ts';
import { dialogRules, theCatalogue } from '../support/builders.ts';
import { report, step } from './moments.ts';

const catalogue = await theCatalogue();
const rules = dialogRules(catalogue);
const { calendar } = catalogue;

const WRITTEN = '部内だけの話';
const note = JSON.stringify({ text: WRITTEN });
const told = (one: Report) => {
  const last = one.steps.at(-1);
  return last ? { view: newsView(rules, one, calendar, last), to: toldOf(one, last) } : null;
};

describe('what is told of a step', () => {
  it('leaves out no change of state, whatever brought it about', () => {
    const kinds = EVENT_KINDS.filter((kind) => kind !== 'filed' && kind !== 'viewed');
    const aKind = fc.constantFrom(...kinds);
    fc.assert(
      fc.property(aKind, fc.constantFrom(...REPORT_LABELS), fc.nat(), fc.nat(), (kind, type, a, b) => {
        const states = rules.types.get(type)?.workflow.states.map(({ id }) => id) ?? [];
        const before = states[a % states.length] ?? '';
        const after = states[b % states.length] ?? '';
        fc.pre(before !== after);
        const moved = report(
          { type, state: after, reporter: 'yamada', followers: ['lee'] },
          step('updated', '2026-11-20 09:20', before),
          { ...step(kind, '2026-11-20 09:30', after), note },
        );
        const news = told(moved);
        expect(news?.view, `${kind} of ${type} from ${before} to ${after} is not told`).not.toBeNull();
        expect(news?.to[0]).toBe('yamada');
        if (isInternal(kind)) expect(JSON.stringify(news?.view)).not.toContain(WRITTEN);
      }),
      { numRuns: 2000 },
    );
  });

  it('is told to the reporter and the followers once each, and not to whoever did it', () => {
    const one = report(
      { reporter: 'yamada', followers: ['lee', 'yamada', 'shimizu'] },
      { ...step('updated', '2026-11-20 09:30', 'in_progress'), actor: 'shimizu' },
    );
    expect(told(one)?.to).toEqual(['yamada', 'lee']);
  });

  it('is nothing when departments talk to each other', () => {
    const one = report({}, { ...step('commented', '2026-11-20 09:30', null), note });
    expect(told(one)).toEqual({ view: null, to: [] });
  });
});
