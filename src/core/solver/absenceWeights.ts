import type { KernelModel } from './kernelModel.ts';

const mean = (values: Int32Array): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** What leaving a task out weighs: large loads and long calls more, so that what is left out shrinks until it fits. */
export class AbsenceWeights {
  readonly weight: Float64Array;

  constructor(private readonly model: KernelModel) {
    this.weight = new Float64Array(model.n);
    this.reset();
  }

  reset(): void {
    const { model, weight } = this;
    const dimensions = model.problem.dimensionCount;
    const meanPeak = mean(model.peak);
    const meanServiceS = model.durationMode === 'none' ? 0 : mean(model.taskServiceS);
    for (let task = 0; task < model.n; task++)
      weight[task] =
        1 +
        model.peak[task * dimensions]! / Math.max(1, meanPeak) +
        (meanServiceS > 0 ? model.taskServiceS[task]! / meanServiceS : 0);
  }

  /** What keeps being left out weighs ever more, until something else gives way to it. */
  weigh(absent: Int32Array, count: number): void {
    for (let index = 0; index < count; index++) {
      const task = absent[index]!;
      this.weight[task] = this.weight[task]! + 0.1;
    }
  }
}
