import type { Answer } from '../domain/answers.ts';
import type { UnderstandingContext } from '../domain/understanding.ts';
import type { Field } from '../domain/field.ts';
import { readCommand } from './commands.ts';
import { findDates } from './extract/dates.ts';
import { NUMERAL, numeralValue } from './extract/numerals.ts';
import { findQuantities } from './extract/quantities.ts';
import type { FindUnits } from './extract/units.ts';
import type { Document } from './features.ts';
import { readOption } from './read-option.ts';

const BARE_COUNT = new RegExp(
  `^(?:約|だいたい|たぶん|やっぱり|about\\s)?(${NUMERAL})(?:\\s?[〜ー-]\\s?(${NUMERAL}))?\\s?(?:人|名|件|通|枚|円)?(?:分|様)?\\s?(以上|\\+|ほど|くらい|ぐらい)?(?:です|でした|だと思います|かな)?[。.!?]*$`,
  'u',
);
const NOBODY = /^(いない|いません|なし|ない|ありません|ゼロ|none|nobody|no one)(です)?[。.]?$/u;
const NOW = /^(今|いま|ただ今|たった今|now|just now)(です)?[。.]?$/u;

/** The message read as the answer to one question; null when it cannot be. */
export function readAnswer(
  document: Document,
  field: Field,
  context: UnderstandingContext,
  findUnits: FindUnits,
): Answer | null {
  const { text } = document;
  if (field.allowUnknown && readCommand(text) === 'unknown') return { kind: 'unknown' };
  switch (field.kind) {
    case 'text':
      return readText(document);
    case 'choice':
      return readOption(text, field);
    case 'date':
    case 'datetime':
      return readDate(text, context);
    case 'count':
      return readCount(text, ['people', 'cases', 'papers']);
    case 'money':
      return readCount(text, ['yen']);
    case 'unit':
      return readUnit(document, context, findUnits);
  }
}

function readText(document: Document): Answer | null {
  const words = document.original.trim();
  return words === '' ? null : { kind: 'text', text: words };
}

function readDate(text: string, { today }: UnderstandingContext): Answer | null {
  if (NOW.test(text.trim())) return { kind: 'date', date: today };
  const [first] = findDates(`${text.trim()}、`, today);
  return first === undefined ? null : { kind: 'date', ...first.value };
}

function readCount(text: string, units: readonly string[]): Answer | null {
  const bare = BARE_COUNT.exec(text.trim());
  if (bare !== null) return bareCount(bare);
  if (NOBODY.test(text.trim())) return { kind: 'count', from: 0, to: 0 };
  const [first] = findQuantities(text)
    .filter(({ value }) => units.includes(value.unit))
    .sort((a, b) => units.indexOf(a.value.unit) - units.indexOf(b.value.unit));
  return first === undefined ? null : { kind: 'count', from: first.value.from, to: first.value.to };
}

function bareCount([, first = '', second, bound]: RegExpExecArray): Answer | null {
  const from = numeralValue(first);
  const to = second === undefined ? from : numeralValue(second);
  if (from === null || to === null || to < from) return null;
  return { kind: 'count', from, to: bound === '以上' || bound === '+' ? null : to };
}

function readUnit(document: Document, context: UnderstandingContext, findUnits: FindUnits): Answer | null {
  const [unit] = findUnits(document.text, document.tokens, context.unit);
  return unit === undefined ? null : { kind: 'unit', unit: unit.value };
}
