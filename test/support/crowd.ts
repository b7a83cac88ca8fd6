import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { problemView } from '../../src/application/answer-effect.ts';
import { PREVIEW } from '../../src/domain/acts/act-form-view.ts';
import type { House } from '../../src/compose/house.ts';
import type { Person } from '../../src/domain/organization.ts';
import type { Problem } from '../../src/domain/problems.ts';
import type { FormValues, Input, Press, View } from '../../src/domain/view.ts';
import type { Database } from '../../src/storage/database.ts';
import type { LedgerEvent } from '../../src/storage/generated/client.ts';
import { Broken } from '../long/broken.ts';
import type { Random } from '../long/random.ts';

/** Handlers who all work on the same reports at the same time. */
export interface Crowd {
  /** Instances over one database; each handler stays with one. */
  houses: readonly House[];
  database: Database;
  people: readonly string[];
  /** Numbers of the reports that somebody works on. */
  reports: (person: string) => readonly string[];
  random: (person: string) => Random;
}

export interface CrowdFigures {
  /** What was done, in the order in which it was. */
  deeds: readonly Deed[];
  /** Worked on, and answered with a reason or with what was asked for. */
  answered: number;
  /** Refused at the door, how often for which reason. */
  refused: Readonly<Record<string, number>>;
}

/** What one press has written: the steps of one person on one or more reports. */
export interface Deed {
  person: string;
  /** Number of the report that was pressed. */
  report: string;
  action: string;
  steps: readonly WrittenStep[];
}

type WrittenStep = Pick<LedgerEvent, 'reportId' | 'seq' | 'kind' | 'facts'>;

const WORKED_WITHIN_MS = 60_000;
/** Whoever may do nothing looks again after a moment. */
const LOOKS_AGAIN_MS = 20;
const SENTENCE = 'お客様に電話で説明し、書類を回収しました。手順書に確認の欄を加えます。';

/** So many people, each like one of these in turn: of the same unit, with the same roles; for as long as the houses live. */
export function hire(houses: readonly House[], like: readonly string[], count: number): string[] {
  const ids = Array.from({ length: count }, (_, index) => `crowd-${index}`);
  for (const { surroundings } of houses) {
    const people = surroundings.catalogue.organization.people as Map<string, Person>;
    for (const [index, id] of ids.entries()) {
      const someone = people.get(like[index % like.length] ?? '');
      if (!someone) throw new Error(`nobody is like ${id}`);
      people.set(id, { ...someone, id, deputies: [] });
    }
  }
  return ids;
}

/**
 * Everybody presses whatever their pages offer, one thing after another, until it is over. Broken when a press had no
 * consequence, neither a step of theirs in the ledger nor an answer to them, when it was done more than once, and when
 * it was refused without a word.
 */
export async function letLoose(
  { houses, database, people, reports, random }: Crowd,
  isOver: (figures: CrowdFigures) => boolean,
): Promise<CrowdFigures> {
  const refused: Record<string, number> = {};
  const deeds: Deed[] = [];
  const figures = { deeds, answered: 0, refused };
  await Promise.all(
    people.map(async (person, index) => {
      const house = houses[index % houses.length];
      if (!house) throw new Error('no house');
      const handler = { house, database, person, random: random(person) };
      while (!isOver(figures)) {
        const outcome = await act(handler, handler.random.pick(reports(person)));
        if (outcome === null) await sleep(LOOKS_AGAIN_MS);
        else if (outcome === 'answered') figures.answered++;
        else if ('steps' in outcome) deeds.push(outcome);
        else refused[outcome.kind] = (refused[outcome.kind] ?? 0) + 1;
      }
    }),
  );
  return figures;
}

interface Handler {
  house: House;
  database: Database;
  person: string;
  random: Random;
}

/** Null when there was nothing to press. */
type Outcome = Deed | 'answered' | Problem | null;

