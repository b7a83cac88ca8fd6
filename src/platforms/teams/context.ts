import type { AccountBook, Clock, Edge, Log, ReachBook, Words } from '../../application/ports.ts';
import type { Calendar } from '../../domain/business-time.ts';
import type { Locale, Organization } from '../../domain/organization.ts';
import type { BotEdge } from './edge.ts';
import type { SeenEvents } from './seen-events.ts';

export const PLATFORM = 'teams';

/** What everything here works with, once the platform listens. */
export interface TeamsContext extends Speaking {
  edge: Edge;
  seen: SeenEvents;
}

/** What it takes to bring something to a place. */
export interface Speaking {
  bot: BotEdge;
  accounts: AccountBook;
  reach: Pick<ReachBook, 'bindings'>;
  organization: Organization;
  calendar: Calendar;
  words: Words;
  clock: Clock;
  log: Log;
  /** The one tenant whose people are served; null where nothing is verified. */
  tenant: string | null;
  /** Whether forms open as dialogs. */
  dialogs: boolean;
  /** Where channels are written to: the connector of the tenant's region. */
  serviceUrl: string;
}

/** The language of what is read by many. */
export const CHANNEL_LOCALE: Locale = 'ja';
