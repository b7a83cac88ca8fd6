import { expect, test } from 'vitest';
import { gather } from '../../src/storage/gather.ts';
import { StorageError } from '../../src/storage/storage-error.ts';

interface Statements {
  write: (item: string) => Promise<string>;
  /** What each statement wrote, in order, also of those that failed. */
  made: string[][];
}

/** Statements that end one after another, each a moment after it began. */
function statements(fail: (items: readonly string[]) => Error | null = () => null): Statements {
  const made: string[][] = [];
  const write = gather(async (items: readonly string[]) => {
    made.push([...items]);
    await new Promise((resolve) => setTimeout(resolve, 5));
    const error = fail(items);
    if (error) throw error;
    return items.map((item) => item.toUpperCase());
  });
  return { write, made };
}

test('calls of one moment share a statement, and each gets its own result', async () => {
  const { write, made } = statements();
  expect(await Promise.all(['a', 'b', 'c'].map(write))).toEqual(['A', 'B', 'C']);
  expect(made).toEqual([['a', 'b', 'c']]);
});

test('what comes while a statement is under way goes into the next one, in its order', async () => {
  const { write, made } = statements();
  const first = write('a');
  await new Promise((resolve) => setImmediate(resolve));
  await Promise.all([first, write('b'), write('c')]);
  await write('d');
  expect(made).toEqual([['a'], ['b', 'c'], ['d']]);
});

test('never more than fifty share a statement', async () => {
  const { write, made } = statements();
  await Promise.all(Array.from({ length: 120 }, (_, i) => write(String(i))));
  expect(made.map((items) => items.length)).toEqual([50, 50, 20]);
});

test('what is wrong with one harms no other', async () => {
  const { write, made } = statements((items) => (items.includes('bad') ? new Error('bad') : null));
  const results = await Promise.allSettled(['a', 'bad', 'c'].map(write));
  expect(results).toMatchObject([{ value: 'A' }, { reason: { message: 'bad' } }, { value: 'C' }]);
  expect(made).toEqual([['a', 'bad', 'c'], ['a'], ['bad'], ['c']]);
  expect(await write('d')).toBe('D');
});

test('a database that is away is not asked once more for each', async () => {
  const { write, made } = statements(() => new StorageError({ code: 'ECONNREFUSED' }));
  const results = await Promise.allSettled(['a', 'b'].map(write));
  expect(results).toMatchObject([{ reason: { code: 'unavailable' } }, { reason: { code: 'unavailable' } }]);
  expect(made).toEqual([['a', 'b']]);
});
