import type { SearchTables } from '../searchTables.ts';
import { smaller } from '../whole.ts';

/** Penalties in whole units are cut off here, so that two of them can be added. */
const largestLeeway: f64 = 0x3fffffff;

/**
 * Lines of the local search as circular doubly linked lists: node n + r is the depot end of line r. Lines may be
 * overloaded, at a price per unit (Vidal 2022). Positions and loads from the depot are kept for every node.
 */
export class Tours {
  readonly n: i32;
  readonly capacity: i32;
  /** Symmetric lengths; entry [row[from] + to], both of them nodes. */
  readonly lengths: Int32Array;
  readonly row: Int32Array;
  readonly demand: Int32Array;
  readonly next: Int32Array;
  readonly prev: Int32Array;
  readonly line: Int32Array;
  /** Length to the next node. */
  readonly leg: Int32Array;
  readonly position: Int32Array;
  /** Load from the depot up to and with the node. */
  readonly loadUpTo: Int32Array;
  readonly size: Int32Array;
  readonly load: Int32Array;
  readonly penalty: Float64Array;
  /** The penalty rounded up: a line grown longer by so much is no better for a load that fits. */
  readonly leeway: Int32Array;
  /** Plan the line was taken from and is as it was there; 0 = from none. */
  readonly origin: Int32Array;
  /** Number of the last move that changed the line. */
  readonly changedAt: Int32Array;
  moves: i32 = 0;
  /** Price of a unit of load over the capacity: a multiple of a power of two, so that all costs stay exact. */
  overloadPrice: f64 = 1;

  constructor(
    tables: SearchTables,
    readonly lines: i32,
  ) {
    const { n } = tables;
    const nodes = n + lines;
    this.n = n;
    this.capacity = tables.capacity[0]!;
    this.lengths = new Int32Array((n + 1) * nodes);
    this.row = new Int32Array(nodes);
    this.demand = new Int32Array(nodes);
    this.next = new Int32Array(nodes);
    this.prev = new Int32Array(nodes);
    this.line = new Int32Array(nodes);
    this.leg = new Int32Array(nodes);
    this.position = new Int32Array(nodes);
    this.loadUpTo = new Int32Array(nodes);
    this.size = new Int32Array(lines);
    this.load = new Int32Array(lines);
    this.penalty = new Float64Array(lines);
    this.leeway = new Int32Array(lines);
    this.origin = new Int32Array(lines);
    this.changedAt = new Int32Array(lines);
    for (let task = 0; task < n; task++) this.demand[task] = tables.delivery[task]!;
    for (let node = 0; node < nodes; node++) this.row[node] = smaller(node, n) * nodes;
    this.layLengths(tables, nodes);
  }

  /** A row for every task and one for all depot ends, a column for every node. */
  private layLengths(tables: SearchTables, nodes: i32): void {
    const { n, lengths } = this;
    const depot = tables.startPlace[0]!;
    const first = tables.profile[0]! * tables.cells;
    for (let from = 0; from <= n; from++) {
      const there = first + (from < n ? from : depot) * tables.width;
      for (let node = 0; node < nodes; node++)
        lengths[from * nodes + node] = tables.lengths[there + (node < n ? node : depot)]!;
    }
  }

  overload(load: i32): f64 {
    return load > this.capacity ? ((load - this.capacity) as f64) * this.overloadPrice : 0;
  }

  /** A cost in whole units, cut off where it is larger than any change of length. */
  roundUp(cost: f64): i32 {
    return Math.ceil(Math.min(cost, largestLeeway)) as i32;
  }

  /** Recomputes what is kept about a line after its list has changed. */
  refresh(line: i32): void {
    const { next, position, loadUpTo, demand, leg, lengths, row } = this;
    const end = this.n + line;
    let place = 0;
    let load = 0;
    this.line[end] = line;
    position[end] = 0;
    loadUpTo[end] = 0;
    let before = end;
    for (let node = next[end]!; node !== end; node = next[node]!) {
      load += demand[node]!;
      position[node] = ++place;
      loadUpTo[node] = load;
      this.line[node] = line;
      leg[before] = lengths[row[before]! + node]!;
      before = node;
    }
    leg[before] = lengths[row[before]! + end]!;
    const penalty = this.overload(load);
    this.size[line] = place;
    this.load[line] = load;
    this.penalty[line] = penalty;
    this.leeway[line] = this.roundUp(penalty);
    this.origin[line] = 0;
    this.changedAt[line] = this.moves;
  }

  /**
   * Whether a change of length pays that moves load from one line to another (or stays within one): what the lines
   * are over capacity before and after is counted in.
   */
  pays(change: i32, from: i32, to: i32, moved: i32): boolean {
    if (from === to) return change < 0;
    const { load, penalty } = this;
    const after = this.overload(load[from]! - moved) + this.overload(load[to]! + moved);
    return (change as f64) + (after - penalty[from]! - penalty[to]!) < 0;
  }

  /** Moves a task behind another node. */
  putBehind(task: i32, behind: i32): void {
    const { next, prev } = this;
    const before = prev[task]!;
    const after = next[task]!;
    next[before] = after;
    prev[after] = before;
    const following = next[behind]!;
    next[behind] = task;
    prev[task] = behind;
    next[task] = following;
    prev[following] = task;
  }

  /** Lets two tasks change places. */
  exchange(first: i32, second: i32): void {
    const { next, prev } = this;
    const firstBefore = prev[first]!;
    const firstAfter = next[first]!;
    const secondBefore = prev[second]!;
    const secondAfter = next[second]!;
    next[firstBefore] = second;
    prev[second] = firstBefore;
    next[second] = firstAfter;
    prev[firstAfter] = second;
    next[secondBefore] = first;
    prev[first] = secondBefore;
    next[first] = secondAfter;
    prev[secondAfter] = first;
  }
}
