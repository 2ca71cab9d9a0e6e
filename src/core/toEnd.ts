/** Runs stepwise work to its end at once. */
export function toEnd<Value>(work: Iterator<unknown, Value, undefined>): Value {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
