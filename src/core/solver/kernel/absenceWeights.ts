import { type SearchTables, untimed } from './searchTables.ts';

/** What leaving a task out weighs: large loads and long calls more, so that what is left out shrinks until it fits. */
export class AbsenceWeights {
  readonly weight: Float64Array;

  constructor(private readonly tables: SearchTables) {
    this.weight = new Float64Array(tables.n);
    this.reset();
  }

  reset(): void {
    const { tables, weight } = this;
    const meanPeak = mean(tables.peak);
    const meanServiceS = tables.durationMode === untimed ? 0 : mean(tables.taskServiceS);
    for (let task = 0; task < tables.n; task++) {
      const peak: f64 = tables.peak[task * tables.dimensionCount]!;
      const serviceS: f64 = tables.taskServiceS[task]!;
      weight[task] = 1 + peak / Math.max(1, meanPeak) + (meanServiceS > 0 ? serviceS / meanServiceS : 0);
    }
  }

  /** What keeps being left out weighs ever more, until something else gives way to it. */
  weigh(absent: Int32Array, count: i32): void {
    for (let index = 0; index < count; index++) {
      const task = absent[index]!;
      this.weight[task] = this.weight[task]! + 0.1;
    }
  }
}

function mean(values: Int32Array): f64 {
  let sum: f64 = 0;
  for (let index = 0; index < values.length; index++) sum += values[index]!;
  return sum / Math.max(1, values.length as f64);
}
