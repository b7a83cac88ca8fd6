import { phrase } from '../phrase.ts';
import { sameAnswer } from '../answers.ts';
import { typeOf } from '../assessment.ts';
import type { ReportLabel } from '../understanding.ts';
import { alikeView } from './alike-view.ts';
import type { Conversation } from './conversation.ts';
import { type Said } from './dialog-event.ts';
import type { DialogRules } from './dialog-rules.ts';
import { startDraft } from './drafts.ts';
import { asksKnowHow, question } from './question.ts';
import { openingLines } from './opening.ts';
import { isFileable, present } from './present.ts';
import { notice } from './question-view.ts';
import { moveTo, nextStep, outcome, say, type Outcome } from './turn.ts';

/** A message while nothing else is open: what is it? One policy for doubt, one question at most. */
export function onNewMatter(rules: DialogRules, state: Conversation, said: Said): Outcome {
  const { understanding, settled } = said;
  if (settled.type !== null) return begin(rules, state, [said], settled.type);
  if (said.target) return proposeCorrection(rules, state, said);
  if (understanding.label === 'status') return outcome(state, statusQuestion(said));
  if (asksKnowHow(said)) return question(state, said);
  if (understanding.drill && settled.drill === null)
    return ask(rules, moveTo(state, { kind: 'asking_drill', text: said.text }));
  const items = understanding.items.flatMap(({ text, label }) =>
    isFileable(label) ? [{ text, type: label }] : [],
  );
  if (items.length > 1 && !settled.whole) {
    return ask(
      rules,
      moveTo(state, { kind: 'choosing_split', text: said.text, items, drill: settled.drill }),
    );
  }
  return understanding.decision === 'assume' ? assume(rules, state, said) : choose(rules, state, said);
}

export function statusQuestion(said: Said) {
  const { understanding, text } = said;
  return {
    kind: 'answer_status' as const,
    text,
    numbers: understanding.reportNumbers,
    mine: understanding.command === 'mine',
  };
}

/** Drafts begun from one message, or from each of its parts; what chat knows is said, then the first question. */
export function begin(
  rules: DialogRules,
  state: Conversation,
  said: readonly Said[],
  type?: ReportLabel,
): Outcome {
  const drafts = said.map((part) => {
    const label = type ?? part.settled.type ?? 'incident';
    return { ...startDraft(rules, part, label), drill: part.settled.drill === true };
  });
  drafts.sort((a, b) => typeOf(rules, b.type).risk - typeOf(rules, a.type).risk);
  const next = moveTo(state, nextStep(rules, drafts), drafts);
  // How much is left to ask is of no matter where one tap may do.
  const first = ask(rules, next, next.step.kind === 'known_already' ? [] : openingLines(rules, drafts));
  // Before the question, so that it still stands last; the summary says it by itself.
  const alike = next.step.kind === 'asking' ? alikeView(drafts) : null;
  return alike ? outcome(first.state, say(alike), ...first.effects) : first;
}

/** Says the question that stands. */
export function ask(
  rules: DialogRules,
  state: Conversation,
  before: Parameters<typeof present>[2] = [],
): Outcome {
  const view = present(rules, state, before);
  return view ? outcome(state, say(view)) : outcome(state);
}

function assume(rules: DialogRules, state: Conversation, said: Said): Outcome {
  const { label } = said.understanding;
  if (isFileable(label)) return begin(rules, state, [said], label);
  // A compliance matter is stopped before it gets here; one that the person calls none is asked for its type.
  return label === 'compliance' ? choose(rules, state, said) : greeting(state);
}

function choose(rules: DialogRules, state: Conversation, said: Said): Outcome {
  const { understanding, text, settled } = said;
  const guesses = understanding.alternatives
    .filter((guess) => isFileable(guess.label))
    .slice(0, 2)
    .sort((a, b) => riskOf(rules, b.label) - riskOf(rules, a.label));
  if (understanding.label === 'other' && understanding.decision === 'menu') return unread(state);
  const menu = understanding.decision === 'menu' || guesses.length < 2;
  return ask(rules, moveTo(state, { kind: 'choosing_type', text, guesses, menu, drill: settled.drill }));
}

function riskOf(rules: DialogRules, label: string): number {
  return isFileable(label) ? typeOf(rules, label).risk : -1;
}

export const GREETING = [phrase('greet.1'), phrase('greet.2'), phrase('greet.3')];

/** Neither a report nor a question about one: say what can be said here. */
function greeting(state: Conversation): Outcome {
  return outcome(state, say(notice(GREETING, START_BUTTONS)));
}

function unread(state: Conversation): Outcome {
  return outcome(state, say(notice([phrase('other.unsure')], START_BUTTONS)));
}

export const START_BUTTONS = [
  { press: { action: 'start' }, label: phrase('btn.report'), style: 'primary' as const },
  { press: { action: 'mine' }, label: phrase('btn.mine'), style: 'default' as const },
  { press: { action: 'windows' }, label: phrase('btn.windows'), style: 'default' as const },
  { press: { action: 'help' }, label: phrase('btn.help'), style: 'default' as const },
];

/** 「やっぱり3人です」 after sending: shown before it goes to the handlers, as a new version. */
function proposeCorrection(rules: DialogRules, state: Conversation, said: Said): Outcome {
  const target = said.target;
  if (!target) return outcome(state);
  const change = Object.entries(target.answers).find(
    ([field, answer]) => !sameAnswer(answer, target.before[field]),
  );
  if (!change) return outcome(state, say(notice([phrase('corrected.same', { number: target.report })])));
  const [field, to] = change;
  const from = target.before[field] ?? null;
  return ask(rules, moveTo(state, { kind: 'confirming_correction', report: target.report, field, from, to }));
}
