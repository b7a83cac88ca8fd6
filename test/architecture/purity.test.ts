import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { codeUnder } from './project-files.ts';
import { collect } from './syntax.ts';

/** `process.pid` tells an instance from another; everything else of the process belongs to main. */
const HARMLESS = ['process.pid'];
const WORLD = ['Date.now', 'Math.random', 'performance.now', 'crypto.randomUUID'];

function member(node: ts.Node): string | undefined {
  return ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)
    ? `${node.expression.text}.${node.name.text}`
    : undefined;
}

function readsTheClock(node: ts.Node): string | undefined {
  return ts.isNewExpression(node) && node.expression.getText() === 'Date' && node.arguments?.length === 0
    ? 'new Date()'
    : undefined;
}

const say = ({ at, value }: { at: string; value: string }): string => `${at} ${value}`;

describe('the world comes in at the edges', () => {
  it('reads environment, arguments and standard streams in main.ts only', () => {
    const found = codeUnder('src')
      .filter((file) => file !== 'src/main.ts')
      .flatMap((file) => collect(file, member))
      .filter(({ value }) => value.startsWith('process.') && !HARMLESS.includes(value));
    expect(found.map(say)).toEqual([]);
  });

  it('keeps clock and randomness out of the domain, the application and the seeded example', () => {
    const found = ['src/domain', 'src/application', 'src/demo']
      .flatMap(codeUnder)
      .flatMap((file) => [
        ...collect(file, member).filter(({ value }) => WORLD.includes(value)),
        ...collect(file, readsTheClock),
      ]);
    expect(found.map(say)).toEqual([]);
  });
});
