import { randomUUID } from 'node:crypto';
import { openTeams } from '../../../src/compose/open-teams.ts';
import { openWeb, type OpenPlatform } from '../../../src/compose/platforms.ts';
import type { TeamsSettings } from '../../../src/config.ts';
import type { Press } from '../../../src/domain/view.ts';
import type { PaceLimit } from '../../../src/domain/pace.ts';
import type { BotEdge } from '../../../src/platforms/teams/edge.ts';
import { aWorld, type World, type WorldOptions } from '../a-world.ts';
import { fakeConnector, type CardPart, type FakeConnector, type Posted, type SentCard } from './connector.ts';
import { tokenIssuer, type Claims, type TokenIssuer } from './token-issuer.ts';

export const TENANT = '11111111-2222-4333-8444-555555555555';
export const APP = { id: 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee', tenant: TENANT, secret: 'not used here' };

export interface Answered {
  status: number;
  body: { statusCode?: number; type?: string; value?: unknown } | null;
}

/** Where somebody acts: in their own chat when it is left out. */
export interface Where {
  channel?: string;
  /** Message on top of the thread. */
  thread?: string;
}

/** The whole house with Teams as its platform, over a connector and a token issuer on loopback. */
export interface Teams {
  world: World;
  issuer: TokenIssuer;
  connector: FakeConnector;
  address: string;
  /** The activity that Teams would post for somebody of the directory. */
  activity(person: string, over: object, where?: Where): Record<string, unknown>;
  /** Posts with a valid token and waits until everything that follows is delivered. */
  deliver(activity: object): Promise<Answered>;
  /** As it comes over the wire, with any authorization. */
  post(activity: object, authorization: string | null): Promise<Answered>;
  token(claims?: Claims, how?: Parameters<TokenIssuer['token']>[1]): string;
  say(person: string, text: string, where?: Where): Promise<Answered>;
  /** Presses the newest button with this title that stands in the place; answers what Teams is answered. */
  press(person: string, title: string, where?: Where): Promise<Answered>;
  /** Executes an action of a card that was answered, with what was filled in. */
  execute(person: string, data: object, where?: Where): Promise<Answered>;
  /** Cards in a person's own chat, as text, oldest first. */
  heard(person: string): string[];
  inChannel(channel: string): Posted[];
  close(): Promise<void>;
}

export async function aTeams(
  options: WorldOptions & {
    settings?: Partial<TeamsSettings>;
    others?: OpenPlatform[];
    paces?: readonly PaceLimit[];
    /** Instead of the SDK that is configured. */
    edge?: (connector: FakeConnector) => BotEdge;
  } = {},
): Promise<Teams> {
  // Scenes are played faster than people write: only those about the pace keep it.
  const { settings, others = [openWeb], paces = [], edge, ...rest } = options;
  const [issuer, connector] = await Promise.all([tokenIssuer(), fakeConnector()]);
  const teams: TeamsSettings = {
    app: APP,
    host: '127.0.0.1',
    port: 0,
    serviceUrl: connector.url,
    dialogs: false,
    sdk: 'botbuilder',
    ...settings,
  };
  const cloud = { issuer, token: () => Promise.resolve('connector-token'), timeoutMs: 1_000, paces };
  connector.keepsPace = paces.length > 0;
  const openEdge = edge && (() => Promise.resolve(edge(connector)));
  const world = await aWorld({ ...rest, platforms: [openTeams(teams, cloud, openEdge), ...others] });
  const started = await world.house.start();
  if (!started.ok) {
    await Promise.all([world.close(), issuer.close(), connector.close()]);
    throw new Error(started.problem.kind);
  }
  const address = started.value.address;
  addMembers(connector, world);
  return meet(world, issuer, connector, address);
}

/** The people of the directory, as Teams knows them. */
export function addMembers(connector: FakeConnector, { organized }: Pick<World, 'organized'>): void {
  for (const { id, name, email } of organized.catalogue.organization.people.values())
    connector.members.set(userOf(id), {
      id: userOf(id),
      aadObjectId: objectIdOf(id),
      name: name.ja,
      email,
      userPrincipalName: email,
      userRole: 'user',
    });
}

export function userOf(person: string): string {
  return `29:${person}`;
}

export function objectIdOf(person: string): string {
  return `object-${person}`;
}

export function ownChat(person: string): string {
  return `a:own-${userOf(person)}`;
}

function meet(world: World, issuer: TokenIssuer, connector: FakeConnector, address: string): Teams {
  const token: Teams['token'] = (claims = {}, how = {}) =>
    issuer.token({ ...claimsTo(connector), ...claims }, how);
  const post: Teams['post'] = async (activity, authorization) => {
    const response = await fetch(address, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(authorization !== null && { authorization }),
      },
      body: JSON.stringify(activity),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : (JSON.parse(text) as Answered['body']) };
  };
  const activity: Teams['activity'] = (...of) => activityOf(connector, ...of);
  const deliver: Teams['deliver'] = async (one) => {
    const answered = await post(one, `Bearer ${token()}`);
    await world.settle();
    return answered;
  };
  const execute: Teams['execute'] = (person, data, where) =>
    deliver(
      activity(
        person,
        {
          type: 'invoke',
          name: 'adaptiveCard/action',
          value: { action: { type: 'Action.Execute', data }, trigger: 'manual' },
        },
        where,
      ),
    );
  const placed = (place: string) =>
    connector.posted.filter((one) => one.conversation.split(';')[0] === place);
  return {
    world,
    issuer,
    connector,
    address,
    activity,
    deliver,
    post,
    token,
    say: (person, text, where) => deliver(activity(person, { type: 'message', ...said(text, where) }, where)),
    press: async (person, title, where) => {
      const cards = placed(where?.channel ?? ownChat(person)).flatMap(cardsOf);
      const action = cards.flatMap(actionsOf).findLast((one) => one['title'] === title);
      if (!action)
        throw new Error(
          `no button ${title}; there are ${cards
            .flatMap(actionsOf)
            .map((one) => one['title'])
            .join(' ')}`,
        );
      return execute(person, action['data'] as object, where);
    },
    execute,
    heard: (person) => placed(ownChat(person)).flatMap(cardsOf).map(textOf),
    inChannel: placed,
    close: async () => {
      await world.close();
      await Promise.all([issuer.close(), connector.close()]);
    },
  };
}

