import type { Answer } from './answers.ts';
import { deletedWords } from './comments.ts';
import type { EventFacts, EventKind, LedgerEvent } from './ledger.ts';
import type { Filing, Link, RecordedEvent, Report, StepRecord } from './report.ts';
import { answersGiven } from './settled-answers.ts';
import type { Level } from './severity.ts';
import type { ReportLabel } from './understanding.ts';
import type { Visibility } from './visibility.ts';

/** The content of a `corrected` event. */
export interface Correction {
  field: string;
  from: Answer | null;
  /** Null: there is none any more. */
  to: Answer | null;
}

/** A report is what its events say, nothing else: the row in the database is this, written in the same transaction. */
export function foldReport(events: readonly RecordedEvent[]): Report {
  const [first, ...rest] = events;
  if (first?.event.kind !== 'filed') throw new Error('a report begins with its filed event');
  return rest.reduce(apply, begin(first));
}

/** A route replaces the one before as a whole. */
const NOWHERE = { copies: [], referrals: [], escalation: [], rules: [] };

/** One event later. The same function serves the fold and the writing of a new event. */
export function apply(report: Report, { event, body }: RecordedEvent): Report {
  const head = { seq: event.seq, hash: event.hash };
  // Who looked at it is in the ledger for the audit; it is nothing that happened to the matter.
  if (event.kind === 'viewed') return { ...report, head };
  const next: Report = { ...report, steps: [...report.steps, stepOf(event, body)], head };
  const { kind, facts } = event;
  if (kind === 'filed') throw new Error('a report is filed once');
  if (kind === 'linked') return { ...next, links: [...next.links, linkOf(facts)] };
  if (kind === 'unlinked')
    return { ...next, links: next.links.filter(({ number }) => number !== facts['number']) };
  if (kind === 'corrected') return standing(corrected(next, body), facts);
  if (ANSWERING.has(kind)) return standing(answered(next, body), facts);
  if (kind === 'routed') return standing({ ...next, ...NOWHERE }, facts);
  if (kind === 'comment_deleted') return withoutDeleted(next);
  if (kind === 'taken') return standing({ ...next, holder: event.actor }, facts);
  return standing(next, facts);
}

/** What was deleted is shown to nobody any more; that it was written, and when, stays. */
function withoutDeleted(report: Report): Report {
  const deleted = new Set(deletedWords(report).map(({ seq }) => seq));
  return {
    ...report,
    steps: report.steps.map((step) => (deleted.has(step.seq) ? { ...step, note: null } : step)),
  };
}

function begin({ event, body }: RecordedEvent): Report {
  const facts = event.facts;
  const filing = body === null ? emptied(facts) : (JSON.parse(body) as Filing);
  return {
    id: event.report,
    number: text(facts, 'number'),
    type: text(facts, 'type') as ReportLabel,
    subtype: text(facts, 'subtype'),
    level: level(facts, 0),
    visibility: 'sealed',
    state: text(facts, 'state'),
    // Filed for somebody else where a department takes a matter apart.
    reporter: optional(facts, 'reporter') ?? event.actor,
    office: text(facts, 'office'),
    line: texts(facts, 'line'),
    primary: '',
    copies: [],
    referrals: [],
    rules: [],
    escalation: [],
    holder: null,
    followers: [],
    gist: gistOf(filing.text),
    filing,
    filedAt: event.at,
    foundAt: optional(facts, 'foundAt'),
    steps: [stepOf(event, null)],
    links: [],
    head: { seq: event.seq, hash: event.hash },
  };
}

/**
 * What the facts of any event say about where the report stands: its state, level, units, holder, followers and who
 * sees it. A fact that is not there changes nothing. Until its routed event, which is written in the same transaction
 * as the first, nobody sees a report. `opens` is how a voice becomes open at triage.
 */
