/**
 * What a turn waits for, and no longer than it may: the work goes on by itself.
 * @returns `late` when it was not done within the time
 */
export async function atMost<T>(ms: number, work: Promise<T>): Promise<T | 'late'> {
  const timer: { set?: NodeJS.Timeout } = {};
  const late = new Promise<'late'>((resolve) => {
    timer.set = setTimeout(() => {
      resolve('late');
    }, ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer.set);
  }
}
