import fc from 'fast-check';
import type { Answer } from '../../../src/domain/answers.ts';
import type { FieldKind } from '../../../src/domain/field.ts';
import type { FormValues, Input, View } from '../../../src/domain/view.ts';
import type { Block } from '../../../src/platforms/slack/blocks.ts';
import { readControlBlockId } from '../../../src/platforms/slack/control-block.ts';
import { LIMITS } from '../../../src/platforms/slack/limits.ts';
import { someAnswer, UNITS } from '../../support/inputs.ts';
import { controlsOf, type Changes } from './slack-client.ts';

/** Answers by field id. */
export type Answers = Readonly<Record<string, Answer>>;

/** What has to be touched in a modal to say so; everything else stays as it was shown. */
export function filledIn(blocks: readonly Block[], form: View, answers: Answers): Changes {
  const changes = form.inputs.flatMap((input) => {
    const answer = answers[input.id];
    return answer ? Object.entries(changesFor(blocks, input, answer)) : [];
  });
  return Object.fromEntries(changes);
}

/** What is meant by a form in which this was filled in: what was touched, and else what was known. */
export function meantBy(form: View, answers: Answers): FormValues {
  return Object.fromEntries(
    form.inputs.map(({ id, value }) => {
      const answer = answers[id] ?? value;
      return [id, answer && { answer }];
    }),
  );
}

/** Any answers to some inputs of a form. */
export function someAnswers(form: View, draw = someAnswer): fc.Arbitrary<Answers> {
  const each = form.inputs.map((input) =>
    fc.option(draw(input).map((answer) => [input.id, answer] as const)),
  );
  return fc.tuple(...each).map((all) => Object.fromEntries(all.filter((one) => one !== null)));
}

/** The first and the last of what can be answered: the longest text, the smallest and the largest number and day. */
export function limitAnswer(input: Input): fc.Arbitrary<Answer> {
  const ready = [input.options.at(0), input.options.at(-1)].flatMap((option) => option?.answer ?? []);
  const unknown: Answer[] = input.allowUnknown ? [{ kind: 'unknown' }] : [];
  return fc.constantFrom(...ready, ...unknown, ...writtenLimits(input.kind, input.maxLength));
}

/** An answer as anybody might give it. */
export function sampleAnswer({ id, kind, options, ahead }: Input): Answer {
  const [first] = options;
  switch (kind) {
    case 'choice':
      return first?.answer ?? { kind: 'unknown' };
    case 'text':
      return {
        kind: 'text',
        text: /number|first/u.test(id) ? 'INC-26-A0005' : '来月から、案内の文を替えます。',
      };
    case 'count':
    case 'money':
      return { kind: 'count', from: 3, to: 3 };
    case 'date':
    case 'datetime':
      return { kind: 'date', date: ahead === true ? '2026-12-01' : '2026-11-20' };
    case 'unit':
      return { kind: 'unit', unit: 'benefit' };
  }
}

/** Fifteen digits: the most of which every number is exact. */
const MOST = 999_999_999_999_999;

function writtenLimits(kind: FieldKind, maxLength: number): Answer[] {
  const most = Math.min(maxLength, LIMITS.plainTextInput);
  const day = (date: string, time?: string): Answer => ({
    kind: 'date',
    date,
    ...(time !== undefined && { time }),
  });
  const days = [day('1900-01-01'), day('2099-12-31')];
  switch (kind) {
    case 'choice':
      return [];
    case 'text':
      return ['あ', '<', 'a\n', '👨‍👩‍👧'].map((part) => ({
        kind: 'text',
        text: part.repeat(Math.floor(most / part.length)),
      }));
    case 'count':
    case 'money':
      return [
        { kind: 'count', from: 0, to: 0 },
        { kind: 'count', from: 0, to: null },
        { kind: 'count', from: 0, to: MOST },
        { kind: 'count', from: MOST, to: MOST },
      ];
    case 'date':
      return days;
    case 'datetime':
      return [...days, day('1900-01-01', '00:00'), day('2099-12-31', '23:59')];
    case 'unit':
      return UNITS.map(({ id }) => ({ kind: 'unit', unit: id }));
  }
}

/** Fills in an answer as somebody would who looks at the form alone: the ready answer that says it, else the boxes. */
function changesFor(blocks: readonly Block[], input: Input, answer: Answer): Changes {
  const control = (id: string) =>
    controlsOf(blocks).find(({ block }) => readControlBlockId(block)?.control === id)?.block ?? 'nowhere';
  const option = input.options.find((one) => JSON.stringify(one.answer) === JSON.stringify(answer))?.id;
  const picked = answer.kind === 'unknown' ? 'unknown' : option;
  if (picked !== undefined) return { [control(pickedIn(input))]: picked };
  switch (answer.kind) {
    case 'text':
      return { [control(input.id)]: answer.text };
    case 'count':
      return { [control(input.id)]: countWritten(answer) };
    case 'unit':
      return { [control(input.id)]: answer.unit };
    case 'date':
      return {
        [control(input.id)]: answer.date,
        ...(input.kind === 'datetime' && { [control(`${input.id}.time`)]: answer.time ?? null }),
      };
    case 'choice':
    case 'unknown':
      throw new Error(`the form offers no ${answer.kind}`);
  }
}

/** The control that offers ready answers. */
function pickedIn({ id, kind }: Input): string {
  return kind === 'choice' || kind === 'unit' ? id : `${id}.ready`;
}

function countWritten({ from, to }: Extract<Answer, { kind: 'count' }>): string {
  return to === from ? `${from}` : `${from}~${to ?? ''}`;
}
