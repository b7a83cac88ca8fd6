import { webApi } from '@slack/bolt';
import { actorOn, handlesReports, type Organization } from '../../domain/organization.ts';
import type { LocalDate } from '../../domain/business-time.ts';
import { phrase, type Phrase } from '../../domain/phrase.ts';
import { channelBook, ownChannels } from './channel-book.ts';
import { clientOptions, slackClients } from './slack-clients.ts';
import { isMember, profileOf } from './recognise-sender.ts';
import { slackErrorName } from './slack-failure.ts';
import { SLACK } from './slack-context.ts';
import { unitPlaces } from './unit-places.ts';
import { callableHandles, groupsByHandle } from './user-groups.ts';
import type { SlackSettings } from './slack-settings.ts';
import { slackLog } from './slack-log.ts';
import { botScopes } from './slack-uses.ts';
import type { ChannelBinding, Log } from '../../application/ports.ts';

/** One thing that was looked at: in order, or what is to be mended. */
export interface Finding {
  ok: boolean;
  text: Phrase;
}

export interface Checking {
  settings: SlackSettings;
  organization: Organization;
  /** Channels that were given to units in Slack: they take the place of those of the files. */
  bound: readonly ChannelBinding[];
  today: LocalDate;
  log: Log;
}

/** Members at a time, as many as Slack gives. */
const PAGE = 1000;

const good = (text: Phrase): Finding => ({ ok: true, text });
const bad = (text: Phrase): Finding => ({ ok: false, text });

/** Token, scopes, channels, people and user groups, in this order; what depends on something missing is not looked at. */
export async function checkSlack(checking: Checking): Promise<Finding[]> {
  const { settings, log } = checking;
  const { patient } = slackClients(settings, slackLog(log));
  const token = await checkToken(patient);
  if (!token.some(({ ok }) => ok)) return token;
  return [
    ...token,
    ...(await checkAppToken(checking)),
    ...(await guarded(() => checkChannels(patient, checking))),
    ...(await guarded(() => checkPeople(patient, checking))),
    ...(await guarded(() => checkGroups(patient, checking))),
  ];
}

async function checkToken(patient: webApi.WebClient): Promise<Finding[]> {
  try {
    const { team, user, response_metadata } = await patient.auth.test();
    const granted = new Set(response_metadata?.scopes ?? []);
    const missing = botScopes().filter((scope) => !granted.has(scope));
    return [
      good(phrase('slack.doctor.token', { team: team ?? '', user: user ?? '' })),
      missing.length === 0
        ? good(phrase('slack.doctor.scopes', { n: granted.size }))
        : bad(phrase('slack.doctor.scopes_missing', { scopes: missing.join(', ') })),
    ];
  } catch (error) {
    const name = slackErrorName(error);
    return [
      bad(
        name === null
          ? phrase('slack.doctor.unreachable')
          : phrase('slack.doctor.token_refused', { error: name }),
      ),
    ];
  }
}

/** The one that opens the connection of Socket Mode. */
async function checkAppToken({ settings, log }: Checking): Promise<Finding[]> {
  const { transport, apiUrl } = settings;
  if (transport.kind === 'http') return [];
  const client = new webApi.WebClient(transport.appToken(), clientOptions(apiUrl, slackLog(log)));
  try {
    await client.apps.connections.open({});
    return [good(phrase('slack.doctor.app_token'))];
  } catch (error) {
    return [bad(phrase('slack.doctor.app_token_refused', { error: slackErrorName(error) ?? 'unreachable' }))];
  }
}

async function checkChannels(
  patient: webApi.WebClient,
  { organization, bound }: Checking,
): Promise<Finding[]> {
  const channels = channelBook(patient, () => performance.now());
  await channels.read();
  const { allPlaces } = unitPlaces(organization, { bindings: () => Promise.resolve([...bound]) });
  const wanted = await allPlaces();
  const missing = wanted.filter((place) => !channels.isIn(place));
  const archived = missing.length === 0 ? new Set<string>() : await archivedChannels(patient);
  const fallback = organization.fallbackChannels[SLACK];
  return [
    ...(fallback === undefined ? [bad(phrase('slack.doctor.no_fallback'))] : []),
    ...missing.map((channel) => {
      if (archived.has(channel)) return bad(phrase('slack.doctor.channel_archived', { channel }));
      const unit = bound.find(({ place }) => place === channel)?.unit;
      return bad(
        unit === undefined
          ? phrase('slack.doctor.channel_missing', { channel })
          : phrase('slack.doctor.bound_missing', { channel, unit: { unit } }),
      );
    }),
    ...(missing.length < wanted.length
      ? [good(phrase('slack.doctor.channels', { n: wanted.length - missing.length }))]
      : []),
  ];
}

/** Channels that we are in and that are archived, as places. */
async function archivedChannels(patient: webApi.WebClient): Promise<ReadonlySet<string>> {
  const archived = new Set<string>();
  for await (const { id, name, is_archived } of ownChannels(patient, { archived: true }))
    if (is_archived === true)
      [id, `#${name ?? ''}`].forEach((place) => place !== undefined && archived.add(place));
  return archived;
}

/** Of those who handle reports, who is known in the workspace by the e-mail of the directory: all of them are looked for. */
async function checkPeople(patient: webApi.WebClient, { organization, today }: Checking): Promise<Finding[]> {
  const handlers = [...organization.people.values()].filter((person) =>
    handlesReports(actorOn(person, today)),
  );
  const members = await memberEmails(patient);
  const unknown = handlers.map(({ email }) => email).filter((email) => !members.has(email.toLowerCase()));
  const found = good(
    phrase('slack.doctor.people', { n: handlers.length - unknown.length, of: handlers.length }),
  );
  return unknown.length === 0
    ? [found]
    : [found, bad(phrase('slack.doctor.people_missing', { emails: unknown.join(', ') }))];
}

/** Which of those that could be called there are; none has to be. */
async function checkGroups(patient: webApi.WebClient, { organization, today }: Checking): Promise<Finding[]> {
  const known = await groupsByHandle(patient);
  const all = callableHandles(organization, today);
  const there = all.filter((handle) => known.has(handle));
  const missing = all.filter((handle) => !known.has(handle));
  return [
    ...(there.length > 0 ? [good(phrase('slack.doctor.groups', { handles: there.join(', ') }))] : []),
    ...(missing.length > 0 ? [good(phrase('slack.doctor.no_groups', { handles: missing.join(', ') }))] : []),
  ];
}

/** By which people would be recognised; one lookup for each of them would be more than Slack allows in a minute. */
async function memberEmails(patient: webApi.WebClient): Promise<ReadonlySet<string>> {
  const { team_id: team = '' } = await patient.auth.test();
  const emails = new Set<string>();
  for await (const page of patient.paginate('users.list', { limit: PAGE })) {
    const { members = [] } = page as webApi.UsersListResponse;
    for (const member of members) {
      const email = isMember(member, team) ? profileOf(member).email : null;
      if (email !== null) emails.add(email.toLowerCase());
    }
  }
  return emails;
}

/** What Slack refuses on the way is told like anything else. */
async function guarded(check: () => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await check();
  } catch (error) {
    return [bad(phrase('slack.doctor.refused', { error: slackErrorName(error) ?? 'unreachable' }))];
  }
}
