import type { webApi } from '@slack/bolt';
import type { Edge } from '../../application/ports.ts';
import type { ChatParts } from '../platform.ts';
import type { ChannelBook } from './channel-book.ts';
import type { OwnConversations } from './own-conversations.ts';

/** The house's name of the platform. */
export const SLACK = 'slack';

/** What every listener is given. */
export interface SlackContext extends Omit<ChatParts, 'accounts' | 'reach'> {
  edge: Edge;
  /** Gives up soon enough for Slack to be answered in time. */
  quick: webApi.WebClient;
  channels: ChannelBook;
  conversations: OwnConversations;
  /** Wherever units are reached, by the files or by a binding, and what stands in for those places. */
  allPlaces: () => Promise<string[]>;
  /** Those of the places that units are reached at, by the files or by a binding. */
  usedPlaces: (places: readonly string[]) => Promise<string[]>;
  /** The workspace. */
  team: string;
  /** Our own user id there. */
  bot: string;
}
