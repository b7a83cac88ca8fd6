import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WORLD_READY_MS } from '../../support/a-world.ts';
import { aTeams, APP, type Teams } from '../../support/fake-teams/a-teams.ts';
import type { Claims } from '../../support/fake-teams/token-issuer.ts';

describe.each(['botbuilder', 'agents'] as const)('over %s', (sdk) => {
  let teams: Teams;
  beforeAll(async () => {
    teams = await aTeams({ settings: { sdk } });
  }, WORLD_READY_MS);
  afterAll(() => teams.close());

  const hello = (over: object = {}) =>
    teams.activity('yamada', { type: 'message', text: 'こんにちは', ...over });
  const now = () => Math.floor(Date.now() / 1000);

  /** What an activity that is refused must not leave behind. */
  async function refused(activity: object, authorization: string | null, status = 401): Promise<void> {
    const before = teams.connector.posted.length;
    expect(await teams.post(activity, authorization)).toEqual({ status, body: null });
    await teams.world.settle();
    expect(teams.connector.posted.length).toBe(before);
  }

  describe('a request', () => {
    it('with a valid token is worked on, and answered over the connector with our own token', async () => {
      const answered = await teams.deliver(hello());
      expect(answered).toEqual({ status: 200, body: null });
      expect(teams.heard('yamada').at(-1)).toContain(
        'つたえです。気づいたことを、ひとことで書いてください。',
      );
      expect(teams.connector.authorizations.at(-1)).toBe('Bearer connector-token');
    });

    it.each<[string, Claims]>([
      ['for another app', { aud: 'ffffffff-bbbb-4ccc-8ddd-eeeeeeeeeeee' }],
      ['for nobody', { aud: null }],
      ['from another issuer', { iss: 'https://elsewhere.example' }],
      ['from no issuer', { iss: null }],
      ['that has run out', { exp: Math.floor(Date.now() / 1000) - 3600 }],
      ['that is not valid yet', { nbf: Math.floor(Date.now() / 1000) + 3600 }],
      ['of another service URL', { serviceurl: 'https://elsewhere.example/' }],
      ['of no service URL', { serviceurl: null }],
    ])('with a token %s is refused', async (_what, claims) => {
      await refused(hello(), `Bearer ${teams.token(claims)}`);
    });

    it.each<['stolen' | 'webchat' | 'unknown', string]>([
      ['stolen', 'by another key under the name of the right one'],
      ['webchat', 'by a key that is endorsed for another channel'],
      ['unknown', 'by a key that the issuer does not name'],
    ])('with a token signed %s (%s) is refused', async (key) => {
      await refused(hello(), `Bearer ${teams.token({}, { key })}`);
    });

    it('with an unsigned token is refused', async () => {
      await refused(hello(), `Bearer ${teams.token({}, { alg: 'none' })}`);
      await refused(hello(), `Bearer ${teams.token({}, { alg: 'HS256' })}`);
    });

    it('with a token that the app was given itself is refused: it says nothing of the service', async () => {
      const own = {
        iss: `https://sts.windows.net/${APP.tenant}/`,
        appid: APP.id,
        ver: '1.0',
        exp: now() + 60,
      };
      await refused(hello(), `Bearer ${teams.token(own)}`);
    });

    it.each([null, '', 'Bearer', 'Bearer ', 'Bearer x.y.z', 'Basic dXNlcjpwYXNz'])(
      'with %j for a token is refused',
      async (authorization) => {
        await refused(hello(), authorization);
      },
    );

    it('is to be sent again while the keys of the issuer cannot be read', async () => {
      const apart = await aTeams({ settings: { sdk } });
      await apart.issuer.close();
      const activity = apart.activity('yamada', { type: 'message', text: 'こんにちは' });
      expect((await apart.post(activity, `Bearer ${apart.token()}`)).status).toBe(503);
      await apart.close();
    });

    it('without a service URL is refused', async () => {
      await refused(hello({ serviceUrl: undefined }), `Bearer ${teams.token({ serviceurl: null })}`);
    });

    it('that is no activity of Teams changes nothing', async () => {
      const before = teams.connector.posted.length;
      expect((await teams.deliver(hello({ channelId: 'webchat' }))).status).not.toBe(500);
      expect((await teams.deliver(hello({ from: undefined }))).status).toBe(200);
      expect(teams.connector.posted.length).toBe(before);
      const text = await fetch(teams.address, {
        method: 'POST',
        body: 'no JSON',
        headers: { 'content-type': 'application/json' },
      });
      expect(text.status).toBe(400);
    });
  });

  describe('somebody of another tenant', () => {
    it('is not heard, whatever the card or the account says', async () => {
      const before = teams.connector.posted.length;
      await teams.deliver(hello({ channelData: { tenant: { id: '99999999-2222-4333-8444-555555555555' } } }));
      expect(teams.connector.posted.length).toBe(before);
      expect(await teams.world.filed('yamada')).toEqual([]);
    });
  });
});

describe('without an app id', () => {
  it(
    'nobody is verified, and the house can be tried out on this machine',
    async () => {
      const teams = await aTeams({ settings: { app: null } });
      const said = teams.activity('yamada', { type: 'message', text: 'こんにちは' });
      expect(await teams.post(said, null)).toEqual({ status: 200, body: null });
      await teams.world.settle();
      expect(teams.heard('yamada').at(-1)).toContain('つたえです。');
      await teams.close();
    },
    WORLD_READY_MS,
  );

  it(
    'it does not start where others could reach it',
    async () => {
      await expect(aTeams({ settings: { app: null, host: '0.0.0.0' } })).rejects.toThrow('not_loopback');
    },
    WORLD_READY_MS,
  );
});
