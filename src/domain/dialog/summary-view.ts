import { applicable } from '../applicable.ts';
import { assess, officeOf, typeOf } from '../assessment.ts';
import type { Route } from '../routing.ts';
import { phrase, type Phrase, type PhraseValue } from '../phrase.ts';
import { subtypePhrase } from '../subtype-phrase.ts';
import { button, fact, line, sentenceOf, type Line, type View } from '../view.ts';
import { alikeButtons, alikeLines } from './alike-view.ts';
import type { Draft } from './conversation.ts';
import type { DialogRules } from './dialog-rules.ts';
import { campaignButtons, draftCampaignLines } from './campaigns.ts';
import { suspicionLines } from './suspicion.ts';

const NAMED = 3;

/** What will be sent, masked, and who will see it: nothing is posted before this was shown. */
export function summaryView(rules: DialogRules, drafts: readonly Draft[], turn: number): View {
  const lines = partLines(drafts, (draft) => draftLines(rules, draft));
  return {
    kind: 'summary',
    lines: [line(phrase('ask.send'), 'strong'), ...lines],
    inputs: [],
    buttons: [
      button({ action: 'send', turn }, phrase('btn.send'), 'primary'),
      button({ action: 'edit', turn }, phrase('btn.edit')),
      button({ action: 'open_form', turn }, phrase('btn.form')),
      button({ action: 'stop', turn }, phrase('btn.stop')),
      button({ action: 'seen_by', turn }, phrase('btn.seen_by')),
      ...campaignButtons(rules, drafts, turn),
      ...alikeButtons(drafts),
    ],
    fallback: phrase('ask.send'),
  };
}

/** What is said of each draft, numbered when there are several. */
export function partLines(drafts: readonly Draft[], linesOf: (draft: Draft) => Line[]): Line[] {
  return drafts.flatMap((draft, index) => [
    ...(drafts.length > 1 ? [line(phrase('summary.part', { n: index + 1 }), 'strong')] : []),
    ...linesOf(draft),
  ]);
}

function draftLines(rules: DialogRules, draft: Draft): Line[] {
  const { severity, route } = assess(rules, draft, officeOf(draft.answers, rules.office), rules.today);
  return [
    line(typeLine(draft)),
    line(phrase('said', { text: draft.text }), 'quote'),
    ...summaryFacts(rules, draft),
    ...draftCampaignLines(rules, draft),
    ...(severity.level > 0 ? [levelFact(severity.level)] : []),
    seenBy(route),
    ...suspicionLines(rules, draft).map((one) => line(one)),
    ...alikeLines(draft),
  ];
}

export function typeLine(draft: Draft): Phrase {
  const title = phrase('summary.type', {
    type: phrase(`type.${draft.type}`),
    subtype: subtypePhrase(draft),
  });
  return draft.drill ? phrase('card.drill', { title }) : title;
}

/** Everything known, in the form's order; the first sentence stands above as a quote. */
export function summaryFacts(rules: DialogRules, draft: Draft): Line[] {
  return applicable(typeOf(rules, draft.type), draft).flatMap((field) => {
    const answer = draft.answers[field.id];
    if (!answer || (answer.kind === 'text' && answer.text === draft.text)) return [];
    const value: PhraseValue = { field: field.id, of: draft.type, answer };
    return [fact(phrase(`field.${draft.type}.${field.id}.label`), phrase('value', { value }))];
  });
}

export function levelFact(level: number): Line {
  return fact(phrase('summary.level'), phrase(`severity.s${level}`));
}

function seenBy(route: Route): Line {
  const units = [route.primary, ...route.copies];
  const named = units.slice(0, NAMED).map((unit) => ({ unit }));
  const more = units.length - named.length;
  return more > 0
    ? fact(SEEN_BY, phrase('summary.seen_by_more', { names: { list: named }, n: more }))
    : seenByFact(units);
}

const SEEN_BY = phrase('summary.seen_by');

export function seenByFact(units: readonly string[]): Line {
  return fact(SEEN_BY, phrase('value', { value: { list: units.map((unit) => ({ unit })) } }));
}

/** All of them, and how far it can be seen. */
export function seenByLines(route: Route): Line[] {
  const visibility = fact(phrase('summary.visibility'), phrase(`visibility.${route.visibility}`));
  return [seenByFact([route.primary, ...route.copies]), visibility];
}

/** For 「見る人」. */
export function seenByView(rules: DialogRules, drafts: readonly Draft[]): View {
  const lines = drafts.flatMap((draft) => {
    const { route } = assess(rules, draft, officeOf(draft.answers, rules.office), rules.today);
    return seenByLines(route);
  });
  const [first] = lines;
  return { kind: 'notice', lines, inputs: [], buttons: [], fallback: first ? sentenceOf(first) : SEEN_BY };
}
