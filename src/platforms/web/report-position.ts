import type { ListPosition } from '../../application/ports.ts';

const POSITION = /^([A-Z]{3}-\d{2}-[0-9A-Z]{5})(?:@(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z))?$/;

/** Where a page of reports ended, as a client carries it to the next one. */
export function writePosition({ number, due }: ListPosition): string {
  return due === null ? number : `${number}@${due}`;
}

export function readPosition(text: string): ListPosition | null {
  const [, number, due = null] = POSITION.exec(text) ?? [];
  const real = due === null || !Number.isNaN(Date.parse(due));
  return number !== undefined && real ? { number, due } : null;
}
