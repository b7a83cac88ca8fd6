import type { ChatParts } from '../platforms/platform.ts';
import type { PlatformParts } from './platforms.ts';

/** Of what the house hands to a platform, what the edge of somebody else's chat works with. */
export function chatParts({ organized, store, clock, log }: PlatformParts, platform: string): ChatParts {
  const { catalogue, words } = organized;
  const { organization, calendar } = catalogue;
  const { accounts, reach } = store;
  return { accounts, reach, organization, calendar, words, clock, log: log.child({ platform }) };
}
