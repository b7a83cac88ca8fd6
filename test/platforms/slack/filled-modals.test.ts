import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withErrors } from '../../../src/cards/with-errors.ts';
import { ACTS } from '../../../src/domain/acts/acts.ts';
import type { Locale } from '../../../src/domain/organization.ts';
import { phrase } from '../../../src/domain/phrase.ts';
import type { Press, View } from '../../../src/domain/view.ts';
import type { Block } from '../../../src/platforms/slack/blocks.ts';
import { fieldErrors } from '../../../src/platforms/slack/field-errors.ts';
import { readForm, readSubmission } from '../../../src/platforms/slack/read-submission.ts';
import { renderModal } from '../../../src/platforms/slack/render-modal.ts';
import { actForms, reportForms } from '../../support/act-forms.ts';
import { aForm, someInput } from '../../support/inputs.ts';
import { checkView } from '../../support/slack-limits/check-limits.ts';
import { catalogue, LOCALES, sayIn } from './a-voice.ts';
import { filledIn, limitAnswer, meantBy, someAnswers, type Answers } from './fill-in.ts';
import { controlsOf, submissionOf, textsIn } from './slack-client.ts';

const forms = [...reportForms(), ...actForms()];
const each = forms.flatMap((form) => LOCALES.map((locale) => ({ ...form, locale })));

/** What is read of a modal that shows the form, after it was filled in and sent. */
function sentBack(form: View, opener: Press | null, answers: Answers, locale: Locale) {
  const view = renderModal(form, sayIn(locale), { opener });
  const submission = readSubmission(submissionOf(view, filledIn(view.blocks as Block[], form, answers)));
  if (!submission.ok) throw new Error(JSON.stringify(submission.problem));
  expect(submission.value.state.opener).toEqual(opener);
  return readForm(form, submission.value);
}

it('every form of a report and of an act is looked at', () => {
  const withForms = ACTS.filter(({ form }) => form !== null).map(({ id }) => id);
  expect(forms.map(({ name }) => name)).toEqual(
    expect.arrayContaining([...catalogue.types.keys(), ...withForms]),
  );
});

describe.each(each)('the form $name in $locale', ({ form, opener, locale }) => {
  const say = sayIn(locale);

  it('is a modal that Slack takes, in which no two fields are called the same', () => {
    const view = renderModal(form, say, { opener });
    expect(checkView(view)).toEqual([]);
    const labels = controlsOf(view.blocks as Block[]).map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it('comes back as it was filled in', () => {
    const filled = fc.oneof(someAnswers(form), someAnswers(form, limitAnswer));
    fc.assert(
      fc.property(filled, (answers) => {
        const { values, press } = sentBack(form, opener, answers, locale);
        expect(values).toEqual(meantBy(form, answers));
        expect(press).toEqual(form.buttons[0]?.press);
      }),
      { numRuns: 20 },
    );
  });

  it('with an error beside each field is taken too, and says each of them', () => {
    const errors = form.inputs.map(({ id }) => ({ field: id, message: phrase('err.empty') }));
    const typed = Object.fromEntries(errors.map(({ field }) => [field, { typed: '？' }]));
    const view = renderModal(withErrors(form, typed, errors), say, { opener });
    expect(checkView(view)).toEqual([]);
    const said = textsIn(view.blocks as Block[]).filter((text) => text.includes(say(phrase('err.empty'))));
    expect(said).toHaveLength(errors.length);
    const placed = Object.keys(fieldErrors(form, '', errors, say)?.errors ?? {});
    expect(placed).toHaveLength(errors.length);
    expect(controlsOf(view.blocks as Block[]).map(({ block }) => block)).toEqual(
      expect.arrayContaining(placed),
    );
  });
});

describe('any form', () => {
  it('comes back as it was filled in, whatever its inputs are and whatever was known before', () => {
    const cases = fc
      .uniqueArray(someInput(), { selector: ({ id }) => id, minLength: 1 })
      .map((inputs) => ({ ...aForm(inputs), buttons: forms[0]?.form.buttons ?? [] }))
      .chain((form) =>
        fc.record({
          form: fc.constant(form),
          answers: fc.oneof(someAnswers(form), someAnswers(form, limitAnswer)),
          locale: fc.constantFrom(...LOCALES),
        }),
      );
    fc.assert(
      fc.property(cases, ({ form, answers, locale }) => {
        expect(checkView(renderModal(form, sayIn(locale), { opener: null }))).toEqual([]);
        expect(sentBack(form, null, answers, locale).values).toEqual(meantBy(form, answers));
      }),
      { numRuns: 500 },
    );
  });
});
