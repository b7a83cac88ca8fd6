import type { Locale } from '../../domain/organization.ts';
import type { Press } from '../../domain/view.ts';

/** What goes over the wire between the web edge and the page or any other client. Paths begin with /api/v1. */
export interface Session {
  person: string;
  name: string;
  unit: string | null;
  locale: Locale;
  /** The person's own conversation. */
  home: string;
  /** Offset from UTC of the clock that the organisation works by. */
  offsetMinutes: number;
}

/** A sample person one can try out, with the part they play. */
export interface Identity {
  person: string;
  name: string;
  part: string;
}

export interface PlaceSummary {
  place: string;
  kind: 'personal' | 'channel';
  name: string;
  revision: number;
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
  card: object | null;
  /** One sentence that stands for the card. */
  fallback: string | null;
  /** Number of the report whose living card this is. */
  report: string | null;
  mention: boolean;
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

/** A press was taken, or it opens a form. */
export type PressAnswer = { form: null } | { form: OpenedForm };

export interface OpenedForm {
  /** The press that opened it, to be sent back with the answers. */
  opener: Press;
  title: string;
  card: object;
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
