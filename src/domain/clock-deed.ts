import type { ActRules, Deed, Errand } from './acts/act.ts';
import { DONE_BY, dueMoments, nextRung, type Moment } from './agenda.ts';
import { typeOf } from './assessment.ts';
import { openAssignment } from './assignment.ts';
import { localOf, type Instant, type LocalDate } from './business-time.ts';
import { escalationLines, reminderLines, silenceAskLines, silenceView, toldView } from './clock-views.ts';
import { clockOf } from './deadline.ts';
import { SYSTEM } from './impersonal-actors.ts';
import { ladderOf, type Calling, type Rung } from './ladder.ts';
import type { NewEvent } from './ledger.ts';
import type { Phrase } from './phrase.ts';
import type { Report } from './report.ts';
import type { ReportType } from './report-type.ts';
import { calledOn, personTold, rungTold, unitTold, type Told } from './who-is-told.ts';

/** What is said to one person at one look: everything that is due, in one message. */
interface Letter {
  told: Told;
  lines: Phrase[];
  clocks: string[];
}

interface Look {
  rules: ActRules;
  report: Report;
  now: Instant;
  today: LocalDate;
  letters: Map<string, Letter>;
  posts: Extract<Errand, { kind: 'post' }>[];
}

/**
 * What the clocks do about a report at a moment: the events that say so, and whatever is said, as one deed. Nothing
 * when nothing is due. Every person gets one message at a time, and nobody who may not see the report.
 */
export function clockDeed(rules: ActRules, report: Report, now: Instant): Deed {
  const { date: today } = localOf(rules.calendar, now);
  const look: Look = { rules, report, now, today, letters: new Map(), posts: [] };
  const moments = dueMoments(report, rules, rules.calendar, now);
  const events = moments.map((moment) => done(look, moment));
  const seq = report.head.seq + 1;
  const tells = [...look.letters.values()].map(({ told, ...said }): Errand => ({
    kind: 'tell',
    person: told.person,
    view: toldView(rules, report, said, told),
    key: `clock:${seq}:${told.person}`,
  }));
  const words = moments.some(({ kind }) => kind === 'tell') ? tellReporter(look, seq) : [];
  return { events, errands: [...tells, ...words, ...look.posts] };
}

function done(look: Look, moment: Moment): NewEvent {
  const facts = { clock: moment.clock, due: moment.due, moment: moment.at, ...act(look, moment) };
  return { kind: DONE_BY[moment.kind], actor: SYSTEM, at: look.now, facts, content: null };
}

/** Says what is to be said, and returns what the event says besides. */
function act(look: Look, moment: Moment): { rung?: number; people?: string[] } {
  const { rules, report } = look;
  switch (moment.kind) {
    case 'remind':
    case 'warn':
      return { people: remind(look, moment, reminderLines(report, moment, look.now)) };
    case 'tell':
      return { people: remind(look, moment, silenceAskLines(rules, report, look.now)) };
    case 'escalate':
      return escalate(look, moment);
  }
}

/**
 * Whoever was told to do what the clock waits for, else the holder; where there is neither, the unit's channel and
 * whoever answers for the unit.
 */
function remind(look: Look, moment: Moment, lines: Phrase[]): string[] {
  const { rules, report, today } = look;
  const assigned = startsWithAssignment(typeOf(rules, report.type), moment.clock)
    ? openAssignment(report)
    : null;
  const holders = personTold(assigned?.person ?? report.holder, report, rules.organization, today);
  if (holders.length === 0) post(look, moment, lines, { mention: false });
  const people = holders.length > 0 ? holders : unitTold(report, rules.organization, today);
  return write(look, moment, people, lines);
}

function startsWithAssignment({ clocks }: ReportType, id: string): boolean {
  return clocks.some((clock) => clock.id === id && clock.starts.includes('last_assignment'));
}

/** The next step up the tree on which there is somebody; only by the first is anybody called who is not on it. */
function escalate(look: Look, moment: Moment): { rung: number; people: string[] } {
  const { rules, report, today } = look;
  const type = typeOf(rules, report.type);
  const since = clockOf(type, moment.clock, report, rules.calendar)?.since ?? 1;
  const ladder = ladderOf(report, rules.organization, rules.calendar);
  const first = nextRung(type, report, moment.clock, since);
  const on = (rung: Rung) => rungTold(rung, report, rules.organization, today);
  const found = ladder.findIndex((rung, index) => index >= first && on(rung).length > 0);
  const index = found < 0 ? ladder.length - 1 : found;
  const rung = ladder[index];
  const people = rung ? on(rung) : [];
  const lines = escalationLines(report, moment, rung && people.length > 0 ? rung.role : null);
  const calls = rung ? calledOn(rung, people, rules.organization, today) : null;
  post(look, moment, lines, { mention: first === 0, ...(calls && { calls }) });
  return { rung: index, people: write(look, moment, people, lines.slice(0, 1)) };
}

function write(
  { letters }: Look,
  { clock }: Moment,
  people: readonly Told[],
  lines: readonly Phrase[],
): string[] {
  for (const told of people) {
    const letter = letters.get(told.person) ?? { told, lines: [], clocks: [] };
    letter.lines.push(...lines);
    letter.clocks.push(clock);
    letters.set(told.person, letter);
  }
  return people.map(({ person }) => person);
}

/** What is sealed stands in no channel. */
function post(
  { rules, report, posts }: Look,
  { clock }: Moment,
  lines: readonly Phrase[],
  called: { mention: boolean; calls?: Calling },
): void {
  if (report.visibility === 'sealed') return;
  const key = `clock:${report.head.seq + 1}:${posts.length}`;
  const view = toldView(rules, report, { lines, clocks: [clock] }, null);
  posts.push({ kind: 'post', unit: report.primary, view, key, ...called });
}

/** Still in hand: to the reporter and whoever follows it. */
function tellReporter({ rules, report, now }: Look, seq: number): Errand[] {
  const view = silenceView(rules, report, now);
  return [...new Set([report.reporter, ...report.followers])].map((person) => ({
    kind: 'tell',
    person,
    view,
    key: `clock:${seq}:word:${person}`,
  }));
}
