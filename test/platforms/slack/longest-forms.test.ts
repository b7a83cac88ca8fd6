import { describe, expect, it } from 'vitest';
import { withErrors } from '../../../src/cards/with-errors.ts';
import { alikeView } from '../../../src/domain/dialog/alike-view.ts';
import { valueOn, type Locale } from '../../../src/domain/organization.ts';
import { phrase } from '../../../src/domain/phrase.ts';
import { statusListView } from '../../../src/domain/reporter-view.ts';
import { shortListView } from '../../../src/domain/short-list-view.ts';
import type { Answer } from '../../../src/domain/answers.ts';
import { sentenceOf, type FormValues, type Input, type View } from '../../../src/domain/view.ts';
import type { Block } from '../../../src/platforms/slack/blocks.ts';
import { lengthOf } from '../../../src/platforms/slack/limits.ts';
import { readForm, readSubmission } from '../../../src/platforms/slack/read-submission.ts';
import { renderMessage } from '../../../src/platforms/slack/render-message.ts';
import { renderModal } from '../../../src/platforms/slack/render-modal.ts';
import { playedForms, reportForms } from '../../support/act-forms.ts';
import { actPreviews } from '../../support/act-previews.ts';
import { aDraft, TODAY } from '../../support/builders.ts';
import { checkMessage, checkView } from '../../support/slack-limits/check-limits.ts';
import { catalogue, LOCALES, sayIn } from './a-voice.ts';
import { sampleAnswer } from './fill-in.ts';
import { submissionOf, textsIn } from './slack-client.ts';
import { digests, MONTH_COUNTS, OFFICE, reportOf } from './told-messages.ts';

const { calendar, organization } = catalogue;
const LONGEST_NAMES = [...organization.units.values()]
  .map(({ id, names }) => ({ id, length: valueOn(names, TODAY)?.en.length ?? 0 }))
  .sort((a, b) => b.length - a.length)
  .map(({ id }) => id);
const [LONGEST_UNIT = 'midori'] = LONGEST_NAMES;

const played = playedForms();
const each = [...reportForms(), ...played].flatMap((form) => LOCALES.map((locale) => ({ ...form, locale })));

/** As much as anybody can fill in: what stands for itself in Japanese, and signs that are longer over the wire. */
function longestAnswer(input: Input, sentence = '窓口で<通知書>を&別の方に渡しました。'): Answer {
  if (input.kind === 'text')
    return { kind: 'text', text: sentence.repeat(input.maxLength).slice(0, input.maxLength) };
  if (input.kind === 'unit') return { kind: 'unit', unit: LONGEST_UNIT };
  if (input.kind === 'count' || input.kind === 'money')
    return { kind: 'count', from: 999_999_999_999_999, to: 999_999_999_999_999 };
  return sampleAnswer(input);
}

function filledToTheEnd({ inputs }: View): FormValues {
  return Object.fromEntries(inputs.map((input) => [input.id, { answer: longestAnswer(input) }]));
}

/** Everything that is shown, without the breaks between blocks and lines. */
const squeezed = (texts: readonly string[]) => texts.join('').replaceAll(/\s/gu, '');

/** Of a view, what its blocks do not say; lines of it may be divided, none may be cut. */
function unsaid(view: View, blocks: readonly Block[], locale: Locale): string[] {
  const shown = squeezed(textsIn(blocks));
  return view.lines
    .map((line) => sayIn(locale)(sentenceOf(line)))
    .filter((said) => !shown.includes(squeezed([said])))
    .map((said) => said.slice(0, 80));
}