function standing(report: Report, facts: EventFacts): Report {
  return {
    ...report,
    state: optional(facts, 'state') ?? report.state,
    level: level(facts, report.level),
    visibility: (optional(facts, 'visibility') ??
      optional(facts, 'opens') ??
      report.visibility) as Visibility,
    primary: optional(facts, 'primary') ?? report.primary,
    copies: listed(facts, 'copies') ?? report.copies,
    referrals: listed(facts, 'referrals') ?? report.referrals,
    escalation: listed(facts, 'escalation') ?? report.escalation,
    rules: listed(facts, 'rules')?.map(ruleOf) ?? report.rules,
    holder: 'holder' in facts ? optional(facts, 'holder') : report.holder,
    followers: followersAfter(report.followers, facts),
  };
}

/** `follower` is told from now on, `unfollower` no longer. */
function followersAfter(followers: readonly string[], facts: EventFacts): readonly string[] {
  const joining = [...texts(facts, 'follower')].filter((one) => !followers.includes(one));
  const leaving = texts(facts, 'unfollower');
  if (joining.length === 0 && leaving.length === 0) return followers;
  return [...followers, ...joining].filter((one) => !leaving.includes(one));
}

function ruleOf(rule: string): { id: string; version: number } {
  const [id = '', version = '0'] = rule.split('@');
  return { id, version: Number(version) };
}

function linkOf(facts: EventFacts): Link {
  return {
    number: text(facts, 'number'),
    visibility: (optional(facts, 'visibility') ?? 'sealed') as Visibility,
  };
}

function corrected(report: Report, body: string | null): Report {
  if (body === null) return report;
  const { field, to } = JSON.parse(body) as Correction;
  const { [field]: _before, ...others } = report.filing.answers;
  const answers = to === null ? others : { ...report.filing.answers, [field]: to };
  return { ...report, filing: { ...report.filing, answers } };
}

/** Later reports on the matter, and whoever signs its cause, give answers too. */
const ANSWERING: ReadonlySet<EventKind> = new Set<EventKind>(['updated', 'cause_signed']);

function answered(report: Report, body: string | null): Report {
  const given = answersGiven(body);
  if (Object.keys(given).length === 0) return report;
  return { ...report, filing: { ...report.filing, answers: { ...report.filing.answers, ...given } } };
}

function stepOf(event: LedgerEvent, body: string | null): StepRecord {
  return {
    seq: event.seq,
    kind: event.kind,
    actor: event.actor,
    at: event.at,
    state: optional(event.facts, 'state'),
    facts: event.facts,
    note: body !== null && event.kind !== 'filed' ? body : null,
  };
}

/** The first 80 characters of the person's own words, at a whole character. */
export function gistOf(words: string): string {
  const characters = [...words.replace(/\s+/g, ' ').trim()];
  return characters.length <= 80 ? characters.join('') : `${characters.slice(0, 79).join('')}…`;
}

/** What is left of a report whose content was purged. */
function emptied(facts: EventFacts): Filing {
  return {
    type: text(facts, 'type') as ReportLabel,
    subtype: text(facts, 'subtype'),
    formVersion: Number(facts['formVersion'] ?? 0),
    text: '',
    answers: {},
    cues: [],
    suspicions: [],
    urgent: false,
    drill: facts['drill'] === true,
    evidence: [],
  };
}

function text(facts: EventFacts, key: string): string {
  const value = facts[key];
  return typeof value === 'string' ? value : '';
}

function optional(facts: EventFacts, key: string): string | null {
  const value = facts[key];
  return typeof value === 'string' ? value : null;
}

/** One name or several. */
function texts(facts: EventFacts, key: string): readonly string[] {
  const one = optional(facts, key);
  return one === null ? (listed(facts, key) ?? []) : [one];
}

function listed(facts: EventFacts, key: string): readonly string[] | null {
  const value = facts[key];
  return Array.isArray(value) ? [...(value as readonly string[])] : null;
}

function level(facts: EventFacts, otherwise: Level): Level {
  const value = facts['level'];
  return typeof value === 'number' ? (value as Level) : otherwise;
}
