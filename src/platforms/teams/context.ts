import type { Edge } from '../../application/ports.ts';
import type { ChatParts } from '../platform.ts';
import type { BotEdge } from './edge.ts';
import type { SeenEvents } from './seen-events.ts';

export const PLATFORM = 'teams';

/** What everything here works with, once the platform listens. */
export interface TeamsContext extends Speaking {
  edge: Edge;
  seen: SeenEvents;
}

/** What it takes to bring something to a place. */
export interface Speaking extends ChatParts {
  bot: BotEdge;
  /** The one tenant whose people are served; null where nothing is verified. */
  tenant: string | null;
  /** Whether forms open as dialogs. */
  dialogs: boolean;
  /** Where channels are written to: the connector of the tenant's region. */
  serviceUrl: string;
}
