/** What long work tells while it runs; generators in core yield it, workers pass it on. */
export type RunPhase = 'roads' | 'lines' | 'branches' | 'baseline';

export interface RunProgress {
  readonly phase: RunPhase;
  /** 0 to 1 over the whole run. */
  readonly doneShare: number;
  /** Best yuan per parcel of the plan found so far; null before the first plan. */
  readonly bestYuanPerParcel: number | null;
}
