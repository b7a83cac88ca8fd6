import type { Clock, Edge, Log, Words } from '../../application/ports.ts';
import type { WebChat } from '../../application/ports/web-chat.ts';
import type { Calendar } from '../../domain/business-time.ts';
import type { Organization } from '../../domain/organization.ts';
import type { Phrase } from '../../domain/phrase.ts';

/** Who may sit at the page, and which channels they belong to. */
export interface WebDirectory {
  organization: Organization;
  /** People one can try out; nobody else gets a session. */
  sampleIdentities: readonly SampleIdentity[];
  /** Channels the person is a member of today, the most important first. */
  channelsFor(person: string): readonly Channel[];
  /** Says what day it is where the organisation works. */
  calendar: Calendar;
}

export interface SampleIdentity {
  person: string;
  /** The part they play: 職員, 担当. */
  part: Phrase;
}

export interface Channel {
  place: string;
  unit: string;
}

/** What every route of the web edge works with. */
export interface WebContext {
  edge: Edge;
  webChat: WebChat;
  directory: WebDirectory;
  words: Words;
  clock: Clock;
  log: Log;
}
