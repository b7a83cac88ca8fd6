import type { Evaluation, Measured } from '../application/ports.ts';
import type { Phrase } from '../domain/phrase.ts';
import { phrase } from '../domain/phrase.ts';

type Say = (phrase: Phrase) => string;

/** An evaluation as Markdown: what was measured beside its aim, and what was taken for what. */
export function evaluationLines({ measured, confusion }: Evaluation, say: Say): string[] {
  const heads = ['measure', 'value', 'interval', 'of', 'aim', 'met'].map((head) =>
    say(phrase(`cli.evaluate.head.${head}`)),
  );
  return [
    `# ${say(phrase('cli.evaluate.title'))}`,
    '',
    ...table(
      heads,
      measured.map((one) => row(one, say)),
    ),
    '',
    `## ${say(phrase('cli.evaluate.confusion'))}`,
    '',
    ...table(
      ['', ...confusion.labels],
      confusion.rows.map((counts, index) => [confusion.labels[index] ?? '', ...counts.map(String)]),
    ),
  ];
}

function row({ measure, value, from, until, of, aim }: Measured, say: Say): string[] {
  return [
    say(phrase(`cli.evaluate.measure.${measure}`)),
    inThree(value),
    `${inThree(from)}–${inThree(until)}`,
    String(of),
    aim ? `${aim.kind === 'at_least' ? '≥' : '≤'} ${aim.value}` : '',
    aim ? say(phrase(isMet(value, aim) ? 'cli.evaluate.yes' : 'cli.evaluate.no')) : '',
  ];
}

function isMet(value: number, aim: NonNullable<Measured['aim']>): boolean {
  return aim.kind === 'at_least' ? value >= aim.value : value <= aim.value;
}

function inThree(value: number): string {
  return value.toFixed(3);
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)];
}
