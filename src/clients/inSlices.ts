/** Short enough for a frame to be drawn in between. */
const sliceMs = 8;

export const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Runs stepwise work on the main thread without holding the screen up. */
export async function inSlices<Value>(work: Iterator<unknown, Value, undefined>): Promise<Value> {
  for (;;) {
    const endMs = performance.now() + sliceMs;
    do {
      const step = work.next();
      if (step.done) return step.value;
    } while (performance.now() < endMs);
    await nextTask();
  }
}
