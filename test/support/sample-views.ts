import type { Answer } from '../../src/domain/answers.ts';
import type { FieldKind } from '../../src/domain/field.ts';
import { phrase } from '../../src/domain/phrase.ts';
import type { Phrase } from '../../src/domain/phrase.ts';
import { button, fact, line } from '../../src/domain/view.ts';
import type { Input, View } from '../../src/domain/view.ts';

/** One view of every kind, as long and as wide as real ones are. */
export function questionView(): View {
  return {
    kind: 'question',
    lines: [
      line(
        phrase('guess.subtype', {
          type: phrase('type.incident'),
          subtype: phrase('subtype.incident.misdelivery'),
          words: '別の方の通知書',
        }),
      ),
      line(phrase('known', { facts: { list: [{ date: '2026-11-19' }, { unit: 'office-midori' }] } })),
      line(phrase('ask.left', { n: 2 })),
      line(phrase('field.incident.people.ask'), 'strong'),
    ],
    inputs: [],
    buttons: [
      ...['one', 'few', 'many', 'over_100'].map((id) =>
        button(
          { action: 'answer', value: `people:${id}`, turn: 1 },
          phrase(`field.incident.people.option.${id}`),
        ),
      ),
      button({ action: 'answer', value: 'people:unknown', turn: 1 }, phrase('btn.unknown')),
      button({ action: 'wrong_type', turn: 1 }, phrase('btn.wrong')),
      button({ action: 'open_form', turn: 1 }, phrase('btn.form')),
    ],
    fallback: phrase('field.incident.people.ask'),
  };
}

export function summaryView(): View {
  return {
    kind: 'summary',
    lines: [
      line(phrase('ask.send')),
      line(phrase('subtype.incident.misdelivery'), 'strong'),
      line(phrase('value', { value: '窓口で別の方の通知書を渡した。回収済み。' }), 'quote'),
      fact(
        phrase('summary.seen_by'),
        phrase('summary.seen_by_more', {
          names: { list: [{ unit: 'risk' }, { unit: 'office-midori' }] },
          n: 6,
        }),
      ),
    ],
    inputs: [],
    buttons: [
      button({ action: 'send', turn: 2 }, phrase('btn.send'), 'primary'),
      button({ action: 'edit', turn: 2 }, phrase('btn.edit')),
      button({ action: 'stop', turn: 2 }, phrase('btn.stop'), 'danger'),
    ],
    fallback: phrase('ask.send'),
  };
}

export function noticeView(): View {
  const filed = phrase('done.filed', { number: 'INC-26-7KQ4M' });
  return {
    kind: 'notice',
    lines: [
      line(filed),
      line(phrase('done.holder_level', { unit: { unit: 'risk' }, level: phrase('severity.s3') })),
    ],
    inputs: [],
    buttons: [button({ action: 'add', report: 'INC-26-7KQ4M' }, phrase('btn.add'))],
    fallback: filed,
  };
}

export function stoppedView(): View {
  return {
    kind: 'notice',
    lines: [line(phrase('cmp.stop')), line(phrase('cmp.maybe')), line(phrase('cmp.not_reported'))],
    inputs: [],
    buttons: [button({ action: 'not_violation', turn: 1 }, phrase('btn.not_violation'))],
    fallback: phrase('cmp.stop'),
  };
}

export function cardView(state: 'received' | 'acknowledged'): View {
  const press = (action: string) => ({ action, report: 'INC-26-7KQ4M' });
  return {
    kind: 'card',
    lines: [
      line(cardTitle(), 'strong'),
      line(phrase('card.state_nodue', { state: phrase(`state.incident.${state}`) })),
      line(phrase('value', { value: '窓口で別の方の通知書を渡した。回収済み。' })),
      line(phrase('card.holder_none')),
    ],
    inputs: [],
    buttons: [
      button(press('acknowledge'), phrase('btn.ack'), 'primary'),
      button(press('take'), phrase('btn.take')),
      button(press('update'), phrase('btn.update')),
    ],
    fallback: phrase('card.fallback.sealed'),
  };
}

function cardTitle(): Phrase {
  return phrase('card.title', {
    level: phrase('severity.s3'),
    type: phrase('type.incident'),
    subtype: phrase('subtype.incident.misdelivery'),
    number: 'INC-26-7KQ4M',
  });
}

/** A form with every kind of input. */
export function formView(values: Readonly<Record<string, Answer>> = {}): View {
  const input = (id: string, kind: FieldKind, over: Partial<Input> = {}): Input => ({
    id,
    kind,
    label: phrase(`field.incident.${id}.label`),
    hint: kind === 'date' || kind === 'datetime' ? null : phrase(`field.incident.${id}.hint`),
    screen: 'first',
    required: false,
    allowUnknown: false,
    options: [],
    maxLength: 500,
    value: values[id] ?? null,
    typed: null,
    error: null,
    ...over,
  });
  return {
    kind: 'form',
    lines: [line(phrase('type.incident'), 'strong')],
    inputs: [
      input('summary', 'text', { required: true }),
      input('found_at', 'datetime', { required: true }),
      input('found_by', 'unit', { required: true }),
      input('people', 'count', { required: true, allowUnknown: true, options: peopleOptions() }),
      input('personal_data', 'choice', { required: true, allowUnknown: true, options: yesNo() }),
      input('occurred_on', 'date', { allowUnknown: true, screen: 'more' }),
      input('amount', 'money', { screen: 'more' }),
    ],
    buttons: [
      button({ action: 'draft_form', turn: 1 }, phrase('btn.review'), 'primary'),
      button({ action: 'leave_form', turn: 1 }, phrase('btn.cancel')),
    ],
    fallback: phrase('type.incident'),
  };
}

/** One of each kind but the form. */
export function eachView(): Record<string, View> {
  return {
    question: questionView(),
    summary: summaryView(),
    notice: noticeView(),
    stop: stoppedView(),
    card: cardView('received'),
  };
}

function peopleOptions(): Input['options'] {
  const label = (id: string) => phrase(`field.incident.people.option.${id}`);
  return [
    { id: 'one', label: label('one'), answer: { kind: 'count', from: 1, to: 1 } },
    { id: 'few', label: label('few'), answer: { kind: 'count', from: 2, to: 9 } },
  ];
}

function yesNo(): Input['options'] {
  return ['yes', 'no'].map((id) => ({
    id,
    label: phrase(`field.incident.personal_data.option.${id}`),
    answer: { kind: 'choice' as const, choice: id },
  }));
}
