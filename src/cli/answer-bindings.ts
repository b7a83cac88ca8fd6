import { z } from 'zod';
import type { ChannelBinding, ReachBook } from '../application/ports.ts';
import { done, type HouseAnswer, type HouseRequest } from './house-request.ts';

/** Channels that were given to units in the chat itself. */
export async function listBindings(
  { reach }: { reach: Pick<ReachBook, 'bindings'> },
  { platform }: Extract<HouseRequest, { command: 'bindings' }>,
): Promise<HouseAnswer> {
  const bindings = (await reach.bindings()).filter((one) => one.platform === platform);
  return done(bindings.map((one) => JSON.stringify(one)));
}

export function bindingsIn({ lines }: HouseAnswer): ChannelBinding[] {
  return lines.map((line) => schema.parse(JSON.parse(line)));
}

const text = z.string();
const schema = z.object({ platform: text, place: text, unit: text, by: text, at: text });
