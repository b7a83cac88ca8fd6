import type { Locale } from '../../domain/organization.ts';
import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import type { NewsTime } from '../../domain/preferences.ts';
import type { Press } from '../../domain/view.ts';

export type { AdaptiveCard, CardElement, Choice } from '../../cards/adaptive-card.ts';

/** What goes over the wire between the web edge and the page or any other client, but reports. Paths begin with /api/v1. */
export interface Session {
  person: string;
  name: string;
  unit: string | null;
  locale: Locale;
  /** The person's own conversation. */
  home: string;
  /** Has a part in handling reports, and not only in making them. */
  handles: boolean;
  /** Offset from UTC of the clock that the organisation works by. */
  offsetMinutes: number;
}

/** A sample person one can try out, with the part they play. */
export interface Identity {
  person: string;
  name: string;
  part: string;
  /** Key of the part in the page's words, the same in every language. */
  plays: string;
}

export interface PlaceSummary {
  place: string;
  kind: 'personal' | 'channel';
  name: string;
  revision: number;
  /** Messages of others posted after what the person has read; 100 stands for 100 and more. */
  unread: number;
  /** One of them mentions the group and is not to be overlooked. */
  mentioned: boolean;
}

/** Body of POST /places/:place/read: everything up to this revision has been seen. */
export interface ReadBody {
  revision: number;
}

/** What GET /preferences answers, and the body of POST /preferences. */
export interface PreferencesBody {
  /** When one hears of what happens to one's reports. */
  news: NewsTime;
}

/** Body of POST /session/language. */
export interface LanguageBody {
  locale: Locale;
}

export interface Message {
  id: string;
  /** Grows within a place with every message posted or changed. */
  revision: number;
  /** Instants, ISO 8601 in UTC. */
  at: string;
  editedAt: string | null;
  author: Author;
  /** A person's own words, masked; null for the bot. */
  text: string | null;
  /** Adaptive Card in the reader's language; null for a person's words and for what the reader may not see. */
  card: AdaptiveCard | null;
  /** One sentence that stands for the card. */
  fallback: string | null;
  /** Number of the report whose living card this is. */
  report: string | null;
  mention: boolean;
  /** What a notification outside the page may say: never content of a restricted matter; null for a person's words. */
  notification: string | null;
  /** Turn of the conversation to which the card's buttons belong; null where they stay good. */
  turn: number | null;
}

export type Author = { kind: 'bot' } | { kind: 'person'; name: string; me: boolean };

export interface MessagePage {
  messages: Message[];
  /** Ask for changes since this revision; nothing in between is missed. */
  revision: number;
  /** There is more in the direction that was asked for. */
  more: boolean;
}

export interface SayBody {
  eventId: string;
  place: string;
  text: string;
}

export interface SayAnswer {
  /** What was kept of the text, masked; null when nothing was. */
  shown: string | null;
  /** Kinds of personal data that were hidden. */
  hidden: readonly string[];
  /** The same eventId had been received before. */
  repeated: boolean;
}

export interface PressBody {
  eventId: string;
  place: string;
  press: Press;
}

/** A press was taken, or it opens a form, or it shows what a filled form would send. */
export interface PressAnswer {
  form: OpenedForm | null;
  /** Stands in the form's place; its buttons send the same values, or go back to them. */
  preview: AdaptiveCard | null;
  /** Nothing of what was filled in was kept: it may be a compliance matter. */
  stopped: boolean;
}

export interface OpenedForm {
  /** The press that opened it, to be sent back with the answers. */
  opener: Press;
  title: string;
  card: AdaptiveCard;
}

export interface SubmitBody {
  eventId: string;
  place: string;
  /** The press that opened the form; null for a form that stands in a message. */
  opener: Press | null;
  /** The button of the form that was pressed. */
  press: Press;
  /** Input id of the card → what stands in it. */
  values: Readonly<Record<string, string>>;
}

/** Body of every answer of 400 and above. */
export interface ProblemBody {
  problem: string;
  message: string;
  /** Form field → what to mend (422 of /forms). */
  errors?: Readonly<Record<string, string>>;
}

/** Data of the `change` event of /stream. */
export interface Change {
  place: string;
  revision: number;
}

/** What is known of the matter being reported, before it is sent; null while there is none. */
export interface DraftPanel {
  draft: { card: AdaptiveCard } | null;
}
