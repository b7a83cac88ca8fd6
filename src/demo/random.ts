/** A stream of chance that its seed decides alone. */
export interface Random {
  /** 0 ≤ x < 1. */
  next(): number;
  /** A whole number, both ends included. */
  between(least: number, most: number): number;
  /** Undefined for an empty list only. */
  pick<T>(from: readonly T[]): T | undefined;
  hex(digits: number): string;
  uuid(): string;
}

/** xorshift128, seeded by an FNV-1a hash of the text: fast, and good enough to look like chance. */
export function randomOf(seed: string): Random {
  const state = [0, 1, 2, 3].map((salt) => hashOf(`${salt}/${seed}`)) as [number, number, number, number];
  const word = (): number => {
    let t = state[3];
    const s = state[0];
    state[3] = state[2];
    state[2] = state[1];
    state[1] = s;
    t ^= t << 11;
    t ^= t >>> 8;
    state[0] = t ^ s ^ (s >>> 19);
    return state[0] >>> 0;
  };
  const next = () => word() / 2 ** 32;
  const hex = (digits: number): string => {
    let text = '';
    while (text.length < digits) text += word().toString(16).padStart(8, '0');
    return text.slice(0, digits);
  };
  for (let warm = 0; warm < 8; warm++) word();
  return {
    next,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick: (from) => from[Math.floor(next() * from.length)],
    hex,
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-${'89ab'.charAt(Math.floor(next() * 4))}${hex(3)}-${hex(12)}`,
  };
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  // An all-zero state would stay zero.
  return hash === 0 ? 1 : hash;
}
