/** Runs `work` one at a time: asked for while it runs, it runs once more afterwards, however often it was asked for. */
export function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let again = false;

  async function run(): Promise<void> {
    do {
      again = false;
      await work();
    } while (again);
  }

  return () => {
    if (running) again = true;
    else running = run().finally(() => (running = null));
    return running;
  };
}
