import type { LineSnapshot, RouteState } from './routeState.ts';

/** A whole plan of the kernel: lines and the tasks left out. */
export interface PlanSnapshot {
  readonly lines: readonly LineSnapshot[];
  readonly absent: readonly number[];
}

/** The best plan so far, copied flat so that keeping one costs no allocation. */
export class KeptPlan {
  private readonly next: Int32Array;
  private readonly type: Int32Array;
  private readonly size: Int32Array;
  private routeHigh = 0;
  private absent: Int32Array = new Int32Array(0);
  private readonly n: number;

  constructor(state: RouteState) {
    this.n = state.model.n;
    this.next = new Int32Array(state.next.length);
    this.type = new Int32Array(state.size.length);
    this.size = new Int32Array(state.size.length);
  }

  keep(state: RouteState, absent: Int32Array): void {
    this.next.set(state.next);
    this.type.set(state.type);
    this.size.set(state.size);
    this.routeHigh = state.routeHigh;
    this.absent = absent;
  }

  lineCount(): number {
    let lines = 0;
    for (let line = 0; line < this.routeHigh; line++) if (this.size[line]! > 0) lines++;
    return lines;
  }

  read(): PlanSnapshot {
    const lines: LineSnapshot[] = [];
    for (let line = 0; line < this.routeHigh; line++) {
      if (this.size[line] === 0) continue;
      const tasks: number[] = [];
      const end = this.n + line;
      for (let node = this.next[end]!; node !== end; node = this.next[node]!) tasks.push(node);
      lines.push({ vehicleType: this.type[line]!, tasks });
    }
    return { lines, absent: [...this.absent] };
  }
}
