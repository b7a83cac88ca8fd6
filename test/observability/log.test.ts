import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { createLog } from '../../src/observability/log.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'tsutae-log-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the log', () => {
  test('is a file for its owner alone, with a line that is there as soon as it is written', () => {
    const file = path.join(folder, 'log', 'tsutae.log');
    createLog({ level: 'info', file }).warn('something happened', { count: 2 });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ msg: 'something happened', count: 2 });
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  // The device that says of every write that the disk is full exists on Linux only.
  test.skipIf(os.platform() !== 'linux')('on a full disk loses its lines, and nothing else', async () => {
    const log = createLog({ level: 'info', file: '/dev/full' });
    for (let line = 0; line < 100; line++) log.error('something happened');
    // An unhandled error would end the process in a later turn of the event loop.
    await sleep(50);
    expect(() => log.error('still here')).not.toThrow();
  });
});
