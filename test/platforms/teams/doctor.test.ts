import { describe, expect, it } from 'vitest';
import { examineTeams, type DoctorParts } from '../../../src/platforms/teams/doctor.ts';
import { APP } from '../../support/fake-teams/a-teams.ts';

const ENDPOINT = 'https://bot.pension.example/api/messages';
const KEYS = 'https://keys.example';
const CONNECTOR = 'https://connector.example';

/** Everything is right, but for what is said. */
function findings(over: Partial<DoctorParts> = {}, statuses: Record<string, number | null> = {}) {
  const answers: Record<string, number | null> = {
    [KEYS]: 200,
    [CONNECTOR]: 404,
    [ENDPOINT]: 401,
    ...statuses,
  };
  return examineTeams({
    app: APP,
    token: () => Promise.resolve('a token'),
    reach: (url) => Promise.resolve(answers[url] ?? null),
    metadataUrl: KEYS,
    serviceUrl: CONNECTOR,
    endpoint: ENDPOINT,
    ...over,
  });
}

const wrong = async (...given: Parameters<typeof findings>) =>
  (await findings(...given)).flatMap(({ ok, remedy }) => (ok ? [] : [remedy?.key]));

describe('a look at the set-up of Teams', () => {
  it('finds nothing where everything is right', async () => {
    expect(await wrong()).toEqual([]);
    expect((await findings()).map(({ what }) => what.key)).toEqual([
      'teams.doctor.app',
      'teams.doctor.keys',
      'teams.doctor.connector',
      'teams.doctor.token',
      'teams.doctor.endpoint',
    ]);
  });

  it.each<[string, Parameters<typeof findings>, string[]]>([
    ['no app', [{ app: null }], ['teams.doctor.app.remedy']],
    ['keys that cannot be read', [{}, { [KEYS]: null }], ['teams.doctor.keys.remedy']],
    ['a connector that is out of reach', [{}, { [CONNECTOR]: null }], ['teams.doctor.connector.remedy']],
    ['a wrong secret', [{ token: () => Promise.reject(new Error()) }], ['teams.doctor.token.remedy']],
    [
      'a managed identity that is not there',
      [{ app: { ...APP, secret: null }, token: () => Promise.reject(new Error()) }],
      ['teams.doctor.identity.remedy'],
    ],
    ['an address at which nobody is', [{}, { [ENDPOINT]: null }], ['teams.doctor.endpoint.remedy']],
    ['an address that takes anybody in', [{}, { [ENDPOINT]: 200 }], ['teams.doctor.endpoint.remedy']],
  ])('names %s with what to do', async (_what, given, remedies) => {
    expect(await wrong(...given)).toEqual(remedies);
  });

  it('leaves the address out when it is not known', async () => {
    expect((await findings({ endpoint: null })).map(({ what }) => what.key)).not.toContain(
      'teams.doctor.endpoint',
    );
  });
});
