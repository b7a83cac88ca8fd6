import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countQuestions, MOST_QUESTIONS } from '../../src/catalog/check/count-questions.ts';
import { loadIntents } from '../../src/catalog/load-intents.ts';
import { ROLES } from '../../src/domain/organization.ts';
import { ALWAYS } from '../../src/domain/condition.ts';
import { fieldOf, type ReportType } from '../../src/domain/report-type.ts';
import type { ReportLabel } from '../../src/domain/understanding.ts';
import { phaseOf, targets } from '../../src/domain/workflow.ts';

const loaded = await loadIntents(join(import.meta.dirname, '../../intents'));
const types = [...(loaded.value?.values() ?? [])];

function typeOf(id: ReportLabel): ReportType {
  const type = types.find((one) => one.id === id);
  if (!type) throw new Error(`${id} did not load`);
  return type;
}

describe('the report types', () => {
  it('load without problems', () => {
    expect(loaded.problems).toEqual([]);
  });

  it('ask no more than five questions in chat, whatever the message', () => {
    const asked = Object.fromEntries(
      types.filter(({ sealed }) => !sealed).map((type) => [type.id, countQuestions(type)]),
    );
    expect(asked).toEqual({ incident: 5, proposal: 2, customer_voice: 2, risk: 2, knowledge: 2 });
    expect(Math.max(...Object.values(asked))).toBeLessThanOrEqual(MOST_QUESTIONS);
  });

  it('seal compliance and nothing else', () => {
    expect(types.filter(({ sealed }) => sealed).map(({ id }) => id)).toEqual(['compliance']);
  });

  it('file the riskier type in doubt', () => {
    const order = [...types].sort((a, b) => b.risk - a.risk).map(({ id }) => id);
    expect(order).toEqual(['compliance', 'incident', 'risk', 'customer_voice', 'proposal', 'knowledge']);
  });

  it.each(types.map((type) => [type.id, type] as const))(
    '%s can be acknowledged and taken when new',
    (_id, { workflow }) => {
      const [acknowledged] = targets(workflow, workflow.initial, 'acknowledge');
      expect(acknowledged && phaseOf(workflow, acknowledged.to)).toBe('acknowledged');
      expect(targets(workflow, workflow.initial, 'take')).toHaveLength(1);
    },
  );

  it.each(types.map((type) => [type.id, type] as const))(
    '%s lets exactly one step take a state over',
    (_id, { workflow }) => {
      for (const { id } of workflow.states) {
        expect(targets(workflow, id, 'take').length).toBeLessThanOrEqual(1);
        expect(targets(workflow, id, 'acknowledge').length).toBeLessThanOrEqual(1);
        expect(
          targets(workflow, id, 'update').every(({ by }) =>
            by.every((role) => (ROLES as readonly string[]).includes(role)),
          ),
        ).toBe(true);
      }
    },
  );
});

describe('what is adopted', () => {
  it('ends only once its effect was looked at twice, unless it is decided anew', () => {
    const { workflow } = typeOf('proposal');
    const onwards = workflow.transitions.filter(({ action }) => action !== 'reopen');
    const reached = new Set(['adopted', 'partly_adopted']);
    for (const from of reached)
      for (const { to } of onwards.filter(
        (one) => one.from.includes(from) && one.to !== 'second_effect_checked',
      ))
        reached.add(to);
    expect([...reached].sort()).toEqual([
      'adopted',
      'effect_checked',
      'implemented',
      'partly_adopted',
      'preparing',
    ]);
    expect(targets(workflow, 'second_effect_checked', 'close').map(({ to }) => to)).toEqual(['closed']);
  });
});

describe('the form of an incident', () => {
  it('reads ready-made ranges and choices', () => {
    expect(fieldOf(typeOf('incident'), 'people')?.options).toEqual([
      { id: 'one', answer: { kind: 'count', from: 1, to: 1 } },
      { id: 'few', answer: { kind: 'count', from: 2, to: 9 } },
      { id: 'many', answer: { kind: 'count', from: 10, to: 100 } },
      { id: 'over_100', answer: { kind: 'count', from: 101, to: null } },
    ]);
    expect(fieldOf(typeOf('incident'), 'personal_data')?.options.map(({ id }) => id)).toEqual(['yes', 'no']);
  });

  it('keeps the order in which staff tell it', () => {
    expect(
      typeOf('incident')
        .fields.map(({ id }) => id)
        .slice(0, 6),
    ).toEqual(['summary', 'occurred_on', 'found_at', 'found_by', 'document', 'people']);
  });
});

describe('clocks', () => {
  const clock = (type: ReportLabel, id: string) => typeOf(type).clocks.find((one) => one.id === id);

  it('have a row for each level that has one', () => {
    const noon = { unit: 'end_of', period: 'noon_next_working_day' };
    expect(clock('incident', 'next_report')?.rules).toEqual([
      { levels: [2], when: ALWAYS, duration: noon, whenPassed: { unit: 'business', minutes: 240 } },
      { levels: [3], when: ALWAYS, duration: noon, whenPassed: { unit: 'business', minutes: 120 } },
      {
        levels: [4],
        when: ALWAYS,
        duration: { unit: 'elapsed', minutes: 1440 },
        whenPassed: { unit: 'elapsed', minutes: 120 },
      },
    ]);
  });

  it('end in every state of a phase or of a later one', () => {
    expect(clock('customer_voice', 'customer_answer')?.ends).toEqual([
      'interim_answered',
      'answered',
      'no_answer_needed',
      'reflecting',
      'reflected',
      'not_reflected',
      'published',
      'closed',
      'withdrawn',
    ]);
  });

  it('that name a promise exist', () => {
    for (const type of types) {
      expect(type.clocks.map(({ id }) => id)).toEqual(
        expect.arrayContaining(type.promises.map(({ clock: id }) => id)),
      );
    }
  });
});
