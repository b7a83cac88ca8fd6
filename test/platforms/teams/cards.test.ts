import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCardInputs } from '../../../src/cards/read-card-inputs.ts';
import { withErrors } from '../../../src/cards/with-errors.ts';
import { withKept } from '../../../src/cards/with-kept.ts';
import { LONGEST_TEXT } from '../../../src/domain/acts/act-inputs.ts';
import { isDraftForm } from '../../../src/domain/dialog/form.ts';
import { notice } from '../../../src/domain/dialog/question-view.ts';
import type { Locale } from '../../../src/domain/organization.ts';
import { phrase } from '../../../src/domain/phrase.ts';
import type { View } from '../../../src/domain/view.ts';
import { fitForm } from '../../../src/platforms/teams/fit-form.ts';
import { LIMITS } from '../../../src/platforms/teams/limits.ts';
import { plainText } from '../../../src/platforms/teams/plain-text.ts';
import { cardBytes, renderCard, type TeamsCard } from '../../../src/platforms/teams/render-card.ts';
import { renderPreview } from '../../../src/platforms/teams/render-preview.ts';
import { splitCard } from '../../../src/platforms/teams/split-card.ts';
import { createWords } from '../../../src/words/create-words.ts';
import { loadLocales } from '../../../src/words/load-locales.ts';
import { actForms, reportForms } from '../../support/act-forms.ts';
import { theCatalogue, TODAY } from '../../support/builders.ts';
import { teamsComplaints } from '../../support/card-parser.ts';
import { aForm, someInput } from '../../support/inputs.ts';
import * as samples from '../../support/sample-views.ts';

const catalogue = await theCatalogue();
const words = createWords({
  catalogs: loadLocales(path.join(import.meta.dirname, '../../../locales')),
  organization: catalogue.organization,
  calendar: catalogue.calendar,
  today: () => TODAY,
});
const LOCALES: readonly Locale[] = ['ja', 'en'];

const ofReports = reportForms();
const forms = [...ofReports, ...actForms()];
const each = forms.flatMap((form) => LOCALES.map((locale) => ({ ...form, locale })));
const VIEWS = samples.eachView();

interface Part extends Record<string, unknown> {
  type: string;
}

function partsOf(parts: readonly object[]): Part[] {
  return (parts as readonly Part[]).flatMap((part) => {
    const { items = [], actions = [] } = part as { items?: object[]; actions?: object[] };
    return [part, ...partsOf(items), ...partsOf(actions)];
  });
}

/** The longest that people plausibly write into every box of a form at once. */
function filledUp(form: View): View {
  const long = '発送前の確認が1人になっていました。';
  const values = Object.fromEntries(
    form.inputs.map((input) => {
      const most = Math.min(input.maxLength === 0 ? 400 : input.maxLength, LONGEST_TEXT, 600);
      const text = long.repeat(Math.ceil(most / long.length)).slice(0, most);
      return [
        input.id,
        input.kind === 'text' ? { answer: { kind: 'text' as const, text } } : { typed: '分からない' },
      ];
    }),
  );
  return withErrors(
    form,
    values,
    form.inputs.map(({ id }) => ({ field: id, message: phrase('err.empty') })),
  );
}

