import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ClockHealth } from '../application/audit-clocks.ts';
import type { Clock, Edge, Log, Messenger } from '../application/ports.ts';
import type { Config, SlackSettings } from '../config.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { Listening, Platform, StartProblem } from '../platforms/platform.ts';
import { createSlackPlatform } from '../platforms/slack/slack-platform.ts';
import { createWebPlatform } from '../platforms/web/web-platform.ts';
import type { Store } from '../storage/open-store.ts';
import { secretFile } from '../storage/secret-file.ts';
import { chatParts } from './chat-parts.ts';
import { slackSettings } from './slack-settings.ts';
import type { Organized } from './knowledge.ts';
import { openTeams } from './open-teams.ts';
import { webDirectory } from './web-directory.ts';

export const PAGE_FOLDER = fileURLToPath(new URL('../../dist/page', import.meta.url));

/** What the house hands to a platform. */
export interface PlatformParts {
  config: Config;
  organized: Organized;
  store: Store;
  log: Log;
  clock: Clock;
  /** Where the page of the web chat lies. */
  pageFolder: string;
  health: () => Promise<ClockHealth>;
}

export type OpenPlatform = (parts: PlatformParts) => Platform;

/** The platforms that are configured; people who have never written are reached on the first one. */
export function platformsInUse({ slack, teams, web }: Config): OpenPlatform[] {
  return [
    ...(slack === null ? [] : [openSlack(slack)]),
    ...(teams === null ? [] : [openTeams(teams)]),
    ...(web ? [openWeb] : []),
  ];
}

/** @param paceMs between two messages to one place; Slack's own when it is left out */
export function openSlack(slack: SlackSettings, paceMs?: number): OpenPlatform {
  const settings = { ...slackSettings(slack), ...(paceMs !== undefined && { paceMs }) };
  return (parts) => createSlackPlatform({ settings, ...chatParts(parts, 'slack') });
}

export function openWeb({
  config,
  organized,
  store,
  log,
  clock,
  pageFolder,
  health,
}: PlatformParts): Platform {
  return createWebPlatform({
    host: config.host,
    port: config.port,
    secret: secretFile(path.join(config.dataFolder, 'keys', 'sessions'), () =>
      randomBytes(32).toString('hex'),
    ),
    webChat: store.webChat,
    directory: webDirectory(organized, clock),
    words: organized.words,
    clock,
    log,
    pageFolder,
    health,
  });
}

export function messengerOver(platforms: readonly Platform[]): Messenger {
  const byId = new Map(platforms.map((platform) => [platform.id, platform]));
  const unavailable = fail({ code: 'no_such_place' as const, retryAfterMs: null });
  return {
    send: (post) => byId.get(post.to.platform)?.send(post) ?? Promise.resolve(unavailable),
    update: (ref, post) => byId.get(post.to.platform)?.update(ref, post) ?? Promise.resolve(unavailable),
    paces: (platform) => byId.get(platform)?.capabilities.paces ?? [],
    hasLists: (platform) => byId.get(platform)?.capabilities.lists ?? false,
    hasThreads: (platform) => byId.get(platform)?.capabilities.threads ?? false,
    deletesOriginals: (platform) => byId.get(platform)?.capabilities.deletesOriginals ?? false,
  };
}

/** `address` is that of the first platform. */
export interface HouseListening extends Listening {
  platforms: readonly Listening[];
}

/** All of them, or none: what has begun to listen is stopped again. */
export async function startPlatforms(
  platforms: readonly Platform[],
  edge: Edge,
): Promise<Result<HouseListening, StartProblem>> {
  const listening: Listening[] = [];
  for (const platform of platforms) {
    const started = await platform.start(edge);
    if (!started.ok) {
      await Promise.all(platforms.map((one) => one.stop()));
      return started;
    }
    listening.push(started.value);
  }
  return ok({ address: listening[0]?.address ?? '', platforms: listening });
}
