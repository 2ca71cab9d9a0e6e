import type { SearchTables } from './searchTables.ts';
import { larger } from './whole.ts';

const opUnlink: i32 = 0;
const opLink: i32 = 1;
const opType: i32 = 2;
const logStride: i32 = 5;

/** A longest length of so much is none (`noLimit` of the problem). */
const boundlessM: f64 = 0x3fffffff;

/** Less than any length or difference of lengths. */
const notOnLine: i32 = -0x80000000;

/**
 * Lines as circular doubly linked lists over tasks. Node n + r is the depot end of line r. Every change is logged and
 * can be taken back in reverse order, so a rejected round costs what it changed and nothing is copied.
 * Line sums (length, load ...) are kept on every change; segment data of constrained problems are in `LineSegments`.
 */
export class RouteState {
  /** Lines there is room for, and nodes. */
  readonly routes: i32;
  readonly nodes: i32;
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
  lineCount: i32 = 0;
  totalLengthM: f64 = 0;
  totalFixed: f64 = 0;
  /** Lines changed since the last commit or rollback. */
  readonly touched: Int32Array;
  touchedCount: i32 = 0;
  /** Lines ever used: every line with tasks has an index below it. */
  routeHigh: i32 = 0;
  /** Lines below this index belong to locks: they are never handed out again when empty. */
  reservedRoutes: i32 = 0;
  /** Most lines with tasks; below the problem's own limit while a plan with fewer lines is sought. */
  lineLimit: i32;

  private readonly isTouched: Uint8Array;
  private readonly free: Int32Array;
  private freeCount: i32 = 0;
  private log: Int32Array = new Int32Array(4096);
  private logCount: i32 = 0;
  private readonly dimensions: i32;
  /** Some tasks are several stops in sequence. */
  private readonly hasInnerLegs: boolean;
  private readonly limitsLength: boolean;

  constructor(readonly tables: SearchTables) {
    const { n, dimensionCount } = tables;
    // A round may empty n lines and open as many before the empty ones are free again.
    const routes = 2 * n + tables.lockedCount + 1;
    const nodes = n + routes;
    this.routes = routes;
    this.nodes = nodes;
    this.dimensions = dimensionCount;
    this.hasInnerLegs = n < tables.stopCount;
    let limitsLength = false;
    for (let type = 0; type < tables.vehicleCount; type++)
      if (tables.maxLengthM[type]! < boundlessM) limitsLength = true;
    this.limitsLength = limitsLength;
    this.lineLimit = tables.maxLines;
    this.next = new Int32Array(nodes);
    this.prev = new Int32Array(nodes);
    this.route = new Int32Array(nodes);
    this.fromPlace = new Int32Array(nodes);
    this.toPlace = new Int32Array(nodes);
    this.legNext = new Int32Array(nodes);
    this.legPrev = new Int32Array(nodes);
    this.longerLeg = new Int32Array(nodes);
    this.size = new Int32Array(routes);
    this.type = new Int32Array(routes);
    this.lengthM = new Int32Array(routes);
    this.load = new Int32Array(routes * dimensionCount);
    this.pickup = new Int32Array(routes * dimensionCount);
    this.typeUsed = new Int32Array(tables.vehicleCount);
    this.touched = new Int32Array(routes);
    this.isTouched = new Uint8Array(routes);
    this.free = new Int32Array(routes);
    for (let node = 0; node < nodes; node++) {
      this.route[node] = -1;
      this.fromPlace[node] = node;
      this.toPlace[node] = node;
      this.longerLeg[node] = notOnLine;
    }
    for (let route = routes - 1; route >= 0; route--) {
      this.next[n + route] = n + route;
      this.prev[n + route] = n + route;
      this.route[n + route] = route;
      this.fromPlace[n + route] = tables.startPlace[0]!;
      this.toPlace[n + route] = tables.endPlace[0]!;
      this.free[this.freeCount++] = route;
    }
  }

  /** Takes an empty line for a vehicle type; it counts once a task is linked. */
  open(vehicleType: i32): i32 {
    const route = this.free[--this.freeCount]!;
    if (route >= this.routeHigh) this.routeHigh = route + 1;
    this.setEnds(route, vehicleType);
    this.touch(route);
    return route;
  }

