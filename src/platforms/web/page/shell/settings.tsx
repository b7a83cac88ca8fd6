import { useContext, useState } from 'preact/hooks';
import type { Locale } from '../../../../domain/organization.ts';
import { ASKING, THEMES } from '../kept-preferences.ts';
import type { Asking, Theme } from '../kept-preferences.ts';
import { usePreferences } from '../preferences.ts';
import { LanguageContext, LANGUAGES, useSay } from '../say.ts';
import { Choice } from './choice.tsx';
import { NewsSetting } from './news-setting.tsx';
import { NotificationSetting } from './notification-setting.tsx';
import { Sheet } from './sheet.tsx';

const THEME_WORDS: Readonly<Record<Theme, string>> = {
  auto: 'page.theme.auto',
  light: 'page.theme.light',
  dark: 'page.theme.dark',
  contrast: 'page.theme.contrast',
};

const ASKING_WORDS: Readonly<Record<Asking, string>> = {
  questions: 'page.asking.questions',
  form: 'page.asking.form',
};

export interface SettingsProps {
  speak: (locale: Locale) => Promise<boolean>;
  close: () => void;
}

/** What a person sets for themselves; every choice holds at once. */
export function Settings({ speak, close }: SettingsProps) {
  const say = useSay();
  const { locale } = useContext(LanguageContext);
  const { preferences, change } = usePreferences();
  const [failed, setFailed] = useState(false);

  return (
    <Sheet title={say('page.settings')} look="settings" close={close}>
      <Choice
        legend={say('page.language')}
        options={LANGUAGES.map(({ locale, name }) => ({ value: locale, label: name, lang: locale }))}
        chosen={locale}
        choose={(chosen) => void speak(chosen).then((done) => setFailed(!done))}
      />
      <div role="alert">{failed && <p class="notice notice-alert">{say('page.not_sent')}</p>}</div>
      <Choice
        legend={say('page.theme')}
        options={THEMES.map((value) => ({ value, label: say(THEME_WORDS[value]) }))}
        chosen={preferences.theme}
        choose={(theme) => change({ theme })}
      />
      <Choice
        legend={say('page.asking')}
        hint={say('page.asking.hint')}
        options={ASKING.map((value) => ({ value, label: say(ASKING_WORDS[value]) }))}
        chosen={preferences.asking}
        choose={(asking) => change({ asking })}
      />
      <NewsSetting />
      <NotificationSetting />
    </Sheet>
  );
}
