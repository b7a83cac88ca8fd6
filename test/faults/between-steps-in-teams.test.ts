import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyLedger } from '../../src/application/verify-ledger.ts';
import { systemHash } from '../../src/compose/node-ports.ts';
import type { Report } from '../../src/domain/report.ts';
import { actionsOf, cardsOf, ownChat, textOf } from '../support/fake-teams/a-teams.ts';
import type { Posted } from '../support/fake-teams/connector.ts';
import { livesInTeams, type LivesInTeams, type SinceThen } from '../support/fake-teams/lives-in-teams.ts';
import type { Deed } from '../support/lives.ts';

const PATIENCE_MS = 600_000;
const PROPOSAL =
  '【提案】住所変更届で、同じ住所を3枚に書くのが手間です。住所変更届を1枚にまとめるよう変えたいです';
const FEWEST_STEPS = 5;
const REPORTER = 'suzuki';
const HANDLER = 'sato';

let lives: LivesInTeams;
/** Who answers a proposal, and who has a copy. */
let channels: { primary: string; copy: string };

beforeAll(async () => {
  lives = await livesInTeams();
  const { units } = lives.parts.organized.catalogue.organization;
  const channelOf = (unit: string) => units.get(unit)?.channels['teams'] ?? '';
  channels = { primary: channelOf('service-promotion'), copy: channelOf('quality') };
}, PATIENCE_MS);
afterAll(() => lives.end());

const says = (text: string): Deed => lives.brings(REPORTER, { type: 'message', text });

/** A button as whoever sees it presses it: on the newest message that has it. */
const presses =
  (person: string, title: string, standing: () => readonly Posted[], channel?: string): Deed =>
  () => {
    const message = standing().findLast((one) => buttonOf(one, title) !== undefined);
    const data = message && buttonOf(message, title);
    if (!message || !data) return Promise.resolve(null);
    return executes(person, data, message, channel)();
  };

function executes(person: string, data: object, message: Posted, channel?: string): Deed {
  const value = { action: { type: 'Action.Execute', data }, trigger: 'manual' };
  const over = { type: 'invoke', name: 'adaptiveCard/action', replyToId: message.id, value };
  return lives.brings(person, over, channel === undefined ? {} : { channel, thread: message.id });
}

function buttonOf(message: Posted, title: string): object | undefined {
  const action = cardsOf(message)
    .flatMap(actionsOf)
    .find((one) => one['title'] === title);
  return action?.['data'] as object | undefined;
}

const placed = (place: string) =>
  lives.connector.posted.filter(({ conversation }) => conversation.split(';')[0] === place);
const sends = () => presses(REPORTER, '送信', () => placed(ownChat(REPORTER)));
const pressesCard = (title: string, number: string) =>
  presses(HANDLER, title, () => cards(channels.primary, number), channels.primary);

function cards(channel: string, number: string): Posted[] {
  return placed(channel).filter((one) =>
    cardsOf(one).some(({ refresh }) => refresh?.action.data['refresh'] === number),
  );
}

async function newest(): Promise<Report> {
  const [report] = await lives.observer.store.reports.mine(REPORTER, { limit: 1 });
  if (!report) throw new Error('nothing was filed');
  return report;
}

async function file(): Promise<Report> {
  await lives.done(says(PROPOSAL), sends());
  return newest();
}

async function acknowledged(): Promise<Report> {
  const { number } = await file();
  await lives.done(pressesCard('受付確認', number));
  return newest();
}

/** Teams has no key by which it would know a message again: what may have come is brought again, so once or twice. */
function expectOnce(found: readonly Posted[], { wasKilled }: SinceThen): void {
  expect(found.length).toBeGreaterThan(0);
  expect(found.length).toBeLessThanOrEqual(wasKilled ? 2 : 1);
}

