import type { App } from '@slack/bolt';
import { z } from 'zod';
import { SLACK, type SlackContext } from './slack-context.ts';

const channel = z.union([z.string(), z.looseObject({ id: z.string(), name: z.string().optional() })]);
const schema = z.looseObject({ channel, user: z.string().optional() });

/** Events after which nothing can be posted there. */
const LOST = [
  'channel_archive',
  'group_archive',
  'channel_deleted',
  'group_deleted',
  'channel_left',
  'group_left',
] as const;
const REGAINED = ['channel_unarchive', 'group_unarchive'] as const;
const RENAMED = ['channel_rename', 'group_rename'] as const;

/** Which channel events are listened to; the manifest asks Slack for them. */
export const CHANNEL_EVENTS = [...LOST, ...REGAINED, ...RENAMED, 'member_joined_channel'] as const;

/** What becomes of channels: a post must never find out first. */
export function followChannels(app: App, context: SlackContext): void {
  for (const event of LOST) app.event(event, async ({ event }) => lose(context, read(event)));
  for (const event of REGAINED) app.event(event, async ({ event }) => regain(context, read(event)));
  for (const event of RENAMED) app.event(event, async ({ event }) => rename(context, read(event)));
  app.event('member_joined_channel', async ({ event }) => {
    const joined = read(event);
    if (joined?.user === context.bot) await regain(context, joined);
  });
}

/**
 * At a start: what became of channels while nobody listened. One that is missing, archived or that we are not in is
 * lost, and one that was lost and is there again is used again; administrators are told once, as of any loss.
 */
export async function lookAtChannels({ edge, channels, allPlaces, log }: SlackContext): Promise<void> {
  try {
    await channels.read();
  } catch {
    // Nothing is known of any of them.
    log.warn('channels of Slack could not be read');
    return;
  }
  for (const place of await allPlaces()) {
    const channel = { platform: SLACK, place };
    await (channels.isIn(place) ? edge.regainChannel(channel) : edge.loseChannel(channel));
  }
}

interface Told {
  id: string;
  name: string | null;
  user: string | null;
}

function read(event: unknown): Told | null {
  const { data } = schema.safeParse(event);
  if (!data) return null;
  const { channel, user = null } = data;
  return typeof channel === 'string'
    ? { id: channel, name: null, user }
    : { id: channel.id, name: channel.name ?? null, user };
}

async function lose({ edge, channels, usedPlaces }: SlackContext, told: Told | null): Promise<void> {
  if (!told) return;
  const places = await usedPlaces(await channels.placesOf(told.id));
  channels.forget(told.id);
  for (const place of places) await edge.loseChannel({ platform: SLACK, place });
}

async function regain({ edge, channels }: SlackContext, told: Told | null): Promise<void> {
  if (!told) return;
  for (const place of await channels.placesOf(told.id)) await edge.regainChannel({ platform: SLACK, place });
}

/** The files know it by its old name, under which nobody finds it now. */
async function rename(context: SlackContext, told: Told | null): Promise<void> {
  if (!told || told.name === null) return;
  const { edge, channels, usedPlaces } = context;
  const before = channels.named(told.id, told.name);
  const gone = before === null || before === told.name ? [] : await usedPlaces([`#${before}`]);
  for (const place of gone) await edge.loseChannel({ platform: SLACK, place });
  await edge.regainChannel({ platform: SLACK, place: `#${told.name}` });
}
