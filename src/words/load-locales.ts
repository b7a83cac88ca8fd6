import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Locale } from '../domain/organization.ts';

/** Flat dotted keys and their ICU messages. */
export type Catalog = Readonly<Record<string, string>>;
export type Catalogs = Readonly<Record<Locale, Catalog>>;

const catalogSchema = z.record(z.string(), z.string());

/** Reads `<directory>/<locale>.json`. The words belong to the program: a file that cannot be read is a bug and throws. */
export function loadLocales(directory: string): Catalogs {
  return { ja: readCatalog(directory, 'ja'), en: readCatalog(directory, 'en') };
}

function readCatalog(directory: string, locale: Locale): Catalog {
  const file = join(directory, `${locale}.json`);
  try {
    return catalogSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new Error(`cannot read the words in ${file}`, { cause });
  }
}
