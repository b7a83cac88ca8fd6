import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { AdaptiveCard } from '../../src/cards/adaptive-card.ts';
import { toAdaptiveCard } from '../../src/cards/to-adaptive-card.ts';
import type { Locale } from '../../src/domain/organization.ts';
import { phrase } from '../../src/domain/phrase.ts';
import {
  button,
  fact,
  FORM_SCREENS,
  line,
  sentenceOf,
  type Input,
  type Line,
  type View,
} from '../../src/domain/view.ts';
import { createWords } from '../../src/words/create-words.ts';
import { loadLocales } from '../../src/words/load-locales.ts';
import { actionsOf, elementsOf, inputsOf, textsOf } from '../support/card-elements.ts';
import { aForm, anInput, someInput, UNITS } from '../support/inputs.ts';
import * as samples from '../support/sample-views.ts';
import { smallOrganization, TOKYO } from '../support/small-organization.ts';

const words = createWords({
  catalogs: loadLocales('locales'),
  organization: smallOrganization(),
  calendar: TOKYO,
  today: () => '2026-11-20',
});

function render(view: View, locale: Locale = 'ja'): AdaptiveCard {
  return toAdaptiveCard(view, (said) => words.say(said, locale), {
    locale,
    units: UNITS,
  });
}

/** First what has to be said, then what can be. */
const inScreens = (inputs: readonly Input[]) =>
  FORM_SCREENS.flatMap((screen) => inputs.filter((input) => input.screen === screen));

const formOf = (input: Partial<Input>) => render(aForm([anInput(input)]));
const text = (value: string) => phrase('value', { value });

describe('a card', () => {
  it('has every line, input and button of its view, in order', () => {
    const view = fc.record({
      lines: fc.array(
        fc.tuple(fc.string(), fc.constantFrom<Line['tone'][]>('plain', 'strong', 'quiet', 'quote')),
      ),
      buttons: fc.array(fc.string({ minLength: 1 }), { maxLength: 30 }),
      inputs: fc.uniqueArray(someInput(), { selector: ({ id }) => id }),
    });
    fc.assert(
      fc.property(view, ({ lines, buttons, inputs }) => {
        const card = render({
          kind: 'notice',
          lines: lines.map(([value, tone]) => line(text(value), tone)),
          inputs,
          buttons: buttons.map((label, index) => button({ action: 'go', value: `${index}` }, text(label))),
          fallback: text('…'),
        });
        expect(textsOf(card).slice(0, lines.length)).toEqual(lines.map(([value]) => value));
        expect(actionsOf(card).map(({ title }) => title)).toEqual(buttons);
        const shown = [...new Set(inputsOf(card).map(({ id }) => id.split('.')[0]))];
        expect(shown).toEqual(inScreens(inputs).map(({ id }) => id));
      }),
    );
  });

  it('says its notification sentence where no card can be shown, and its language to screen readers', () => {
    const card = render(samples.cardView('received'), 'en');
    expect(card.fallbackText).toBe('There is news for you.');
    expect(card.lang).toBe('en');
  });

  it('sets the first line apart by weight and quotes by their frame', () => {
    const [plain, strong, quiet, quote] = render({
      ...aForm([]),
      lines: [line(text('a')), line(text('b'), 'strong'), line(text('c'), 'quiet'), line(text('d'), 'quote')],
    }).body;
    expect(plain).toEqual({ type: 'TextBlock', text: 'a', wrap: true });
    expect(strong).toMatchObject({ text: 'b', weight: 'Bolder' });
    expect(quiet).toMatchObject({ text: 'c', isSubtle: true });
    expect(quote).toMatchObject({ type: 'Container', style: 'emphasis', items: [{ text: 'd' }] });
  });
});

describe('facts', () => {
  const texts = [line(text('a')), fact(text('b'), text('1')), fact(text('c'), text('2')), line(text('d'))];

  it('that follow each other stand in one table, in order', () => {
    const card = render({ ...aForm([]), lines: [...texts, fact(text('e'), text('3'))] });
    expect(card.body).toMatchObject([
      { type: 'TextBlock', text: 'a' },
      {
        type: 'FactSet',
        facts: [
          { title: 'b', value: '1' },
          { title: 'c', value: '2' },
        ],
      },
      { type: 'TextBlock', text: 'd' },
      { type: 'FactSet', facts: [{ title: 'e', value: '3' }] },
    ]);
    expect(textsOf(card)).toEqual(['a', 'b', '1', 'c', '2', 'd', 'e', '3']);
  });

  it('are sentences where there are no tables', () => {
    expect(texts.map((one) => words.say(sentenceOf(one), 'ja'))).toEqual(['a', 'b：1', 'c：2', 'd']);
  });
});

