import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactly, type Answer } from '../../../src/domain/answers.ts';
import { checkForm, formFields, formView } from '../../../src/domain/dialog/form.ts';
import type { FormValues } from '../../../src/domain/view.ts';
import { aDraft, dialogRules, said, theCatalogue, TODAY, understood } from '../../support/builders.ts';
import { anyAnswer } from '../any-matter.ts';
import { talk } from './talk.ts';

const catalogue = await theCatalogue();
const rules = dialogRules(catalogue);
const choice = (id: string): Answer => ({ kind: 'choice', choice: id });
const misdelivery = aDraft(catalogue, 'incident', { subtype: 'misdelivery' });

function check(values: FormValues, draft = misdelivery) {
  return checkForm(formFields(rules, draft), values, TODAY, catalogue.organization);
}

describe('a form', () => {
  it('asks what applies and can be said before sending, with what is known filled in', () => {
    const view = formView(rules, { ...misdelivery, answers: { people: exactly(2) } });
    const ids = view.inputs.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['summary', 'found_at', 'people', 'opened', 'document']));
    expect(ids).not.toContain('prevention');
    expect(view.inputs.find(({ id }) => id === 'people')?.value).toEqual(exactly(2));
    expect(view.buttons.map(({ press }) => press)).toEqual([
      { action: 'draft_form', value: misdelivery.id },
      { action: 'leave_form' },
    ]);
  });

  it('does not ask for what the draft rules out', () => {
    const answers = { recovered: choice('recovered'), personal_data: choice('no') };
    const ids = formFields(rules, { ...misdelivery, answers }).map(({ id }) => id);
    expect(ids).not.toContain('first_response');
    expect(ids).not.toContain('opened');
  });

  it('filled with any answers that it takes gives those answers and no errors', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...catalogue.types.keys()).chain((type) => {
          const draft = aDraft(catalogue, type);
          const each = Object.fromEntries(
            formFields(rules, draft).map((field) => [
              field.id,
              anyAnswer(field).map((answer) => ({ answer })),
            ]),
          );
          return fc.tuple(fc.constant(draft), fc.record(each));
        }),
        ([draft, values]) => {
          const found = check(values, draft);
          expect(found).toMatchObject({ errors: [], emptied: [] });
          expect(found.answers).toEqual(
            Object.fromEntries(Object.entries(values).map(([id, { answer }]) => [id, answer])),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('says what is missing, unreadable and impossible, each at its field', () => {
    const { errors, answers } = check({
      summary: null,
      found_at: { answer: { kind: 'date', date: '2026-11-21' } },
      found_by: { answer: { kind: 'unit', unit: 'aoba' } },
      people: { typed: 'たくさん' },
      document: { answer: { kind: 'text', text: 'あ'.repeat(201) } },
      recovered: { answer: choice('maybe') },
    });
    expect(Object.fromEntries(errors.map(({ field, message }) => [field, message.key]))).toEqual({
      summary: 'err.empty',
      found_at: 'err.future',
      found_by: 'err.unit_abolished',
      people: 'err.number',
      personal_data: 'err.choose',
      document: 'err.long',
      recovered: 'err.choose',
      first_response: 'err.choose',
    });
    expect(answers).toEqual({});
  });

  it('takes no value for a field that it does not have', () => {
    const { answers } = check({
      level: { answer: choice('S1') },
      prevention: { answer: { kind: 'text', text: 'x' } },
      __proto__: { answer: exactly(1) },
    });
    expect(answers).toEqual({});
  });

  it('tells an optional field that was emptied from one that was not shown', () => {
    expect(check({ document: null }).emptied).toEqual(['document']);
    expect(check({}).emptied).toEqual([]);
  });
});

describe('a submitted form', () => {
  const submit = (values: FormValues, draft: string | undefined) =>
    ({ kind: 'submitted', id: 'f', press: { action: 'draft_form', value: draft }, values }) as const;
  const whole: FormValues = {
    summary: { answer: { kind: 'text', text: '通知書を渡した' } },
    found_at: { answer: { kind: 'date', date: TODAY, time: '09:00' } },
    found_by: { answer: { kind: 'unit', unit: 'akita' } },
    people: { answer: exactly(3) },
    personal_data: { answer: choice('no') },
    recovered: { answer: choice('recovered') },
    first_response: { answer: choice('none') },
  };

  function begun() {
    const dialog = talk(rules);
    dialog.say(said('別の方の通知書を渡した', understood('incident', { subtype: 'misdelivery' })));
    return dialog;
  }

  it('answers everything at once', () => {
    const dialog = begun();
    dialog.hear(submit(whole, dialog.state.drafts[0]?.id));
    expect(dialog.lines()).toContain('ask.send');
    expect(dialog.state.drafts[0]?.answers).toMatchObject({
      people: exactly(3),
      found_by: { kind: 'unit', unit: 'akita' },
    });
  });

  it('takes what is fine and asks for the rest in chat', () => {
    const dialog = begun();
    dialog.hear(submit({ ...whole, people: { typed: 'たくさん' } }, dialog.state.drafts[0]?.id));
    expect(dialog.lines()).toEqual(['form.some_left', 'field.incident.people.ask']);
    expect(dialog.state.drafts[0]?.answers).toMatchObject({ personal_data: choice('no') });
  });

  it('cannot empty a mandatory answer', () => {
    const dialog = begun();
    dialog.hear(submit({ ...whole, found_at: null }, dialog.state.drafts[0]?.id));
    expect(dialog.state.drafts[0]?.answers).toHaveProperty('found_at');
  });

  it('takes an optional answer away', () => {
    const dialog = begun();
    dialog.hear(
      submit(
        { ...whole, document: { answer: { kind: 'text', text: '年金証書' } } },
        dialog.state.drafts[0]?.id,
      ),
    );
    dialog.hear(submit({ ...whole, document: null }, dialog.state.drafts[0]?.id));
    expect(dialog.state.drafts[0]?.answers).not.toHaveProperty('document');
  });

  it('of another report does not fill this one', () => {
    const dialog = begun();
    dialog.hear(submit(whole, 'm0:incident'));
    expect(dialog.lines()).toContain('old_button');
    expect(dialog.state.drafts[0]?.answers).not.toHaveProperty('people');
  });

  it('with nothing open is answered as old', () => {
    const dialog = talk(rules);
    dialog.hear(submit(whole, dialog.state.drafts[0]?.id));
    expect(dialog.lines()).toEqual(['old_button']);
  });
});
