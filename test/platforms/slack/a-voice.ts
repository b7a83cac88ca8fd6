import type { Locale } from '../../../src/domain/organization.ts';
import type { Phrase } from '../../../src/domain/phrase.ts';
import { createWords } from '../../../src/words/create-words.ts';
import { loadLocales } from '../../../src/words/load-locales.ts';
import { theCatalogue, TODAY } from '../../support/builders.ts';

export const catalogue = await theCatalogue();
export const words = createWords({
  catalogs: loadLocales('locales'),
  organization: catalogue.organization,
  calendar: catalogue.calendar,
  today: () => TODAY,
});

export const LOCALES: readonly Locale[] = ['ja', 'en'];
export const sayIn = (locale: Locale) => (said: Phrase) => words.say(said, locale);
