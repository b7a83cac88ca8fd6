import { useEffect, useMemo, useState } from 'preact/hooks';
import { useSession } from './live/use-session.ts';
import type { SignedIn } from './live/use-session.ts';
import { timesOf, TimesContext } from './parts/times.ts';
import { TopBar } from './parts/top-bar.tsx';
import { Workspace } from './parts/workspace.tsx';
import { browserLocale, LanguageContext, sayIn } from './say.ts';

export function App() {
  const { signedIn, failed, switchTo, renew } = useSession();
  const [switched, setSwitched] = useState<string | null>(null);
  const locale = signedIn?.session.locale ?? browserLocale();
  const language = useMemo(() => ({ locale, say: sayIn(locale) }), [locale]);
  const { say } = language;

  useEffect(() => {
    document.documentElement.lang = locale;
    document.title = say('page.title');
  }, [locale]);

  if (!signedIn) {
    return (
      <p class="waiting" role="status">
        {say(failed ? 'page.failed' : 'page.loading')}
      </p>
    );
  }
  return (
    <LanguageContext.Provider value={language}>
      <TimesContext.Provider value={timesOf(locale, signedIn.session.offsetMinutes)}>
        <TopBar
          session={signedIn.session}
          identities={signedIn.identities}
          switchTo={(person) => void switchTo(person).then(() => setSwitched(person))}
        />
        <p class="unseen" role="status">
          {switched === signedIn.session.person && say('page.switched', { part: partOf(signedIn) })}
        </p>
        <Workspace
          key={signedIn.session.person}
          session={signedIn.session}
          places={signedIn.places}
          renew={renew}
        />
      </TimesContext.Provider>
    </LanguageContext.Provider>
  );
}

function partOf({ session, identities }: SignedIn): string {
  return identities.find(({ person }) => person === session.person)?.part ?? session.name;
}
