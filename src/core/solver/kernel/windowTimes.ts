import type { RouteState } from './routeState.ts';
import { type SearchTables, timesHaveWindows } from './searchTables.ts';

/** Columns of the time segments: duration, earliest and latest start up to a node, and from it to the end. */
export const preD: i32 = 0;
export const preE: i32 = 1;
export const preL: i32 = 2;
export const sufD: i32 = 3;
export const sufE: i32 = 4;
export const sufL: i32 = 5;
export const timeColumns: i32 = 6;

/**
 * Time segments of the lines where stops have opening hours: duration D, earliest start E, latest start L without
 * waiting, from the depot up to each node and from it to the end (Vidal, Crainic, Gendreau, Prins 2014, section 4).
 * Differences of hours without bounds need more than 32 bits: they are reckoned as fractions, and kept whole.
 */
export class WindowTimes {
  /** Entry [node * timeColumns + column]: what is asked of a node lies together in memory. */
  readonly times: Int32Array;
  /** 1 where a line misses a window (only while a vehicle change is being tried). */
  readonly isLate: Uint8Array;

  constructor(
    private readonly tables: SearchTables,
    private readonly state: RouteState,
  ) {
    const nodes = tables.durationMode === timesHaveWindows ? state.nodes : 0;
    this.times = new Int32Array(nodes * timeColumns);
    this.isLate = new Uint8Array(state.routes);
  }

  /** Segments of a line between the nodes that hold (see `LineSegments.refresh`); returns its duration without breaks. */
  refresh(route: i32, keptUntil: i32, keptFrom: i32): i32 {
    const { tables, state, times } = this;
    const { next, fromPlace, toPlace } = state;
    const { taskDurationS, taskEarliestS, taskLatestS, width, durations } = tables;
    const type = state.type[route]!;
    const table = tables.profile[type]! * tables.cells;
    const end = tables.n + route;
    const endAt = end * timeColumns;
    times[endAt + preD] = tables.loadingS[type]! as i32;
    times[endAt + preE] = tables.loadFromS[type]!;
    times[endAt + preL] = tables.loadByS[type]!;
    times[endAt + sufD] = 0;
    times[endAt + sufE] = tables.endOpenS[type]!;
    times[endAt + sufL] = tables.endCloseS[type]!;
    if (state.size[route] === 0) return 0;
    let before = keptUntil;
    let durationS: f64 = times[before * timeColumns + preD]!;
    let earliestS: f64 = times[before * timeColumns + preE]!;
    let latestS: f64 = times[before * timeColumns + preL]!;
    let isLate = keptUntil !== end && this.isLate[route] === 1;
    for (let node = next[before]!; node !== end; node = next[node]!) {
      const shift = durationS + durations[table + fromPlace[before]! * width + node]!;
      const opens = taskEarliestS[node]! - shift;
      const closes = taskLatestS[node]! - shift;
      const wait = Math.max(0, opens - latestS);
      if (earliestS > closes) isLate = true;
      durationS = shift + wait + taskDurationS[node]!;
      earliestS = Math.max(opens, earliestS) - wait;
      latestS = Math.min(closes, latestS);
      const at = node * timeColumns;
      times[at + preD] = durationS as i32;
      times[at + preE] = earliestS as i32;
      times[at + preL] = latestS as i32;
      before = node;
    }
    const shift = durationS + durations[table + before * width + toPlace[end]!]!;
    this.isLate[route] = isLate || earliestS + shift > times[endAt + sufL]! ? 1 : 0;
    const wait = Math.max(0, times[endAt + sufE]! - shift - latestS);
    this.refreshToEnd(route, keptFrom, table);
    return (shift + wait) as i32;
  }

  /** The segments from each node to the end, for the nodes before `keptFrom`. */
  private refreshToEnd(route: i32, keptFrom: i32, table: i32): void {
    const { tables, times } = this;
    const { prev, toPlace } = this.state;
    const { taskDurationS, taskEarliestS, taskLatestS, width, durations } = tables;
    const end = tables.n + route;
    let after = keptFrom;
    let durationS: f64 = times[after * timeColumns + sufD]!;
    let earliestS: f64 = times[after * timeColumns + sufE]!;
    let latestS: f64 = times[after * timeColumns + sufL]!;
    for (let node = prev[after]!; node !== end; node = prev[node]!) {
      const shift: f64 = taskDurationS[node]! + durations[table + node * width + toPlace[after]!]!;
      const opens: f64 = taskEarliestS[node]!;
      const closes: f64 = taskLatestS[node]!;
      const wait = Math.max(0, earliestS - shift - closes);
      durationS += shift + wait;
      earliestS = Math.max(earliestS - shift, opens) - wait;
      latestS = Math.min(latestS - shift, closes);
      const at = node * timeColumns;
      times[at + sufD] = durationS as i32;
      times[at + sufE] = earliestS as i32;
      times[at + sufL] = latestS as i32;
      after = node;
    }
  }
}
