import fc from 'fast-check';
import type { Catalogue } from '../../../src/application/ports/catalogue.ts';
import type { Answer, Answers } from '../../../src/domain/answers.ts';
import {
  NOTHING_SETTLED,
  type DialogEvent,
  type Said,
  type Settled,
} from '../../../src/domain/dialog/dialog-event.ts';
import {
  LABELS,
  VOICE_KINDS,
  type Command,
  type ReportLabel,
  type Understanding,
} from '../../../src/domain/understanding.ts';
import type { FormValues, Press } from '../../../src/domain/view.ts';
import { TODAY } from '../../support/builders.ts';

/** An event, or one that depends on what is on offer when its turn comes. */
export type AnyEvent =
  | { kind: 'event'; event: DialogEvent }
  /** One of the buttons on offer, or of those that once were. */
  | { kind: 'offered'; index: number; old: boolean }
  /** A press made up, with the turn of now. */
  | { kind: 'forged'; press: Press }
  | { kind: 'later'; minutes: number }
  /** The forms change. */
  | { kind: 'new_forms' };

const FORGED = [
  'start',
  'help',
  'mine',
  'windows',
  'stop',
  'discard',
  'back',
  'answer',
  'wrong_type',
  'choose_type',
  'choose_none',
  'split',
  'one',
  'drill',
  'real',
  'open_form',
  'edit',
  'edit_field',
  'seen_by',
  'send',
  'send_as_is',
  'resume',
  'confirm_correction',
  'not_violation',
  'continue_report',
  'add',
  'close_form',
  'draft_form',
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
  '',
];
const COMMANDS: readonly Command[] = [
  'help',
  'cancel',
  'back',
  'edit',
  'send',
  'mine',
  'yes',
  'no',
  'unknown',
  'resume',
];
const FILEABLE = [
  'incident',
  'proposal',
  'customer_voice',
  'risk',
  'knowledge',
] as const satisfies readonly ReportLabel[];

/** What can be said: blank messages never get this far. */
const messages = fc.constantFrom(
  'ことば',
  '別の方の通知書をお渡ししてしまいました',
  '1人',
  'あ'.repeat(4000),
  '\u0000',
  '𠮟',
);
const words = fc.oneof(messages, fc.constantFrom('', ' '));

/** Events of every kind, sensible and not, for the forms of a catalogue. */
export function anyEvent(catalogue: Catalogue): fc.Arbitrary<AnyEvent> {
  const fields = [...catalogue.types.values()].flatMap((type) => type.fields);
  const fieldIds = [...new Set(fields.map(({ id }) => id))];
  const id = fc.nat(1e9).map((n) => `e-${n}`);
  const text = said(id, fieldIds);
  const event = (one: fc.Arbitrary<DialogEvent>, weight: number) => ({
    weight,
    arbitrary: one.map((value): AnyEvent => ({ kind: 'event', event: value })),
  });
  const any: fc.Arbitrary<AnyEvent> = fc.oneof(
    event(text, 8),
    event(fc.record({ kind: fc.constant('split' as const), id, parts: parts(text) }), 1),
    event(
      fc.record({
        kind: fc.constant('submitted' as const),
        id,
        press: forgedPress(fieldIds),
        values: anyValues(fieldIds),
      }),
      1,
    ),
    event(
      fc.record({
        kind: fc.constant('stopped' as const),
        id,
        alsoIncident: fc.boolean(),
        harassment: fc.boolean(),
      }),
      1,
    ),
    {
      weight: 10,
      arbitrary: fc.record({
        kind: fc.constant('offered' as const),
        index: fc.nat(40),
        old: weightedBoolean(1, 9),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant('forged' as const), press: forgedPress(fieldIds) }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('later' as const), minutes: fc.nat(60) }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'new_forms' as const }) },
  );
  // Plain objects, as they come from JSON.
  return any.map((one) => structuredClone(one));
}

function said(id: fc.Arbitrary<string>, fieldIds: readonly string[]): fc.Arbitrary<Said> {
  return fc.record({
    kind: fc.constant('said' as const),
    id,
    text: messages,
    hidden: fc.constant([]),
    attachments: fc.constantFrom(0, 0, 0, 0, 1),
    understanding: anyUnderstanding(),
    reading: fc.option(anyAnswerAtAll()),
    extracted: anyExtracted(fieldIds),
    settled: fc.oneof(
      { weight: 4, arbitrary: fc.constant(NOTHING_SETTLED) },
      { weight: 1, arbitrary: anySettled() },
    ),
    target: fc.option(
      fc.record({
        report: fc.constant('INC-26-7KQ4M'),
        type: fc.constant('incident' as const),
        before: anyExtracted(fieldIds),
        answers: anyExtracted(fieldIds),
      }),
      { freq: 8 },
    ),
  });
}

