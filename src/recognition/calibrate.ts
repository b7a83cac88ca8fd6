import { softmax } from './softmax-regression.ts';

const LOWEST = 0.05;
const HIGHEST = 200;
const STEP = 1.06;
const TINY = 1e-12;

/** The temperature under which the scores predict the answers best; both must be out of fold. */
export function fitTemperature(scores: readonly (readonly number[])[], answers: readonly number[]): number {
  let best = { loss: Infinity, temperature: 1 };
  for (let temperature = LOWEST; temperature < HIGHEST; temperature *= STEP) {
    const loss = scores.reduce(
      (sum, row, index) => sum - Math.log((softmax(row, temperature)[answers[index] ?? 0] ?? 0) + TINY),
      0,
    );
    if (loss < best.loss) best = { loss, temperature };
  }
  return best.temperature;
}

/** Which of `folds` parts an example belongs to, every class spread evenly over the parts. */
export function stratifiedFolds(answers: readonly number[], folds: number): number[] {
  const seen = new Map<number, number>();
  return answers.map((answer) => {
    const position = seen.get(answer) ?? 0;
    seen.set(answer, position + 1);
    return (position * 7 + 3) % folds;
  });
}
