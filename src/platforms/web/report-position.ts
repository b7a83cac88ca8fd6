import type { ListPosition } from '../../application/ports.ts';

const POSITION = /^([A-Z]{3}-\d{2}-[0-9A-Z]{5})(?:@(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z))?$/;

/** Where a page of reports ended, as a client carries it to the next one. */
export function writePosition({ number, at }: ListPosition): string {
  return at === null ? number : `${number}@${at}`;
}

export function readPosition(text: string): ListPosition | null {
  const [, number, at = null] = POSITION.exec(text) ?? [];
  const real = at === null || !Number.isNaN(Date.parse(at));
  return number !== undefined && real ? { number, at } : null;
}