/** A card that stands twice stands once as soon as somebody looks at the one that nothing updates. */
async function expectOneCard(channel: string, number: string, since: SinceThen): Promise<string> {
  expectOnce(cards(channel, number), since);
  for (const card of cards(channel, number))
    await lives.done(executes(HANDLER, { refresh: number }, card, channel));
  const standing = cards(channel, number);
  expect(standing).toHaveLength(1);
  return standing.flatMap(cardsOf).map(textOf).join('');
}

describe('a house in Teams that is killed at every call in turn', { timeout: PATIENCE_MS }, () => {
  test('has filed the report once, with one card in each channel and one receipt', async () => {
    const { prisma } = lives.database;
    let filed = 0;
    const steps = await lives.killedEverywhere(
      async () => {
        filed = await prisma.report.count();
        return [says(PROPOSAL), sends()];
      },
      async (since) => {
        expect(await prisma.report.count()).toBe(filed + 1);
        const { number } = await newest();
        expectOnce(since.in(ownChat(REPORTER), 'この内容で送りますか'), since);
        expectOnce(since.in(ownChat(REPORTER), `番号は ${number}`), since);
        for (const channel of Object.values(channels)) await expectOneCard(channel, number, since);
      },
    );
    expect(steps).toBeGreaterThanOrEqual(FEWEST_STEPS);
  });

  test('has acknowledged once, changed each card in its place and told the reporter', async () => {
    let number = '';
    const steps = await lives.killedEverywhere(
      async () => {
        ({ number } = await file());
        return [pressesCard('受付確認', number)];
      },
      async (since) => {
        const { steps } = await newest();
        expect(steps.filter(({ kind }) => kind === 'acknowledged')).toHaveLength(1);
        expectOnce(since.in(ownChat(REPORTER), number), since);
        for (const channel of Object.values(channels))
          expect(await expectOneCard(channel, number, since)).toContain('受付確認済');
      },
    );
    expect(steps).toBeGreaterThanOrEqual(FEWEST_STEPS);
  });

  test('has kept once what the department says under its card, and repeated it nowhere', async () => {
    const said = '様式の担当に確かめます';
    let number = '';
    await lives.killedEverywhere(
      async () => {
        ({ number } = await file());
        const [card] = cards(channels.primary, number);
        const where = { channel: channels.primary, thread: card?.id ?? '' };
        return [
          lives.brings(HANDLER, { type: 'message', text: said }, where),
          pressesCard('担当になる', number),
        ];
      },
      async (since) => {
        const { steps } = await newest();
        expect(steps.filter(({ kind }) => kind === 'commented')).toHaveLength(1);
        for (const channel of Object.values(channels)) expect(since.in(channel, said)).toEqual([]);
      },
    );
  });

  test('has asked the reporter, and brought the answer under the card of the department', async () => {
    const [question, answer] = ['どの窓口の様式ですか', '一階の住所変更の窓口です'];
    let number = '';
    const steps = await lives.killedEverywhere(
      async () => {
        ({ number } = await acknowledged());
        const [card] = cards(channels.primary, number);
        if (!card) throw new Error('no card');
        const form = {
          press: { action: 'ask_form', report: number },
          opener: { action: 'ask', report: number },
        };
        return [
          executes(HANDLER, { ...form, text: question }, card, channels.primary),
          presses(REPORTER, '答える', () => placed(ownChat(REPORTER))),
          says(answer),
        ];
      },
      async (since) => {
        const { steps } = await newest();
        expect(steps.filter(({ kind }) => kind === 'asked')).toHaveLength(1);
        expect(steps.filter(({ kind }) => kind === 'replied')).toHaveLength(1);
        expectOnce(since.in(ownChat(REPORTER), question), since);
        expectOnce(since.in(channels.primary, answer), since);
        expect(since.in(channels.copy, answer)).toEqual([]);
      },
    );
    expect(steps).toBeGreaterThanOrEqual(FEWEST_STEPS);
  });

  test('has a sound ledger after all of it', async () => {
    const { store, signer } = lives.observer;
    const { flaw } = await verifyLedger({ ledger: store.ledger, hash: systemHash, signer });
    expect(flaw).toBeNull();
  });
});
