import { typeOf, type Rules } from '../assessment.ts';
import type { Instant } from '../business-time.ts';
import type { NewEvent } from '../ledger.ts';
import { movesFor, movesFrom } from '../moves.ts';
import { noteOf } from '../note.ts';
import type { Actor } from '../organization.ts';
import { phaseNow } from '../outlook.ts';
import { phrase } from '../phrase.ts';
import type { Report } from '../report.ts';
import { ok } from '../result.ts';
import { phaseOf } from '../workflow.ts';
import type { Act, ActRules } from './act.ts';
import { choiceIn, textIn } from './act-answers.ts';
import { choiceInput, textInput } from './act-inputs.ts';
import { openedAtTriage } from './opened-at-triage.ts';

/** 回答する: final or for the time being, previewed word for word; the type's workflow says which state it leads to. */
export const answer: Act = {
  id: 'answer',
  right: 'answer',
  label: phrase('btn.answer'),
  doneBy: { answered: 'answer' },
  possible: (rules, report) => !UNANSWERED.has(phaseNow(rules, report)),
  allowed: ({ rules, actor, report }) => kindsFor(rules, actor, report).length > 0,
  form: ({ rules, actor, report }) => ({
    title: phrase('act.answer.title', { number: report.number }),
    lines: [],
    inputs: [
      choiceInput({
        id: 'kind',
        label: phrase('act.answer.kind'),
        choices: kindsFor(rules, actor, report).map((id) => ({ id, label: phrase(`act.answer.kind.${id}`) })),
      }),
      textInput({ id: 'text', label: phrase('act.answer.text') }),
    ],
    preview: (answers) => [
      phrase('update.preview'),
      phrase(`act.answer.preview.${choiceIn(answers, 'kind') as AnswerKind}`),
      phrase('act.ask.preview', { text: textIn(answers, 'text') }),
    ],
  }),
  perform({ rules, actor, report, now }, answers) {
    const kind = choiceIn(answers, 'kind') as AnswerKind;
    const to = targetOf(rules, actor, report, kind);
    const said = { final: kind === 'final', note: textIn(answers, 'text') };
    return ok({ events: [answerEvent(rules, report, { actor: actor.person, at: now, to, ...said })] });
  },
};

export const ANSWER_KINDS = ['final', 'interim'] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];

/** Nobody has looked at it yet, or it is over. */
const UNANSWERED: ReadonlySet<string> = new Set(['new', 'closed']);

/** Where the workflow has no state for an answer, it is given all the same and moves nothing. */
function kindsFor(rules: Rules, actor: Actor, report: Report): AnswerKind[] {
  if (movesFrom(rules, report, 'answer').length === 0) return [...ANSWER_KINDS];
  return ANSWER_KINDS.filter((kind) => targetOf(rules, actor, report, kind) !== null);
}

/** A final answer settles the matter, another one leaves it in hand. */
function targetOf(rules: Rules, actor: Actor, report: Report, kind: AnswerKind): string | null {
  const { workflow } = typeOf(rules, report.type);
  const moves = movesFor(rules, actor, report, 'answer');
  return moves.find(({ to }) => (phaseOf(workflow, to) === 'decided') === (kind === 'final'))?.to ?? null;
}

/** @param to the state that it leads to; null where the workflow has none for it */
function answerEvent(
  rules: ActRules,
  report: Report,
  {
    actor,
    at,
    to,
    final,
    note,
  }: { actor: string; at: Instant; to: string | null; final: boolean; note: string },
): NewEvent {
  const moved = to === null ? {} : { state: to, ...openedAtTriage(rules, report, at) };
  return { kind: 'answered', actor, at, facts: { final, ...moved }, content: noteOf(note) };
}
