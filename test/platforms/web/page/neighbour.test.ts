import { describe, expect, it } from 'vitest';
import { neighbour } from '../../../../src/platforms/web/page/board/neighbour.ts';

const BOARD = [['a1', 'a2', 'a3'], [], ['c1'], ['d1', 'd2']];

describe('keys on a board', () => {
  it.each([
    ['a1', 'ArrowDown', 'a2'],
    ['a2', 'ArrowUp', 'a1'],
    ['a1', 'ArrowUp', undefined],
    ['a3', 'ArrowDown', undefined],
    ['a2', 'End', 'a3'],
    ['a3', 'Home', 'a1'],
    ['a3', 'ArrowRight', 'c1'],
    ['c1', 'ArrowRight', 'd1'],
    ['c1', 'ArrowLeft', 'a1'],
    ['d2', 'ArrowRight', undefined],
    ['a1', 'ArrowLeft', undefined],
    ['a1', 'x', undefined],
    ['nowhere', 'ArrowDown', undefined],
    ['nowhere', 'ArrowLeft', undefined],
  ])('from %s, %s leads to %s', (from, key, to) => {
    if (from === 'nowhere') expect(BOARD.flat()).not.toContain(from);
    expect(neighbour(BOARD, from, key)).toBe(to);
  });
});
