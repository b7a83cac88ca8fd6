import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { AdaptiveCard } from '../../src/cards/adaptive-card.ts';
import { toAdaptiveCard } from '../../src/cards/to-adaptive-card.ts';
import type { Locale } from '../../src/domain/organization.ts';
import type { View } from '../../src/domain/view.ts';
import { createWords } from '../../src/words/create-words.ts';
import { loadLocales } from '../../src/words/load-locales.ts';
import { actionsOf, inputsOf } from '../support/card-elements.ts';
import { aForm, someInput, UNITS } from '../support/inputs.ts';
import * as samples from '../support/sample-views.ts';
import { smallOrganization, TOKYO } from '../support/small-organization.ts';

/** The published parser, by the file that also loads outside a browser. */
interface Parser {
  AdaptiveCard: new () => {
    parse(json: object, context: object): void;
    validateProperties(): { validationEvents: { message: string }[] };
    getAllInputs(): { id: string }[];
    toJSON(): object;
  };
  SerializationContext: new () => { eventCount: number; getEventAt(index: number): { message: string } };
}
const parser = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js') as Parser;

const words = createWords({
  catalogs: loadLocales('locales'),
  organization: smallOrganization(),
  calendar: TOKYO,
  today: () => '2026-11-20',
});

function render(view: View, locale: Locale): AdaptiveCard {
  return toAdaptiveCard(view, (said) => words.say(said, locale), {
    locale,
    units: UNITS,
  });
}

/** The parser's own pattern for `lang` keeps state between cards and refuses every second one. */
const KNOWN_FAULT = /^Invalid value "(?:ja|en)" for property "lang"\.$/;

function parsed(card: AdaptiveCard) {
  const context = new parser.SerializationContext();
  const result = new parser.AdaptiveCard();
  result.parse(card, context);
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  const invalid = result.validateProperties().validationEvents.map(({ message }) => message);
  return { result, complaints: [...events, ...invalid].filter((message) => !KNOWN_FAULT.test(message)) };
}

const VIEWS: Record<string, View> = {
  question: samples.questionView(),
  summary: samples.summaryView(),
  notice: samples.noticeView(),
  stop: samples.stoppedView(),
  card: samples.cardView('received'),
  form: samples.formView(),
};

describe('the Adaptive Cards parser', () => {
  it.each(Object.entries(VIEWS))('accepts a %s in both languages, and drops nothing', (_, view) => {
    for (const locale of ['ja', 'en'] as const) {
      const card = render(view, locale);
      const { result, complaints } = parsed(card);
      expect(complaints).toEqual([]);
      const kept = JSON.stringify(result.toJSON());
      for (const { title } of actionsOf(card)) expect(kept).toContain(JSON.stringify(title));
      expect(result.getAllInputs().map(({ id }) => id)).toEqual(inputsOf(card).map(({ id }) => id));
    }
  });

  it('accepts any form, and finds each of its inputs', () => {
    const forms = fc.uniqueArray(someInput(), { selector: ({ id }) => id });
    fc.assert(
      fc.property(forms, (inputs) => {
        const card = render(aForm(inputs), 'ja');
        const { result, complaints } = parsed(card);
        expect(complaints).toEqual([]);
        expect(result.getAllInputs().map(({ id }) => id)).toEqual(inputsOf(card).map(({ id }) => id));
      }),
      { numRuns: 200 },
    );
  });

  it('would notice a card that is not one', () => {
    const wrong = {
      ...render(samples.noticeView(), 'ja'),
      body: [{ type: 'Text' }],
    } as unknown as AdaptiveCard;
    expect(parsed(wrong).complaints).not.toEqual([]);
  });
});
