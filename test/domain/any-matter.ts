import fc from 'fast-check';
import type { Catalogue } from '../../src/application/ports/catalogue.ts';
import { MATTER_FACTS } from '../../src/catalog/fact-vocabulary.ts';
import type { Answer, Answers } from '../../src/domain/answers.ts';
import type { Field } from '../../src/domain/field.ts';
import type { ReportType } from '../../src/domain/report-type.ts';
import type { RoutedMatter } from '../support/builders.ts';

const words = fc.constantFrom(
  'ことば',
  '年金証書',
  '納付書',
  '障害年金の診断書',
  '窓口の待ち時間',
  '端末',
  '様式',
);

/** An answer that the field takes. */
export function anyAnswer(field: Field): fc.Arbitrary<Answer> {
  const options = field.options.map(({ answer }) => answer);
  const unknown: Answer[] = field.allowUnknown ? [{ kind: 'unknown' }] : [];
  const ready = [...options, ...unknown];
  const free = freeAnswer(field);
  if (ready.length === 0) return free ?? fc.constant({ kind: 'unknown' });
  return free ? fc.oneof(fc.constantFrom(...ready), free) : fc.constantFrom(...ready);
}

function freeAnswer(field: Field): fc.Arbitrary<Answer> | null {
  switch (field.kind) {
    case 'text':
      return words.map((text) => ({ kind: 'text', text }));
    case 'choice':
      return null;
    case 'date':
    case 'datetime':
      return fc.constantFrom('2026-11-19', '2026-11-20').map((date) => ({ kind: 'date', date }));
    case 'count':
    case 'money':
      return fc.nat(6_000_000).map((from) => ({ kind: 'count', from, to: from }));
    case 'unit':
      return fc.constantFrom('midori', 'akita', 'risk-compliance').map((unit) => ({ kind: 'unit', unit }));
  }
}

/** Any answers to some of the fields of a type. */
export function anyAnswers(fields: readonly Field[]): fc.Arbitrary<Answers> {
  const each = fields.map((field) =>
    fc.option(anyAnswer(field).map((answer) => [field.id, answer] as const)),
  );
  return fc.tuple(...each).map((all) => Object.fromEntries(all.filter((one) => one !== null)));
}

/** Any matter that can be told of a type, with any cues, whether they go together or not. */
export function anyMatter(type: ReportType): fc.Arbitrary<RoutedMatter> {
  return fc.record({
    type: fc.constant(type.id),
    subtype: fc.constantFrom(...type.subtypes.map(({ id }) => id)),
    text: words,
    answers: anyAnswers(type.fields),
    cues: fc.subarray([...(MATTER_FACTS.cue.values ?? [])]),
    suspicions: fc.subarray(['clerical_error' as const, 'violation' as const]),
    urgent: fc.boolean(),
    drill: fc.boolean(),
  });
}

export function anyTypeOf(catalogue: Catalogue): fc.Arbitrary<ReportType> {
  return fc.constantFrom(...catalogue.types.values());
}
