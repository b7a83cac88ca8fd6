import { expect, test } from 'vitest';
import type { Account, KnownAccount } from '../../../src/application/ports/accounts.ts';
import { NOON } from '../../support/storage-samples.ts';
import type { Given } from '../storage-contract.ts';

const LATER = '2026-11-20T03:01:00.000Z';
const account = (user: string, over: Partial<Account> = {}): Account => ({
  platform: 'slack',
  tenant: 'T1',
  user,
  ...over,
});
const known = (user: string, over: Partial<KnownAccount> = {}): KnownAccount => ({
  ...account(user),
  person: 'p-reporter',
  contact: null,
  reachable: true,
  language: null,
  ...over,
});

export function reachCases(given: Given): void {
  test('an account is found under its platform, its tenant and its own id, as it was kept last', async () => {
    const { accounts } = given().store;
    await accounts.keep(known('U1'), NOON);
    const moved = known('U1', { contact: { channel: 'D1', deep: { list: [1, null] } }, reachable: false });
    await accounts.keep(moved, LATER);
    expect(await accounts.find(account('U1'))).toEqual(moved);
    expect(await accounts.find(account('U1', { tenant: 'T2' }))).toBeNull();
    expect(await accounts.find(account('U1', { platform: 'teams' }))).toBeNull();
  });

  test('the language of an account’s profile changes by itself, and stays where it is not said', async () => {
    const { accounts } = given().store;
    const spoken = async (user: string) => (await accounts.find(account(user)))?.language;
    await accounts.keep(known('U1', { language: 'ja-JP' }), NOON);
    const unsaid = known('U2', { language: undefined });
    await accounts.keep(unsaid, NOON);
    expect([await spoken('U1'), await spoken('U2')]).toEqual(['ja-JP', null]);
    for (const user of ['U1', 'U2', 'U9']) await accounts.speaks(account(user), 'en-US');
    await accounts.keep({ ...unsaid, contact: { channel: 'D2' } }, LATER);
    expect([await spoken('U1'), await spoken('U2'), await spoken('U9')]).toEqual([
      'en-US',
      'en-US',
      undefined,
    ]);
  });

  test('an account that is forgotten is nobody’s, and the others stay', async () => {
    const { accounts } = given().store;
    await accounts.keep(known('U1'), NOON);
    await accounts.keep(known('U2'), NOON);
    await accounts.forget(account('U1'));
    await accounts.forget(account('U9'));
    expect(await accounts.find(account('U1'))).toBeNull();
    expect((await accounts.of('slack', 'p-reporter')).map(({ user }) => user)).toEqual(['U2']);
  });

  test('the accounts of a person on one platform are listed, seen last first', async () => {
    const { accounts } = given().store;
    await accounts.keep(known('U1'), NOON);
    await accounts.keep(known('U2'), LATER);
    await accounts.keep(known('U3', { person: 'p-other' }), LATER);
    await accounts.keep(known('U4', { platform: 'teams' }), LATER);
    expect((await accounts.of('slack', 'p-reporter')).map(({ user }) => user)).toEqual(['U2', 'U1']);
  });

  test('accounts that cannot be reached are listed until they can', async () => {
    const { accounts } = given().store;
    await accounts.keep(known('U1', { reachable: false }), NOON);
    await accounts.keep(known('U2', { platform: 'teams', person: 'p-other', reachable: false }), NOON);
    await accounts.keep(known('U3'), NOON);
    const listed = async (limit = 10) => (await accounts.unreachable(limit)).map(({ user }) => user);
    expect(await listed()).toEqual(['U1', 'U2']);
    expect(await listed(1)).toEqual(['U1']);
    await accounts.keep(known('U1'), LATER);
    expect(await listed()).toEqual(['U2']);
  });

  test('a person registers once', async () => {
    const { reach } = given().store;
    const person = {
      id: 'slack-t1-u9',
      name: '新井',
      email: null,
      locale: 'ja' as const,
      unit: 'midori',
      since: '2026-11-20',
    };
    await reach.register(person);
    await reach.register({ ...person, unit: 'akita' });
    expect(await reach.people()).toEqual([person]);
  });

  test('a unit has one channel on a platform, and a channel one unit', async () => {
    const { reach } = given().store;
    const binding = { platform: 'slack', place: 'C1', unit: 'risk', by: 'p-admin', at: NOON };
    await reach.bind(binding);
    await reach.bind({ ...binding, platform: 'teams' });
    await reach.bind({ ...binding, place: 'C2', at: LATER });
    await reach.bind({ ...binding, place: 'C2', unit: 'service', at: LATER });
    expect((await reach.bindings()).map(({ platform, place, unit }) => [platform, place, unit])).toEqual([
      ['slack', 'C2', 'service'],
      ['teams', 'C1', 'risk'],
    ]);
    expect(await reach.unbind({ platform: 'slack', place: 'C2' })).toBe(true);
    expect(await reach.unbind({ platform: 'slack', place: 'C2' })).toBe(false);
    expect(await reach.bindings()).toHaveLength(1);
  });

  test('a channel is lost from the first moment on, found again once, and found by being given to a unit', async () => {
    const { reach } = given().store;
    const channel = { platform: 'slack', place: 'C1' };
    expect(await reach.lose(channel, NOON)).toBe(NOON);
    expect(await reach.lose(channel, LATER)).toBe(NOON);
    expect(await reach.lost()).toEqual([{ ...channel, since: NOON }]);
    expect(await reach.regain(channel)).toBe(true);
    expect(await reach.regain(channel)).toBe(false);
    await reach.lose(channel, NOON);
    await reach.bind({ ...channel, unit: 'risk', by: 'p-admin', at: NOON });
    expect(await reach.lost()).toEqual([]);
  });
}
