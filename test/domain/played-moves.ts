import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { beginReport } from '../../src/application/begin-report.ts';
import { continueChain } from '../../src/application/record-event.ts';
import type { LinkedEvent } from '../../src/application/ports.ts';
import type { Answer } from '../../src/domain/answers.ts';
import type { Act, ActContext, ActInput } from '../../src/domain/acts/act.ts';
import { fieldOf } from '../../src/domain/acts/act-inputs.ts';
import { ACTS, actsFor } from '../../src/domain/acts/acts.ts';
import { checkForm } from '../../src/domain/dialog/form.ts';
import type { NewEvent } from '../../src/domain/ledger.ts';
import { actorOn } from '../../src/domain/organization.ts';
import { may } from '../../src/domain/permission.ts';
import type { Report } from '../../src/domain/report.ts';
import type { ReportLabel } from '../../src/domain/understanding.ts';
import { aDraft, theCatalogue, TODAY } from '../support/builders.ts';

export const catalogue = await theCatalogue();
const { organization } = catalogue;
export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Sample people with every role that acts on reports. */
export const PEOPLE = [
  'yamada',
  'watanabe',
  'suzuki',
  'tanaka',
  'yoshida',
  'sato',
  'kato',
  'okada',
  'sakamoto',
  'goto',
];
const UNITS = [
  'benefit',
  'risk-compliance',
  'service-promotion',
  'quality',
  'compliance-desk',
  'midori',
  'aoba',
];
const TYPES: readonly ReportLabel[] = ['incident', 'proposal', 'customer_voice', 'risk', 'knowledge'];

/** One press, with numbers that choose among what its form offers. */
export interface Move {
  act: number;
  person: number;
  report: number;
  pick: number;
}

export interface Chain {
  report: Report;
  events: LinkedEvent[];
}

export function aMove(): fc.Arbitrary<Move> {
  return fc.record({
    act: fc.nat(ACTS.length - 1),
    person: fc.nat(PEOPLE.length - 1),
    report: fc.nat(2 * TYPES.length - 1),
    pick: fc.nat(10_000),
  });
}

/** Two of each type, so that there is something to merge and to link. */
export function begin(): Chain[] {
  return [...TYPES, ...TYPES].map((type, index) => {
    const deps = { ...ports(index), catalogue };
    const begun = beginReport(deps, { actor: 'yamada' }, 'midori', aDraft(catalogue, type));
    return { report: begun.report, events: [...begun.events] };
  });
}

function ports(index: number) {
  const at = new Date(Date.parse('2026-11-20T00:12:00.000Z') + index * 60_000).toISOString();
  const ids = { uuid: () => `id-${index}`, reportCode: () => `A000${index}`, salt: () => 'salt' };
  return { clock: { now: () => at }, ids, hash: { sha256 } } as Parameters<typeof beginReport>[0];
}

/**
 * Whether it was done; exactly as the application does it, without a database.
 * @param look at what somebody can do, before one of it is done
 */
export function play(
  chains: Chain[],
  move: Move,
  index: number,
  look: (on: ActContext) => void = () => undefined,
): boolean {
  const chain = chains[move.report];
  const person = organization.people.get(PEOPLE[move.person] ?? '');
  if (!chain || !person) throw new Error('a move names what there is');
  const actor = actorOn(person, TODAY);
  const { report } = chain;
  const on: ActContext = {
    rules: catalogue,
    report,
    actor,
    now: ports(100 + index).clock.now(),
    today: TODAY,
    others: new Map(),
    recentReasons: [],
  };
  look(on);
  const doable = actsFor(on);
  const act = doable[move.act % doable.length];
  if (!act) return false;
  const inputs = act.form?.(on).inputs ?? [];
  const values = Object.fromEntries(
    inputs.map((input) => [input.id, { answer: answerTo(input, chains, move) }]),
  );
  const { answers, errors } = checkForm(inputs.map(fieldOf), values, TODAY, organization);
  if (errors.length > 0) return false;
  const seen = chains.map((one) => one.report).filter((one) => may(actor, 'read', one));
  const wanted = new Set(act.needs?.reports?.(answers, report) ?? []);
  const others = new Map(seen.filter(({ number }) => wanted.has(number)).map((one) => [one.number, one]));
  return carryOut(chains, chain, act.perform({ ...on, others }, answers), index);
}

function carryOut(chains: Chain[], chain: Chain, deed: ReturnType<Act['perform']>, index: number): boolean {
  if (!deed.ok) return false;
  write(chain, deed.value.events, index);
  for (const errand of deed.value.errands ?? []) {
    const other = errand.kind === 'record' && chains.find(({ report }) => report.number === errand.report);
    if (other) write(other, errand.events, index);
  }
  return true;
}

function write(chain: Chain, news: readonly NewEvent[], index: number): void {
  const continued = continueChain(ports(100 + index), chain.report, news);
  chain.report = continued.report;
  chain.events.push(...continued.events);
}

function answerTo(input: ActInput, chains: Chain[], { pick }: Move): Answer {
  const [first] = input.options;
  switch (input.kind) {
    case 'choice':
      return input.options[pick % input.options.length]?.answer ?? first?.answer ?? { kind: 'unknown' };
    case 'unit':
      return { kind: 'unit', unit: UNITS[pick % UNITS.length] ?? '' };
    case 'date':
    case 'datetime':
      return { kind: 'date', date: `2026-12-${String(1 + (pick % 28)).padStart(2, '0')}` };
    case 'count':
    case 'money':
      return { kind: 'count', from: pick, to: pick };
    case 'text': {
      const number = chains[pick % chains.length]?.report.number ?? '';
      return {
        kind: 'text',
        text: /number|first/.test(input.id) ? number : `確かめた結果、${pick}件が同じでした。`,
      };
    }
  }
}
