import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { APP, aTeams, type Teams } from '../test/support/fake-teams/a-teams.ts';
import type { Benchmark, Findings, Setting } from './support/benchmark.ts';
import { durations, median, rounded, timed, type Durations } from './support/durations.ts';

const TEXT = '昨日、窓口で別の方の通知書をお渡ししてしまいました。回収済みです';
const STOP = 'やめる';
/** 3,000 reports in 10 minutes, each of four turns: said, two answers, sent. */
const PER_SECOND = 20;
const AT_ONCE = 10;
const FULL = { steadyMs: 60_000, rounds: 5, turns: 400 };
const QUICK = { steadyMs: 3_000, rounds: 1, turns: 40 };
const MOST_P99_MS = 1_000;

export const teamsTurns: Benchmark = {
  name: 'teams',
  title: 'Turns of Teams with real token checks, next to a bare echo bot',
  run: async (setting) => {
    const teams = await aTeams({ others: [] });
    const echo = await echoBot(teams);
    try {
      setting.tell('one after another, by turns');
      const perSecond = await compare(setting, teams, echo.address);
      setting.tell(`${String(PER_SECOND)} turns a second`);
      const turns = await steadily(setting, teams);
      return findings(setting, turns, perSecond);
    } finally {
      await echo.close();
      await teams.close();
    }
  },
};

interface PerSecond {
  /** One figure for each round. */
  house: number[];
  echo: number[];
}

/** The two take turns, so that the machine is as busy for the one as for the other. */
async function compare({ quick }: Setting, teams: Teams, echo: string): Promise<PerSecond> {
  const { rounds, turns } = quick ? QUICK : FULL;
  const found: PerSecond = { house: [], echo: [] };
  for (const address of [teams.address, echo]) await rush(teams, address, AT_ONCE);
  for (let round = 0; round < rounds; round += 1) {
    found.house.push(await rush(teams, teams.address, turns));
    found.echo.push(await rush(teams, echo, turns));
  }
  return found;
}

/** @returns turns per second, so many at once that there is always another one */
async function rush(teams: Teams, address: string, turns: number): Promise<number> {
  const people = peopleOf(teams);
  const { ms } = await timed(() =>
    Promise.all(
      Array.from({ length: AT_ONCE }, async (_, lane) => {
        for (let turn = 0; turn < turns / AT_ONCE; turn += 1)
          await post(teams, address, people[lane] ?? '', turn % 2 === 0 ? TEXT : STOP);
      }),
    ),
  );
  return (turns * 1000) / ms;
}

/** Each turn begins at its time, however long the ones before take: as it is with people. */
async function steadily({ quick }: Setting, teams: Teams): Promise<Durations> {
  const { steadyMs } = quick ? QUICK : FULL;
  const people = peopleOf(teams);
  const measured = durations();
  const count = (steadyMs / 1000) * PER_SECOND;
  const begin = performance.now();
  const turns = Array.from({ length: count }, async (_, turn) => {
    await until(begin + (turn * 1000) / PER_SECOND);
    const person = people[turn % people.length] ?? '';
    const text = Math.floor(turn / people.length) % 2 === 0 ? TEXT : STOP;
    measured.add((await timed(() => post(teams, teams.address, person, text))).ms);
  });
  await Promise.all(turns);
  return measured;
}

function until(at: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, at - performance.now())));
}

async function post(teams: Teams, address: string, person: string, text: string): Promise<void> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${teams.token()}` },
    body: JSON.stringify(teams.activity(person, { type: 'message', text })),
  });
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`a turn was answered with ${String(response.status)}`);
}

function peopleOf({ world }: Teams): string[] {
  const { people } = world.organized.catalogue.organization;
  return [...people.values()]
    .filter(({ posts }) => posts.some(({ until }) => until === null))
    .map(({ id }) => id);
}

/** What botbuilder alone does with a message: checks its token, and sends its text back. */
async function echoBot({
  issuer,
  connector,
}: Teams): Promise<{ address: string; close: () => Promise<void> }> {
  const adapter = new CloudAdapter(
    new ConfigurationBotFrameworkAuthentication({
      MicrosoftAppId: APP.id,
      MicrosoftAppPassword: APP.secret,
      ToBotFromChannelTokenIssuer: issuer.name,
      ToBotFromChannelOpenIdMetadataUrl: issuer.metadataUrl,
      ToBotFromEmulatorOpenIdMetadataUrl: issuer.metadataUrl,
      ToChannelFromBotLoginUrl: issuer.metadataUrl,
      ToChannelFromBotOAuthScope: issuer.name,
    }),
  );
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', headers } = request;
      const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>;
      const answer = {
        socket: response.socket,
        status: (code: number) => (response.statusCode = code),
        header: (name: string, value: unknown) => response.setHeader(name, String(value)),
        send: (sent: unknown) => response.write(JSON.stringify(sent)),
        end: () => response.end(),
      };
      void adapter.process({ method, headers, body }, answer, async (context) => {
        // Without Entra there is no token to answer with: the connector gets the same request from here.
        const { id } = context.activity.conversation;
        await fetch(`${connector.url}v3/conversations/${encodeURIComponent(id)}/activities`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ type: 'message', text: context.activity.text }),
        });
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${String(port)}/api/messages`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

function findings({ quick }: Setting, turns: Durations, { house, echo }: PerSecond): Findings {
  const { steadyMs, rounds } = quick ? QUICK : FULL;
  const p99 = turns.percentile(99);
  return {
    how: [
      'The whole house over a database in memory and the echo bot in one process, with a connector and a token issuer on loopback; every request carries a token of its own, whose signature, issuer, audience, expiry, endorsements and service URL are checked. A turn is from the POST until its answer.',
      `Steadily: ${String(PER_SECOND)} turns a second for ${String(steadyMs / 1000)} s, as many as 3,000 reports in 10 minutes need; a report begun and dropped again, by everybody of the directory in turn. What was said is masked, screened and stored within the turn, and worked on and answered while others come in.`,
      `Rushing: ${String(AT_ONCE)} at once without a pause, the house and a bare botbuilder bot that sends the text back by turns, ${String(rounds)} times; medians.`,
    ],
    tables: [
      {
        title: 'Steadily, milliseconds',
        columns: ['Turns', 'p50', 'p95', 'p99'],
        rows: [[turns.count, turns.percentile(50), turns.percentile(95), p99]],
      },
      {
        title: 'Rushing, turns per second',
        columns: ['House', 'Echo bot', 'House ÷ echo'],
        rows: [[rounded(median(house)), rounded(median(echo)), rounded(median(house) / median(echo))]],
      },
    ],
    aims: [{ what: 'p99 of a turn, steadily', most: MOST_P99_MS, measured: p99, unit: 'ms' }],
  };
}
