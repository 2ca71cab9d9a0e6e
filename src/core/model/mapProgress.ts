/** Passes a generator's steps on in another form, and what is answered to them back. */
export function* mapProgress<Step, Out, Value, Answer = undefined>(
  source: Generator<Step, Value, Answer | undefined>,
  map: (step: Step) => Out,
): Generator<Out, Value, Answer | undefined> {
  let answer: Answer | undefined;
  for (;;) {
    const step = source.next(answer);
    if (step.done) return step.value;
    answer = yield map(step.value);
  }
}
