import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Locale } from '../../../domain/organization.ts';
import type { Session } from '../api.ts';
import { useSession } from './live/use-session.ts';
import type { SignedIn } from './live/use-session.ts';
import { timesOf, TimesContext } from './parts/times.ts';
import type { Times } from './parts/times.ts';
import { PreferencesContext, usePreferencesOf } from './preferences.ts';
import { browserLocale, LanguageContext, sayIn } from './say.ts';
import type { Language } from './say.ts';
import { CONVERSATION } from './shell/routes.ts';
import { Shell } from './shell/shell.tsx';
import { SkipLink } from './shell/skip-link.tsx';
import { Starting } from './shell/starting.tsx';
import { TrialBar } from './shell/trial-bar.tsx';
import { go } from './shell/use-route.ts';
import { useTheme } from './shell/use-theme.ts';
import { playerOf } from './tour/progress.ts';
import { useTourProgress } from './tour/use-tour-progress.ts';

export function App() {
  const { signedIn, failed, switchTo, speak, renew } = useSession();
  const [switched, setSwitched] = useState<string | null>(null);
  const tour = useTourProgress();
  const preferences = usePreferencesOf(signedIn?.session.person ?? null);
  const { language, times } = useSpeech(signedIn?.session ?? null);
  useTheme(preferences.preferences.theme);

  const become = (person: string, locale: Locale | null) => {
    go(CONVERSATION);
    setSwitched(person);
    void switchTo(person, locale);
  };
  if (!signedIn) {
    return (
      <LanguageContext.Provider value={language}>
        <Starting failed={failed} retry={() => void renew()} />
      </LanguageContext.Provider>
    );
  }
  const { session, identities } = signedIn;
  const player = playerOf(tour.progress, identities);
  // The tour itself says whose part is played.
  const greets = switched === session.person && !(tour.progress.shown && player === session.person);
  const openTour = () => {
    tour.change({ shown: true });
    if (player && player !== session.person) become(player, session.locale);
  };
  return (
    <LanguageContext.Provider value={language}>
      <TimesContext.Provider value={times}>
        <PreferencesContext.Provider value={preferences}>
          <SkipLink />
          <TrialBar
            session={session}
            identities={identities}
            switchTo={(person) => become(person, null)}
            openTour={tour.progress.shown ? null : openTour}
          />
          <Shell
            key={session.person}
            signedIn={signedIn}
            greeting={greets ? language.say('page.switched', { part: partOf(signedIn) }) : null}
            tour={tour}
            openTour={openTour}
            switchTo={(person) => become(person, session.locale)}
            speak={speak}
            renew={renew}
          />
        </PreferencesContext.Provider>
      </TimesContext.Provider>
    </LanguageContext.Provider>
  );
}

/** The language and the clock of whoever is signed in; before that, the browser's own language. */
function useSpeech(session: Session | null): { language: Language; times: Times } {
  const locale = session?.locale ?? browserLocale();
  const offset = session?.offsetMinutes ?? 0;
  const language = useMemo(() => ({ locale, say: sayIn(locale) }), [locale]);
  const times = useMemo(() => timesOf(locale, offset), [locale, offset]);
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return { language, times };
}

function partOf({ session, identities }: SignedIn): string {
  return identities.find(({ person }) => person === session.person)?.part ?? session.name;
}
