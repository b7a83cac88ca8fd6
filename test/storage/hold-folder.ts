import { lockFolder } from '../../src/storage/lock-folder.ts';

// Holds the lock of a folder until it is killed, and repeats what it is asked.
const lock = await lockFolder(process.argv[2] ?? '', (line) => Promise.resolve(line));
process.stdout.write(lock.ok ? 'held\n' : 'refused\n');
if (lock.ok) setInterval(() => undefined, 60_000);
