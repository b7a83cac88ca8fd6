import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyLedger } from '../../src/application/verify-ledger.ts';
import { systemHash } from '../../src/compose/node-ports.ts';
import { notice } from '../../src/domain/dialog/question-view.ts';
import { phrase } from '../../src/domain/phrase.ts';
import type { Report } from '../../src/domain/report.ts';
import type { FakePerson } from '../support/fake-slack/people.ts';
import { buttonsOf, textOf, type FakeMessage } from '../support/fake-slack/workspace.ts';
import { filled } from '../scenes/steps.ts';
import { livesInSlack, type Deed, type LivesInSlack } from '../support/lives-in-slack.ts';
import { channelOf, slackPeople } from '../support/slack-world.ts';

const PATIENCE_MS = 600_000;
const PROPOSAL =
  '【提案】住所変更届で、同じ住所を3枚に書くのが手間です。住所変更届を1枚にまとめるよう変えたいです';
const ADMINISTRATORS = 'administrator';
const FEWEST_STEPS = 5;

let lives: LivesInSlack;
let person: (id: string) => FakePerson;
/** Who answers a proposal, and who has a copy. */
let channels: { primary: string; copy: string };
let reporter: FakePerson;
let handler: FakePerson;

beforeAll(async () => {
  lives = await livesInSlack();
  person = slackPeople(lives.slack);
  const at = { slack: lives.slack, organized: lives.parts.organized };
  channels = { primary: channelOf(at, 'service-promotion'), copy: channelOf(at, 'quality') };
  [reporter, handler] = [person('suzuki'), person('sato')];
}, PATIENCE_MS);
afterAll(() => lives.end());

/** A message is brought again by Slack itself: nobody writes it again. */
function once(write: () => ReturnType<Deed>): Deed {
  let isWritten = false;
  return async () => {
    if (isWritten) return null;
    isWritten = true;
    return write();
  };
}

const sent: Deed = async () => {
  const last = lives.slack.messagesIn(reporter.direct()).at(-1);
  return hasButton(last, '送信') ? reporter.press('送信') : null;
};

const pressed =
  (label: string, number: () => string): Deed =>
  async () =>
    hasButton(cardOf(channels.primary, number()), label)
      ? handler.pressCard(channels.primary, number(), label)
      : null;

function hasButton(message: FakeMessage | undefined, wanted: string): boolean {
  return buttonsOf(message?.blocks ?? []).some(({ label }) => label === wanted);
}

async function newest(): Promise<Report> {
  const [report] = await lives.observer.store.reports.mine('suzuki', { limit: 1 });
  if (!report) throw new Error('nothing was filed');
  return report;
}

async function file(): Promise<Report> {
  await lives.done('suzuki', { kind: 'said', text: PROPOSAL, attachments: 0 });
  await lives.done('suzuki', { kind: 'said', text: '送信', attachments: 0 });
  return newest();
}

async function acknowledged(): Promise<Report> {
  const { number } = await file();
  await lives.done('sato', { kind: 'pressed', press: { action: 'acknowledge', report: number } });
  return newest();
}

async function asked(): Promise<number> {
  return (await newest()).steps.filter(({ kind }) => kind === 'asked').length;
}

async function forget({ user }: FakePerson): Promise<void> {
  const { team } = lives.slack.workspace;
  await lives.observer.store.accounts.forget({ platform: 'slack', tenant: team, user });
}

function cardOf(channel: string, number: string): FakeMessage {
  const cards = lives.slack
    .messagesIn(channel)
    .filter(({ thread, blocks }) => thread === null && textOf(blocks).includes(number));
  expect(cards).toHaveLength(1);
  return cards[0] as FakeMessage;
}

