import { describe, expect, test } from 'vitest';
import { StorageError } from '../../src/storage/storage-error.ts';

describe('an error of the database', () => {
  test.each(['ECONNREFUSED', 'ENOENT', 'ENOTFOUND', 'EAI_AGAIN', '57P01'])(
    'that says the server is away (%s) is an outage, which passes',
    (code) => {
      expect(new StorageError({ cause: { code } }).code).toBe('unavailable');
    },
  );

  test('that nobody knows is none', () => {
    expect(new StorageError({ code: '22P02' }).code).toBe('unexpected');
  });
});
