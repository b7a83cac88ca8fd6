import { isOutage } from './storage-error.ts';

/** Of one statement; more wait for the next. */
const MOST = 50;

interface Call<Item, Result> {
  item: Item;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
}

/**
 * Calls that come while a statement is under way share the next one, in the order in which they came; while none is,
 * nobody waits. A statement that fails is made again for each call by itself: what is wrong with one harms no other.
 * @param run one result for each item, in their order; all of them or none are written
 */
export function gather<Item, Result>(
  run: (items: readonly Item[]) => Promise<readonly Result[]>,
): (item: Item) => Promise<Result> {
  const waiting: Call<Item, Result>[] = [];
  let busy = false;

  async function work(): Promise<void> {
    while (waiting.length > 0) await make(run, waiting.splice(0, MOST));
    busy = false;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (busy) return;
      busy = true;
      // Not before everyone who is at it in this moment has called.
      setImmediate(() => void work());
    });
}

async function make<Item, Result>(
  run: (items: readonly Item[]) => Promise<readonly Result[]>,
  calls: readonly Call<Item, Result>[],
): Promise<void> {
  try {
    const results = await run(calls.map(({ item }) => item));
    calls.forEach(({ resolve }, index) => resolve(results[index] as Result));
  } catch (error) {
    // Whatever is wrong with the database is wrong for all.
    if (calls.length === 1 || isOutage(error)) calls.forEach(({ reject }) => reject(error));
    else for (const call of calls) await make(run, [call]);
  }
}