async function act(handler: Handler, number: string): Promise<Outcome> {
  const { house, person, random } = handler;
  const page = await house.edge.report(person, number);
  if (!page.ok) return refused(house, page.problem);
  const presses = page.value.view.buttons.flatMap(({ press }) => (press.report === number ? [press] : []));
  if (presses.length === 0) return null;
  const press = random.pick(presses);
  const opened = await house.edge.openForm(person, press);
  if (!opened.ok) return refused(house, opened.problem);
  return opened.value ? submit(handler, opened.value) : send(handler, press, null);
}

/** With a reason that the person is told in words. */
function refused({ surroundings }: House, problem: Problem): Problem {
  const said = problemView(surroundings, problem).lines.map(({ text }) => surroundings.words.say(text, 'ja'));
  if (said.join('').trim() === '') throw new Broken(`refused without a word: ${problem.kind}`);
  return problem;
}

async function submit(handler: Handler, form: View): Promise<Outcome> {
  const sending = form.buttons.find(({ style }) => style === 'primary') ?? form.buttons[0];
  if (!sending) throw new Error('a form without a way to send it');
  const { value, ...rest } = sending.press;
  const press = value === undefined || value === PREVIEW ? rest : sending.press;
  return send(handler, press, filledIn(form.inputs, handler.random));
}

function filledIn(inputs: readonly Input[], random: Random): FormValues {
  return Object.fromEntries(inputs.map((input) => [input.id, answerTo(input, random)]));
}

function answerTo(input: Input, random: Random): FormValues[string] {
  if (input.options.length > 0) return { answer: random.pick(input.options).answer };
  if (input.value !== null && random.chance(0.5)) return { answer: input.value };
  switch (input.kind) {
    case 'text':
      return { answer: { kind: 'text', text: `${SENTENCE}${random.below(1_000)}件目です。` } };
    case 'date':
    case 'datetime':
      return { answer: { kind: 'date', date: random.pick(['2026-11-19', '2026-11-20', '2026-12-01']) } };
    case 'count':
    case 'money': {
      const n = random.below(9) + 1;
      return { answer: { kind: 'count', from: n, to: n } };
    }
    case 'unit':
      return {
        answer: { kind: 'unit', unit: random.pick(['risk-compliance', 'quality', 'service-promotion']) },
      };
    case 'choice':
      return null;
  }
}

async function send(
  { house, database, person }: Handler,
  press: Press,
  values: FormValues | null,
): Promise<Outcome> {
  const before = await consequences(database, person);
  const received = await house.edge.receive({
    platform: 'web',
    eventId: randomUUID(),
    person,
    place: { kind: 'personal', address: `me:${person}` },
    body: values ? { kind: 'submitted', press, values } : { kind: 'pressed', press },
  });
  if (!received.ok) return refused(house, received.problem);
  await house.workers.worked(person, WORKED_WITHIN_MS);
  const after = await consequences(database, person);
  const steps = after.steps.slice(before.steps.length);
  if (steps.length > 0) return doneOnce({ person, report: press.report ?? '', action: press.action, steps });
  if (after.answers > before.answers) return 'answered';
  throw new Broken(`nothing came of ${press.action} of ${press.report ?? 'no report'}`);
}

/** One press is one deed: it may leave steps of several kinds, or on several reports, but none of them twice. */
function doneOnce(deed: Deed): Deed {
  const told = deed.steps.map(({ reportId, kind, facts }) => `${reportId} ${kind} ${JSON.stringify(facts)}`);
  const twice = told.find((one, index) => told.indexOf(one) !== index);
  if (twice !== undefined) throw new Broken(`${deed.action} of ${deed.report} was done twice: ${twice}`);
  return deed;
}

/** What there is of a person: steps in the ledger, and answers that were sent or wait to be. */
async function consequences(
  { prisma }: Database,
  person: string,
): Promise<{ steps: WrittenStep[]; answers: number }> {
  const steps = await prisma.ledgerEvent.findMany({
    // Who looked at what is written too, and is no deed.
    where: { actor: person, kind: { not: 'viewed' } },
    orderBy: { position: 'asc' },
    select: { reportId: true, seq: true, kind: true, facts: true },
  });
  return { steps, answers: await prisma.outboxEntry.count({ where: { place: `me:${person}` } }) };
}
