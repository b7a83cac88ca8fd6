import { useEffect, useState } from 'preact/hooks';
import type { Locale } from '../../../../domain/organization.ts';
import type { Identity, PlaceSummary, Session } from '../../api.ts';
import { browserLocale } from '../say.ts';
import { api } from './api-client.ts';

/** Everything the page needs before it can show a person's places. */
export interface SignedIn {
  session: Session;
  identities: readonly Identity[];
  places: readonly PlaceSummary[];
}

export interface SessionState {
  signedIn: SignedIn | null;
  failed: boolean;
  /** With a language, everything goes on in it, whichever the person's own is. */
  switchTo: (person: string, locale: Locale | null) => Promise<void>;
  /** From now on everything is said in this language; false when the server could not be told. */
  speak: (locale: Locale) => Promise<boolean>;
  /** Begins again after the server was away; a session it no longer knows is asked for anew. */
  renew: () => Promise<void>;
}

/** Who one is; at the first visit the first of the sample people. */
export function useSession(): SessionState {
  const [signedIn, setSignedIn] = useState<SignedIn | null>(null);
  const [failed, setFailed] = useState(false);

  const load = async (session: Promise<Session | null>) => {
    const loaded = await completed(await session);
    setFailed(loaded === null);
    if (loaded) setSignedIn(loaded);
  };

  useEffect(() => void load(currentOr(null)), []);

  // Another tab may have switched: the session is the browser's, not the tab's.
  useEffect(() => {
    const onVisible = () => document.visibilityState === 'visible' && void load(currentOr(null));
    document.addEventListener('visibilitychange', onVisible);
    return () => document.removeEventListener('visibilitychange', onVisible);
  }, []);

  return {
    signedIn,
    failed,
    switchTo: (person, locale) => load(sessionAs(person, locale)),
    speak: async (locale) => {
      const reply = await api.speak(locale);
      if (reply.ok) await load(currentOr(null));
      return reply.ok;
    },
    renew: () => load(currentOr(signedIn?.session.person ?? null)),
  };
}

async function completed(session: Session | null): Promise<SignedIn | null> {
  if (!session) return null;
  const [identities, places] = await Promise.all([api.identities(), api.places()]);
  if (!identities.ok || !places.ok) return null;
  return { session, identities: identities.value, places: places.value };
}

/** As whoever the cookie says, or else as `fallback` or the first identity, in English where the browser is. */
async function currentOr(fallback: string | null): Promise<Session | null> {
  const current = await api.session();
  if (!current.ok) return null;
  if (current.value) return current.value;
  const identities = await api.identities();
  const person = fallback ?? (identities.ok ? identities.value[0]?.person : undefined);
  return person === undefined ? null : sessionAs(person, browserLocale() === 'en' ? 'en' : null);
}

async function sessionAs(person: string, locale: Locale | null): Promise<Session | null> {
  const reply = await api.signIn(person);
  if (!reply.ok) return null;
  if (locale === null || reply.value.locale === locale) return reply.value;
  const spoken = await api.speak(locale);
  return spoken.ok ? spoken.value : reply.value;
}
