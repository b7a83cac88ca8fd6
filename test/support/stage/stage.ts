import type { Phrase } from '../../../src/domain/phrase.ts';
import type { World } from '../a-world.ts';

/** A message as a person reads it in their client. */
export interface Shown {
  text: string;
  /** Titles of its buttons, in order. */
  buttons: string[];
}

export interface InChannel extends Shown {
  /** Whether it calls a group, or people by name. */
  calls: boolean;
}

/** A form, a preview or a page that is open in front of somebody. */
export interface Opened {
  text: string;
  /** Ids of what can be filled in. */
  fields: string[];
  /** What would leave, word for word; null while it is not asked for. */
  preview: string | null;
}

/** Somebody at their own client: everything goes in through the edge of their platform, as itself. */
export interface Player {
  id: string;
  /** In their own conversation with the bot. */
  says(text: string): Promise<void>;
  /** Calls the bot in the channel of a unit. */
  calls(unit: string, text: string): Promise<void>;
  /** The newest button with this title in their own conversation. */
  presses(title: string): Promise<void>;
  /** A button of the card of a report in the channel of a unit. */
  pressesCard(unit: string, number: string, title: string): Promise<void>;
  /** Looks at the card of a report: its buttons are pressed later, as it stands now. */
  looksAt(unit: string, number: string): (title: string) => Promise<void>;
  /** Under the card of a report. */
  writes(unit: string, number: string, text: string): Promise<void>;
  /** What is open in front of them; null for nothing. */
  opened(): Opened | null;
  /**
   * Fills in what is open, by the ids of its controls, and sends it; what keeps it from being taken, beside its fields.
   * Where a preview is shown nothing has left yet: `sends` it as it is.
   */
  fills(values: Readonly<Record<string, string>>): Promise<string[]>;
  sends(): Promise<void>;
  /** What the bot has said in their own conversation, oldest first. */
  heard(): Shown[];
  /** What they alone were shown since they last did something, wherever it stood. */
  told(): string[];
}

/** The whole house with platforms in front of it. */
export interface Stage {
  world: World;
  /** Somebody who reports; the same person each time. */
  reporter(id: string): Promise<Player>;
  /** Somebody of a department. */
  handler(id: string): Promise<Player>;
  /** What is said where the answer stands in somebody's own conversation. */
  inPrivate: Phrase;
  /** The same reporter on another platform; null where there is none. */
  elsewhere: ((id: string) => Promise<Player>) | null;
  /** The living card of a report in the channel where its department reads; null for none. */
  card(unit: string, number: string): InChannel | null;
  /** Everything that stands in the channel by itself, oldest first. */
  channel(unit: string): InChannel[];
  /** What stands under the card of a report, oldest first. */
  under(unit: string, number: string): string[];
  close(): Promise<void>;
}

/** Who sets a platform up. */
export const ADMINISTRATOR = 'hirata';
/** Offices that have a channel because an administrator has connected it. */
export const CONNECTED = ['midori', 'akita', 'hirakata'] as const;

export function linesOf({ text }: Pick<Shown, 'text'>): string[] {
  return text.split('\n');
}

/** One card of a report, however often it was changed. */
export function onlyOne<T>(cards: readonly T[], number: string): T | null {
  if (cards.length > 1) throw new Error(`${cards.length} cards of ${number} in one channel`);
  return cards[0] ?? null;
}

/** The same player however often somebody is asked for. */
export function remembered(make: (id: string) => Promise<Player>): (id: string) => Promise<Player> {
  const known = new Map<string, Promise<Player>>();
  return (id) => {
    const player = known.get(id) ?? make(id);
    known.set(id, player);
    return player;
  };
}