describe('a house in Slack that is killed at every call in turn', { timeout: PATIENCE_MS }, () => {
  test('has filed the report once, posted one card to each channel and given one receipt', async () => {
    const { prisma } = lives.database;
    let filed = 0;
    const steps = await lives.killedEverywhere(
      async () => {
        filed = await prisma.report.count();
        return [once(() => reporter.write(PROPOSAL)), sent];
      },
      async (since) => {
        expect(await prisma.report.count()).toBe(filed + 1);
        const { number } = await newest();
        for (const channel of Object.values(channels)) cardOf(channel, number);
        expect(since.in(reporter.direct(), 'この内容で送りますか')).toHaveLength(1);
        expect(since.in(reporter.direct(), `番号は ${number}`)).toHaveLength(1);
      },
    );
    expect(steps).toBeGreaterThanOrEqual(FEWEST_STEPS);
  });

  test('has acknowledged once, changed each card in its place and told the reporter once', async () => {
    let report: Report;
    const steps = await lives.killedEverywhere(
      async () => {
        report = await file();
        return [pressed('受付確認', () => report.number)];
      },
      async (since) => {
        const { steps } = await newest();
        expect(steps.filter(({ kind }) => kind === 'acknowledged')).toHaveLength(1);
        for (const channel of Object.values(channels))
          expect(textOf(cardOf(channel, report.number).blocks)).toContain('受付確認済');
        expect(since.in(reporter.direct(), report.number)).toHaveLength(1);
      },
    );
    expect(steps).toBeGreaterThanOrEqual(FEWEST_STEPS);
  });

  test('has kept once what the department says under its card, and repeated it nowhere', async () => {
    const said = '様式の担当に確かめます';
    const steps = await lives.killedEverywhere(
      async () => {
        const { ts } = cardOf(channels.primary, (await file()).number);
        // Who it is has to be asked.
        await forget(handler);
        return [once(() => handler.reply(channels.primary, ts, said))];
      },
      async (since) => {
        const { steps } = await newest();
        expect(steps.filter(({ kind }) => kind === 'commented')).toHaveLength(1);
        for (const channel of Object.values(channels)) expect(since.in(channel, said)).toEqual([]);
      },
    );
    expect(steps).toBeGreaterThan(1);
  });

  test('has brought what the reporter answers under the card of the department once', async () => {
    const answer = '一階の住所変更の窓口です';
    let number = '';
    const steps = await lives.killedEverywhere(
      async () => {
        ({ number } = await acknowledged());
        const press = { action: 'ask_form', report: number };
        await lives.done('sato', {
          kind: 'submitted',
          press,
          values: { text: filled.text('どの窓口ですか') },
        });
        const opened: Deed = async () => {
          const last = lives.slack.messagesIn(reporter.direct()).at(-1);
          return hasButton(last, '答える') ? reporter.press('答える') : null;
        };
        return [opened, once(() => reporter.write(answer))];
      },
      (since) => {
        const { ts } = cardOf(channels.primary, number);
        expect(since.in(channels.primary, answer).map(({ thread }) => thread)).toEqual([ts]);
        expect(since.in(channels.copy, answer)).toEqual([]);
      },
    );
    expect(steps).toBeGreaterThanOrEqual(FEWEST_STEPS);
  });

  test('has asked the reporter once what was sent in a form', async () => {
    const question = 'どの窓口の様式ですか';
    const steps = await lives.killedEverywhere(
      async () => {
        const { number } = await acknowledged();
        const opened = pressed('報告者に質問', () => number);
        // Once with what is filled in, once with how it will be.
        const form: Deed = async () => {
          if (handler.modal() === null && (await asked()) === 0) await opened();
          return handler.modal() === null ? null : handler.submit({ 質問: question });
        };
        const preview: Deed = () => (handler.modal() === null ? Promise.resolve(null) : handler.submit());
        return [opened, form, preview];
      },
      async (since) => {
        expect(handler.modal()).toBeNull();
        expect(await asked()).toBe(1);
        expect(since.in(reporter.direct(), question)).toHaveLength(1);
      },
    );
    expect(steps).toBeGreaterThanOrEqual(FEWEST_STEPS);
  });

  test('has brought the card to the fallback channel and told each administrator once that the other is lost', async () => {
    const { slack, parts, observer } = lives;
    const { reach } = observer.store;
    const { bot } = slack.workspace;
    const people = [...parts.organized.catalogue.organization.people.values()]
      .filter(({ posts }) => posts.some(({ roles }) => roles.includes(ADMINISTRATORS)))
      .map(({ id }) => person(id));
    const quality = slack.workspace.channels.get(channels.copy);
    const steps = await lives.killedEverywhere(
      async () => {
        quality?.members.add(bot.user);
        await reach.regain({ platform: 'slack', place: '#quality' });
        await Promise.all(people.map(forget));
        const lost: Deed = () => {
          quality?.members.delete(bot.user);
          return Promise.resolve(null);
        };
        return [lost, once(() => reporter.write(PROPOSAL)), sent];
      },
      async (since) => {
        const { number } = await newest();
        cardOf(channels.primary, number);
        expect(since.in(channels.copy, number)).toEqual([]);
        for (const administrator of people)
          expect(since.in(administrator.direct(), '#quality')).toHaveLength(1);
      },
    );
    quality?.members.add(bot.user);
    await reach.regain({ platform: 'slack', place: '#quality' });
    expect(steps).toBeGreaterThanOrEqual(FEWEST_STEPS);
  });

  test('has brought both parts of a message that is too long for one, each once', async () => {
    const lines = Array.from({ length: 60 }, (_, n) => `${n}行目：${'あ'.repeat(300)}`);
    const view = notice(lines.map((value) => phrase('value', { value })));
    const steps = await lives.killedEverywhere(
      async () => {
        const to = { platform: 'slack', place: 'me:suzuki' };
        const content = { kind: 'view' as const, view, person: 'suzuki' };
        const message = { key: randomUUID(), to, content, mention: false, notBefore: null };
        await lives.observer.store.work.transact((tx) => tx.outbox.enqueue([message]));
        return [() => Promise.resolve(null)];
      },
      (since) => {
        const parts = since.in(reporter.direct(), 'あああ').map(({ blocks }) => textOf(blocks));
        expect(parts.length).toBeGreaterThan(1);
        expect(parts.join('\n').split('\n')).toEqual(lines);
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
