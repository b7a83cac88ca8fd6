import { colourIcon, outlineIcon } from './icons.ts';
import { localization, manifest, type AppParts } from './manifest.ts';
import { zip } from './zip.ts';

/** What an administrator uploads to Teams: manifest, words in English, icons. */
export function appPackage(parts: AppParts): Buffer {
  const json = (value: object) => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
  return zip([
    { name: 'manifest.json', data: json(manifest(parts)) },
    { name: 'en.json', data: json(localization(parts)) },
    { name: 'color.png', data: colourIcon() },
    { name: 'outline.png', data: outlineIcon() },
  ]);
}
