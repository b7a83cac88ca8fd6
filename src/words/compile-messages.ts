import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from '../domain/organization.ts';
import type { Catalogs } from './load-locales.ts';

export type Messages = (key: string, locale: Locale) => IntlMessageFormat;

/** Each message is parsed when it is first said and kept. An unknown key is a bug and throws. */
export function compileMessages(catalogs: Catalogs): Messages {
  const compiled = new Map<string, IntlMessageFormat>();
  return (key, locale) => {
    const cached = compiled.get(`${locale} ${key}`);
    if (cached) return cached;
    const source = catalogs[locale][key];
    if (source === undefined) throw new Error(`no words for ${key} in ${locale}`);
    const message = compile(source, key, locale);
    compiled.set(`${locale} ${key}`, message);
    return message;
  };
}

function compile(source: string, key: string, locale: Locale): IntlMessageFormat {
  try {
    // Messages are text, never markup: `<` means itself.
    return new IntlMessageFormat(source, locale, undefined, { ignoreTag: true });
  } catch (cause) {
    throw new Error(`the words for ${key} in ${locale} are no ICU message`, { cause });
  }
}
