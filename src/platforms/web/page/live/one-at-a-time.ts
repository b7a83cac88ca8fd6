/** Runs `work` one at a time: asked for while it runs, it runs once more afterwards, however often it was asked for. */
export function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let wanted = 0;

  async function run(): Promise<void> {
    while (wanted > 0) {
      wanted = 0;
      await work();
    }
  }

  return () => {
    wanted += 1;
    running ??= run().finally(() => (running = null));
    return running;
  };
}
