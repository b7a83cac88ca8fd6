import type { Catalogue, CourseAction } from '../application/ports.ts';
import { typeOf } from '../domain/assessment.ts';
import { copiesWith } from '../domain/acts/along-workflow.ts';
import { openedAtTriage } from '../domain/acts/opened-at-triage.ts';
import { addDays, type Instant, type LocalDate } from '../domain/business-time.ts';
import { effectFacts, expectedEffect, nextEffectCheck, type Effect } from '../domain/effect.ts';
import type { EventFacts, EventKind, NewEvent } from '../domain/ledger.ts';
import { noteOf } from '../domain/note.ts';
import type { Report } from '../domain/report.ts';
import { movesFrom } from '../domain/moves.ts';
import { phaseOf, type Transition } from '../domain/workflow.ts';
import type { Random } from './random.ts';

/** Moves besides those that say nothing but the state. */
type Told = Exclude<CourseAction, 'acknowledge' | 'take' | 'update'>;

export interface CourseMove {
  catalogue: Catalogue;
  report: Report;
  action: Told;
  to: string;
  actor: string;
  at: Instant;
  date: LocalDate;
  note: string;
}

const KINDS: Readonly<Record<Told, EventKind>> = {
  comment_as_owner: 'evaluated',
  decide: 'decision_given',
  implement: 'implemented',
  check_effect: 'effect_checked',
  send_back: 'sent_back',
  answer: 'answered',
  close: 'completed',
  reopen: 'reopened',
  follow_up_report: 'updated',
  final_report: 'updated',
  approve_final: 'updated',
  decide_publication: 'publication_decided',
  publish: 'updated',
  follow_up: 'followed_up',
  assess: 'updated',
};

/** What a department wrote into the form of a move, with the facts that the form asks for. */
export function courseEvents(move: CourseMove, random: Random): NewEvent[] {
  const { action, actor, at, to, note } = move;
  const facts = FACTS[action](move, random);
  const event = { kind: KINDS[action], actor, at, content: noteOf(note) };
  // What the owner says stays inside; the proposer is told that it goes on.
  return action === 'comment_as_owner'
    ? [
        { ...event, facts },
        { kind: 'updated', actor, at, facts: { state: to }, content: null },
      ]
    : [{ ...event, facts: { state: to, ...facts } }];
}

const FACTS: Readonly<Record<Told, (move: CourseMove, random: Random) => EventFacts>> = {
  comment_as_owner: ({ report }, random) => ({
    opinion: random.pick(['for', 'in_part', 'against']) ?? 'none',
    unit: report.primary,
  }),
  decide: (course, random) => {
    const { catalogue, report, to, at, date } = course;
    const move = moveOf(course);
    const due = addDays(date, Math.round(random.between(30, 200)));
    return {
      outcome: move?.outcome ?? to,
      final: isDecided(course),
      ...copiesWith(report, move),
      ...openedAtTriage(catalogue, report, at),
      ...(move?.asks.includes('due') && { due, ...effectFacts(someEffect(random)) }),
    };
  },
  implement: ({ report, date }, random) => ({ on: date, ...effectFacts(measured(report, random)) }),
  check_effect: ({ report }, random) => ({
    months: nextEffectCheck(report)?.months ?? 3,
    ...effectFacts(measured(report, random)),
  }),
  send_back: () => ({}),
  answer: (course) => ({
    final: isDecided(course),
    ...openedAtTriage(course.catalogue, course.report, course.at),
  }),
  close: () => ({}),
  reopen: () => ({}),
  follow_up_report: () => ({ fields: [] }),
  final_report: () => ({ fields: [] }),
  approve_final: (course) => copiesWith(course.report, moveOf(course)),
  decide_publication: ({ catalogue, report, to, action }, random) => {
    const outcomes = movesFrom(catalogue, report, action).filter((one) => one.to === to);
    const outcome = random.pick(outcomes)?.outcome ?? to;
    return { decision: outcome, outcome };
  },
  publish: ({ date }) => ({ on: date }),
  follow_up: (course) => ({ outcome: moveOf(course)?.outcome ?? course.to }),
  assess: () => ({ fields: [] }),
};

function moveOf({ catalogue, report, action, to }: CourseMove): Transition | undefined {
  return movesFrom(catalogue, report, action).find((one) => one.to === to);
}

function isDecided({ catalogue, report, to }: CourseMove): boolean {
  return phaseOf(typeOf(catalogue, report.type).workflow, to) === 'decided';
}

function someEffect(random: Random): Effect {
  return { yen: 1_000 * Math.round(random.between(10, 900)), hours: Math.round(random.between(20, 600)) };
}

/** Between half of what was expected and a little more. */
function measured(report: Report, random: Random): Effect {
  const { yen, hours } = expectedEffect(report);
  const share = 0.5 + 0.6 * random.next();
  return {
    yen: yen === null ? null : 1_000 * Math.round((yen * share) / 1_000),
    hours: hours === null ? null : Math.round(hours * share),
  };
}
