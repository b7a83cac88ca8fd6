import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { inflateRawSync, inflateSync } from 'node:zlib';
import Ajv from 'ajv-draft-04';
import { describe, expect, it } from 'vitest';
import { appPackage } from '../../../src/platforms/teams/app-package.ts';
import { localization, manifest } from '../../../src/platforms/teams/manifest.ts';
import { createWords } from '../../../src/words/create-words.ts';
import { loadLocales } from '../../../src/words/load-locales.ts';
import { theCatalogue, TODAY } from '../../support/builders.ts';

const { organization, calendar } = await theCatalogue();
const catalogs = loadLocales(path.join(import.meta.dirname, '../../../locales'));

const parts = {
  appId: 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee',
  developer: {
    name: '年金サービス機構',
    website: 'https://pension.example',
    privacy: 'https://pension.example/privacy',
    terms: 'https://pension.example/terms',
  },
  version: '0.1.0',
  words: createWords({ catalogs, organization, calendar, today: () => TODAY }),
};

/** Errors by the official schema that the manifest itself names. */
function schemaErrors(value: object): unknown[] {
  const { $schema } = value as { $schema: string };
  const file = $schema.replace('https://developer.microsoft.com/json-schemas/', '');
  const require = createRequire(import.meta.url);
  const home = require.resolve('@microsoft/app-manifest/package.json').replace('package.json', '');
  const schema = JSON.parse(readFileSync(`${home}build/json-schemas/${file}`, 'utf8')) as object;
  const ajv = new Ajv.default({
    strict: false,
    allErrors: true,
    validateFormats: false,
    unicodeRegExp: false,
  });
  return ajv.validate(schema, value) ? [] : (ajv.errors ?? []);
}

/** Files of a ZIP archive, read by its central directory as programs do. */
function unzipped(bytes: Uint8Array): Map<string, Buffer> {
  const archive = Buffer.from(bytes);
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const files = new Map<string, Buffer>();
  let at = archive.readUInt32LE(end + 16);
  for (let n = 0; n < archive.readUInt16LE(end + 10); n += 1) {
    expect(archive.readUInt32LE(at)).toBe(0x02014b50);
    const [packed, size, nameLength] = [
      archive.readUInt32LE(at + 20),
      archive.readUInt32LE(at + 24),
      archive.readUInt16LE(at + 28),
    ];
    const name = archive.subarray(at + 46, at + 46 + nameLength).toString('utf8');
    const local = archive.readUInt32LE(at + 42);
    const begins = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const data = inflateRawSync(archive.subarray(begins, begins + packed));
    expect(data).toHaveLength(size);
    files.set(name, data);
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return files;
}

/** Side and points of a picture: red, green, blue, opacity of each, without the filter of each row. */
function pixels(picture: Buffer): { side: number; points: Buffer[] } {
  const side = picture.readUInt32BE(16);
  expect(picture.readUInt32BE(20)).toBe(side);
  const begins = picture.indexOf('IDAT') + 4;
  const raw = inflateSync(picture.subarray(begins, begins + picture.readUInt32BE(begins - 8)));
  const row = 1 + side * 4;
  expect(raw).toHaveLength(row * side);
  const points = Array.from({ length: side * side }, (_, n) => {
    const at = Math.floor(n / side) * row + 1 + (n % side) * 4;
    return raw.subarray(at, at + 4);
  });
  return { side, points };
}

describe('the app for Teams', () => {
  it('is valid by the official schema, in both languages', () => {
    expect(schemaErrors(manifest(parts))).toEqual([]);
    expect(schemaErrors(localization(parts))).toEqual([]);
  });

  it('is refused by that schema when something is missing: the check can fail', () => {
    expect(schemaErrors({ ...manifest(parts), id: 'no guid', bots: [{}] }).length).toBeGreaterThan(1);
  });

  it('has every word of the menu in English', () => {
    const texts = Object.entries(localization(parts)).filter(([key]) => key !== '$schema');
    expect(texts.filter(([, text]) => /[ぁ-んァ-ヶ一-龠]/u.test(String(text)))).toEqual([]);
    expect(Object.fromEntries(texts)).toMatchObject({
      'bots[0].commandLists[0].commands[2].title': 'My reports',
      'composeExtensions[0].commands[2].parameters[0].title': 'Number or words',
    });
  });

  it('is one archive with everything that Teams asks for, the same every time', () => {
    const archive = appPackage(parts);
    expect(appPackage(parts)).toEqual(archive);
    const files = unzipped(archive);
    expect([...files.keys()]).toEqual(['manifest.json', 'en.json', 'color.png', 'outline.png']);
    expect(JSON.parse(files.get('manifest.json')?.toString() ?? '')).toEqual(manifest(parts));
  });

  it('has icons of the sizes and colours that Teams takes', () => {
    const files = unzipped(appPackage(parts));
    const colour = pixels(files.get('color.png') ?? Buffer.alloc(0));
    expect(colour.side).toBe(192);
    expect(colour.points.every((point) => point[3] === 255)).toBe(true);
    const outline = pixels(files.get('outline.png') ?? Buffer.alloc(0));
    expect(outline.side).toBe(32);
    // White and transparent, nothing else.
    expect(outline.points.every((point) => point[0] === 255 && point[1] === 255 && point[2] === 255)).toBe(
      true,
    );
    expect(new Set(outline.points.map((point) => (point[3] ?? 0) > 127))).toEqual(new Set([true, false]));
  });
});