describe.each(each)('the form $name in $locale', ({ form, opener, locale }) => {
  const values = filledToTheEnd(form);

  it('filled to its end, with an error at each field, is a modal that holds all of it', () => {
    const errors = form.inputs.map(({ id }) => ({ field: id, message: phrase('err.empty') }));
    const full = withErrors(form, values, errors);
    const view = renderModal(full, sayIn(locale), { opener });
    expect(checkView(view)).toEqual([]);
    expect(unsaid(full, view.blocks as Block[], locale).filter((said) => said !== view.title.text)).toEqual(
      [],
    );
    const sent = readSubmission(submissionOf(view));
    if (!sent.ok) throw new Error(JSON.stringify(sent.problem));
    // Compared as a whole: a difference in 40,000 characters is nothing to print.
    expect(JSON.stringify(readForm(full, sent.value).values) === JSON.stringify(values)).toBe(true);
  });
});

describe('a preview of the longest that can be sent', () => {
  const previews = actPreviews((input) =>
    input.kind === 'text' && !/number|first/u.test(input.id)
      ? longestAnswer(input, '確かめた<結果>を&お知らせします。')
      : sampleAnswer(input),
  );

  it.each(previews)('of $name stands whole above its form', ({ form, opener, preview, values }) => {
    for (const locale of LOCALES) {
      const view = renderModal(form, sayIn(locale), { opener, preview: { view: preview, values } });
      expect(checkView(view)).toEqual([]);
      expect(unsaid(preview, view.blocks as Block[], locale)).toEqual([]);
    }
  });
});

/** What is wrong with a message of any length, and what of it is not said. */
function flaws(view: View): unknown[] {
  return LOCALES.flatMap((locale) => {
    const messages = renderMessage(view, sayIn(locale));
    const blocks = messages.flatMap((message) => message.blocks);
    const buttons = blocks.reduce((n, one) => n + (one.type === 'actions' ? one.elements.length : 0), 0);
    return [
      ...messages.flatMap(checkMessage),
      ...unsaid(view, blocks, locale),
      ...(buttons === view.buttons.length ? [] : [`${buttons} of ${view.buttons.length} buttons`]),
    ];
  });
}

describe('digests and lists at their longest', () => {
  const gist = '長'.repeat(80);
  const many = (n: number) =>
    Array.from({ length: n }, (_, index) => ({
      ...reportOf(['incident', 'proposal', 'customer_voice', 'risk', 'knowledge'][index % 5] ?? 'risk'),
      number: `INC-26-${String(10_000 + index)}`,
      gist,
      holder: 'tanaka',
    }));
  const numbers = many(2000).map(({ number }) => number);

  it.each([
    [
      'an office for which everything waits',
      () => digests.office({ ...OFFICE, office: LONGEST_UNIT, waiting: numbers }),
    ],
    [
      'a month in which everything was decided',
      () =>
        digests.month({
          ...MONTH_COUNTS,
          types: [...catalogue.types.keys()].map((type) => ({
            type,
            filed: 99_999,
            closed: 99_999,
            open: 99_999,
            overdue: 9_999,
          })),
          decisions: (catalogue.types.get('proposal')?.workflow.states ?? []).map(({ id }) => ({
            state: id,
            outcome: id,
            count: 99_999,
          })),
        }),
    ],
    ['what is overdue', () => digests.overdue(LONGEST_UNIT)],
    ['a week', () => digests.stock(LONGEST_UNIT)],
    ['news of two hundred reports', () => digests.news(many(200), '確かめた<結果>です。'.repeat(300))],
    ['tasks', () => shortListView(catalogue, 'tasks', many(20), 99_999, calendar, [])],
    ['what is late', () => shortListView(catalogue, 'overdue', many(20), 99_999, calendar, [])],
    ['reports of one person', () => statusListView(catalogue, many(60), calendar)],
    [
      'similar reports',
      () =>
        alikeView([
          aDraft(catalogue, 'proposal', {
            alike: many(2).map(({ number, type, state }) => ({
              number,
              type,
              state,
              title: gist,
              answer: '確かめた<結果>です。'.repeat(300),
            })),
          }),
        ]),
    ],
  ] as const)('of %s are said whole', (_what, made) => {
    const view = made();
    if (!view) throw new Error('nothing is said');
    expect(flaws(view)).toEqual([]);
    expect(lengthOf(JSON.stringify(view))).toBeGreaterThan(100);
  });
});
