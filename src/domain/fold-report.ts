import type { Answer } from './answers.ts';
import type { EventFacts, LedgerEvent } from './ledger.ts';
import type { Filing, Link, RecordedEvent, Report, StepRecord } from './report.ts';
import type { Level } from './severity.ts';
import type { ReportLabel } from './understanding.ts';
import type { Visibility } from './visibility.ts';

/** The content of a `corrected` event. */
export interface Correction {
  field: string;
  from: Answer | null;
  to: Answer;
}

/** A report is what its events say, nothing else: the row in the database is this, written in the same transaction. */
export function foldReport(events: readonly RecordedEvent[]): Report {
  const [first, ...rest] = events;
  if (first?.event.kind !== 'filed') throw new Error('a report begins with its filed event');
  return rest.reduce(apply, begin(first));
}

/** One event later. The same function serves the fold and the writing of a new event. */
export function apply(report: Report, { event, body }: RecordedEvent): Report {
  const next: Report = {
    ...report,
    steps: [...report.steps, stepOf(event, body)],
    head: { seq: event.seq, hash: event.hash },
  };
  const facts = event.facts;
  switch (event.kind) {
    case 'filed':
      throw new Error('a report is filed once');
    case 'routed':
      return routed(next, facts);
    case 'linked':
      return { ...next, links: [...next.links, linkOf(facts)] };
    case 'corrected':
      return { ...corrected(next, body), level: level(facts, report.level) };
    case 'taken':
      return moved({ ...next, holder: event.actor }, facts);
    case 'acknowledged':
    case 'updated':
    case 'withdrawn':
      return moved(next, facts);
    case 'added':
      return next;
  }
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
    reporter: event.actor,
    office: text(facts, 'office'),
    line: texts(facts, 'line'),
    primary: '',
    copies: [],
    referrals: [],
    rules: [],
    escalation: [],
    holder: null,
    gist: gistOf(filing.text),
    filing,
    filedAt: event.at,
    foundAt: optional(facts, 'foundAt'),
    steps: [stepOf(event, null)],
    links: [],
    head: { seq: event.seq, hash: event.hash },
  };
}

/** Until its routed event, which is written in the same transaction, nobody sees a report. */
function routed(report: Report, facts: EventFacts): Report {
  return {
    ...report,
    primary: text(facts, 'primary'),
    copies: texts(facts, 'copies'),
    referrals: texts(facts, 'referrals'),
    visibility: text(facts, 'visibility') as Visibility,
    escalation: texts(facts, 'escalation'),
    rules: texts(facts, 'rules').map((rule) => {
      const [id = '', version = '0'] = rule.split('@');
      return { id, version: Number(version) };
    }),
  };
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
  return { ...report, filing: { ...report.filing, answers: { ...report.filing.answers, [field]: to } } };
}

/** A voice that will be open is seen by its units until triage: `opens` names the visibility from then on. */
function moved(report: Report, facts: EventFacts): Report {
  const opens = optional(facts, 'opens');
  return {
    ...report,
    state: optional(facts, 'state') ?? report.state,
    visibility: (opens as Visibility | null) ?? report.visibility,
  };
}

function stepOf(event: LedgerEvent, body: string | null): StepRecord {
  return {
    kind: event.kind,
    actor: event.actor,
    at: event.at,
    state: optional(event.facts, 'state'),
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

function texts(facts: EventFacts, key: string): string[] {
  const value = facts[key];
  return Array.isArray(value) ? [...(value as readonly string[])] : [];
}

function level(facts: EventFacts, otherwise: Level): Level {
  const value = facts['level'];
  return typeof value === 'number' ? (value as Level) : otherwise;
}
