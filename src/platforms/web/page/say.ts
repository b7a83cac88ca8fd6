import { IntlMessageFormat } from 'intl-messageformat';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import en from '../../../../locales/en.json';
import ja from '../../../../locales/ja.json';
import type { Locale } from '../../../domain/organization.ts';

export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

const WORDS: Readonly<Record<Locale, Readonly<Record<string, string>>>> = { ja, en };

/** The page's own words in one language; what the bot says comes rendered from the server. */
export function sayIn(locale: Locale): Say {
  return (key, values) => {
    const words = WORDS[locale][key];
    if (words === undefined) throw new Error(`no words for ${key} in ${locale}`);
    return String(new IntlMessageFormat(words, locale, undefined, { ignoreTag: true }).format(values));
  };
}

/** Every language under the name its speakers give it. */
export const LANGUAGES: readonly { locale: Locale; name: string }[] = [
  { locale: 'ja', name: ja['page.language.name'] },
  { locale: 'en', name: en['page.language.name'] },
];

export interface Language {
  locale: Locale;
  say: Say;
}

export const LanguageContext = createContext<Language>({ locale: 'ja', say: sayIn('ja') });

export function useSay(): Say {
  return useContext(LanguageContext).say;
}

/** Before anybody is signed in, the browser's own language. */
export function browserLocale(): Locale {
  return navigator.language.toLowerCase().startsWith('en') ? 'en' : 'ja';
}
