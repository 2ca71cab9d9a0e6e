import type { RouteState } from './routeState.ts';

/** The best plan so far, copied flat so that keeping one costs no allocation. */
export class KeptPlan {
  readonly next: Int32Array;
  readonly type: Int32Array;
  readonly size: Int32Array;
  routeHigh: i32 = 0;
  readonly absent: Int32Array;
  absentCount: i32 = 0;

  constructor(state: RouteState) {
    this.next = new Int32Array(state.nodes);
    this.type = new Int32Array(state.routes);
    this.size = new Int32Array(state.routes);
    this.absent = new Int32Array(state.tables.n);
  }

  keep(state: RouteState, absent: Int32Array, absentCount: i32): void {
    const { n } = state.tables;
    copy(state.next, this.next, n + state.routeHigh);
    copy(state.type, this.type, state.routeHigh);
    // Lines used before and not now have lost their tasks.
    copy(state.size, this.size, state.routeHigh);
    this.routeHigh = state.routeHigh;
    copy(absent, this.absent, absentCount);
    this.absentCount = absentCount;
  }

  lineCount(): i32 {
    let lines = 0;
    for (let line = 0; line < this.routeHigh; line++) if (this.size[line]! > 0) lines++;
    return lines;
  }
}

function copy(from: Int32Array, to: Int32Array, count: i32): void {
  for (let at = 0; at < count; at++) to[at] = from[at]!;
}
