import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTS } from '../../../src/domain/acts/acts.ts';
import { formView } from '../../../src/domain/dialog/form.ts';
import { phrase } from '../../../src/domain/phrase.ts';
import type { Input, View } from '../../../src/domain/view.ts';
import { withErrors } from '../../../src/cards/with-errors.ts';
import { checkMessage, checkView } from '../../../src/platforms/slack/check-limits.ts';
import { readControlBlockId } from '../../../src/platforms/slack/control-block.ts';
import { fieldErrors } from '../../../src/platforms/slack/field-errors.ts';
import { readAction } from '../../../src/platforms/slack/read-action.ts';
import { readForm, readSubmission } from '../../../src/platforms/slack/read-submission.ts';
import { renderMessage } from '../../../src/platforms/slack/render-message.ts';
import { renderModal } from '../../../src/platforms/slack/render-modal.ts';
import { readCardInputs } from '../../../src/cards/read-card-inputs.ts';
import type { Answer } from '../../../src/domain/answers.ts';
import type { Block } from '../../../src/platforms/slack/blocks.ts';
import { actForms, playedForms, type OpenedForm } from '../../support/act-forms.ts';
import { aDraft } from '../../support/builders.ts';
import { aForm, someAnswer, someInput } from '../../support/inputs.ts';
import { catalogue, LOCALES, sayIn } from './a-voice.ts';
import { controlsOf, pressOn, submissionOf, textsIn, type Changes } from './slack-client.ts';

const reportForms = [...catalogue.types.keys()].map((type): OpenedForm => ({
  name: type,
  opener: { action: 'open_form' },
  form: formView(catalogue, aDraft(catalogue, type)),
}));
/** As they open for sure, and as they open after anything has happened. */
const forms = [
  ...reportForms,
  ...actForms(),
  ...playedForms().map((one) => ({ ...one, name: `${one.name}, played` })),
];
const each = forms.flatMap((form) => LOCALES.map((locale) => ({ ...form, locale })));

/**
 * Fills in an answer as somebody would who looks at the form alone: the ready answer that says it, else the boxes.
 */
