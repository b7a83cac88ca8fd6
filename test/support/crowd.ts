import { randomUUID } from 'node:crypto';
import { PREVIEW } from '../../src/domain/acts/act-form-view.ts';
import type { House } from '../../src/compose/house.ts';
import type { Person } from '../../src/domain/organization.ts';
import type { FormValues, Input, Press, View } from '../../src/domain/view.ts';
import type { Database } from '../../src/storage/database.ts';
import type { Random } from '../long/random.ts';

/** Handlers who all work on the same reports at the same time. */
export interface Crowd {
  /** Instances over one database; each handler stays with one. */
  houses: readonly House[];
  database: Database;
  people: readonly string[];
  /** Numbers of the reports. */
  reports: readonly string[];
  random: (person: string) => Random;
}

export interface CrowdFigures {
  /** Written into the ledger. */
  done: number;
  /** Answered with a reason, or with what was asked for. */
  answered: number;
  /** Refused by the form or at the door, in words. */
  refused: number;
}

const WORKED_WITHIN_MS = 60_000;
const SENTENCE = 'お客様に電話で説明し、書類を回収しました。手順書に確認の欄を加えます。';

/** So many people of one unit with the rights of its handlers and managers, for as long as the houses live. */
export function hire(houses: readonly House[], like: string, count: number): string[] {
  const ids = Array.from({ length: count }, (_, index) => `crowd-${index}`);
  for (const { surroundings } of houses) {
    const people = surroundings.catalogue.organization.people as Map<string, Person>;
    const someone = people.get(like);
    if (!someone) throw new Error(`no ${like}`);
    ids.forEach((id) => people.set(id, { ...someone, id, deputies: [] }));
  }
  return ids;
}

/**
 * Everybody presses whatever their pages offer, one thing after another, until it is over. Throws when a press had no
 * consequence: neither a step of theirs in the ledger nor an answer to them.
 */
export async function letLoose(
  { houses, database, people, reports, random }: Crowd,
  isOver: (acted: number) => boolean,
): Promise<CrowdFigures> {
  const figures: CrowdFigures = { done: 0, answered: 0, refused: 0 };
  const acted = () => figures.done + figures.answered + figures.refused;
  await Promise.all(
    people.map(async (person, index) => {
      const house = houses[index % houses.length];
      if (!house) throw new Error('no house');
      const chance = random(person);
      while (!isOver(acted()))
        figures[await act({ house, database, person, random: chance }, chance.pick(reports))]++;
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

async function act(handler: Handler, number: string): Promise<keyof CrowdFigures> {
  const { house, person, random } = handler;
  const page = await house.edge.report(person, number);
  if (!page.ok) return 'refused';
  const presses = page.value.view.buttons.flatMap(({ press }) => (press.report === number ? [press] : []));
  if (presses.length === 0) return 'refused';
  const press = random.pick(presses);
  const opened = await house.edge.openForm(person, press);
  if (!opened.ok) return 'refused';
  return opened.value ? submit(handler, opened.value) : send(handler, press, null);
}

async function submit(handler: Handler, form: View): Promise<keyof CrowdFigures> {
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
): Promise<keyof CrowdFigures> {
  const before = await consequences(database, person);
  const received = await house.edge.receive({
    platform: 'web',
    eventId: randomUUID(),
    person,
    place: { kind: 'personal', address: `me:${person}` },
    body: values ? { kind: 'submitted', press, values } : { kind: 'pressed', press },
  });
  if (!received.ok) return 'refused';
  await house.workers.worked(person, WORKED_WITHIN_MS);
  const after = await consequences(database, person);
  if (after.steps > before.steps) return 'done';
  if (after.answers > before.answers) return 'answered';
  throw new Error(`nothing came of ${press.action} of ${press.report ?? 'no report'}`);
}

/** What there is of a person: steps in the ledger, and answers that were sent or wait to be. */
async function consequences(
  { prisma }: Database,
  person: string,
): Promise<{ steps: number; answers: number }> {
  const [steps, answers] = await Promise.all([
    prisma.ledgerEvent.count({ where: { actor: person } }),
    prisma.outboxEntry.count({ where: { place: `me:${person}` } }),
  ]);
  return { steps, answers };
}
