import type { PartLine } from '../model/solution.ts';
import type { KernelModel } from './kernelModel.ts';

const opUnlink = 0;
const opLink = 1;
const opType = 2;
const logStride = 5;

/** Less than any length or difference of lengths. */
const notOnLine = -0x80000000;

/**
 * Lines as circular doubly linked lists over tasks. Node n + r is the depot end of line r. Every change is logged and
 * can be taken back in reverse order, so a rejected round costs what it changed and nothing is copied.
 * Line sums (length, load ...) are kept on every change; segment data of constrained problems are in `LineSegments`.
 */
export class RouteState {
  readonly next: Int32Array;
  readonly prev: Int32Array;
  /** Line of each node; -1 = task not on any line. */
  readonly route: Int32Array;
  /** Table row a leg leaves from / column it arrives at. */
  readonly fromPlace: Int32Array;
  readonly toPlace: Int32Array;
  /** Length of the leg to `next`, in the profile of the line's vehicle. */
  readonly legNext: Int32Array;
  /** Length of the leg from `prev`. */
  readonly legPrev: Int32Array;
  /** The longer of both legs of a task; `notOnLine` of one that is on no line. */
  readonly longerLeg: Int32Array;
  readonly size: Int32Array;
  readonly type: Int32Array;
  readonly lengthM: Int32Array;
  /** Delivered and picked up per line and dimension. */
  readonly load: Int32Array;
  readonly pickup: Int32Array;
  readonly typeUsed: Int32Array;
  /** Lines with at least one task. */
  lineCount = 0;
  totalLengthM = 0;
  totalFixed = 0;
  /** Lines changed since the last commit or rollback. */
  readonly touched: Int32Array;
  touchedCount = 0;
  /** Lines ever used: every line with tasks has an index below it. */
  routeHigh = 0;
  /** Lines below this index belong to locks: they are never handed out again when empty. */
  reservedRoutes = 0;
  /** Most lines with tasks; below the problem's own limit while a plan with fewer lines is sought. */
  lineLimit: number;

  private readonly isTouched: Uint8Array;
  private readonly free: Int32Array;
  private freeCount = 0;
  private log = new Int32Array(4096);
  private logCount = 0;
  private readonly dimensions: number;
  /** Tables by vehicle type, so that the inner loops need not ask for its profile. */
  private readonly lengthsOfType: readonly Int32Array[];
  private readonly innerLengthOfType: readonly Int32Array[];
  /** Some tasks are several stops in sequence. */
  private readonly hasInnerLegs: boolean;

  constructor(readonly model: KernelModel) {
    const { n, problem } = model;
    // A round may empty n lines and open as many before the empty ones are free again.
    const routes = 2 * n + problem.lockedLines.length + 1;
    const nodes = n + routes;
    this.dimensions = problem.dimensionCount;
    this.lengthsOfType = problem.vehicleTypes.map(({ profileIndex }) => model.lengths[profileIndex]!);
    this.innerLengthOfType = problem.vehicleTypes.map(
      ({ profileIndex }) => model.innerLengthM[profileIndex]!,
    );
    this.hasInnerLegs = n < problem.stopCount;
    this.lineLimit = model.maxLines;
    this.next = new Int32Array(nodes);
    this.prev = new Int32Array(nodes);
    this.route = new Int32Array(nodes).fill(-1);
    this.fromPlace = Int32Array.from({ length: nodes }, (_, node) => node);
    this.toPlace = Int32Array.from({ length: nodes }, (_, node) => node);
    this.legNext = new Int32Array(nodes);
    this.legPrev = new Int32Array(nodes);
    this.longerLeg = new Int32Array(nodes).fill(notOnLine);
    this.size = new Int32Array(routes);
    this.type = new Int32Array(routes);
    this.lengthM = new Int32Array(routes);
    this.load = new Int32Array(routes * this.dimensions);
    this.pickup = new Int32Array(routes * this.dimensions);
    this.typeUsed = new Int32Array(problem.vehicleTypes.length);
    this.touched = new Int32Array(routes);
    this.isTouched = new Uint8Array(routes);
    this.free = new Int32Array(routes);
    for (let route = routes - 1; route >= 0; route--) {
      this.next[n + route] = n + route;
      this.prev[n + route] = n + route;
      this.route[n + route] = route;
      this.fromPlace[n + route] = model.startPlace[0]!;
      this.toPlace[n + route] = model.endPlace[0]!;
      this.free[this.freeCount++] = route;
    }
  }

  /** Takes an empty line for a vehicle type; it counts once a task is linked. */
  open(vehicleType: number): number {
    const route = this.free[--this.freeCount]!;
    if (route >= this.routeHigh) this.routeHigh = route + 1;
    this.setEnds(route, vehicleType);
    this.touch(route);
    return route;
  }

