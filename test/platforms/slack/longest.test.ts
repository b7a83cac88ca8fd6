import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardView } from '../../../src/domain/card-view.ts';
import { valueOn } from '../../../src/domain/organization.ts';
import { noteOf } from '../../../src/domain/note.ts';
import { phrase } from '../../../src/domain/phrase.ts';
import type { Report } from '../../../src/domain/report.ts';
import { reportPageView } from '../../../src/domain/report-page-view.ts';
import { fact, line, type View } from '../../../src/domain/view.ts';
import type { Block } from '../../../src/platforms/slack/blocks.ts';
import { checkMessage, checkView } from '../../support/slack-limits/check-limits.ts';
import { renderMessage } from '../../../src/platforms/slack/render-message.ts';
import { renderModal } from '../../../src/platforms/slack/render-modal.ts';
import { on } from '../../domain/acts/on.ts';
import { anyHistory } from '../../domain/any-history.ts';
import { begin } from '../../domain/played-moves.ts';
import { TODAY, typeIn } from '../../support/builders.ts';
import { anInput } from '../../support/inputs.ts';
import { formView } from '../../support/sample-views.ts';
import { catalogue, LOCALES, sayIn } from './a-voice.ts';
import { controlsOf, textsIn } from './slack-client.ts';

const { calendar, organization } = catalogue;

/** The units with the longest names, in each language. */
const longestUnits = LOCALES.flatMap((locale) =>
  [...organization.units.values()]
    .map(({ id, names }) => ({ id, length: valueOn(names, TODAY)?.[locale].length ?? 0 }))
    .sort((a, b) => b.length - a.length)
    .slice(0, 20)
    .map(({ id }) => id),
);
const types = [...catalogue.types.values()].filter(({ id }) => id !== 'compliance');
const story = '窓口で、別の方の<通知書>をお渡ししました。'.repeat(2000).slice(0, 40_000);

/** Everything that a report can have, and as much of it as there can be. */
function longest(report: Report): Report {
  const [office = report.office] = longestUnits;
  const told = Array.from({ length: 200 }, (_, index) => ({
    seq: report.head.seq + 1 + index,
    kind: 'updated' as const,
    actor: 'tanaka',
    at: report.filedAt,
    state: null,
    facts: {},
    note: noteOf(`${index} ${'確認しています。'.repeat(60)}`),
  }));
  return {
    ...report,
    office,
    primary: office,
    copies: longestUnits,
    gist: '長'.repeat(80),
    level: 4,
    holder: 'tanaka',
    rules: Array.from({ length: 30 }, (_, index) => ({ id: `R${index}`, version: 12 })),
    filing: { ...report.filing, text: story, urgent: true, drill: true },
    links: Array.from({ length: 30 }, (_, index) => ({
      number: `INC-26-7KQ${index}M`,
      visibility: 'units' as const,
    })),
    steps: [...report.steps, ...told],
  };
}

const taken = (views: readonly View[]) =>
  views.flatMap((view) =>
    LOCALES.flatMap((locale) => [
      ...renderMessage(view, sayIn(locale)).flatMap(checkMessage),
      ...checkView(renderModal(view, sayIn(locale), { opener: null })),
    ]),
  );

describe('the longest there can be', () => {
  it('of a card, whatever has happened to its report, is one message', () => {
    fc.assert(
      fc.property(anyHistory(types), fc.constantFrom(...LOCALES), (drawn, locale) => {
        const report = { ...drawn, subtype: typeIn(catalogue, drawn.type).defaultSubtype };
        for (const one of [report, longest(report)]) {
          const messages = renderMessage(cardView(catalogue, one, calendar), sayIn(locale));
          expect(messages).toHaveLength(1);
          expect(messages.flatMap(checkMessage)).toEqual([]);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('of a report’s page is all there, in messages and in a modal', () => {
    const pages = begin()
      .slice(0, 5)
      .map(({ report }) => reportPageView(on(longest(report), 'tanaka')));
    expect(taken(pages)).toEqual([]);
    for (const page of pages) {
      const modal = renderModal(page, sayIn('ja'), { opener: null });
      const words = textsIn(modal.blocks as Block[]).join('');
      // Compared as a whole: a difference in 40,000 characters is nothing to print.
      expect(words.includes(story)).toBe(true);
      expect(words.includes('199 確認しています。')).toBe(true);
    }
  });

  it('of a summary with forty facts and every office is taken', () => {
    const offices = [...organization.units.keys()].map((unit) => ({ unit }));
    const view: View = {
      kind: 'summary',
      lines: [
        line(phrase('ask.send')),
        ...Array.from({ length: 40 }, (_, index) =>
          fact(phrase('value', { value: `項目${index}` }), phrase('value', { value: 'こたえ'.repeat(100) })),
        ),
        fact(phrase('summary.seen_by'), phrase('value', { value: { list: offices } })),
      ],
      inputs: [],
      buttons: [],
      fallback: phrase('ask.send'),
    };
    expect(offices.length).toBeGreaterThan(312);
    expect(taken([view])).toEqual([]);
  });

  it('of a form has every field filled to its end', () => {
    const form = formView();
    const inputs = form.inputs.map((input) =>
      input.kind === 'text'
        ? { ...input, maxLength: 3000, value: { kind: 'text' as const, text: 'あ'.repeat(3000) } }
        : input,
    );
    for (const locale of LOCALES)
      expect(checkView(renderModal({ ...form, inputs }, sayIn(locale), { opener: null }))).toEqual([]);
  });
});

describe('choices', () => {
  const optionsOf = (count: number, title = '答え') =>
    Array.from({ length: count }, (_, index) => ({
      id: `o${index}`,
      label: phrase('value', { value: `${title}${index}` }),
      answer: { kind: 'choice' as const, choice: `o${index}` },
    }));
  const modalOf = (count: number, title?: string) =>
    renderModal(
      {
        ...formView(),
        inputs: [anInput({ kind: 'choice', required: true, options: optionsOf(count, title) })],
      },
      sayIn('ja'),
      { opener: null },
    );
  const kindOf = (count: number) => controlsOf(modalOf(count).blocks as Block[])[0]?.element.type;

  it('are radio buttons as long as they may be, then a menu, then a search', () => {
    expect([2, 10, 11, 100, 101].map(kindOf)).toEqual([
      'radio_buttons',
      'radio_buttons',
      'static_select',
      'static_select',
      'external_select',
    ]);
    for (const count of [2, 10, 11, 100, 101]) expect(checkView(modalOf(count))).toEqual([]);
  });

  it('too long for a control are numbered, and stand above it in full', () => {
    const title = '同じ住所を何度も書かなくてよいようにする提案です。'.repeat(5);
    const modal = modalOf(3, title);
    expect(checkView(modal)).toEqual([]);
    const [above] = textsIn(modal.blocks as Block[]);
    const listed = [0, 1, 2].map((n) => `${n + 1}. ${title}${n}`);
    expect(above).toBe(['概要（必須）', ...listed].join('\n'));
  });
});