/** The activity that Teams would post for somebody of the directory. */
export function activityOf(
  { url }: FakeConnector,
  person: string,
  over: object,
  where: Where = {},
): Record<string, unknown> {
  return {
    id: randomUUID(),
    timestamp: '2026-11-20T00:12:00.000Z',
    channelId: 'msteams',
    serviceUrl: url,
    from: { id: userOf(person), aadObjectId: objectIdOf(person), name: person },
    recipient: { id: `28:${APP.id}`, name: 'つたえ' },
    locale: 'ja-JP',
    channelData: { tenant: { id: TENANT } },
    ...conversationOf(person, where),
    ...over,
  };
}

/** In a channel nobody is heard without a mention. */
function said(text: string, where: Where | undefined): object {
  if (!where?.channel) return { text };
  const mention = {
    type: 'mention',
    text: '<at>つたえ</at>',
    mentioned: { id: `28:${APP.id}`, name: 'つたえ' },
  };
  return { text: `<at>つたえ</at> ${text}`, entities: [mention] };
}

function conversationOf(person: string, { channel, thread }: Where): object {
  if (channel === undefined)
    return { conversation: { id: ownChat(person), conversationType: 'personal', tenantId: TENANT } };
  const id = thread === undefined ? channel : `${channel};messageid=${thread}`;
  return {
    conversation: { id, conversationType: 'channel', isGroup: true, tenantId: TENANT },
    channelData: { tenant: { id: TENANT }, team: { id: '19:team@thread.tacv2' }, channel: { id: channel } },
  };
}

/** What Teams says of itself in the token of an activity, good for an hour from now. */
export function claimsTo({ url }: FakeConnector): Claims {
  const now = Math.floor(Date.now() / 1000);
  return { aud: APP.id, serviceurl: url, iat: now, nbf: now - 60, exp: now + 3600 };
}

export function cardsOf({ activity }: Posted): SentCard[] {
  return (activity.attachments ?? []).map(({ content }) => content);
}

/** Every element of a card, from the outside in. */
export function partsOf({ body }: { body: CardPart[] }): CardPart[] {
  return body.flatMap((part) => [
    part,
    ...partsOf({ body: [...(part.items ?? []), ...(part.actions ?? [])] }),
  ]);
}

export function actionsOf(card: { body: CardPart[] }): CardPart[] {
  return partsOf(card).filter(({ type }) => type === 'Action.Execute');
}

export function textOf(card: { body: CardPart[] }): string {
  return partsOf(card)
    .flatMap(({ text, facts = [] }) => [
      ...(text === undefined ? [] : [text]),
      ...facts.map((one) => `${one.title}：${one.value}`),
    ])
    .join('\n');
}

/** The press that a button of a card sends. */
export function pressOf(card: { body: CardPart[] }, title: string): { press: Press } {
  const action = actionsOf(card).find((one) => one['title'] === title);
  if (!action) throw new Error(`no button ${title}`);
  return action['data'] as { press: Press };
}