  /** Whether one more line is allowed. */
  mayOpen(): boolean {
    return this.lineCount + this.emptyReserved(-1) < this.lineLimit;
  }

  /** Whether a vehicle of the type is left for one more line. */
  hasVehicle(vehicleType: number): boolean {
    return this.typeUsed[vehicleType]! + this.emptyReserved(vehicleType) < this.model.typeLimit[vehicleType]!;
  }

  /** Locked lines whose stops are all out at the moment: they come back, so their place is taken. -1 = of any type. */
  private emptyReserved(vehicleType: number): number {
    let count = 0;
    for (let line = 0; line < this.reservedRoutes; line++)
      if (this.size[line] === 0 && (vehicleType < 0 || this.type[line] === vehicleType)) count++;
    return count;
  }

  private setEnds(route: number, vehicleType: number): void {
    const node = this.model.n + route;
    this.type[route] = vehicleType;
    this.fromPlace[node] = this.model.startPlace[vehicleType]!;
    this.toPlace[node] = this.model.endPlace[vehicleType]!;
  }

  touch(route: number): void {
    if (this.isTouched[route] === 0) {
      this.isTouched[route] = 1;
      this.touched[this.touchedCount++] = route;
    }
  }

  /** Puts a task behind a node (a task on a line, or the line's depot end). */
  link(task: number, behind: number): void {
    const lengths = this.lengthsOfType[this.type[this.route[behind]!]!]!;
    const { width } = this.model;
    const first = lengths[this.fromPlace[behind]! * width + task]!;
    const second = lengths[task * width + this.toPlace[this.next[behind]!]!]!;
    this.write(opLink, task, behind, this.legNext[behind]!, 0);
    this.linkUnlogged(task, behind, first, second);
  }

  /** Takes a task off its line. */
  unlink(task: number): void {
    const before = this.prev[task]!;
    const route = this.route[task]!;
    const lengths = this.lengthsOfType[this.type[route]!]!;
    const joined =
      this.size[route] === 1
        ? 0
        : lengths[this.fromPlace[before]! * this.model.width + this.toPlace[this.next[task]!]!]!;
    this.write(opUnlink, task, before, this.legNext[before]!, this.legNext[task]!);
    this.unlinkUnlogged(task, joined);
  }

  /** Gives a line another vehicle type. */
  changeType(route: number, vehicleType: number): void {
    this.write(opType, route, this.type[route]!, 0, 0);
    this.changeTypeUnlogged(route, vehicleType);
  }

  /** With the legs before and behind the task. */
  private linkUnlogged(task: number, behind: number, first: number, second: number): void {
    const { model, next, prev, legNext, legPrev, longerLeg } = this;
    const route = this.route[behind]!;
    const type = this.type[route]!;
    const after = next[behind]!;
    let change = first + second - legNext[behind]!;
    if (this.hasInnerLegs) change += this.innerLengthOfType[type]![task]!;
    next[behind] = task;
    prev[task] = behind;
    next[task] = after;
    prev[after] = task;
    legNext[behind] = first;
    legNext[task] = second;
    legPrev[task] = first;
    legPrev[after] = second;
    longerLeg[task] = Math.max(first, second);
    longerLeg[behind] = Math.max(first, legPrev[behind]!);
    longerLeg[after] = Math.max(second, legNext[after]!);
    this.route[task] = route;
    this.lengthM[route] = this.lengthM[route]! + change;
    this.totalLengthM += change;
    if (this.dimensions === 1) {
      this.load[route] = this.load[route]! + model.delivery[task]!;
      if (model.hasPickup) this.pickup[route] = this.pickup[route]! + model.pickup[task]!;
    } else this.addLoads(route, task, 1);
    const size = this.size[route]!;
    this.size[route] = size + 1;
    if (size === 0) this.count(type, 1);
    this.touch(route);
  }

  /** With the leg that closes the gap. */
  private unlinkUnlogged(task: number, joined: number): void {
    const { model, next, prev, legNext, legPrev, longerLeg } = this;
    const route = this.route[task]!;
    const type = this.type[route]!;
    const before = prev[task]!;
    const after = next[task]!;
    const size = this.size[route]! - 1;
    let change = joined - legNext[before]! - legNext[task]!;
    if (this.hasInnerLegs) change -= this.innerLengthOfType[type]![task]!;
    next[before] = after;
    prev[after] = before;
    legNext[before] = joined;
    legPrev[after] = joined;
    longerLeg[task] = notOnLine;
    longerLeg[before] = Math.max(joined, legPrev[before]!);
    longerLeg[after] = Math.max(joined, legNext[after]!);
    this.route[task] = -1;
    this.lengthM[route] = this.lengthM[route]! + change;
    this.totalLengthM += change;
    if (this.dimensions === 1) {
      this.load[route] = this.load[route]! - model.delivery[task]!;
      if (model.hasPickup) this.pickup[route] = this.pickup[route]! - model.pickup[task]!;
    } else this.addLoads(route, task, -1);
    this.size[route] = size;
    if (size === 0) this.count(type, -1);
    this.touch(route);
  }

