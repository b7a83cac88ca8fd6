import { describe, expect, it } from 'vitest';
import { check } from '../../src/domain/acts/check-act.ts';
import { checklistOf } from '../../src/domain/checklist.ts';
import { whatIsMissing } from '../../src/domain/closing.ts';
import type { Report } from '../../src/domain/report.ts';
import { catalogue, errorsOf, on, text } from './acts/on.ts';
import { report, step } from './moments.ts';

const incident = (subtype: string, ...since: Report['steps']) =>
  report(
    { subtype, state: 'in_progress', primary: 'risk-compliance', copies: ['midori'], line: ['midori'] },
    ...since,
  );
const ticked = (actor: string, ...items: string[]) => ({
  ...step('checked', '2026-11-24 10:00', null),
  actor,
  facts: { items },
});
const items = (one: Report) => checklistOf(catalogue, one).map(({ item }) => item.id);

describe('確認項目', () => {
  it.each([
    ['misdelivery', 'double_check'],
    ['loss', 'owner_contacted'],
    ['decision_error', 'payment_corrected'],
    ['crime', 'police_told'],
  ])('of %s has %s, and no other kind of incident has it unasked', (subtype, item) => {
    expect(items(incident(subtype))).toContain(item);
    expect(items(incident('explanation_error'))).not.toContain(item);
    for (const always of ['cause', 'prevention', 'manual_revision', 'roll_out'])
      expect(items(incident(subtype))).toContain(always);
  });

  it('of two people is done by two, not by one twice', () => {
    const done = (one: Report) =>
      checklistOf(catalogue, one).find(({ item }) => item.id === 'double_check')?.done;
    const once = ticked('tanaka', 'double_check');
    expect(done(incident('misdelivery', once, once))).toBe(false);
    expect(done(incident('misdelivery', once, ticked('mori', 'double_check')))).toBe(true);
  });

  it('is what is missing before the end, until all is done', () => {
    const missing = (one: Report) => whatIsMissing(catalogue, one).map(({ key }) => key);
    expect(missing(incident('misdelivery', ticked('tanaka', 'cause', 'double_check')))).toEqual(
      expect.arrayContaining(['checklist.incident.prevention', 'checklist.people_left']),
    );
    const all = items(incident('misdelivery'));
    const ticks = [ticked('tanaka', ...all), ticked('mori', 'double_check')];
    const signed = (side: string, actor: string) => ({
      ...step('cause_signed', '2026-11-24 11:00', null),
      actor,
      facts: { side, cause: 'person', changed: false },
    });
    expect(missing(incident('misdelivery', ...ticks))).toEqual([
      'closing.feedback',
      'cause.missing.unit',
      'cause.missing.risk',
    ]);
    expect(
      missing(incident('misdelivery', ...ticks, signed('unit', 'watanabe'), signed('risk', 'tanaka'))),
    ).toEqual(['closing.feedback']);
  });

  it('is ticked one or several at a time, each with what was done', () => {
    const deed = check.perform(on(incident('misdelivery'), 'watanabe'), {
      cause: text('封筒の窓と宛名がずれていた。'),
      roll_out: text('他の拠点に知らせた。'),
    });
    if (!deed.ok) throw new Error('refused');
    const [event] = deed.value.events;
    expect(event?.facts).toEqual({ items: ['cause', 'roll_out'] });
    expect(event?.content).toContain('封筒の窓と宛名がずれていた。');
  });

  it('is not ticked without words', () => {
    expect(errorsOf(check.perform(on(incident('misdelivery'), 'watanabe'), {}))).toEqual([
      'cause: err.check_none',
    ]);
  });

  it('does not ask the same person twice where two have to look', () => {
    const offered = (who: string) =>
      check
        .form?.(on(incident('misdelivery', ticked('watanabe', 'double_check')), who))
        .inputs.map(({ id }) => id);
    expect(offered('watanabe')).not.toContain('double_check');
    expect(offered('tanaka')).toContain('double_check');
  });
});
