import { pseudoRandom, shuffle } from '../../pseudo-random.ts';
import { JUDGE_PLACES } from './judge-clues.ts';

/** A word of a message that may be the name of a customer, and what tells whether it is. */
export interface JudgeLesson {
  clues: Int32Array;
  staysReadable: boolean;
}

const SEED = 5;
const EPOCHS = 12;
const LEARNING_RATE = 0.05;
const L2 = 0.002;
/** Clues met more seldom are left out. */
const FEWEST = 3;

/**
 * Weight of each clue, for a word that stays readable and against it: a logistic regression by AdaGrad with L2, in a fixed pseudo-random
 * order, averaged over the second half of its epochs (Polyak and Juditsky, 1992).
 */
export function trainJudge(lessons: readonly JudgeLesson[]): Float32Array<ArrayBuffer> {
  const known = knownClues(lessons);
  const weights = new Float32Array(JUDGE_PLACES);
  const squares = new Float32Array(JUDGE_PLACES).fill(1e-3);
  const mean = new Float32Array(JUDGE_PLACES);
  const order = lessons.map((_, index) => index);
  const random = pseudoRandom(SEED);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    for (const index of order) {
      const lesson = lessons[index];
      if (lesson !== undefined) learn(weights, squares, lesson, known);
    }
    if (epoch < EPOCHS / 2) continue;
    for (let place = 0; place < JUDGE_PLACES; place++)
      mean[place] = (mean[place] ?? 0) + (weights[place] ?? 0) / (EPOCHS / 2);
  }
  return mean;
}

function knownClues(lessons: readonly JudgeLesson[]): Uint8Array {
  const counts = new Uint8Array(JUDGE_PLACES);
  for (const { clues } of lessons)
    for (const clue of clues) counts[clue] = Math.min(FEWEST, (counts[clue] ?? 0) + 1);
  return counts.map((count) => Number(count >= FEWEST));
}

function learn(
  weights: Float32Array,
  squares: Float32Array,
  { clues, staysReadable }: JudgeLesson,
  known: Uint8Array,
): void {
  const error = likelihood(weights, clues) - Number(staysReadable);
  for (const clue of clues) {
    if (known[clue] !== 1) continue;
    const weight = weights[clue] ?? 0;
    const gradient = error + L2 * weight;
    const square = (squares[clue] ?? 0) + gradient * gradient;
    squares[clue] = square;
    weights[clue] = weight - (LEARNING_RATE * gradient) / Math.sqrt(square);
  }
}

/** How likely it is that such a word stays readable, 0 to 1. */
export function likelihood(weights: Float32Array, clues: Int32Array): number {
  let sum = 0;
  for (const clue of clues) sum += weights[clue] ?? 0;
  return 1 / (1 + Math.exp(-sum));
}
