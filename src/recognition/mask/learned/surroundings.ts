import { isNoName, isTitleOrPlace } from '../not-names.ts';
import { isSurname } from '../surnames.ts';
import { beforeAt, behindAt } from './said-around.ts';
import type { Sights } from './sights.ts';
import { fills } from './sights.ts';

const LONGEST_NAME = 12;
const LONGEST_GIVEN = 4;

/** What stands around a span and what it can be, each asked for once. */
export class Surroundings {
  readonly #sights: Sights;
  readonly #behind: Int8Array;
  readonly #before: Int8Array;
  readonly #sorts = new Map<number, number>();

  constructor(sights: Sights) {
    this.#sights = sights;
    this.#behind = new Int8Array(sights.text.length + 1).fill(-1);
    this.#before = new Int8Array(sights.text.length + 1).fill(-1);
  }

  behind(at: number): number {
    if (this.#behind[at] === -1) this.#behind[at] = behindAt(this.#sights.text, at);
    return this.#behind[at] ?? 0;
  }

  before(at: number): number {
    if (this.#before[at] === -1) this.#before[at] = beforeAt(this.#sights.text, at);
    return this.#before[at] ?? 0;
  }

  /** What the whole run can be: surname, given name, both, place, another word. */
  sort(start: number, end: number): number {
    const key = start * 16 + Math.min(15, end - start);
    const known = this.#sorts.get(key);
    if (known !== undefined) return known;
    const sort = end - start > LONGEST_NAME ? 0 : wholeSort(this.#sights, start, end);
    this.#sorts.set(key, sort);
    return sort;
  }
}

/** One bit for each thing that the whole span can be. */
function wholeSort(sights: Sights, start: number, end: number): number {
  const { text, surnames, givens, regions, commons, listed } = sights;
  const words = text.slice(start, end);
  const answers = [
    isSurname(words),
    ...[surnames, givens, regions, commons].map((marks) => fills(marks, start, end)),
    isNoName(words) || isTitleOrPlace(words),
  ];
  let sort = answers.reduce((sum, answer, bit) => sum + (answer ? 1 << bit : 0), 0);
  for (let cut = Math.max(start + 1, end - LONGEST_GIVEN); cut < end; cut++) {
    if (!fills(surnames, start, cut) && !fills(listed, start, cut)) continue;
    sort |= fills(givens, cut, end) ? 64 : 128;
  }
  return sort;
}
