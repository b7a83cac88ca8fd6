import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { AdaptiveCard } from '../../src/cards/adaptive-card.ts';
import { toAdaptiveCard } from '../../src/cards/to-adaptive-card.ts';
import type { Locale } from '../../src/domain/organization.ts';
import type { View } from '../../src/domain/view.ts';
import { createWords } from '../../src/words/create-words.ts';
import { loadLocales } from '../../src/words/load-locales.ts';
import { actionsOf, inputsOf } from '../support/card-elements.ts';
import { parsedCard } from '../support/card-parser.ts';
import { aForm, someInput, UNITS } from '../support/inputs.ts';
import * as samples from '../support/sample-views.ts';
import { smallOrganization, TOKYO } from '../support/small-organization.ts';

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

const VIEWS = { ...samples.eachView(), form: samples.formView() };

describe('the Adaptive Cards parser', () => {
  it.each(Object.entries(VIEWS))('accepts a %s in both languages, and drops nothing', (_, view) => {
    for (const locale of ['ja', 'en'] as const) {
      const card = render(view, locale);
      const { result, complaints } = parsedCard(card);
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
        const { result, complaints } = parsedCard(card);
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
    expect(parsedCard(wrong).complaints).not.toEqual([]);
  });
});