describe('every form', () => {
  it('is among those that are looked at', () => {
    expect(forms.length).toBeGreaterThan(30);
    expect(forms.some(({ form }) => form.inputs.some(({ kind }) => kind === 'unit'))).toBe(true);
  });

  it.each(each)('$name in $locale is a valid card within the limits', ({ form, opener, locale }) => {
    for (const view of [form, filledUp(form)]) {
      const card = renderCard(view, { words, locale, opener });
      expect(teamsComplaints(card)).toEqual([]);
      expect(cardBytes(card)).toBeLessThanOrEqual(LIMITS.cardBytes);
      for (const part of partsOf(card.body)) {
        if (part.type === 'ActionSet')
          expect((part['actions'] as object[]).length).toBeLessThanOrEqual(LIMITS.row.buttons);
        if (part.type.startsWith('Action.'))
          expect([...String(part['title'])].length).toBeLessThanOrEqual(LIMITS.buttonTitle);
      }
    }
  });

  it.each(each)(
    '$name in $locale carries what opened it in every button, and no words',
    ({ form, opener, locale }) => {
      const executes = partsOf(renderCard(form, { words, locale, opener }).body).filter(
        ({ type }) => type === 'Action.Execute',
      );
      expect(executes.length).toBeGreaterThan(0);
      for (const { data, fallback } of executes) {
        expect(data).toMatchObject({ opener });
        expect((fallback as { data: object }).data).toEqual(data);
        expect(Object.keys(data as object).sort()).toEqual(['opener', 'press']);
      }
    },
  );

  it.each(each)('$name in $locale keeps what was typed behind its preview', ({ form, opener, locale }) => {
    const typed = filledUp(form);
    const preview = renderPreview(samples.noticeView(), typed, { words, locale, opener });
    expect(teamsComplaints(preview)).toEqual([]);
    const data = Object.fromEntries(
      partsOf(preview.body).flatMap(({ type, id, value }) =>
        type.startsWith('Input.') && value !== undefined ? [[String(id), value]] : [],
      ),
    );
    const read = readCardInputs(form, data);
    const texts = form.inputs.filter(({ kind }) => kind === 'text');
    for (const { id } of texts)
      expect(read[id]).toEqual({ answer: typed.inputs.find((one) => one.id === id)?.value });
  });
});

/** As long as every field takes, in signs of three bytes, with what JSON and Markdown escape. */
function fullOf(form: View): View {
  const values = form.inputs.map(({ id, kind, maxLength }) => {
    const text = '確認した。\n「*」"'.repeat(Math.ceil(maxLength / 10)).slice(0, maxLength);
    return [id, kind === 'text' ? { answer: { kind: 'text' as const, text } } : null] as const;
  });
  return withErrors(form, Object.fromEntries(values), []);
}

describe('a form with the longest texts in it', () => {
  it.each(each.filter(({ form }) => !isDraftForm(form)))(
    '$name in $locale is one card, and one with what it would send above it',
    ({ form, opener, locale }) => {
      const full = fullOf(form);
      const texts = full.inputs.flatMap(({ value }) => (value?.kind === 'text' ? [value.text] : []));
      const preview = notice(texts.map((value) => phrase('value', { value })));
      expect(cardBytes(renderCard(full, { words, locale, opener }))).toBeLessThanOrEqual(LIMITS.cardBytes);
      const both = renderPreview(preview, full, { words, locale, opener });
      expect(cardBytes(both)).toBeLessThanOrEqual(LIMITS.cardBytes);
    },
  );

  it.each(each.filter(({ form }) => isDraftForm(form)))(
    '$name in $locale has no room for what its draft holds: left out whole, said so, and still meant',
    ({ form, opener, locale }) => {
      const full = fullOf(form);
      const rendering = { words, locale, opener };
      const fitted = fitForm(full, rendering);
      const card = renderCard(fitted.view, { ...rendering, kept: fitted.kept });
      expect(teamsComplaints(card)).toEqual([]);
      expect(cardBytes(card)).toBeLessThanOrEqual(LIMITS.formBytes);
      const tooLong = full.inputs.filter(({ maxLength }) => maxLength === 40_000).map(({ id }) => id);
      expect(fitted.kept).toEqual(tooLong);
      const said = words.say(phrase('form.kept', { n: 40_000 }), locale);
      expect(JSON.stringify(card).split(said)).toHaveLength(tooLong.length + 1);
      const shown = Object.fromEntries(
        partsOf(card.body).flatMap(({ type, id, value }) =>
          type.startsWith('Input.') ? [[String(id), value ?? '']] : [],
        ),
      );
      for (const id of fitted.kept) expect(shown[id]).toBe('');
      const sent = withKept(full, readCardInputs(full, shown), fitted.kept);
      for (const { id, kind, value } of full.inputs)
        if (kind === 'text') expect(sent[id]).toEqual({ answer: value });
    },
  );

  it('is left as it is as long as it fits', () => {
    for (const { form, opener } of ofReports) {
      const filled = filledUp(form);
      expect(fitForm(filled, { words, locale: 'ja', opener })).toEqual({ view: filled, kept: [] });
    }
  });
});

