import type { LineList } from './lineList.ts';
import type { Tours } from './tours.ts';

/** The plans of all populations, each in a place of its own; tables by task: entry [plan * n + task]. */
export class Individuals {
  readonly n: i32;
  /** All tasks, line after line round the depot. */
  readonly tour: Int32Array;
  /** The task after and before each on its line; n = the depot. */
  readonly successor: Int32Array;
  readonly predecessor: Int32Array;
  readonly length: Float64Array;
  readonly overload: Float64Array;
  /** Places that are free: the first `freeCount`. */
  private readonly free: Int32Array;
  private freeCount: i32 = 0;

  constructor(
    private readonly tours: Tours,
    readonly room: i32,
  ) {
    const { n } = tours;
    this.n = n;
    this.tour = new Int32Array(room * n);
    this.successor = new Int32Array(room * n);
    this.predecessor = new Int32Array(room * n);
    this.length = new Float64Array(room);
    this.overload = new Float64Array(room);
    this.free = new Int32Array(room);
    for (let plan = room - 1; plan >= 0; plan--) this.release(plan);
  }

  release(plan: i32): void {
    this.free[this.freeCount++] = plan;
  }

  /** Takes in the lines of a plan; where it lies from now on. */
  add(lines: LineList): i32 {
    const { n, tour, successor, predecessor } = this;
    const { row, lengths, demand, capacity } = this.tours;
    const plan = this.free[--this.freeCount]!;
    const base = plan * n;
    let length: f64 = 0;
    let overload: f64 = 0;
    for (let line = 0; line < lines.count; line++) {
      const stop = lines.first[line + 1]!;
      let before = n;
      let load = 0;
      for (let at = lines.first[line]!; at < stop; at++) {
        const task = lines.tasks[at]!;
        tour[base + at] = task;
        length += lengths[row[before]! + task]! as f64;
        predecessor[base + task] = before;
        if (before < n) successor[base + before] = task;
        before = task;
        load += demand[task]!;
      }
      if (before < n) {
        successor[base + before] = n;
        length += lengths[row[before]! + n]! as f64;
      }
      if (load > capacity) overload += (load - capacity) as f64;
    }
    this.length[plan] = length;
    this.overload[plan] = overload;
    return plan;
  }

  /** Whether one of the plan's lines is just this one, in either direction. */
  hasLine(plan: i32, lines: LineList, line: i32): boolean {
    const { n, successor, predecessor } = this;
    const { tasks } = lines;
    const base = plan * n;
    const start = lines.first[line]!;
    const last = lines.first[line + 1]! - 1;
    const isForward = predecessor[base + tasks[start]!] === n;
    const onward = isForward ? successor : predecessor;
    const backward = isForward ? predecessor : successor;
    if (backward[base + tasks[start]!] !== n) return false;
    for (let at = start; at < last; at++) if (onward[base + tasks[at]!] !== tasks[at + 1]) return false;
    return onward[base + tasks[last]!] === n;
  }

  /** Legs of one plan that the other does not have, either way round (broken pairs). */
  brokenPairs(left: i32, right: i32): i32 {
    const { n, successor, predecessor } = this;
    let other = right * n;
    const stop = (left + 1) * n;
    let broken = 0;
    for (let task = left * n; task < stop; task++) {
      const after = successor[task]!;
      const otherAfter = successor[other]!;
      const otherBefore = predecessor[other]!;
      if (after !== otherAfter && after !== otherBefore) broken++;
      if (predecessor[task] === n && otherBefore !== n && otherAfter !== n) broken++;
      other++;
    }
    return broken;
  }
}
