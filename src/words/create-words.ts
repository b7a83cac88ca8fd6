import type { Words } from '../application/ports.ts';
import type { Calendar, LocalDate } from '../domain/business-time.ts';
import type { Locale, Organization } from '../domain/organization.ts';
import type { Phrase } from '../domain/phrase.ts';
import { compileMessages, type Messages } from './compile-messages.ts';
import type { Catalogs } from './load-locales.ts';
import { problemPhrase } from './problem-phrase.ts';
import { writeValue, type Writing } from './write-value.ts';

export interface WordsParts {
  catalogs: Catalogs;
  organization: Organization;
  calendar: Calendar;
  /** Today where the organisation works. */
  today: () => LocalDate;
}

/** Phrases in a reader's language. Throws for a key that has no words or a placeholder without a value. */
export function createWords({ catalogs, organization, calendar, today }: WordsParts): Words {
  const messages = compileMessages(catalogs);
  return {
    say: (phrase, locale) => {
      const writing: Writing = {
        organization,
        calendar,
        today: today(),
        locale,
        say: (inner) => write(inner, writing, messages),
      };
      return writing.say(phrase);
    },
    problem: problemPhrase,
    has: (key) => locales(catalogs).every((locale) => Object.hasOwn(catalogs[locale], key)),
  };
}

/** Values go in as they are and are never read as a message: a person's `{` stays a `{`. */
function write(phrase: Phrase, writing: Writing, messages: Messages): string {
  const values: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(phrase.values ?? {})) values[name] = writeValue(value, writing);
  try {
    return String(messages(phrase.key, writing.locale).format(values));
  } catch (cause) {
    throw new Error(`cannot say ${phrase.key} in ${writing.locale}`, { cause });
  }
}

function locales(catalogs: Catalogs): Locale[] {
  return Object.keys(catalogs) as Locale[];
}