describe('every view', () => {
  it.each(Object.entries(VIEWS).flatMap(([name, view]) => LOCALES.map((locale) => ({ name, view, locale }))))(
    '$name in $locale is a valid card within the limits',
    ({ view, locale }) => {
      const card = renderCard(view, { words, locale, card: 'INC-26-7KQ4M' });
      expect(teamsComplaints(card)).toEqual([]);
      expect(cardBytes(card)).toBeLessThanOrEqual(LIMITS.cardBytes);
    },
  );

  it('says that a wrong card is wrong: the check can fail', () => {
    expect(
      teamsComplaints({
        ...renderCard(samples.noticeView(), { words, locale: 'ja' }),
        body: [{ type: 'Text' }],
      }),
    ).not.toEqual([]);
  });

  it('of any form carries no list of units, however many there are', () => {
    fc.assert(
      fc.property(fc.uniqueArray(someInput(), { selector: ({ id }) => id }), (inputs) => {
        const menus = partsOf(renderCard(aForm(inputs), { words, locale: 'ja' }).body).filter(
          ({ style }) => style === 'filtered',
        );
        for (const menu of menus)
          expect(menu).toHaveProperty(['choices.data'], { type: 'Data.Query', dataset: 'units' });
        expect(JSON.stringify(menus)).not.toContain('"group"');
      }),
    );
  });
});

describe('text', () => {
  it.each([
    ['*重要* _下線_ [リンク](http://x)', String.raw`\*重要\* \_下線\_ \[リンク\](http://x)`],
    ['- 一つ\n1. 二つ\n# 三つ', '\\- 一つ\n\n1\\. 二つ\n\n\\# 三つ'],
    ['10:15までに、3人-4人', '10:15までに、3人-4人'],
    [String.raw`C:\data`, String.raw`C:\\data`],
  ])('%j stands for itself in a client that reads Markdown', (text, escaped) => {
    expect(plainText(text)).toBe(escaped);
  });
});

describe('what is too long for one card', () => {
  const long = (characters: number) =>
    notice(
      [phrase('value', { value: 'あ。'.repeat(characters / 2) })],
      [{ press: { action: 'mine' }, label: phrase('btn.mine'), style: 'default' }],
    );
  const textOf = (cards: TeamsCard[]) =>
    cards
      .flatMap(({ body }) => partsOf(body))
      .map(({ text }) => (typeof text === 'string' ? text : ''))
      .join('');

  it('becomes several, in order, with every character, and the buttons at the end', () => {
    const card = renderCard(long(40_000), { words, locale: 'ja' });
    const cards = splitCard(card);
    expect(cards.length).toBeGreaterThan(3);
    for (const one of cards) {
      expect(cardBytes(one)).toBeLessThanOrEqual(LIMITS.cardBytes);
      expect(teamsComplaints(one)).toEqual([]);
    }
    expect(textOf(cards)).toBe(textOf([card]));
    const withButtons = cards.map(({ body }) => partsOf(body).some(({ type }) => type === 'ActionSet'));
    expect(withButtons.indexOf(true)).toBe(cards.length - 1);
  });

  it('never has its buttons on two cards, however many rows they fill', () => {
    const buttons = Array.from({ length: 20 }, () => ({
      press: { action: 'mine' },
      label: phrase('btn.mine'),
      style: 'default' as const,
    }));
    // At every length, so that somewhere the first rows would still have room.
    for (let characters = 4_000; characters < 9_000; characters += 200) {
      const card = renderCard({ ...long(characters), buttons }, { words, locale: 'ja' });
      const rows = splitCard(card).map(({ body }) =>
        partsOf(body).filter(({ type }) => type === 'ActionSet'),
      );
      const holding = rows.filter((some) => some.length > 0);
      expect(holding).toHaveLength(1);
      expect(holding[0]?.length).toBeGreaterThan(3);
      expect(rows.at(-1)).toBe(holding[0]);
    }
  });

  it('is one card as long as it fits', () => {
    const card = renderCard(long(200), { words, locale: 'ja' });
    expect(splitCard(card)).toEqual([card]);
  });
});