  /**
   * Whether a line changed in this round is longer than its vehicle may go. The quickest way past a stop can be longer
   * than the one by it: a line passes the limit by losing a stop, too.
   */
  isTouchedTooLong(): boolean {
    if (!this.limitsLength) return false;
    for (let index = 0; index < this.touchedCount; index++) {
      const route = this.touched[index]!;
      const isFree = this.size[route]! > 0 && route >= this.reservedRoutes;
      if (isFree && this.lengthM[route]! > this.tables.maxLengthM[this.type[route]!]!) return true;
    }
    return false;
  }

  /** Whether one more line is allowed. */
  mayOpen(): boolean {
    return this.lineCount + this.emptyReserved(-1) < this.lineLimit;
  }

  /** Whether a vehicle of the type is left for one more line. */
  hasVehicle(vehicleType: i32): boolean {
    const used = this.typeUsed[vehicleType]! + this.emptyReserved(vehicleType);
    return used < this.tables.typeLimit[vehicleType]!;
  }

  /** Locked lines whose stops are all out at the moment: they come back, so their place is taken. -1 = of any type. */
  private emptyReserved(vehicleType: i32): i32 {
    let count = 0;
    for (let line = 0; line < this.reservedRoutes; line++)
      if (this.size[line] === 0 && (vehicleType < 0 || this.type[line] === vehicleType)) count++;
    return count;
  }

  private setEnds(route: i32, vehicleType: i32): void {
    const node = this.tables.n + route;
    this.type[route] = vehicleType;
    this.fromPlace[node] = this.tables.startPlace[vehicleType]!;
    this.toPlace[node] = this.tables.endPlace[vehicleType]!;
  }

  touch(route: i32): void {
    if (this.isTouched[route] === 0) {
      this.isTouched[route] = 1;
      this.touched[this.touchedCount++] = route;
    }
  }

  /** Where the lengths of a line's vehicle begin in the tables. */
  private tableOf(route: i32): i32 {
    const { tables } = this;
    return tables.profile[this.type[route]!]! * tables.cells;
  }

  /** Puts a task behind a node (a task on a line, or the line's depot end). */
  link(task: i32, behind: i32): void {
    const { lengths, lengthsT, width } = this.tables;
    // Both by the task's own row, which the cache has from looking for a place.
    const row = this.tableOf(this.route[behind]!) + task * width;
    const first = lengthsT[row + this.fromPlace[behind]!]!;
    const second = lengths[row + this.toPlace[this.next[behind]!]!]!;
    this.write(opLink, task, behind, this.legNext[behind]!, 0);
    this.linkUnlogged(task, behind, first, second);
  }

  /** Takes a task off its line. */
  unlink(task: i32): void {
    const before = this.prev[task]!;
    const route = this.route[task]!;
    const { lengths, width } = this.tables;
    let joined = 0;
    if (this.size[route] !== 1)
      joined =
        lengths[this.tableOf(route) + this.fromPlace[before]! * width + this.toPlace[this.next[task]!]!]!;
    this.write(opUnlink, task, before, this.legNext[before]!, this.legNext[task]!);
    this.unlinkUnlogged(task, joined);
  }

  /** Gives a line another vehicle type. */
  changeType(route: i32, vehicleType: i32): void {
    this.write(opType, route, this.type[route]!, 0, 0);
    this.changeTypeUnlogged(route, vehicleType);
  }

  /** With the legs before and behind the task. */
  private linkUnlogged(task: i32, behind: i32, first: i32, second: i32): void {
    const { tables, next, prev, legNext, legPrev, longerLeg } = this;
    const route = this.route[behind]!;
    const type = this.type[route]!;
    const after = next[behind]!;
    let change = first + second - legNext[behind]!;
    if (this.hasInnerLegs) change += tables.innerLengthM[tables.profile[type]! * tables.n + task]!;
    next[behind] = task;
    prev[task] = behind;
    next[task] = after;
    prev[after] = task;
    legNext[behind] = first;
    legNext[task] = second;
    legPrev[task] = first;
    legPrev[after] = second;
    longerLeg[task] = larger(first, second);
    longerLeg[behind] = larger(first, legPrev[behind]!);
    longerLeg[after] = larger(second, legNext[after]!);
    this.route[task] = route;
    this.lengthM[route] = this.lengthM[route]! + change;
    this.totalLengthM += change;
    if (this.dimensions === 1) {
      this.load[route] = this.load[route]! + tables.delivery[task]!;
      if (tables.hasPickup === 1) this.pickup[route] = this.pickup[route]! + tables.pickup[task]!;
    } else this.addLoads(route, task, 1);
    const size = this.size[route]!;
    this.size[route] = size + 1;
    if (size === 0) this.count(type, 1);
    this.touch(route);
  }