function changesFor(blocks: readonly Block[], input: Input, answer: Answer): Changes {
  const control = (id: string) =>
    controlsOf(blocks).find(({ block }) => readControlBlockId(block)?.control === id)?.block ?? 'nowhere';
  const ready = input.kind === 'choice' ? input.id : `${input.id}.ready`;
  const option = input.options.find((one) => JSON.stringify(one.answer) === JSON.stringify(answer))?.id;
  const picked = answer.kind === 'unknown' ? 'unknown' : option;
  if (picked !== undefined && input.kind === 'unit') return { [control(input.id)]: picked };
  if (picked !== undefined) return { [control(ready)]: picked };
  switch (answer.kind) {
    case 'text':
      return { [control(input.id)]: answer.text };
    case 'count':
      return {
        [control(input.id)]:
          answer.to === answer.from ? `${answer.from}` : `${answer.from}~${answer.to ?? ''}`,
      };
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

/** Any answers to some inputs of a form, as filled in. */
function someAnswers(form: View): fc.Arbitrary<Record<string, Answer>> {
  const each = form.inputs.map((input) =>
    fc.option(someAnswer(input).map((answer) => [input.id, answer] as const)),
  );
  return fc.tuple(...each).map((all) => Object.fromEntries(all.filter((one) => one !== null)));
}

function filledIn(blocks: readonly Block[], form: View, answers: Record<string, Answer>): Changes {
  const changes = form.inputs.flatMap((input) => {
    const answer = answers[input.id];
    return answer ? Object.entries(changesFor(blocks, input, answer)) : [];
  });
  return Object.fromEntries(changes);
}

const expected = (form: View, answers: Record<string, Answer>) =>
  Object.fromEntries(
    form.inputs.map(({ id, value }) => {
      const answer = answers[id] ?? value;
      return [id, answer && { answer }];
    }),
  );

it('every form of a report and of an act is looked at', () => {
  const withForms = ACTS.filter(({ form }) => form !== null).map(({ id }) => id);
  expect(forms.map(({ name }) => name)).toEqual(expect.arrayContaining(withForms));
});

describe.each(each)('the form $name in $locale', ({ form, opener, locale }) => {
  const say = sayIn(locale);

  it('is a modal that Slack takes', () => {
    const view = renderModal(form, say, { opener });
    expect(checkView(view)).toEqual([]);
    const labels = controlsOf(view.blocks as Block[]).map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it('fits one message', () => {
    const messages = renderMessage(form, say, { opener });
    expect(messages).toHaveLength(1);
    expect(messages.flatMap(checkMessage)).toEqual([]);
    expect(controlsOf(messages[0]?.blocks ?? []).length).toBeGreaterThanOrEqual(form.inputs.length);
  });

  it('comes back from a modal as it was filled in', () => {
    fc.assert(
      fc.property(someAnswers(form), (answers) => {
        const view = renderModal(form, say, { opener });
        const payload = submissionOf(view, filledIn(view.blocks as Block[], form, answers));
        const submission = readSubmission(payload);
        if (!submission.ok) throw new Error(JSON.stringify(submission.problem));
        expect(submission.value.state.opener).toEqual(opener);
        const { values, press } = readForm(form, submission.value);
        expect(values).toEqual(expected(form, answers));
        expect(press).toEqual(form.buttons[0]?.press);
      }),
      { numRuns: 20 },
    );
  });

  it('comes back from a message as it was filled in', () => {
    fc.assert(
      fc.property(someAnswers(form), (answers) => {
        const [message] = renderMessage(form, say, { opener });
        if (!message) throw new Error('no message');
        const title = say(form.buttons[0]?.label ?? phrase('btn.send'));
        const pressed = readAction(pressOn(message, title, filledIn(message.blocks, form, answers)));
        if (!pressed.ok) throw new Error(JSON.stringify(pressed.problem));
        expect(pressed.value.press).toEqual(form.buttons[0]?.press);
        expect(readCardInputs(form, pressed.value.data)).toEqual(expected(form, answers));
      }),
      { numRuns: 5 },
    );
  });

  it('with an error beside each field is taken too, and says each of them', () => {
    const errors = form.inputs.map(({ id }) => ({ field: id, message: phrase('err.empty') }));
    const wrong = withErrors(
      form,
      Object.fromEntries(errors.map(({ field }) => [field, { typed: '？' }])),
      errors,
    );
    const view = renderModal(wrong, say, { opener });
    expect(checkView(view)).toEqual([]);
    const said = textsIn(view.blocks as Block[]).filter((text) => text.includes(say(phrase('err.empty'))));
    expect(said).toHaveLength(errors.length);
    if (errors.length === 0) return;
    const placed = fieldErrors(form, '', errors, say);
    const blocks = controlsOf(view.blocks as Block[]).map(({ block }) => block);
    expect(Object.keys(placed?.errors ?? {})).toHaveLength(errors.length);
    for (const block of Object.keys(placed?.errors ?? {})) expect(blocks).toContain(block);
  });
});

describe('any form', () => {
  it('comes back as it was filled in, whatever its inputs are and whatever was known before', () => {
    const cases = fc
      .uniqueArray(someInput(), { selector: ({ id }) => id, minLength: 1 })
      .map(aForm)
      .map((form) => ({ ...form, buttons: reportForms[0]?.form.buttons ?? [] }))
      .chain((form) =>
        fc.record({
          form: fc.constant(form),
          answers: someAnswers(form),
          locale: fc.constantFrom(...LOCALES),
        }),
      );
    fc.assert(
      fc.property(cases, ({ form, answers, locale }) => {
        const view = renderModal(form, sayIn(locale), { opener: null });
        expect(checkView(view)).toEqual([]);
        const submission = readSubmission(
          submissionOf(view, filledIn(view.blocks as Block[], form, answers)),
        );
        if (!submission.ok) throw new Error(JSON.stringify(submission.problem));
        expect(readForm(form, submission.value).values).toEqual(expected(form, answers));
      }),
      { numRuns: 500 },
    );
  });
});
