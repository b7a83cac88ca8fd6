import { ended, FIRST, goOn, hash, SECOND } from './name-hash.ts';

const SIGNAL = 's:';

/**
 * Names of features in the order they were added, as fingerprints of 64 bits: a long message has thousands, and none of
 * them is ever made a string.
 */
export class FeatureNames {
  readonly firsts: number[] = [];
  readonly seconds: number[] = [];
  /** Positions of those made by hand. */
  readonly signals = new Set<number>();

  static of(names: Iterable<string>): FeatureNames {
    const made = new FeatureNames();
    for (const name of names) made.add(name);
    return made;
  }

  /** Adds the name that the parts make when they are joined. */
  add(...parts: readonly string[]): void {
    if (parts[0]?.startsWith(SIGNAL) === true) this.signals.add(this.firsts.length);
    this.#push(hash(parts, FIRST), hash(parts, SECOND));
  }

  /** Adds all stretches of neighbouring signs behind the prefix, shorter ones first. */
  addSequences(prefix: string, signs: readonly string[], shortest: number, longest: number): void {
    const firsts = new Int32Array(signs.length).fill(goOn(FIRST.seed, prefix, FIRST));
    const seconds = new Int32Array(signs.length).fill(goOn(SECOND.seed, prefix, SECOND));
    for (let length = 1; length <= longest; length++) {
      for (let at = 0; at + length <= signs.length; at++) {
        const sign = signs[at + length - 1] ?? '';
        const first = goOn(firsts[at] ?? 0, sign, FIRST);
        const second = goOn(seconds[at] ?? 0, sign, SECOND);
        firsts[at] = first;
        seconds[at] = second;
        if (length >= shortest) this.#push(ended(first, FIRST), ended(second, SECOND));
      }
    }
  }

  #push(first: number, second: number): void {
    this.firsts.push(first);
    this.seconds.push(second);
  }
}