  /** With the leg that closes the gap. */
  private unlinkUnlogged(task: i32, joined: i32): void {
    const { tables, next, prev, legNext, legPrev, longerLeg } = this;
    const route = this.route[task]!;
    const type = this.type[route]!;
    const before = prev[task]!;
    const after = next[task]!;
    const size = this.size[route]! - 1;
    let change = joined - legNext[before]! - legNext[task]!;
    if (this.hasInnerLegs) change -= tables.innerLengthM[tables.profile[type]! * tables.n + task]!;
    next[before] = after;
    prev[after] = before;
    legNext[before] = joined;
    legPrev[after] = joined;
    longerLeg[task] = notOnLine;
    longerLeg[before] = larger(joined, legPrev[before]!);
    longerLeg[after] = larger(joined, legNext[after]!);
    this.route[task] = -1;
    this.lengthM[route] = this.lengthM[route]! + change;
    this.totalLengthM += change;
    if (this.dimensions === 1) {
      this.load[route] = this.load[route]! - tables.delivery[task]!;
      if (tables.hasPickup === 1) this.pickup[route] = this.pickup[route]! - tables.pickup[task]!;
    } else this.addLoads(route, task, -1);
    this.size[route] = size;
    if (size === 0) this.count(type, -1);
    this.touch(route);
  }

  private addLoads(route: i32, task: i32, sign: i32): void {
    const { tables, dimensions, load, pickup } = this;
    for (let dimension = 0; dimension < dimensions; dimension++) {
      const line = route * dimensions + dimension;
      const item = task * dimensions + dimension;
      load[line] = load[line]! + sign * tables.delivery[item]!;
      pickup[line] = pickup[line]! + sign * tables.pickup[item]!;
    }
  }

  private changeTypeUnlogged(route: i32, vehicleType: i32): void {
    const { tables, next, legNext, legPrev, longerLeg } = this;
    const isUsed = this.size[route]! > 0;
    if (isUsed) this.count(this.type[route]!, -1);
    this.setEnds(route, vehicleType);
    if (isUsed) this.count(vehicleType, 1);
    const table = this.tableOf(route);
    const inner = tables.profile[vehicleType]! * tables.n;
    let sum = 0;
    const end = tables.n + route;
    let node = end;
    if (isUsed)
      do {
        const after = next[node]!;
        const leg = tables.lengths[table + this.fromPlace[node]! * tables.width + this.toPlace[after]!]!;
        legNext[node] = leg;
        legPrev[after] = leg;
        longerLeg[node] = larger(leg, legPrev[node]!);
        sum += leg;
        if (after !== end) sum += tables.innerLengthM[inner + after]!;
        node = after;
      } while (node !== end);
    this.totalLengthM += sum - this.lengthM[route]!;
    this.lengthM[route] = sum;
    this.touch(route);
  }

  private count(vehicleType: i32, sign: i32): void {
    this.typeUsed[vehicleType] = this.typeUsed[vehicleType]! + sign;
    this.lineCount += sign;
    const fixedCost = this.tables.fixedCost[vehicleType]!;
    // Not by the sign: -1 times 0 is no integer to the engine, and all it has compiled would be thrown away.
    if (sign > 0) this.totalFixed += fixedCost;
    else this.totalFixed -= fixedCost;
  }

  private write(kind: i32, first: i32, second: i32, third: i32, fourth: i32): void {
    if (this.logCount + logStride > this.log.length) this.lengthenLog();
    const { log, logCount } = this;
    log[logCount] = kind;
    log[logCount + 1] = first;
    log[logCount + 2] = second;
    log[logCount + 3] = third;
    log[logCount + 4] = fourth;
    this.logCount = logCount + logStride;
  }

  private lengthenLog(): void {
    const { log } = this;
    const longer = new Int32Array(log.length * 2);
    for (let at = 0; at < log.length; at++) longer[at] = log[at]!;
    this.log = longer;
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
    for (let task = 0; task < this.tables.n; task++) if (this.route[task]! >= 0) this.unlink(task);
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
}
