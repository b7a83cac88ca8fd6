import { phrase, type Phrase } from '../phrase.ts';
import { button, line, type Button, type Line, type View } from '../view.ts';
import type { AlikeReport, Conversation, Draft } from './conversation.ts';
import { notice } from './question-view.ts';

/** Similar earlier reports and what was answered to them; null when there are none to decide about. */
export function alikeView(drafts: readonly Draft[]): View | null {
  const lines = drafts.flatMap(undecidedPhrases);
  return lines.length === 0 ? null : notice(lines, alikeButtons(drafts));
}

/** In the summary: what it will be tied to, or what it might be. */
export function alikeLines(draft: Draft): Line[] {
  if (draft.joins !== undefined) return [line(phrase('alike.joins', { number: draft.joins }))];
  return undecidedPhrases(draft).map((one) => line(one));
}

/** They belong to no turn: whatever was answered meanwhile, the draft is still like what it was like. */
export function alikeButtons(drafts: readonly Draft[]): Button[] {
  const open = drafts.flatMap(undecided);
  const [only, ...others] = open;
  if (!only) return [];
  const [same, details] =
    others.length === 0
      ? [() => phrase('btn.same_matter'), () => phrase('btn.details')]
      : [
          ({ number }: AlikeReport) => phrase('btn.same_as', { number }),
          ({ number }: AlikeReport) => phrase('status.button', { number }),
        ];
  return [
    ...open.map((one) => button({ action: 'same_matter', value: one.number }, same(one))),
    button({ action: 'other_matter' }, phrase('btn.other_matter')),
    ...open.map((one) => button({ action: 'details', report: one.number }, details(one))),
  ];
}

/** Their words are the buttons' while a draft waits for the decision. */
export function typedAlikeButtons({ drafts }: Conversation): Button[] {
  return alikeButtons(drafts).filter(({ press }) => press.action !== 'details');
}

function undecided(draft: Draft): readonly AlikeReport[] {
  return draft.joins === undefined ? (draft.alike ?? []) : [];
}

function undecidedPhrases(draft: Draft): Phrase[] {
  return undecided(draft).flatMap((one) => [headOf(one), ...answerOf(one)]);
}

function headOf({ number, type, title, state }: AlikeReport): Phrase {
  const values = { number, title };
  if (type === 'proposal' && state === 'adopted') return phrase('alike.adopted', values);
  return phrase('alike.found', {
    ...values,
    type: phrase(`type.${type}`),
    state: phrase(`state.${type}.${state}`),
  });
}

function answerOf({ answer }: AlikeReport): Phrase[] {
  return answer === null ? [] : [phrase('alike.answer', { text: answer })];
}
