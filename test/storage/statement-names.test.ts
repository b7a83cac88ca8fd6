import { expect, test } from 'vitest';
import { statementNames } from '../../src/storage/statement-names.ts';

test('the same statement has the same name, another one another', () => {
  const nameOf = statementNames();
  const first = nameOf({ sql: 'SELECT $1' });
  expect(nameOf({ sql: 'SELECT $1' })).toBe(first);
  expect(nameOf({ sql: 'SELECT $1, 2' })).not.toBe(first);
});

test('what begins and ends transactions is not kept, and neither is more than the database should hold', () => {
  const nameOf = statementNames();
  expect(nameOf({ sql: 'BEGIN' })).toBe('');
  const names = Array.from({ length: 1_000 }, (_, n) => nameOf({ sql: `SELECT $1, ${String(n)}` }));
  const kept = names.filter((name) => name !== '');
  expect(new Set(kept).size).toBe(kept.length);
  expect(kept.length).toBeLessThan(1_000);
});
