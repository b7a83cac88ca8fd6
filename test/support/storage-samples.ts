import { createHash, randomUUID } from 'node:crypto';
import type { InboxEntry } from '../../src/application/ports/inbound.ts';
import type { OutgoingMessage } from '../../src/application/ports/outgoing.ts';
import type { LinkedEvent } from '../../src/application/ports/storage.ts';
import type { Log } from '../../src/application/ports/surroundings.ts';
import { emptyChain, link, type ChainHead, type NewEvent } from '../../src/domain/ledger.ts';
import { newConversation } from '../../src/domain/dialog/conversation.ts';
import type { Conversation } from '../../src/domain/dialog/conversation.ts';
import { phrase } from '../../src/domain/phrase.ts';
import type { Outlook } from '../../src/domain/outlook.ts';
import type { Report } from '../../src/domain/report.ts';
import { line, type View } from '../../src/domain/view.ts';
import { PHASES } from '../../src/domain/workflow.ts';

export const NOON = '2026-11-20T03:00:00.000Z';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export function silentLog(): Log {
  const log: Log = { info: () => undefined, warn: () => undefined, error: () => undefined, child: () => log };
  return log;
}

export function anEntry(over: Partial<InboxEntry> = {}): InboxEntry {
  return {
    id: randomUUID(),
    platform: 'web',
    eventId: randomUUID(),
    person: 'p-001',
    place: { kind: 'personal', address: 'dm-001' },
    body: { kind: 'said', text: 'ことば', hidden: [], attachments: 0 },
    receivedAt: NOON,
    attempts: 0,
    ...over,
  };
}

export function aConversation(turn: number): Conversation {
  return { ...newConversation(), turn };
}

export function aView(key = 'some.key'): View {
  return { kind: 'notice', lines: [line(phrase(key))], inputs: [], buttons: [], fallback: phrase(key) };
}

export function aMessage(over: Partial<OutgoingMessage> = {}): OutgoingMessage {
  return {
    key: randomUUID(),
    to: { platform: 'web', place: 'channel-a' },
    content: { kind: 'view', view: aView(), person: null },
    mention: false,
    notBefore: null,
    ...over,
  };
}

export function aCard(report: string, over: Partial<OutgoingMessage> = {}): OutgoingMessage {
  return aMessage({ content: { kind: 'card', report }, ...over });
}

/**
 * Simpler than the organisation's rules: a sample report falls due when it was found, its state is its phase, and it is
 * closed when it was filed.
 */
export function anOutlook({ state, foundAt, filedAt, steps }: Report): Outlook {
  const open = state !== 'closed';
  const phase = PHASES.find((one) => one === state) ?? 'new';
  const closed = steps.findLast((step) => step.state === state)?.at ?? filedAt;
  return { open, phase, closedAt: open ? null : closed, nextDue: foundAt, nextLook: foundAt };
}

let sequence = 0;

export function aReport(over: Partial<Report> = {}): Report {
  const id = over.id ?? randomUUID();
  sequence += 1;
  return {
    id,
    number: `INC-26-A${String(sequence).padStart(4, '0')}`,
    type: 'incident',
    subtype: 'misdelivery',
    level: 2,
    visibility: 'units',
    state: 'new',
    reporter: 'p-001',
    office: 'o-midori',
    line: ['o-midori', 'b-east', 'r-1'],
    primary: 'd-risk',
    copies: ['d-service'],
    referrals: [],
    rules: [{ id: '12', version: 3 }],
    escalation: ['manager'],
    holder: null,
    followers: [],
    gist: '別の方の通知書',
    filing: {
      type: 'incident',
      subtype: 'misdelivery',
      formVersion: 1,
      text: '別の方の通知書を渡した',
      answers: { count: { kind: 'count', from: 1, to: null }, found: { kind: 'unknown' } },
      cues: [],
      suspicions: [],
      urgent: false,
      drill: false,
      evidence: ['通知書'],
    },
    filedAt: NOON,
    foundAt: null,
    steps: [{ seq: 1, kind: 'filed', actor: 'p-001', at: NOON, state: 'new', facts: {}, note: null }],
    links: [],
    head: emptyChain(id, sha256),
    ...over,
  };
}

/** Events put at the end of a report's chain, and the report with its new head. */
export function extended(
  report: Report,
  events: readonly Partial<NewEvent>[],
): { report: Report; linked: LinkedEvent[] } {
  let head: ChainHead = report.head;
  const linked = events.map((over) => {
    const event: NewEvent = {
      kind: 'filed',
      actor: report.reporter,
      at: NOON,
      facts: { state: 'new', units: ['d-risk'], level: 2, drill: false, holder: null },
      content: JSON.stringify({ text: report.filing.text }),
      ...over,
    };
    const one = link(report.id, head, event, randomUUID().replaceAll('-', ''), sha256);
    head = { seq: one.event.seq, hash: one.event.hash };
    return one;
  });
  return { report: { ...report, head }, linked };
}
