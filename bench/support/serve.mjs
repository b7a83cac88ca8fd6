/**
 * Makes this process a worker that answers one request after another. Work that is done with `each` text by itself is
 * timed; other work takes the `whole` input and has an answer of its own.
 */
export function serve({ each, whole = {} }) {
  process.on('message', async ({ work, input }) => {
    const answer = work in whole ? await whole[work](input) : await timesOf(each[work], input);
    process.send({ answer });
  });
  process.send({ answer: null });
}

/** Milliseconds that passed, and milliseconds that the process's threads computed, which others do not lengthen. */
async function timesOf(work, texts) {
  const times = [];
  for (const text of texts) {
    const start = performance.now();
    const before = process.cpuUsage();
    await work(text);
    const { user, system } = process.cpuUsage(before);
    times.push({ ms: performance.now() - start, cpuMs: (user + system) / 1000 });
  }
  return times;
}
