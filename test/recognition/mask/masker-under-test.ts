import { join } from 'node:path';
import { myNumberCheckDigit } from '../../../src/recognition/mask/check-digit.ts';
import { ensureMaskModel } from '../../../src/recognition/mask/learned/ensure-mask-model.ts';
import { createLearnedDetectors } from '../../../src/recognition/mask/learned/learned-detectors.ts';
import { createMasker } from '../../../src/recognition/mask/mask.ts';
import type { PersonalDataKind } from '../../../src/recognition/mask/mask.ts';
import { loadDictionary } from '../../../src/recognition/tokenize.ts';

const ROOT = join(import.meta.dirname, '../../..');
const dictionary = await loadDictionary();
const model = await ensureMaskModel(
  join(ROOT, 'intents'),
  join(ROOT, 'node_modules/.cache/tsutae/model'),
  dictionary,
);
if (model === null) throw new Error('There are no messages to learn masking from');

export const mask = createMasker(
  {
    ownPhones: ['03-0000-1100', '0570-00-1165'],
    ownEmailDomains: ['nenkin.example.jp'],
    ownAddresses: ['〒100-0000 東京都千代田区見本町3-5-24'],
    officeNames: ['中村', '平野', '桜井', '島田', '平', '福島', '新宿', '中央', '千葉'].map(
      (name) => `${name}年金事務所`,
    ),
    staffNames: ['見本花子', '山田', '佐藤', '中村', 'リー'],
  },
  createLearnedDetectors(model, dictionary),
);

/** What was found, as kind and the words of the original text. */
export function foundIn(text: string): [PersonalDataKind, string][] {
  return mask(text).found.map(({ kind, start, end }) => [kind, text.slice(start, end)]);
}

export function valuesOf(kind: PersonalDataKind, text: string): string[] {
  return foundIn(text).flatMap(([found, value]) => (found === kind ? [value] : []));
}

/** A number that passes the check digit, made from any eleven digits. */
export function myNumberFrom(eleven: string): string {
  return eleven + String(myNumberCheckDigit(eleven));
}

export function inGroups(digits: string, lengths: readonly number[], separator: string): string {
  let position = 0;
  return lengths.map((length) => digits.slice(position, (position += length))).join(separator);
}

export function fullWidth(text: string): string {
  return text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}
