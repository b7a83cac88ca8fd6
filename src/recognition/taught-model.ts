import { createHash } from 'node:crypto';
import type { Label } from '../domain/understanding.ts';

/** A message and the label that somebody gave it. */
export interface TaughtLabel {
  /** Masked. */
  text: string;
  label: Label;
}

const TAUGHT = '+';
const BETWEEN = ',';
/** Hexadecimal digits: enough to tell any two lessons apart. */
const DIGITS = 16;

/** Names what a model was made from: data and recipe, and each lesson that came to them. */
export function taughtFingerprint(fingerprint: string, lessons: readonly TaughtLabel[]): string {
  return `${fingerprint}${TAUGHT}${[...new Set(lessons.map(digestOf))].sort().join(BETWEEN)}`;
}

/** Whether a model was taught on top of exactly this data and recipe. */
export function isTaughtFrom(taught: string, fingerprint: string): boolean {
  return taught.startsWith(`${fingerprint}${TAUGHT}`);
}

/** Whether nothing that a model was taught has been taken back since. */
export function wasTaughtOnly(taught: string, lessons: readonly TaughtLabel[]): boolean {
  const known = new Set(lessons.map(digestOf));
  const [, digests = ''] = taught.split(TAUGHT);
  return digests.split(BETWEEN).every((digest) => digest === '' || known.has(digest));
}

function digestOf({ text, label }: TaughtLabel): string {
  return createHash('sha256')
    .update(JSON.stringify([label, text]))
    .digest('hex')
    .slice(0, DIGITS);
}
