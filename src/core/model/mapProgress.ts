/** Passes a generator's steps on in another form. */
export function* mapProgress<Step, Out, Value>(
  source: Generator<Step, Value>,
  map: (step: Step) => Out,
): Generator<Out, Value> {
  for (;;) {
    const step = source.next();
    if (step.done) return step.value;
    yield map(step.value);
  }
}
