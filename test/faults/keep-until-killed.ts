import { keepClocks } from '../../src/application/keep-clocks.ts';
import { outlooks } from '../../src/compose/outlook.ts';
import { systemHash } from '../../src/compose/node-ports.ts';
import { addMinutes } from '../../src/domain/business-time.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { theCatalogue } from '../support/builders.ts';
import { silentLog } from '../support/storage-samples.ts';
import { END, keepingAt, STEP_MINUTES } from '../support/due-reports.ts';

// Keeps the clocks from a moment on, a quarter of an hour at each look, and prints each look that is done.
const [folder = '', from = ''] = process.argv.slice(2);
const opened = await openDatabase({ url: null, folder, log: silentLog() });
if (!opened.ok) throw new Error(opened.problem.kind);
const catalogue = await theCatalogue();
const { outlookOf } = outlooks(catalogue, systemHash);
const store = openStore({
  database: opened.value,
  enqueue: () => Promise.resolve(),
  log: silentLog(),
  outlookOf,
});
const clock = { at: from, now: () => clock.at };
process.stdout.write('ready\n');

for (; clock.at <= END; clock.at = addMinutes(clock.at, STEP_MINUTES)) {
  await keepClocks({ ...keepingAt(catalogue, clock), unitOfWork: store.work });
  process.stdout.write(`${clock.at}\n`);
}
process.stdout.write('done\n');
await store.stop();
await opened.value.close();
