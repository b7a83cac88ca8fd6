import { addDays, type Instant, type LocalDate } from './business-time.ts';
import { deputyLines } from './deputy-lines.ts';
import type { NewEvent } from './ledger.ts';
import { actorOn, lasts, type Organization, type Person, type Post } from './organization.ts';
import { may, type Protected } from './permission.ts';
import { phrase, type Phrase } from './phrase.ts';
import type { Report, StepRecord } from './report.ts';
import { statusButton } from './report-buttons.ts';
import { button, line, type Button, type View } from './view.ts';
import type { Told } from './who-is-told.ts';

export type Held = Protected & { holder: string | null };
type People = Pick<Organization, 'people'>;

/** Nobody hands it over: the post has ended. */
const SYSTEM = 'system';
/** So many have a button of their own. */
const SHOWN = 5;

/** Whether whoever holds a report is still there and may work on it: by a post of their own, not as a deputy. */
export function holdsOn(report: Held, { people }: People, date: LocalDate): boolean {
  const person = report.holder === null ? undefined : people.get(report.holder);
  return person !== undefined && may(actorOn(person, date), 'update', report);
}

/**
 * Who has the post now that the holder had in the department in charge: the one person who began there, in the same
 * roles, on the day after it ended, and may work on the report. Null when there is nobody, or more than one.
 */
export function successorOf(report: Held, { people }: People, date: LocalDate): string | null {
  const holder = report.holder === null ? undefined : people.get(report.holder);
  const ended = holder?.posts.filter((post) => post.unit === report.primary && hasEnded(post, date)).at(-1);
  if (!holder || !ended) return null;
  const [only, ...others] = [...people.values()].filter(
    (person) =>
      person.id !== holder.id && took(person, ended, date) && may(actorOn(person, date), 'update', report),
  );
  return only && others.length === 0 ? only.id : null;
}

function hasEnded({ until }: Post, date: LocalDate): boolean {
  return until !== null && until < date;
}

function took({ posts }: Person, ended: Post, date: LocalDate): boolean {
  const next = addDays(ended.until ?? date, 1);
  return posts.some(
    (post) =>
      post.unit === ended.unit &&
      post.from === next &&
      lasts(post, date) &&
      ended.roles.every((role) => post.roles.includes(role)),
  );
}

/** The report passes to whoever has the post, or goes back to its unit. */
export function handedOver({ holder }: Held, to: string | null, at: Instant): NewEvent {
  return { kind: 'handed_over', actor: SYSTEM, at, facts: { from: holder, holder: to }, content: null };
}

/** The hand-over by which the holder has it, while they have not said that they looked at it. */
export function unconfirmedHandOver({ holder, steps }: Pick<Report, 'holder' | 'steps'>): StepRecord | null {
  const last = steps.findLast(
    ({ kind, facts }) => kind === 'hand_over_confirmed' || kind === 'taken' || 'holder' in facts,
  );
  const handed = last?.kind === 'handed_over' && holder !== null && last.facts['holder'] === holder;
  return handed ? last : null;
}

/** To whoever has taken the post: one list of what they have now, to be looked through and confirmed. */
export function takenOverView(from: string, numbers: readonly string[], told: Told | null): View {
  const head = phrase('handed_over.to_you', { person: { person: from }, n: numbers.length });
  const confirm = button(
    { action: 'confirm_hand_over', value: from },
    phrase('btn.hand_over_seen'),
    'primary',
  );
  return listView(head, numbers, 'handed_over.confirm', told, [confirm]);
}

/** What comes of it for whoever confirms. */
export function confirmedView(numbers: readonly string[]): View {
  const text =
    numbers.length === 0
      ? phrase('handed_over.none_open')
      : phrase('handed_over.confirmed', { n: numbers.length, numbers: { list: numbers } });
  return {
    kind: 'notice',
    lines: [line(text)],
    inputs: [],
    buttons: [button({ action: 'tasks' }, phrase('btn.list'))],
    fallback: text,
  };
}

/** To whoever heads the unit: one list of what nobody holds any more. */
export function leftView(unit: string, from: string, numbers: readonly string[], told: Told | null): View {
  const head = phrase('handed_over.left', { unit: { unit }, person: { person: from }, n: numbers.length });
  return listView(head, numbers, 'handed_over.assign', told);
}

function listView(
  head: Phrase,
  numbers: readonly string[],
  next: string,
  told: Told | null,
  first: readonly Button[] = [],
): View {
  return {
    kind: 'notice',
    lines: [
      line(head, 'strong'),
      line(phrase('handed_over.numbers', { numbers: { list: numbers } })),
      line(phrase(next)),
      ...deputyLines(told),
    ],
    inputs: [],
    buttons: [
      ...first,
      ...numbers.slice(0, SHOWN).map((number) => statusButton({ number })),
      button({ action: 'tasks' }, phrase('btn.list')),
    ],
    fallback: head,
  };
}
