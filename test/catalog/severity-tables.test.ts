import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadIntents } from '../../src/catalog/load-intents.ts';
import { exactly, type Answer, type Answers } from '../../src/domain/answers.ts';
import { factsOf, type Matter } from '../../src/domain/facts.ts';
import { severityOf } from '../../src/domain/severity.ts';
import type { ReportLabel } from '../../src/domain/understanding.ts';

const loaded = await loadIntents(join(import.meta.dirname, '../../intents'));

function severity(id: ReportLabel, matter: Partial<Matter>) {
  const type = loaded.value?.get(id);
  if (!type) throw new Error(`${id} did not load`);
  const whole: Matter = {
    type: id,
    subtype: type.defaultSubtype,
    answers: {},
    cues: [],
    suspicions: [],
    urgent: false,
    drill: false,
    ...matter,
  };
  return severityOf(type.severity, factsOf(type, whole));
}

const choice = (id: string): Answer => ({ kind: 'choice', choice: id });
const unknown: Answer = { kind: 'unknown' };
const range = (from: number, to: number | null): Answer => ({ kind: 'count', from, to });
const told: Answers = { people: exactly(1), personal_data: choice('no') };

describe('the severity of an incident', () => {
  it.each<[what: string, level: number, matter: Partial<Matter>]>([
    ['101 people', 4, { answers: { ...told, people: exactly(101) } }],
    ['an open-ended number of people', 4, { answers: { ...told, people: range(101, null) } }],
    ['100 people', 3, { answers: { ...told, people: exactly(100) } }],
    ['10 to 100 people', 3, { answers: { ...told, people: range(10, 100) } }],
    ['2 to 9 people', 2, { answers: { ...told, people: range(2, 9) } }],
    ['5,000,000 yen', 4, { answers: { ...told, amount: exactly(5_000_000) } }],
    ['4,999,999 yen', 3, { answers: { ...told, amount: exactly(4_999_999) } }],
    ['499,999 yen', 2, { answers: { ...told, amount: exactly(499_999) } }],
    ['a diagnosis that is missing', 4, { subtype: 'loss', answers: told, cues: ['sensitive_data', 'lost'] }],
    ['My Number sent to somebody else', 4, { subtype: 'misdelivery', answers: told, cues: ['my_number'] }],
    ['My Number typed wrongly inside', 2, { subtype: 'input_error', answers: told, cues: ['my_number'] }],
    ['unauthorised access', 4, { subtype: 'security', answers: told, cues: ['unauthorised_access'] }],
    ['a threat at the counter', 4, { subtype: 'crime', answers: told }],
    ['an injury', 4, { subtype: 'accident', answers: told, cues: ['injury'] }],
    ['the press', 4, { answers: told, cues: ['press'] }],
    ['one cause in several offices', 4, { subtype: 'document_error', answers: told, cues: ['nationwide'] }],
    ['a notice given to somebody else', 3, { subtype: 'misdelivery', answers: told, cues: ['outside'] }],
    [
      'a notice with personal data misdelivered',
      3,
      { subtype: 'misdelivery', answers: { ...told, personal_data: choice('yes') } },
    ],
    [
      'a wrong explanation that went outside',
      2,
      { subtype: 'explanation_error', answers: told, cues: ['outside'] },
    ],
    ['a payment date at risk', 3, { subtype: 'delay', answers: told, cues: ['payment_date'] }],
    ['an outage at the counter', 3, { subtype: 'system_outage', answers: told, cues: ['service_outage'] }],
    ['being told not to report', 3, { answers: told, cues: ['told_not_to_report'] }],
    ['no effect, mended inside', 1, { answers: { ...told, effect: choice('none') } }],
    ['no effect, but outside', 2, { answers: { ...told, effect: choice('none') }, cues: ['outside'] }],
    ['an unknown number of people', 3, { answers: { ...told, people: unknown } }],
    ['unknown personal data', 3, { answers: { ...told, personal_data: unknown } }],
    ['both unknown: one level, not two', 3, { answers: { people: unknown, personal_data: unknown } }],
    [
      'an unknown number of people outside',
      4,
      { subtype: 'misdelivery', answers: { ...told, people: unknown }, cues: ['outside'] },
    ],
  ])('%s: S%i', (_what, level, matter) => {
    expect(severity('incident', matter).level).toBe(level);
  });

  it('names the rows and the unknown facts that gave it', () => {
    const found = severity('incident', {
      subtype: 'loss',
      answers: { ...told, people: unknown },
      cues: ['lost'],
    });
    expect(found).toEqual({ level: 4, rows: ['focus_outside_or_lost'], raisedBy: ['people'] });
  });
});

describe('the severity of other types', () => {
  it.each<[what: string, type: ReportLabel, level: number, matter: Partial<Matter>]>([
    ['a complaint', 'customer_voice', 2, { answers: { voice_kind: choice('complaint') } }],
    ['a voice of no kind yet', 'customer_voice', 2, {}],
    ['an opinion', 'customer_voice', 1, { answers: { voice_kind: choice('opinion') } }],
    ['praise', 'customer_voice', 1, { answers: { voice_kind: choice('praise') } }],
    [
      'a complaint that names staff',
      'customer_voice',
      3,
      { answers: { voice_kind: choice('complaint') }, cues: ['staff_named'] },
    ],
    [
      'a third complaint',
      'customer_voice',
      3,
      { answers: { voice_kind: choice('complaint') }, cues: ['repeated'] },
    ],
    ['a voice with a suspected violation', 'customer_voice', 3, { suspicions: ['violation'] }],
    ['a violation the person adds', 'customer_voice', 3, { answers: { suspicion: choice('violation') } }],
    ['a likely and grave risk', 'risk', 4, { cues: ['likely', 'grave'] }],
    ['a likely and serious risk', 'risk', 3, { cues: ['likely', 'serious'] }],
    ['a possible and grave risk', 'risk', 3, { cues: ['possible', 'grave'] }],
    ['any other risk', 'risk', 2, { cues: ['serious'] }],
    ['a proposal', 'proposal', 0, { cues: ['press'] }],
    ['knowledge', 'knowledge', 0, {}],
    ['compliance', 'compliance', 0, { cues: ['press'] }],
  ])('%s', (_what, type, level, matter) => {
    expect(severity(type, matter).level).toBe(level);
  });
});
