/** Odd, and without a pattern in their bits; two hashes with different ones have nothing to do with each other. */
interface HashConstants {
  seed: number;
  unit: number;
  end: number;
}

export const FIRST: HashConstants = { seed: 0x2c1b3c6d, unit: 0x9e3779b1, end: 0x297a2d39 };
export const SECOND: HashConstants = { seed: 0x5bd1e995, unit: 0x85ebca77, end: 0x1b56c4e9 };

/** 32 bits, of which each depends on every UTF-16 unit of the name that the parts make. */
export function hash(parts: readonly string[], constants: HashConstants): number {
  let bits = constants.seed;
  for (const part of parts) bits = goOn(bits, part, constants);
  return ended(bits, constants);
}

/** The bits of a name that goes on with `text`; of its beginning they are the seed. */
export function goOn(bits: number, text: string, { unit }: HashConstants): number {
  let next = bits;
  for (let at = 0; at < text.length; at++) {
    next = Math.imul(next ^ text.charCodeAt(at), unit);
    next ^= next >>> 15;
  }
  return next;
}

/** The hash of a name that goes on no further. */
export function ended(bits: number, { end }: HashConstants): number {
  const mixed = Math.imul(bits ^ (bits >>> 16), end);
  return mixed ^ (mixed >>> 15);
}
