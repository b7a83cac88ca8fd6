import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardView } from '../../src/domain/card-view.ts';
import { notice, choiceView } from '../../src/domain/dialog/question-view.ts';
import { notificationOf } from '../../src/domain/notification.ts';
import { phrase } from '../../src/domain/phrase.ts';
import { newsView } from '../../src/domain/news.ts';
import { receiptView, statusView } from '../../src/domain/reporter-view.ts';
import type { Report } from '../../src/domain/report.ts';
import type { View } from '../../src/domain/view.ts';
import { VISIBILITIES } from '../../src/domain/visibility.ts';
import { dialogRules, theCatalogue } from '../support/builders.ts';
import { report, step } from './moments.ts';

const catalogue = await theCatalogue();
const rules = dialogRules(catalogue);
const { calendar } = catalogue;

/** Of what happened last. */
function news(one: Report): View {
  const last = one.steps.at(-1);
  const view = last && newsView(rules, one, calendar, last);
  if (!view) throw new Error('nothing is told of it');
  return view;
}

describe('a notification', () => {
  it('of news says the number and no more', () => {
    const taken = report({ state: 'in_progress' }, step('taken', '2026-11-20 09:40', 'in_progress'));
    const said = notificationOf(news(taken));
    expect(said).toEqual(phrase('status.fallback', { number: taken.number }));
  });

  it('of a question says that there is one, and of anything else that there is something', () => {
    expect(notificationOf(choiceView([phrase('ask.drill')], [])).key).toBe('notification.question');
    expect(notificationOf(notice([phrase('said', { text: 'ことば' })])).key).toBe('card.fallback.sealed');
    expect(notificationOf(receiptView(rules, [report()], calendar)).key).toBe('card.fallback.sealed');
  });

  it('of a report, whoever may see it, holds none of its words, its office or its people', () => {
    fc.assert(
      fc.property(fc.constantFrom(...VISIBILITIES), fc.constantFrom(0, 1, 2, 3, 4), (visibility, level) => {
        const secret = { gist: '別の方の通知書', office: 'o-midori', holder: 'p-holder', reporter: 'p-1' };
        const one = report({ ...secret, visibility, level: level as 0, state: 'received' });
        const views = [
          cardView(rules, one, calendar),
          news(report({ ...one }, step('taken', '2026-11-20 09:40', 'in_progress'))),
          statusView(rules, one, calendar, { by: 'number', viewer: 'p-1' }),
        ];
        const said = JSON.stringify(views.map(notificationOf));
        for (const word of [...Object.values(secret), one.filing.text, 'd-risk'])
          expect(said).not.toContain(word);
        const ofCard = JSON.stringify(views.slice(0, 1).map(notificationOf));
        if (visibility === 'sealed') expect(ofCard).not.toContain(one.number);
      }),
    );
  });
});
