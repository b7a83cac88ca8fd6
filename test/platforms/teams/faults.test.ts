import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LIMITS } from '../../../src/platforms/teams/limits.ts';
import { WORLD_READY_MS } from '../../support/a-world.ts';
import { aTeams, cardsOf, textOf, type Teams } from '../../support/fake-teams/a-teams.ts';
import type { Fault } from '../../support/fake-teams/connector.ts';
import { MISHANDED } from '../../scenes/steps.ts';

const RISK = '19:risk-compliance@thread.tacv2';

let teams: Teams;
beforeAll(async () => {
  teams = await aTeams();
  // Known from here on: nobody has to be asked for any more.
  await teams.say('yamada', 'こんにちは');
}, WORLD_READY_MS);
afterAll(() => teams.close());
beforeEach(() => void (teams.connector.faults.length = 0));

const greetings = () => teams.heard('yamada').filter((text) => text.includes('つたえです。')).length;

/** Until what was put off is due again. */
async function afterwards(minutes: number): Promise<void> {
  teams.world.clock.pass(minutes);
  await teams.world.settle();
}

describe('an answer that the connector does not take', () => {
  it.each<[string, Fault, number]>([
    ['for a precondition (412)', { kind: 'status', status: 412 }, 0.1],
    ['because it is too much (429)', { kind: 'status', status: 429, retryAfter: '30' }, 0.5],
    ['for its own trouble (502)', { kind: 'status', status: 502 }, 0.1],
    ['because it is late (504)', { kind: 'status', status: 504, retryAfter: '5' }, 0.1],
    ['because the connection broke', { kind: 'drop_before' }, 0.1],
  ])('%s is brought once, when it may be', async (_what, fault, minutes) => {
    const before = greetings();
    teams.connector.faults.push(fault);
    await teams.say('yamada', 'こんにちは');
    expect(greetings()).toBe(before);
    await afterwards(minutes);
    expect(greetings()).toBe(before + 1);
    expect(await teams.world.house.store.outbox.waiting()).toBe(0);
  });

  it('is not sent again before it may be', async () => {
    const before = greetings();
    teams.connector.faults.push({ kind: 'status', status: 429, retryAfter: '60' });
    await teams.say('yamada', 'こんにちは');
    const asked = teams.connector.authorizations.length;
    await afterwards(0.5);
    expect(teams.connector.authorizations.length).toBe(asked);
    await afterwards(0.5);
    expect(greetings()).toBe(before + 1);
  });

  it('and of which nobody knows whether it was taken is brought at least once', async () => {
    const before = greetings();
    teams.connector.faults.push({ kind: 'drop_after' });
    await teams.say('yamada', 'こんにちは');
    await afterwards(0.1);
    expect(greetings()).toBeGreaterThan(before);
    expect(await teams.world.house.store.outbox.waiting()).toBe(0);
  });

  it('is asked for once: the SDK repeats nothing by itself', async () => {
    const asked = teams.connector.authorizations.length;
    teams.connector.faults.push({ kind: 'status', status: 503 });
    await teams.say('yamada', 'こんにちは');
    expect(teams.connector.authorizations.length).toBe(asked + 1);
    await afterwards(0.1);
  });
});

describe('a place that refuses us', () => {
  it('is left, and the person is told on the other platform', async () => {
    await teams.say('suzuki', 'こんにちは');
    teams.connector.blocked.set('a:own-29:suzuki', 'MessageWritesBlocked');
    await teams.say('suzuki', 'こんにちは');
    expect((await teams.world.heard('suzuki')).at(-1)?.text).toContain('つたえです。');
  });

  it('is a channel that is lost: its cards go to the fallback, and administrators know', async () => {
    teams.connector.blocked.set(RISK, 'BotNotInConversationRoster');
    await teams.say('yamada', MISHANDED);
    await teams.press('yamada', '1人');
    await teams.press('yamada', '見ていない');
    await teams.press('yamada', '送信');
    const number = (await teams.world.filed('yamada')).at(-1)?.number ?? '';
    const fallback = teams.world.organized.catalogue.organization.fallbackChannels['teams'] ?? '';
    const cards = teams.inChannel(fallback).flatMap(cardsOf).map(textOf);
    expect(cards.some((text) => text.includes(number))).toBe(true);
    const told = (await teams.world.heard('hirata')).filter(({ text }) => text.includes(RISK));
    expect(told).toHaveLength(1);
  });
});

describe('a connector that does not answer', () => {
  it('keeps no turn waiting: what came in is acknowledged when it is stored, and fails when it is not', async () => {
    teams.connector.stalled = true;
    const began = performance.now();
    const said = teams.activity('kudo', { type: 'message', text: 'こんにちは' });
    expect((await teams.post(said, `Bearer ${teams.token()}`)).status).toBe(500);
    const known = teams.activity('yamada', { type: 'message', text: 'こんにちは' }, { channel: RISK });
    expect((await teams.post(known, `Bearer ${teams.token()}`)).status).toBe(200);
    expect(performance.now() - began).toBeLessThan(2 * LIMITS.turnMs + 3_000);
    teams.connector.release();
    await afterwards(1);
    const before = teams.heard('kudo').length;
    expect((await teams.post(said, `Bearer ${teams.token()}`)).status).toBe(200);
    await teams.world.settle();
    expect(teams.heard('kudo').length).toBe(before + 1);
  });
});

describe('many messages to one conversation', () => {
  it(
    'keep the pace that Teams allows',
    async () => {
      const paced = await aTeams({ paces: LIMITS.paces });
      const authorization = `Bearer ${paced.token()}`;
      for (let n = 0; n < 12; n += 1)
        await paced.post(paced.activity('nishida', { type: 'message', text: 'こんにちは' }), authorization);
      for (let n = 0; n < 40 && (await paced.world.house.store.outbox.waiting()) > 0; n += 1) {
        paced.world.clock.pass(0.1);
        await paced.world.settle();
      }
      expect(paced.heard('nishida')).toHaveLength(12);
      expect(paced.connector.overPace).toBe(0);
      await paced.close();
    },
    WORLD_READY_MS,
  );
});
