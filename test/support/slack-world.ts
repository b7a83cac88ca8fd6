import { writeFileSync } from 'node:fs';
import { openSlack, openWeb } from '../../src/compose/platforms.ts';
import type { OpenPlatform } from '../../src/compose/platforms.ts';
import type { Secret } from '../../src/config.ts';
import type { Settings } from './a-program.ts';
import { aWorld, type World, type WorldOptions } from './a-world.ts';
import { fakePerson, type FakePerson } from './fake-slack/people.ts';
import { fakeSlack, type FakeSlack, type FakeSlackOptions } from './fake-slack/fake-slack.ts';

/** The whole house with Slack in front of it. */
export interface SlackWorld extends World {
  slack: FakeSlack;
  /** Where the house takes requests. */
  address: string;
  /** Somebody of the directory in Slack; the same account each time. */
  person(id: string): FakePerson;
}

/** Pauses between two messages to one place, short enough for tests. */
const PACE_MS = 5;

export async function slackWorld(
  options: WorldOptions & { slack?: FakeSlackOptions; withWeb?: boolean; secretFiles?: SecretFiles } = {},
): Promise<SlackWorld> {
  const slack = await fakeSlack(options.slack);
  const platforms = [
    slackPlatform(slack, options.slack, secretsOf(slack, options.secretFiles)),
    ...(options.withWeb === false ? [] : [openWeb]),
  ];
  const world = await aWorld({ ...options, platforms });
  addChannels(slack, world);
  const started = await world.house.start();
  if (!started.ok) throw new Error(`Slack was not started: ${JSON.stringify(started.problem)}`);
  slack.connect(started.value.address);
  return {
    ...world,
    slack,
    address: started.value.address,
    person: slackPeople(slack),
    close: async () => {
      await world.close();
      await slack.close();
    },
  };
}

/** Accounts of people of the directory, each made when somebody is first asked for. */
export function slackPeople(slack: FakeSlack): SlackWorld['person'] {
  const people = new Map<string, FakePerson>();
  return (id) => {
    const known = people.get(id) ?? fakePerson(slack, addPerson(slack, id));
    people.set(id, known);
    return known;
  };
}

/** Slack in a house with other platforms, told by itself where the house takes its requests. */
export function slackAmongOthers(slack: FakeSlack): OpenPlatform {
  return (parts) => {
    addChannels(slack, parts);
    const platform = slackPlatform(slack)(parts);
    return {
      ...platform,
      start: async (edge) => {
        const listening = await platform.start(edge);
        if (listening.ok) slack.connect(listening.value.address);
        return listening;
      },
    };
  };
}

/** @param over where it is slower than tests want it */
export function slackPlatform(
  slack: FakeSlack,
  { socketMode = false, paceMs = PACE_MS }: FakeSlackOptions = {},
  { bot, app, signing }: Secrets = secretsOf(slack),
): OpenPlatform {
  const transport = socketMode
    ? { kind: 'socket' as const, appToken: app }
    : { kind: 'http' as const, host: '127.0.0.1', port: 0, signingSecret: signing };
  return openSlack({ botToken: bot, apiUrl: slack.apiUrl, transport }, paceMs);
}

type Secrets = Record<'bot' | 'app' | 'signing', Secret>;

/** Files in which secrets of Slack stand, made with those of the fake. */
export type SecretFiles = Partial<Record<keyof Secrets, string>>;

function secretsOf({ tokens, signingSecret }: FakeSlack, files: SecretFiles = {}): Secrets {
  const kept = (secret: string, file: string | undefined): Secret => {
    if (file === undefined) return secret;
    writeFileSync(file, `${secret}\n`);
    return { file };
  };
  return {
    bot: kept(tokens.bot, files.bot),
    app: kept(tokens.app, files.app),
    signing: kept(signingSecret, files.signing),
  };
}

/** What the program is told to be in Slack and nowhere else. */
export function settingsForSlack({ apiUrl, tokens, signingSecret }: FakeSlack): Settings {
  return {
    TSUTAE_WEB: 'off',
    SLACK_BOT_TOKEN: tokens.bot,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: apiUrl,
    SLACK_HOST: '127.0.0.1',
    SLACK_PORT: '0',
  };
}

/** The channels that the sample organisation names, with the bot in each. */
export function addChannels(slack: FakeSlack, { organized }: Pick<World, 'organized'>): void {
  const { units, fallbackChannels } = organized.catalogue.organization;
  const places = [...[...units.values()].map(({ channels }) => channels['slack']), fallbackChannels['slack']];
  const names = [...new Set(places)].flatMap((place) =>
    place === undefined ? [] : [place.replace(/^#/, '')],
  );
  names.forEach((name, index) => slack.addChannel(`C${String(index).padStart(6, '0')}`, name));
}

/** Whom the sample directory has down as English. */
const ENGLISH = ['lee'];

function addPerson(slack: FakeSlack, id: string): string {
  const user = `U0${id.toUpperCase()}`;
  const locale = ENGLISH.includes(id) ? 'en-US' : 'ja-JP';
  slack.addUser(user, { name: id, email: `${id}@pension.example`, locale });
  return user;
}

/** Id of the channel in which a unit of the sample organisation is reached by its files. */
export function channelOf(
  { slack, organized }: Pick<SlackWorld, 'slack' | 'organized'>,
  unit: string,
): string {
  const place = organized.catalogue.organization.units.get(unit)?.channels['slack'];
  const channel = [...slack.workspace.channels.values()].find(({ name }) => `#${name}` === place);
  if (!channel) throw new Error(`${unit} has no channel on Slack`);
  return channel.id;
}
