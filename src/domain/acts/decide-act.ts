import type { Answers } from '../answers.ts';
import { typeOf } from '../assessment.ts';
import { noteOf } from '../note.ts';
import { phrase, type Phrase } from '../phrase.ts';
import { reasonFlaw } from '../reason.ts';
import type { Report } from '../report.ts';
import { ok } from '../result.ts';
import { strictest } from '../visibility.ts';
import { phaseOf, type Asked, type Transition } from '../workflow.ts';
import type { Act, ActContext, ActInput, Deed } from './act.ts';
import { choiceIn, dayIn, textIn } from './act-answers.ts';
import { choiceInput, countInput, dayInput, moneyInput, textInput } from './act-inputs.ts';
import { alongWorkflow, copiesWith, moveCalled, movesOf, outcomesOf } from './along-workflow.ts';
import { effectSaid } from './effect-inputs.ts';
import { faulty, fieldError, refused } from './field-error.ts';
import { numberInput, numbersNamed, reportNumberIn } from './named-report.ts';
import { openedAtTriage } from './opened-at-triage.ts';

/**
 * 決定する: one of the outcomes that the type's workflow names, with what each asks for. The reporter gets the outcome
 * and the reason word for word; words that would fit any matter, or that others were given lately, are no reason.
 */
export const decide: Act = {
  ...alongWorkflow('decide'),
  label: phrase('act.decide.label'),
  doneBy: { decision_given: 'decide' },
  needs: {
    recentReasons: true,
    reports: (answers) => numbersNamed(answers, 'first'),
  },
  form: (on) => ({
    title: phrase('act.decide.title', { number: on.report.number }),
    lines: [phrase('act.decide.lines')],
    inputs: inputsFor(on),
    preview: 'news',
  }),
  perform: (on, answers) => {
    const move = moveCalled(on, 'decide', choiceIn(answers, 'outcome'));
    if (!move) return faulty('outcome', phrase('err.choose'));
    const problem = refused(
      fieldError('reason', reasonFault(on, move, textIn(answers, 'reason'))),
      fieldError('due', dueFault(on, move, answers)),
      fieldError('first', firstFault(on, move, answers)),
    );
    return problem ?? ok(decided(on, move, answers));
  },
};

/** Only what one of the outcomes asks for. */
function inputsFor(on: ActContext): ActInput[] {
  const moves = movesOf(on, 'decide');
  const asked = (what: Asked, ...inputs: ActInput[]) =>
    moves.some(({ asks }) => asks.includes(what)) ? inputs : [];
  return [
    choiceInput({
      id: 'outcome',
      label: phrase('act.decide.outcome'),
      choices: outcomesOf(on, 'decide'),
    }),
    textInput({
      id: 'reason',
      label: phrase('act.decide.reason'),
      hint: phrase('act.decide.reason_hint'),
      required: moves.every(({ asks }) => asks.includes('reason')),
    }),
    ...asked(
      'due',
      dayInput({
        id: 'due',
        label: phrase('act.decide.due'),
        hint: phrase('act.decide.due_hint'),
        required: false,
      }),
      moneyInput({ id: 'yen', label: phrase('act.expected.yen'), required: false }),
      countInput({ id: 'hours', label: phrase('act.expected.hours'), required: false }),
    ),
    ...asked('first', {
      ...numberInput(),
      id: 'first',
      label: phrase('act.decide.first'),
      hint: phrase('act.decide.first_hint'),
      required: false,
    }),
  ];
}

/** What is the same as another may be said in the same words: the number says which. */
function reasonFault(
  { rules, recentReasons }: ActContext,
  { asks }: Transition,
  reason: string,
): Phrase | null {
  if (reason === '') return asks.includes('reason') ? phrase('err.reason') : null;
  const recent = asks.includes('first') ? [] : recentReasons;
  return reasonFlaw(reason, { recent, hollow: rules.hollowPhrases });
}

function dueFault({ today }: ActContext, { asks }: Transition, answers: Answers): Phrase | null {
  if (!asks.includes('due')) return null;
  const due = dayIn(answers, 'due');
  if (due === null) return phrase('err.due_missing');
  return due > today ? null : phrase('err.due_past');
}

/** A proposal that the decider may see, and that everybody who sees this one may be told of. */
function firstFault(on: ActContext, { asks }: Transition, answers: Answers): Phrase | null {
  if (!asks.includes('first')) return null;
  const { report } = on;
  const number = firstIn(answers);
  if (number === '') return phrase('err.first_missing');
  if (number === report.number) return phrase('err.first_itself');
  const first = on.others.get(number);
  if (first?.type !== report.type || wider(report, first) !== report.visibility)
    return phrase('err.first_unknown');
  return null;
}

function wider(report: Report, first: Report): Report['visibility'] {
  return strictest([report.visibility, first.visibility]);
}

function firstIn(answers: Answers): string {
  return reportNumberIn(answers, 'first');
}

function decided(on: ActContext, move: Transition, answers: Answers): Deed {
  const { rules, report, actor, now } = on;
  const { to, outcome, asks } = move;
  const common = { actor: actor.person, at: now };
  const first = asks.includes('first') ? on.others.get(firstIn(answers)) : undefined;
  const facts = {
    outcome,
    state: to,
    final: settles(on, move),
    ...openedAtTriage(rules, report, now),
    ...copiesWith(report, move),
    ...(asks.includes('due') && { due: dayIn(answers, 'due'), ...effectSaid(answers) }),
    ...(first && { first: first.number }),
  };
  const reason = textIn(answers, 'reason');
  const content = reason === '' ? null : noteOf(reason);
  const events: Deed['events'] = [{ ...common, kind: 'decision_given', facts, content }];
  return first ? tied(on, events, first) : { events };
}

/** Whether the matter is decided with it, or goes on. */
function settles({ rules, report }: ActContext, { to }: Transition): boolean {
  return phaseOf(typeOf(rules, report.type).workflow, to) === 'decided';
}

/** Both name each other, and this proposer follows the first one. */
function tied({ report, actor, now }: ActContext, events: Deed['events'], first: Report): Deed {
  const common = { actor: actor.person, at: now, content: null };
  const linkTo = ({ number, visibility }: Report) => ({
    ...common,
    kind: 'linked' as const,
    facts: { number, visibility },
  });
  const unlinked = (from: Report, to: Report) => !from.links.some(({ number }) => number === to.number);
  const followers = [report.reporter, ...report.followers].filter((one) => one !== first.reporter);
  const joined = {
    ...common,
    kind: 'joined' as const,
    facts: { number: report.number, follower: followers },
  };
  return {
    events: [...events, ...(unlinked(report, first) ? [linkTo(first)] : [])],
    errands: [
      {
        kind: 'record',
        report: first.number,
        events: [...(unlinked(first, report) ? [linkTo(report)] : []), joined],
      },
    ],
  };
}
