import type { Catalogue, DemoMove, DemoType, LinkedEvent } from '../application/ports.ts';
import { continueChain, type Recording } from '../application/record-event.ts';
import { additionOf, moveOf } from '../application/report-moves.ts';
import { updateOf } from '../domain/acts/update-act.ts';
import { addBusinessMinutes, addMinutes, localOf, type Instant } from '../domain/business-time.ts';
import { clockDeed } from '../domain/clock-deed.ts';
import { SERIOUS } from '../domain/card-view.ts';
import type { NewEvent } from '../domain/ledger.ts';
import type { Locale } from '../domain/organization.ts';
import type { Report } from '../domain/report.ts';
import { courseEvents } from './course-event.ts';
import type { Random } from './random.ts';
import type { Staffing } from './staffing.ts';
import { inLanguage, type Templates } from './templates.ts';
import { weighted } from './weighted.ts';

export interface CourseTools {
  catalogue: Catalogue;
  staffing: Staffing;
  templates: Templates;
}

interface Chain {
  report: Report;
  events: LinkedEvent[];
}

/** One in so many is left lying, and one in so many gets a word more from its reporter. */
const LEFT_LYING = 0.05;
const SLOWER = 8;
const ADDED_TO = 0.07;
/** Serious matters are taken up at once. */
const URGENT_PACE = 0.12;
const MOST_MOVES = 16;

/**
 * What departments did with a report until a moment, move by move along its own workflow. What its clocks had wanted by
 * then is seen to, so that nobody is reminded of a year at the first start.
 */
export function runCourse(
  tools: CourseTools,
  recording: Recording,
  demo: DemoType,
  filed: Chain,
  during: { until: Instant; locale: Locale },
  random: Random,
): Chain {
  const { report, events } = handled(tools, recording, demo, filed, during, random);
  const lastMinute = addMinutes(during.until, -1);
  const lastStep = report.steps.at(-1)?.at ?? lastMinute;
  const seenAt = lastStep > lastMinute ? lastStep : lastMinute;
  const seen = continueChain(recording, report, clockDeed(tools.catalogue, report, seenAt).events);
  return { report: seen.report, events: [...events, ...seen.events] };
}

function handled(
  tools: CourseTools,
  recording: Recording,
  demo: DemoType,
  filed: Chain,
  { until, locale }: { until: Instant; locale: Locale },
  random: Random,
): Chain {
  const pace = random.next() < LEFT_LYING ? SLOWER : 1;
  const extend = (chain: Chain, more: readonly NewEvent[]): Chain => {
    const { report, events } = continueChain(recording, chain.report, more);
    return { report, events: [...chain.events, ...events] };
  };
  let chain = filed;
  let at = filed.report.filedAt;
  for (let moves = 0; moves < MOST_MOVES; moves++) {
    const move = nextMove(demo, chain.report.state, random);
    if (!move) return chain;
    const first = moves === 0 && chain.report.level >= SERIOUS ? URGENT_PACE : 1;
    at = addBusinessMinutes(tools.catalogue.calendar, at, minutesOf(move, random) * pace * first);
    if (at >= until) return chain;
    const events = eventsOf(tools, demo, chain.report, { move, at, locale }, random);
    if (events.length === 0) return chain;
    chain = extend(chain, events);
    const addition = random.next() < ADDED_TO ? random.pick(inLanguage(demo.additions, locale)) : undefined;
    if (addition !== undefined && moves === 0) {
      at = addBusinessMinutes(tools.catalogue.calendar, at, random.between(5, 240));
      if (at >= until) return chain;
      const text = tools.templates.fill(addition, locale, new Map(), random);
      chain = extend(chain, [additionOf(chain.report.reporter, at, text)]);
    }
  }
  return chain;
}

function nextMove({ course }: DemoType, state: string, random: Random): (DemoMove & { to: string }) | null {
  const move = weighted(course[state] ?? [], ({ weight }) => weight)(random);
  return move && move.to !== null ? { ...move, to: move.to } : null;
}

/** Most are done soon, some only at the end of the time. */
function minutesOf({ hours: [least, most] }: DemoMove, random: Random): number {
  return Math.max(1, Math.round(60 * (least + (most - least) * random.next() ** 2)));
}

/** None where nobody is there to do it. */
function eventsOf(
  { catalogue, staffing, templates }: CourseTools,
  demo: DemoType,
  report: Report,
  { move, at, locale }: { move: DemoMove & { to: string }; at: Instant; locale: Locale },
  random: Random,
): NewEvent[] {
  const { date } = localOf(catalogue.calendar, at);
  const actor = staffing.mover(report, move, date, random);
  if (actor === null) return [];
  if (move.action === 'acknowledge' || move.action === 'take')
    return [moveOf(move.action, actor, at, move.to)];
  const notes = demo.notes[move.to];
  const template = notes && random.pick(inLanguage(notes, locale));
  if (template === undefined) throw new Error(`the seeded example has no note for ${report.type} ${move.to}`);
  const note = templates.fill(template, locale, new Map(), random);
  if (move.action === 'update') return [updateOf(catalogue, report, { actor, at, to: move.to, note })];
  return courseEvents({ catalogue, report, action: move.action, to: move.to, actor, at, date, note }, random);
}