describe('a form', () => {
  const summary = anInput({ required: true });
  const amount = anInput({ id: 'amount', kind: 'money', screen: 'more' });
  const screensOf = (inputs: Input[]) =>
    render(aForm(inputs)).body.flatMap((element) =>
      element.type === 'Container' && element.id ? [element] : [],
    );

  it('with something to say first and more if it is known has two screens, the first one shown', () => {
    expect(screensOf([summary, amount])).toMatchObject([
      { id: 'screen.first', items: [{ text: '1/2　必要なこと' }, {}, {}] },
      { id: 'screen.more', isVisible: false, items: [{ text: '2/2　分かれば' }, {}, {}] },
    ]);
  });

  it('turns between them both ways without sending anything', () => {
    const turns = screensOf([summary, amount]).map(({ items }) => items.at(-1));
    const towards = (shown: string) =>
      ['screen.first', 'screen.more'].map((elementId) => ({ elementId, isVisible: elementId === shown }));
    expect(turns).toMatchObject([
      { actions: [{ type: 'Action.ToggleVisibility', targetElements: towards('screen.more') }] },
      { actions: [{ type: 'Action.ToggleVisibility', targetElements: towards('screen.first') }] },
    ]);
  });

  it('opens at the screen of the first error', () => {
    const [first, more] = screensOf([summary, { ...amount, error: phrase('err.number') }]);
    expect([first?.isVisible, more?.isVisible]).toEqual([false, undefined]);
  });

  it('with one kind of input has one screen', () => {
    expect(screensOf([summary])).toEqual([]);
    expect(screensOf([amount])).toEqual([]);
  });
});

describe('a button', () => {
  const press = { action: 'take', report: 'INC-26-7KQ4M', turn: 3 };
  const card = render({ ...aForm([]), buttons: [button(press, phrase('btn.take'), 'primary')] });

  it('carries the ids of its press and nothing else', () => {
    expect(actionsOf(card)).toEqual([
      {
        type: 'Action.Execute',
        title: '担当になる',
        verb: 'take',
        data: { press },
        style: 'positive',
        fallback: { type: 'Action.Submit', title: '担当になる', data: { press } },
      },
    ]);
  });

  it('is never hidden behind a host’s limit of six in a row', () => {
    const rows = elementsOf(render(samples.questionView())).filter((element) => element.type === 'ActionSet');
    expect(rows.map(({ actions }) => actions.length)).toEqual([5, 2]);
  });
});

describe('an input', () => {
  it('says in its label that it is required', () => {
    expect(inputsOf(formOf({ required: true })).map(({ label }) => label)).toEqual(['概要（必須）']);
  });

  it('has its error before it, in words, found by the id of the field', () => {
    const [error] = elementsOf(formOf({ error: phrase('err.empty') })).filter(
      ({ type }) => type === 'TextBlock',
    );
    expect(error).toMatchObject({
      id: 'summary.error',
      text: 'まだ空です。ひとことで書いてください。',
      weight: 'Bolder',
    });
  });

  it('has a hint on how to fill it in, after its controls', () => {
    const hinted = formOf({ kind: 'count', id: 'people', hint: text('例：3') });
    expect(elementsOf(hinted).map(({ type }) => type)).toEqual(['Container', 'Input.Text', 'TextBlock']);
  });

  it('beside ready answers says of its box what goes into it, so that no two controls have one name', () => {
    const forms = fc.uniqueArray(someInput(), { selector: ({ id }) => id });
    fc.assert(
      fc.property(forms, (inputs) => {
        const labelled = inputs.map((input) => ({ ...input, label: text(input.id) }));
        const labels = inputsOf(render(aForm(labelled))).map(({ label }) => label);
        expect(new Set(labels).size).toBe(labels.length);
      }),
    );
  });

  it('offers units under their heading', () => {
    const [control] = inputsOf(formOf({ kind: 'unit' }));
    expect(control).toMatchObject({
      style: 'filtered',
      choices: UNITS.map(({ id }) => ({ value: id, group: 'all' })),
    });
  });

  it('offers 分からない only where it is an answer', () => {
    const titles = (allowUnknown: boolean) =>
      JSON.stringify(formOf({ kind: 'date', id: 'occurred_on', allowUnknown }));
    expect(titles(true)).toContain('分からない');
    expect(titles(false)).not.toContain('分からない');
  });

  it('shows again what was typed and could not be read, also where the control cannot hold it', () => {
    expect(inputsOf(formOf({ kind: 'money', typed: '数万円' }))[0]).toMatchObject({ value: '数万円' });
    expect(textsOf(formOf({ kind: 'date', typed: '先週あたり' }))).toEqual(['書いた文：先週あたり']);
  });

  it('keeps a known unit choosable that is not on the list any more', () => {
    const [control] = inputsOf(formOf({ kind: 'unit', value: { kind: 'unit', unit: 'gone' } }));
    expect(control).toMatchObject({
      value: 'gone',
      choices: [{ title: '一覧にない部署', value: 'gone' }, {}, {}, {}],
    });
  });

  it('becomes a menu when there are too many choices for a list', () => {
    const options = Array.from({ length: 9 }, (_, index) => ({
      id: `o${index}`,
      label: text(`${index}`),
      answer: { kind: 'choice' as const, choice: `o${index}` },
    }));
    const styleOf = (count: number) =>
      inputsOf(formOf({ kind: 'choice', options: options.slice(0, count) }))[0];
    expect(styleOf(8)).toMatchObject({ style: 'expanded' });
    expect(styleOf(9)).toMatchObject({ style: 'compact' });
  });
});
