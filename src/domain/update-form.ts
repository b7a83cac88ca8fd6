import { typeOf, type Rules } from './assessment.ts';
import { ALWAYS } from './condition.ts';
import type { Field } from './field.ts';
import { phrase } from './phrase.ts';
import type { Report } from './report.ts';
import { button, line, type View } from './view.ts';
import { targets } from './workflow.ts';

/** Longest note to a reporter, in characters. */
const LONGEST_NOTE = 500;

/** 状況更新: the next state and one sentence for the reporter. */
export function updateFields(rules: Rules, report: Report): Field[] {
  const next = targets(typeOf(rules, report.type).workflow, report.state, 'update');
  const options = next.map(({ to }) => ({ id: to, answer: { kind: 'choice' as const, choice: to } }));
  const common = {
    ask: true,
    askWhen: ALWAYS,
    allowUnknown: false,
    default: null,
    screen: 'first' as const,
    allowFuture: false,
    maxLength: LONGEST_NOTE,
  };
  return [
    { ...common, id: 'state', kind: 'choice', required: true, options },
    { ...common, id: 'note', kind: 'text', required: true, options: [] },
  ];
}

/** Says before it is sent who will read the text. */
export function updateFormView(rules: Rules, report: Report): View {
  const title = phrase('update.title', { number: report.number });
  const [state, note] = updateFields(rules, report);
  const labels: Record<string, string> = { state: 'update.state', note: 'update.note' };
  return {
    kind: 'form',
    lines: [line(title, 'strong'), line(phrase('update.preview'))],
    inputs: [state, note].flatMap((field) =>
      field
        ? [
            {
              id: field.id,
              kind: field.kind,
              label: phrase(labels[field.id] ?? ''),
              hint: null,
              screen: 'first' as const,
              required: field.required,
              allowUnknown: false,
              options: field.options.map((option) => ({
                ...option,
                label: phrase(`state.${report.type}.${option.id}`),
              })),
              maxLength: field.maxLength,
              value: null,
              typed: null,
              error: null,
            },
          ]
        : [],
    ),
    buttons: [
      button({ action: 'update_form', report: report.number }, phrase('btn.send'), 'primary'),
      button({ action: 'close_form' }, phrase('btn.cancel')),
    ],
    fallback: title,
  };
}
