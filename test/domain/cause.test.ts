import { describe, expect, it } from 'vitest';
import { signCause } from '../../src/domain/acts/sign-cause-act.ts';
import { approveFinal } from '../../src/domain/acts/approve-final-act.ts';
import { breachJudged, noticesOwed } from '../../src/domain/breach.ts';
import { causeSignatures } from '../../src/domain/cause.ts';
import type { Report, StepRecord } from '../../src/domain/report.ts';
import { choice, errorsOf, on, text } from './acts/on.ts';
import { report, step } from './moments.ts';

const base = {
  state: 'cause_analysis',
  primary: 'risk-compliance',
  copies: ['midori', 'akita'],
  line: ['midori'],
  visibility: 'restricted' as const,
};
const answers = { causing_unit: { kind: 'unit' as const, unit: 'akita' }, cause: choice('person') };
const filed = report(base);
const analysed = (...since: StepRecord[]): Report =>
  report({ ...base, filing: { ...filed.filing, answers } }, ...since);
const signed = (side: string, actor: string, changed = false) => ({
  ...step('cause_signed', '2026-11-24 10:00', null),
  actor,
  facts: { side, cause: 'person', changed },
});
const fields = (kind: 'updated' | 'corrected', field: string): StepRecord => ({
  ...step(kind, '2026-11-24 11:00', null),
  facts: kind === 'updated' ? { fields: [field] } : { field },
});
const sides = (...since: StepRecord[]) => causeSignatures(analysed(...since)).map(({ side }) => side);

describe('the cause', () => {
  it('is signed by the unit that caused it, not by the one that found it, and by the risk department', () => {
    const mayI = (who: string, one = analysed()) => signCause.allowed(on(one, who));
    expect(mayI('sasaki')).toBe(true);
    expect(mayI('tanaka')).toBe(true);
    expect(mayI('watanabe')).toBe(false);
    expect(mayI('yamaguchi')).toBe(false);
    // Nobody signs for a unit that is not known yet.
    expect(mayI('sasaki', report(base))).toBe(false);
  });

  it('is not signed twice by one person, nor twice for one side', () => {
    const tanakas = analysed(signed('risk', 'tanaka'));
    expect(signCause.allowed(on(tanakas, 'tanaka'))).toBe(false);
    expect(signCause.allowed(on(tanakas, 'mori'))).toBe(false);
    expect(signCause.allowed(on(tanakas, 'sasaki'))).toBe(true);
    const own = report({
      ...base,
      filing: {
        ...filed.filing,
        answers: { ...answers, causing_unit: { kind: 'unit', unit: 'risk-compliance' } },
      },
    });
    expect(signCause.allowed(on(own, 'tanaka'))).toBe(true);
    const once = { ...own, steps: [...own.steps, signed('unit', 'tanaka')] };
    expect(signCause.allowed(on(once, 'tanaka'))).toBe(false);
    expect(signCause.allowed(on(once, 'mori'))).toBe(true);
  });

  it('that changes has no signatures, however it changes, and none comes back', () => {
    const both = [signed('unit', 'sasaki'), signed('risk', 'tanaka')];
    expect(sides(...both)).toEqual(['unit', 'risk']);
    expect(sides(...both, fields('updated', 'amount'))).toEqual(['unit', 'risk']);
    expect(sides(...both, fields('updated', 'cause'))).toEqual([]);
    expect(sides(...both, fields('corrected', 'cause'))).toEqual([]);
    expect(sides(...both, fields('updated', 'causing_unit'))).toEqual([]);
    expect(sides(...both, signed('risk', 'mori', true))).toEqual(['risk']);
    expect(sides(...both, fields('updated', 'cause'), fields('updated', 'cause'))).toEqual([]);
  });

  it('is signed with what was found, in words that say something', () => {
    const sign = (analysis: string) =>
      errorsOf(
        signCause.perform(on(analysed(), 'tanaka'), { cause: choice('person'), analysis: text(analysis) }),
      );
    expect(sign('原')).toEqual(['analysis: err.reason_short']);
    expect(sign('総合的に判断しました。')).toEqual(['analysis: err.stock']);
    expect(sign('宛名の読み合わせが1人だけになっていた。')).toEqual([]);
  });
});

describe('the final report', () => {
  const written = (by: string) =>
    report(
      { ...base, state: 'final_reported' },
      { ...step('updated', '2026-11-24 11:00', 'final_reported'), actor: by },
    );

  it('is approved by the responsible manager of the risk department, who did not write it', () => {
    expect(approveFinal.allowed(on(written('watanabe'), 'yoshida'))).toBe(true);
    expect(approveFinal.allowed(on(written('yoshida'), 'yoshida'))).toBe(false);
    expect(approveFinal.allowed(on(written('watanabe'), 'tanaka'))).toBe(false);
  });
});

describe('a breach', () => {
  const judged = (reportable: boolean) => ({
    ...step('breach_judged', '2026-11-24 10:00', null),
    facts: { reportable, malicious: false },
  });
  const notice = (stage: string) => ({
    ...step('breach_notified', '2026-11-25 10:00', null),
    facts: { stage },
  });

  it.each<[string, StepRecord[], string[]]>([
    ['not judged', [], []],
    ['not reportable', [judged(false)], []],
    ['reportable', [judged(true)], ['preliminary', 'final']],
    ['told once', [judged(true), notice('preliminary')], ['final']],
    ['told in full', [judged(true), notice('final')], []],
    ['judged anew', [judged(true), judged(false)], []],
  ])('%s owes the commission: %j', (_, since, owed) => {
    expect(noticesOwed(report({}, ...since))).toEqual(owed);
    expect(breachJudged(report({}, ...since))?.reportable ?? null).toBe(
      since.length === 0
        ? null
        : owed.length > 0 || (since.length === 2 && since[1]?.kind === 'breach_notified'),
    );
  });
});
