import fc from 'fast-check';
import type { Answer, Answers } from '../../../src/domain/answers.ts';
import { NOTHING_SETTLED, type Said, type Settled } from '../../../src/domain/dialog/dialog-event.ts';
import {
  LABELS,
  VOICE_KINDS,
  type Command,
  type ReportLabel,
  type Understanding,
} from '../../../src/domain/understanding.ts';
import { TODAY } from '../../support/builders.ts';

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
export const FILEABLE = [
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
export const words = fc.oneof(messages, fc.constantFrom('', ' '));

/** A message, whatever was understood of it, read of it and decided about it before. */
export function anySaid(id: fc.Arbitrary<string>, fieldIds: readonly string[]): fc.Arbitrary<Said> {
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
    target: seldom(
      fc.record({
        report: fc.constant('INC-26-7KQ4M'),
        type: fc.constant('incident' as const),
        before: anyExtracted(fieldIds),
        answers: anyExtracted(fieldIds),
      }),
    ),
  });
}

function anySettled(): fc.Arbitrary<Settled> {
  return fc.record({
    type: fc.option(fc.constantFrom(...FILEABLE)),
    chosen: fc.boolean(),
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
    drill: sometimes(1, 5),
    offerCompliance: fc.boolean(),
    items: fc.array(fc.record({ text: messages, label }), { maxLength: 3 }),
    evidence: fc.subarray(['通知書', '別の方', 'お渡し']),
    prefill: fc.constant({}),
    mentions: fc.constant([]),
    cues: fc.subarray(['press', 'outside', 'told_not_to_report', 'injury', 'my_number']),
    reportNumbers: fc.subarray(['INC-26-7KQ4M']),
    command: seldom(fc.constantFrom(...COMMANDS)),
    correction: sometimes(1, 3),
  });
}

/** Any answer to any field, most often one that does not fit it. */
export function anyAnswerAtAll(): fc.Arbitrary<Answer> {
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

export function sometimes(yes: number, no: number): fc.Arbitrary<boolean> {
  return fc.oneof(
    { weight: yes, arbitrary: fc.constant(true) },
    { weight: no, arbitrary: fc.constant(false) },
  );
}

/** Nothing, most of the time. */
function seldom<T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: one });
}
