import { strToU8, zipSync } from 'fflate';
import { colourIcon, outlineIcon } from './icons.ts';
import { localization, manifest, type AppParts } from './manifest.ts';

/** The first moment that a ZIP archive knows, in local time as it writes it: the same files make the same archive. */
const MADE_AT = new Date(1980, 0, 1);

/** What an administrator uploads to Teams: manifest, words in English, icons. */
export function appPackage(parts: AppParts): Uint8Array {
  const json = (value: object) => strToU8(`${JSON.stringify(value, null, 2)}\n`);
  return zipSync(
    {
      'manifest.json': json(manifest(parts)),
      'en.json': json(localization(parts)),
      'color.png': colourIcon(),
      'outline.png': outlineIcon(),
    },
    { mtime: MADE_AT },
  );
}
