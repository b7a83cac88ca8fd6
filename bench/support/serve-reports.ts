import { openEdge } from '../../src/compose/open-edge.ts';
import { webDirectory } from '../../src/compose/web-directory.ts';
import { createWebPlatform } from '../../src/platforms/web/web-platform.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { newDatabase, SILENT } from './new-database.ts';
import { realSurroundings } from './understanding.ts';

// The web chat’s own server over a database that was filled before, with nothing beside it: no clocks, no workers, so
// that what is asked for is all that it does.
const [folder = '', url = ''] = process.argv.slice(2);
const { surroundings, organized } = await realSurroundings();
const database = await newDatabase(folder, url === '' ? null : url);
const store = openStore({ database, enqueue: () => Promise.resolve(), log: SILENT });
const nothing = () => Promise.resolve();
const idle = { person: () => undefined, worked: nothing, inbox: nothing, outbox: nothing, stop: nothing };
const platform = createWebPlatform({
  host: '127.0.0.1',
  port: 0,
  secret: 'only for benchmarks, and long enough to sign',
  webChat: store.webChat,
  directory: webDirectory(organized, surroundings.clock),
  words: surroundings.words,
  clock: surroundings.clock,
  log: SILENT,
  pageFolder: folder,
  health: () => Promise.resolve({ state: 'ok', late: 0, since: null }),
});
const listening = await platform.start(openEdge(surroundings, store, idle, { refresh: nothing }));
if (!listening.ok) throw new Error(listening.problem.kind);

process.once('SIGINT', () => {
  void (async () => {
    await platform.stop();
    await store.stop();
    await database.close();
    process.exit();
  })();
});
process.stdout.write(`${listening.value.address}\n`);
