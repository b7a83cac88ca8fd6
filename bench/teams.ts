import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import {
  actionsOf,
  APP,
  aTeams,
  cardsOf,
  ownChat,
  textOf,
  type Teams,
} from '../test/support/fake-teams/a-teams.ts';
import type { SentCard } from '../test/support/fake-teams/connector.ts';
import { LIMITS } from '../src/platforms/teams/limits.ts';
import type { Benchmark, Findings, Setting } from './support/benchmark.ts';
import { median, ROW, rounded, rowOf, timed } from './support/durations.ts';
import {
  inRealTime,
  loadOf,
  PEOPLE,
  QUESTION,
  reportAll,
  until,
  type Reporter,
  type Reporting,
  type Said,
} from './support/reporting.ts';
import { employ } from './support/staff.ts';

const AT_ONCE = 10;
const FULL = { rounds: 5, turns: 400 };
const QUICK = { rounds: 1, turns: 40 };
const LOOKS_EVERY_MS = 50;
const MOST_P99_MS = 1_000;

export const teamsTurns: Benchmark = {
  name: 'teams',
  title: 'Reports over turns of Teams with real token checks, at its pace, next to a bare echo bot',
  run: async (setting) => {
    const { folder: organization, reporters } = employ(path.join(setting.folder, 'organization'), {
      reporters: PEOPLE,
      handlers: 0,
    });
    const url = (await setting.postgres?.createDatabase()) ?? null;
    const teams = await aTeams({ others: [], organization, url, paces: LIMITS.paces });
    const echo = await echoBot(teams);
    const stopTicking = inRealTime(teams.world);
    try {
      setting.tell('one after another, by turns');
      const perSecond = await compare(setting, teams, reporters, echo.address);
      setting.tell(`${String(loadOf(setting).reports)} reports`);
      const reported = await reportAll(
        reporters.map((person) => reporterOf(teams, person)),
        loadOf(setting),
      );
      return findings(setting, reported, perSecond);
    } finally {
      stopTicking();
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
async function compare(
  setting: Setting,
  teams: Teams,
  people: readonly string[],
  echo: string,
): Promise<PerSecond> {
  const { rounds, turns } = sizeOf(setting);
  const found: PerSecond = { house: [], echo: [] };
  for (const address of [teams.address, echo]) await rush(teams, address, people, AT_ONCE);
  for (let round = 0; round < rounds; round += 1) {
    found.house.push(await rush(teams, teams.address, people, turns));
    found.echo.push(await rush(teams, echo, people, turns));
  }
  await settled(teams);
  return found;
}

/** @returns turns per second, so many at once that there is always another one */
async function rush(
  teams: Teams,
  address: string,
  people: readonly string[],
  turns: number,
): Promise<number> {
  const { ms } = await timed(() =>
    Promise.all(
      Array.from({ length: AT_ONCE }, async (_, lane) => {
        for (let turn = 0; turn < turns / AT_ONCE; turn += 1) {
          const person = people[(lane + turn * AT_ONCE) % people.length] ?? '';
          await post(teams, address, person, { type: 'message', text: QUESTION });
        }
      }),
    ),
  );
  return (turns * 1000) / ms;
}

function reporterOf(teams: Teams, person: string): Reporter {
  const place = ownChat(person);
  const { posted } = teams.connector;
  const heard: (Said & { card: SentCard })[] = [];
  let looked = 0;
  return {
    write: (text) => post(teams, teams.address, person, { type: 'message', text }),
    press: (title) => {
      const card = heard.findLast(({ buttons }) => buttons.includes(title))?.card;
      const data = card && actionsOf(card).find((one) => one['title'] === title)?.['data'];
      if (data === undefined) throw new Error(`no button ${title}`);
      const value = { action: { type: 'Action.Execute', data }, trigger: 'manual' };
      return post(teams, teams.address, person, { type: 'invoke', name: 'adaptiveCard/action', value });
    },
    heard: () => {
      for (; looked < posted.length; looked += 1) {
        const one = posted[looked];
        if (one?.conversation !== place) continue;
        for (const card of cardsOf(one))
          heard.push({
            card,
            text: textOf(card),
            buttons: actionsOf(card).map(({ title }) => String(title)),
          });
      }
      return heard;
    },
  };
}

async function post(teams: Teams, address: string, person: string, over: object): Promise<void> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${teams.token()}` },
    body: JSON.stringify(teams.activity(person, over)),
  });
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`a turn was answered with ${String(response.status)}`);
}

/** What was said before is answered before something else is measured. */
async function settled({ world: { house } }: Teams): Promise<void> {
  while ((await house.store.outbox.waiting()) > 0) await until(performance.now() + LOOKS_EVERY_MS);
}

function sizeOf({ quick }: Setting): typeof FULL {
  return quick ? QUICK : FULL;
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

function findings(setting: Setting, found: Reporting, { house, echo }: PerSecond): Findings {
  const { reports, lastsMs } = loadOf(setting);
  const { rounds } = sizeOf(setting);
  return {
    how: [
      `The whole house over ${setting.postgres ? 'PostgreSQL' : 'a database in memory'} and the echo bot in one process, with a connector and a token issuer on loopback; every request carries a token of its own, whose signature, issuer, audience, expiry, endorsements and service URL are checked. A turn is from the POST until its answer; the connector keeps the paces of Teams.`,
      `${String(reports)} reports in ${String(lastsMs / 60_000)} minutes by ${String(PEOPLE)} people in turn: voices, proposals and incidents alike, each said, answered and sent in two to four turns. Receipt: from the acknowledged 送信 until the number stands in the conversation.`,
      `Rushing: ${String(AT_ONCE)} at once without a pause, the house, which masks, screens and stores the message, and a bare botbuilder bot that sends the text back, by turns, ${String(rounds)} times; medians.`,
    ],
    tables: [
      {
        title: 'Milliseconds',
        columns: ['What', ...ROW],
        rows: [
          ['turn', ...rowOf(found.acknowledged)],
          ['receipt', ...rowOf(found.receipts)],
        ],
      },
      {
        title: 'Rushing, turns per second',
        columns: ['House', 'Echo bot', 'House ÷ echo'],
        rows: [[rounded(median(house)), rounded(median(echo)), rounded(median(house) / median(echo))]],
      },
    ],
    aims: [
      {
        what: 'p99 of a turn',
        most: MOST_P99_MS,
        measured: found.acknowledged.percentile(99),
        unit: 'ms',
      },
    ],
  };
}