/** What a split leads to: each part with an id and a type of its own. */
function parts(text: fc.Arbitrary<Said>): fc.Arbitrary<Said[]> {
  const type = fc.constantFrom(...FILEABLE);
  return fc.array(fc.tuple(text, type), { minLength: 1, maxLength: 3 }).map((all) =>
    all.map(([part, one], index) => ({
      ...part,
      id: `${part.id}:${index}`,
      settled: { type: one, drill: null, whole: true },
    })),
  );
}

function anySettled(): fc.Arbitrary<Settled> {
  return fc.record({
    type: fc.option(fc.constantFrom(...FILEABLE)),
    drill: fc.option(fc.boolean()),
    whole: fc.boolean(),
  });
}

function anyUnderstanding(): fc.Arbitrary<Understanding> {
  const label = fc.constantFrom(...LABELS);
  const confidence = fc.double({ min: 0, max: 1, noNaN: true });
  return fc.record({
    language: fc.constantFrom('ja' as const, 'en' as const),
    label,
    confidence,
    decision: fc.constantFrom('assume' as const, 'choose' as const, 'menu' as const),
    alternatives: fc.uniqueArray(fc.record({ label, confidence }), {
      selector: (one) => one.label,
      maxLength: 4,
    }),
    voiceKind: fc.option(fc.constantFrom(...VOICE_KINDS)),
    subtype: fc.constantFrom(
      null,
      'misdelivery',
      'loss',
      'decision_error',
      'crime',
      'waiting',
      'constructor',
    ),
    suspicions: fc.subarray(['clerical_error' as const, 'violation' as const]),
    urgent: fc.boolean(),
    drill: weightedBoolean(1, 5),
    offerCompliance: fc.boolean(),
    items: fc.array(fc.record({ text: messages, label }), { maxLength: 3 }),
    evidence: fc.subarray(['通知書', '別の方', 'お渡し']),
    prefill: fc.constant({}),
    mentions: fc.constant([]),
    cues: fc.subarray(['press', 'outside', 'told_not_to_report', 'injury', 'my_number']),
    reportNumbers: fc.subarray(['INC-26-7KQ4M']),
    command: fc.option(fc.constantFrom(...COMMANDS), { freq: 2 }),
    correction: weightedBoolean(1, 3),
  });
}

/** Any answer to any field, most often one that does not fit it. */
function anyAnswerAtAll(): fc.Arbitrary<Answer> {
  const number = fc.constantFrom(0, 1, 3, 50, 101, -1, 1.5, Number.MAX_SAFE_INTEGER);
  return fc.oneof(
    fc.constant<Answer>({ kind: 'unknown' }),
    words.map((text): Answer => ({ kind: 'text', text })),
    fc
      .constantFrom(
        'yes',
        'no',
        'none',
        'recovered',
        'opened',
        'visit',
        'complaint',
        'violation',
        'over_100',
        'constructor',
      )
      .map((choice): Answer => ({ kind: 'choice', choice })),
    fc
      .constantFrom(TODAY, '2026-11-19', '2027-01-01', '2026-02-30', 'x', '')
      .map((date): Answer => ({ kind: 'date', date })),
    fc.record({ from: number, to: fc.option(number) }).map((range): Answer => ({ kind: 'count', ...range })),
    fc.constantFrom('midori', 'aoba', 'nowhere', '__proto__').map((unit): Answer => ({ kind: 'unit', unit })),
  );
}

function anyExtracted(fieldIds: readonly string[]): fc.Arbitrary<Answers> {
  return fc
    .array(fc.tuple(fc.constantFrom(...fieldIds, 'no_such_field'), anyAnswerAtAll()), { maxLength: 5 })
    .map((entries) => Object.fromEntries(entries));
}

function anyValues(fieldIds: readonly string[]): fc.Arbitrary<FormValues> {
  const value = fc.oneof(
    anyAnswerAtAll().map((answer) => ({ answer })),
    words.map((typed) => ({ typed })),
    fc.constant(null),
  );
  return fc
    .array(fc.tuple(fc.constantFrom(...fieldIds, 'no_such_field'), value), { maxLength: 20 })
    .map((entries) => Object.fromEntries(entries));
}

function forgedPress(fieldIds: readonly string[]): fc.Arbitrary<Press> {
  const field = fc.constantFrom(...fieldIds, 'constructor', '__proto__', '');
  const value = fc.oneof(
    fc.constantFrom<string>(...FILEABLE, 'compliance', 'status', ':', '', 'x'),
    fc.tuple(fc.constantFrom('0', '1', '-0', '-1', '1e0', ''), field).map((both) => both.join(':')),
    fc
      .tuple(field, fc.constantFrom('one', 'unknown', 'today', 'none', 'yes', 'constructor'))
      .map((both) => both.join(':')),
  );
  return fc.record(
    { action: fc.constantFrom(...FORGED), value, report: fc.constant('INC-26-7KQ4M') },
    { requiredKeys: ['action'] },
  );
}

function weightedBoolean(yes: number, no: number): fc.Arbitrary<boolean> {
  return fc.oneof(
    { weight: yes, arbitrary: fc.constant(true) },
    { weight: no, arbitrary: fc.constant(false) },
  );
}
