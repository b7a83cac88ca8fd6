import { openDatabase } from '../../src/storage/open-database.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { aMessage, anEntry, aReport, extended, NOON, silentLog } from '../support/storage-samples.ts';

// Files reports as fast as it can and prints the number of each once its transaction is committed, until it is killed.
const [folder = '', templates] = process.argv.slice(2);
const opened = await openDatabase({ url: null, folder, templates, log: silentLog() });
if (!opened.ok) throw new Error(opened.problem.kind);
const store = openStore({ database: opened.value, enqueue: () => Promise.resolve(), log: silentLog() });
process.stdout.write('ready\n');

for (;;) {
  const code = Math.random().toString(32).slice(2, 7);
  const { report, linked } = extended(aReport({ number: `INC-26-${code}` }), [{}, {}]);
  const entry = anEntry();
  const filed = await store.work.transact(async (tx) => {
    await tx.inbox.add(entry);
    if (!(await tx.reports.create(report, linked, []))) return false;
    await tx.outbox.enqueue([aMessage({ key: report.number })]);
    await tx.inbox.done(entry.id, NOON);
    return true;
  });
  if (filed) process.stdout.write(`${report.number}\n`);
}
