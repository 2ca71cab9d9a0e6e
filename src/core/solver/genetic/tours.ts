import type { KernelModel } from '../kernelModel.ts';

/**
 * Lines of the local search as circular doubly linked lists: node n + r is the depot end of line r. Lines may be
 * overloaded, at a price per unit (Vidal 2022). Positions and loads from the depot are kept for every node.
 */
export class Tours {
  readonly n: number;
  readonly lines: number;
  readonly capacity: number;
  /** Symmetric lengths; entry [row[from] + place[to]]. */
  readonly lengths: Int32Array;
  readonly row: Int32Array;
  readonly place: Int32Array;
  readonly demand: Int32Array;
  readonly next: Int32Array;
  readonly prev: Int32Array;
  readonly line: Int32Array;
  readonly position: Int32Array;
  /** Load from the depot up to and with the node. */
  readonly loadUpTo: Int32Array;
  readonly size: Int32Array;
  readonly load: Int32Array;
  readonly penalty: Float64Array;
  /** Number of the last move that changed the line. */
  readonly changedAt: Int32Array;
  moves = 0;
  /** Price of a unit of load over the capacity: a whole number, so that all costs stay exact. */
  overloadPrice = 1;

  constructor(model: KernelModel, lines: number) {
    const { n, width, delivery } = model;
    const depot = model.startPlace[0]!;
    const nodes = n + lines;
    this.n = n;
    this.lines = lines;
    this.capacity = model.problem.vehicleTypes[0]!.capacity[0]!;
    this.lengths = model.lengths[model.problem.vehicleTypes[0]!.profileIndex]!;
    this.place = Int32Array.from({ length: nodes }, (_, node) => (node < n ? node : depot));
    this.row = this.place.map((place) => place * width);
    this.demand = new Int32Array(nodes);
    this.demand.set(delivery.subarray(0, n));
    this.next = new Int32Array(nodes);
    this.prev = new Int32Array(nodes);
    this.line = new Int32Array(nodes);
    this.position = new Int32Array(nodes);
    this.loadUpTo = new Int32Array(nodes);
    this.size = new Int32Array(lines);
    this.load = new Int32Array(lines);
    this.penalty = new Float64Array(lines);
    this.changedAt = new Int32Array(lines);
  }

  /** Takes over lines of tasks; lines beyond them are empty. */
  take(routes: readonly (readonly number[])[]): void {
    this.moves = 0;
    for (let line = 0; line < this.lines; line++) {
      const end = this.n + line;
      let behind = end;
      for (const task of routes[line] ?? []) {
        this.next[behind] = task;
        this.prev[task] = behind;
        behind = task;
      }
      this.next[behind] = end;
      this.prev[end] = behind;
      this.refresh(line);
      this.changedAt[line] = 0;
    }
  }

  routes(): number[][] {
    const routes: number[][] = [];
    for (let line = 0; line < this.lines; line++) {
      if (this.size[line] === 0) continue;
      const tasks: number[] = [];
      const end = this.n + line;
      for (let node = this.next[end]!; node !== end; node = this.next[node]!) tasks.push(node);
      routes.push(tasks);
    }
    return routes;
  }

  loadOf(route: readonly number[]): number {
    return route.reduce((sum, task) => sum + this.demand[task]!, 0);
  }

  overload(load: number): number {
    return load > this.capacity ? (load - this.capacity) * this.overloadPrice : 0;
  }

  /** Recomputes what is kept about a line after its list has changed. */
  refresh(line: number): void {
    const { next, position, loadUpTo, demand } = this;
    const end = this.n + line;
    let place = 0;
    let load = 0;
    this.line[end] = line;
    position[end] = 0;
    loadUpTo[end] = 0;
    for (let node = next[end]!; node !== end; node = next[node]!) {
      load += demand[node]!;
      position[node] = ++place;
      loadUpTo[node] = load;
      this.line[node] = line;
    }
    this.size[line] = place;
    this.load[line] = load;
    this.penalty[line] = this.overload(load);
    this.changedAt[line] = this.moves;
  }

  /** Moves a task behind another node. */
  putBehind(task: number, behind: number): void {
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
  exchange(first: number, second: number): void {
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
