import type { Instant, LocalDate } from '../../domain/business-time.ts';
import type { Locale } from '../../domain/organization.ts';
import type { Address } from './outgoing.ts';

/** Somebody on a platform, as the platform has verified them. */
export interface Account {
  platform: string;
  /** Workspace or tenant. */
  tenant: string;
  /** The platform's own id of the user. */
  user: string;
}

export interface KnownAccount extends Account {
  /** Directory id. */
  person: string;
  /** How the platform opens their own conversation: its own plain data. Null while it does not know. */
  contact: object | null;
  /** False after the platform has refused to bring them anything. */
  reachable: boolean;
  /** Of their profile there, an IETF language tag; empty where it names none, null while nobody has asked. */
  language: string | null;
}

/** The language is left as it is where it is not said. */
export type KeptAccount = Omit<KnownAccount, 'language'> & Partial<Pick<KnownAccount, 'language'>>;

/** Who is who on the platforms. An account is one person's; a person may have several accounts. */
export interface AccountBook {
  find(account: Account): Promise<KnownAccount | null>;
  /** Accounts of a person on a platform, seen last first. */
  of(platform: string, person: string): Promise<KnownAccount[]>;
  /** Accounts to which a platform has refused to bring anything, of all people and platforms; at most `limit`. */
  unreachable(limit: number): Promise<KnownAccount[]>;
  /** What is known now takes the place of what was. */
  keep(account: KeptAccount, at: Instant): Promise<void>;
  /** The language of the account's profile from now on; one that is not known is no error. */
  speaks(account: Account, language: string): Promise<void>;
  /** The account is nobody's from now on; one that is not known is no error. */
  forget(account: Account): Promise<void>;
}

/** Somebody who is not in the directory's files and said where they work. */
export interface RegisteredPerson {
  id: string;
  name: string;
  email: string | null;
  locale: Locale;
  unit: string;
  since: LocalDate;
}

/** A channel that an administrator gave to a unit. One channel a unit and platform; one unit a channel. */
export interface ChannelBinding extends Address {
  unit: string;
  /** Directory id of who did it. */
  by: string;
  at: Instant;
}

/** What was learned about people and channels since the organisation's files were written. */
export interface ReachBook {
  people(): Promise<RegisteredPerson[]>;
  /** The same person again is no error: the first registration stands. */
  register(person: RegisteredPerson): Promise<void>;
  bindings(): Promise<ChannelBinding[]>;
  /** Takes the place of earlier bindings of the unit and of the channel. */
  bind(binding: ChannelBinding): Promise<void>;
  /** False when the channel was not bound. */
  unbind(channel: Address): Promise<boolean>;
  lost(): Promise<(Address & { since: Instant })[]>;
  /** @returns since when it is lost: `at`, or before when it was lost already */
  lose(channel: Address, at: Instant): Promise<Instant>;
  /** True when it was lost until now. */
  regain(channel: Address): Promise<boolean>;
}