  private addLoads(route: number, task: number, sign: number): void {
    const { model, dimensions } = this;
    for (let dimension = 0; dimension < dimensions; dimension++) {
      const line = route * dimensions + dimension;
      const item = task * dimensions + dimension;
      this.load[line] = this.load[line]! + sign * model.delivery[item]!;
      this.pickup[line] = this.pickup[line]! + sign * model.pickup[item]!;
    }
  }

  private changeTypeUnlogged(route: number, vehicleType: number): void {
    const { model } = this;
    const isUsed = this.size[route]! > 0;
    if (isUsed) this.count(this.type[route]!, -1);
    this.setEnds(route, vehicleType);
    if (isUsed) this.count(vehicleType, 1);
    const lengths = this.lengthsOfType[vehicleType]!;
    const inner = this.innerLengthOfType[vehicleType]!;
    let sum = 0;
    const end = model.n + route;
    let node = end;
    if (isUsed)
      do {
        const after = this.next[node]!;
        const leg = lengths[this.fromPlace[node]! * model.width + this.toPlace[after]!]!;
        this.legNext[node] = leg;
        this.legPrev[after] = leg;
        this.longerLeg[node] = Math.max(leg, this.legPrev[node]!);
        sum += leg + (after === end ? 0 : inner[after]!);
        node = after;
      } while (node !== end);
    this.totalLengthM += sum - this.lengthM[route]!;
    this.lengthM[route] = sum;
    this.touch(route);
  }

  private count(vehicleType: number, sign: number): void {
    this.typeUsed[vehicleType] = this.typeUsed[vehicleType]! + sign;
    this.lineCount += sign;
    const { fixedCost } = this.model.problem.vehicleTypes[vehicleType]!;
    // Not by the sign: -1 times 0 is no integer to the engine, and all it has compiled would be thrown away.
    if (sign > 0) this.totalFixed += fixedCost;
    else this.totalFixed -= fixedCost;
  }

  private write(kind: number, first: number, second: number, third: number, fourth: number): void {
    if (this.logCount + logStride > this.log.length) {
      const longer = new Int32Array(this.log.length * 2);
      longer.set(this.log);
      this.log = longer;
    }
    const { log, logCount } = this;
    log[logCount] = kind;
    log[logCount + 1] = first;
    log[logCount + 2] = second;
    log[logCount + 3] = third;
    log[logCount + 4] = fourth;
    this.logCount = logCount + logStride;
  }

  /** Takes back every change since the last `settle`; `touched` still names the lines concerned. */
  undo(): void {
    const { log } = this;
    while (this.logCount > 0) {
      this.logCount -= logStride;
      const at = this.logCount;
      const kind = log[at]!;
      const first = log[at + 1]!;
      const second = log[at + 2]!;
      if (kind === opLink) this.unlinkUnlogged(first, log[at + 3]!);
      else if (kind === opUnlink) this.linkUnlogged(first, second, log[at + 3]!, log[at + 4]!);
      else this.changeTypeUnlogged(first, second);
    }
  }

  /** Takes every task off its line. */
  clear(): void {
    for (let task = 0; task < this.model.n; task++) if (this.route[task]! >= 0) this.unlink(task);
    this.settle();
  }

  /** Ends a round: forgets the log and frees the lines left empty. */
  settle(): void {
    this.logCount = 0;
    for (let index = 0; index < this.touchedCount; index++) {
      const route = this.touched[index]!;
      this.isTouched[route] = 0;
      if (this.size[route] === 0 && route >= this.reservedRoutes) this.free[this.freeCount++] = route;
    }
    this.touchedCount = 0;
  }

  /** Tasks of a line in order. */
  tasksOf(route: number): number[] {
    const tasks: number[] = [];
    const end = this.model.n + route;
    for (let node = this.next[end]!; node !== end; node = this.next[node]!) tasks.push(node);
    return tasks;
  }

  /** All lines with tasks, as [vehicle type, tasks]. */
  snapshot(): LineSnapshot[] {
    const lines: LineSnapshot[] = [];
    for (let route = 0; route < this.routeHigh; route++)
      if (this.size[route]! > 0) lines.push({ vehicleType: this.type[route]!, tasks: this.tasksOf(route) });
    return lines;
  }
}

/** A line on its way into or out of the kernel. */
export type LineSnapshot = PartLine;
