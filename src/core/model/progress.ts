/** What long work tells while it runs; generators in core yield it, workers pass it on. */
export type RunPhase = 'roads' | 'lines' | 'branches' | 'baseline';

/** The best lines so far as rows of the travel tables, for drawing: few bytes, sent again and again. */
export interface IncumbentLines {
  /** Goes up with every better plan. */
  readonly version: number;
  /** Rows of the stations called at, line after line. */
  readonly stops: Int32Array;
  /** Where each line begins in `stops`. */
  readonly starts: Int32Array;
  /** Row of each line's origin. */
  readonly origins: Int32Array;
  readonly unservedCount: number;
}

export interface RunProgress {
  readonly phase: RunPhase;
  /** 0 to 1 over the whole run. */
  readonly doneShare: number;
  /** Best yuan per parcel of the plan found so far; null before the first plan. */
  readonly bestYuanPerParcel: number | null;
  readonly incumbent?: IncumbentLines | null;
}
