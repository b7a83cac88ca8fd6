import type { Address } from './ports.ts';

/** Whether two addresses are one place. */
export function samePlace(one: Address, other: Address): boolean {
  return one.platform === other.platform && one.place === other.place;
}
