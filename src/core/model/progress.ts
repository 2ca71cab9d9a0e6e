import type { PlannedLine } from './plan.ts';

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
  /** By line: 0 = it ends at its last stop. */
  readonly comesBack: Uint8Array;
  readonly unservedCount: number;
}

/**
 * The best lines of one set (of a depot, of a hub) at a fixed count of rounds, offered to other searches for the same
 * lines. Whoever drives the search may answer with better ones of theirs, which it then goes on from.
 */
export interface LinesOffer {
  /** The same at the same point of every search for these lines. */
  readonly key: string;
  readonly lines: readonly PlannedLine[];
  /** Stops left out and vehicles wanting. */
  readonly missingCount: number;
  /** In the search's own money: good for comparing offers under one key only. */
  readonly cost: number;
}

/** Given to the next step of a search: lines of another one. */
export interface SearchAnswer {
  readonly rivalLines: readonly PlannedLine[];
}

export interface RunProgress {
  readonly phase: RunPhase;
  /** 0 to 1 over the whole run. */
  readonly doneShare: number;
  /** Best yuan per parcel of the plan found so far; null before the first plan. */
  readonly bestYuanPerParcel: number | null;
  readonly incumbent?: IncumbentLines | null;
  /** Where an answer is waited for. */
  readonly offer?: LinesOffer;
}
