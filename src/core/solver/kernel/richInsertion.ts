import type { LineSegments } from './lineSegments.ts';
import { infeasible, PositionCost } from './positionCost.ts';
import type { RouteState } from './routeState.ts';
import { type SearchSettings, type SearchTables, timesAdd } from './searchTables.ts';
import type { SolverRandom } from './solverRandom.ts';
import { smaller } from './whole.ts';

/** Insertion under every constraint of `Problem`. */
export class RichInserter {
  readonly positions: PositionCost;
  /** Lines no task may enter (locked whole). */
  readonly isFrozen: Uint8Array;

  private readonly blinkSpan: i32;
  private readonly leastCostPerM: f64;
  private readonly knowsLegs: boolean;
  /** As the tables' `endsBesideM`, one vehicle type after the other: what the ways cost, time included. */
  private readonly endsBesideCost: Float64Array;
  private blinkIn: i32 = 1;
  private bestCost: f64 = infeasible;
  /** Detours from here on cost as much as the best place. */
  private mostLongerM: f64 = infeasible;
  private bestBehind: i32 = -1;
  private bestType: i32 = -1;

  constructor(
    private readonly tables: SearchTables,
    private readonly state: RouteState,
    private readonly segments: LineSegments,
    private readonly random: SolverRandom,
    private readonly settings: SearchSettings,
  ) {
    this.positions = new PositionCost(tables, state, segments);
    let least: f64 = Number.POSITIVE_INFINITY;
    for (let type = 0; type < tables.vehicleCount; type++)
      least = Math.min(least, Math.max(tables.costPerM[type]!, 1e-9));
    this.leastCostPerM = least;
    const knowsLegs = tables.durationMode === timesAdd;
    this.knowsLegs = knowsLegs;
    this.endsBesideCost = knowsLegs ? endsBesideCosts(tables) : new Float64Array(0);
    this.blinkSpan = 2 * settings.blinkOneIn - 1;
    this.isFrozen = new Uint8Array(state.routes);
  }

  /** False when no place is allowed (or leaving the task out is cheaper). */
  insert(task: i32): boolean {
    const { tables, state, segments } = this;
    this.reset();
    const bound = tables.boundLine[task]!;
    if (bound >= 0) this.tryLine(task, bound);
    else {
      this.tryBesideNeighbours(task);
      this.tryNewLine(task);
      if (this.bestCost === infeasible) this.tryEveryLine(task);
    }
    if (this.bestCost === infeasible) return false;
    const skipCost = tables.skipCost[task]!;
    if (skipCost >= 0 && this.bestCost + tables.visitCost[task]! > skipCost) return false;
    let behind = this.bestBehind;
    if (behind < 0) behind = tables.n + state.open(this.bestType);
    const line = state.route[behind]!;
    const changesType = this.bestBehind >= 0 && this.bestType >= 0;
    if (changesType) state.changeType(line, this.bestType);
    state.link(task, behind);
    if (changesType) segments.refreshAll(line);
    else segments.refresh(line, behind, state.next[task]!);
    return true;
  }

  private reset(): void {
    this.bestCost = infeasible;
    this.mostLongerM = infeasible;
    this.bestBehind = -1;
    this.bestType = -1;
    this.positions.begin();
  }

  private tryBesideNeighbours(task: i32): void {
    const { neighbourCount } = this.tables;
    const first = task * neighbourCount;
    const last = first + smaller(neighbourCount, this.settings.granularity);
    if (this.knowsLegs) this.tryByCost(task, first, last);
    else this.tryByLength(task, first, last);
  }

  /** A place costs at least the ways and times to both its ends, less those of its present leg. */
  private tryByCost(task: i32, first: i32, last: i32): void {
    const { tables, state, isFrozen, positions, endsBesideCost } = this;
    const { neighbours, leastPerS } = tables;
    const { dearerLeg } = this.segments;
    const entries = tables.n * tables.neighbourCount;
    const serviceS = tables.taskServiceS[task]!;
    for (let at = first; at < last; at++) {
      const neighbour = neighbours[at]!;
      const line = state.route[neighbour]!;
      if (line < 0) continue;
      const type = state.type[line]!;
      const leastCost = endsBesideCost[type * entries + at]! + serviceS * leastPerS[type]!;
      if (leastCost - dearerLeg[neighbour]! >= this.bestCost || isFrozen[line] === 1) continue;
      if (!positions.mayFit(task, line, this.bestCost)) continue;
      this.tryPosition(task, line, neighbour);
      this.tryPosition(task, line, state.prev[neighbour]!);
    }
  }

  /** Where waiting may change with every stop, by the length of the detour alone. */
  private tryByLength(task: i32, first: i32, last: i32): void {
    const { tables, state, isFrozen, positions } = this;
    const { route, longerLeg, legNext, legPrev } = state;
    const { neighbours, endsBesideM } = tables;
    for (let at = first; at < last; at++) {
      const neighbour = neighbours[at]!;
      const least = endsBesideM[at]! - this.mostLongerM;
      if (longerLeg[neighbour]! <= least) continue;
      const line = route[neighbour]!;
      if (line < 0 || isFrozen[line] === 1 || !positions.mayFit(task, line, this.bestCost)) continue;
      const isNearBefore = legPrev[neighbour]! > least;
      if (legNext[neighbour]! > least) this.tryPosition(task, line, neighbour);
      if (isNearBefore) this.tryPosition(task, line, state.prev[neighbour]!);
    }
  }

  private tryEveryLine(task: i32): void {
    const { state } = this;
    for (let line = 0; line < state.routeHigh; line++)
      if (state.size[line]! > 0 || line < state.reservedRoutes) this.tryLine(task, line);
  }

  private tryLine(task: i32, line: i32): void {
    if (this.isFrozen[line] === 1 || !this.positions.mayFit(task, line, this.bestCost)) return;
    const end = this.tables.n + line;
    let node = end;
    do {
      this.tryPosition(task, line, node);
      node = this.state.next[node]!;
    } while (node !== end);
  }

  private tryPosition(task: i32, line: i32, behind: i32): void {
    const cost = this.positions.at(task, line, behind, this.bestCost);
    if (cost >= this.bestCost) return;
    if (--this.blinkIn <= 0) {
      this.blinkIn = 1 + this.random.below(this.blinkSpan);
      return;
    }
    this.bestCost = cost;
    this.mostLongerM = cost / this.leastCostPerM;
    this.bestBehind = behind;
    this.bestType = this.positions.triedType;
  }

  private tryNewLine(task: i32): void {
    const { tables, state } = this;
    if (!state.mayOpen()) return;
    const mustOpen = state.lineCount < tables.minLines;
    let cheapest = mustOpen ? infeasible : this.bestCost;
    for (let type = 0; type < tables.vehicleCount; type++) {
      if (!state.hasVehicle(type)) continue;
      const cost = this.positions.alone(task, type);
      if (cost >= cheapest) continue;
      cheapest = cost;
      this.bestCost = cost;
      this.bestBehind = -1;
      this.bestType = type;
    }
  }
}

/**
 * What the ways from a task to both ends of a place beside each neighbour cost at least, by vehicle type (see
 * `endsBeside`, which does the same by length).
 */
function endsBesideCosts(tables: SearchTables): Float64Array {
  const { n, width, neighbourCount, neighbours, startPlace, endPlace } = tables;
  const entries = n * neighbourCount;
  const ends = new Float64Array(tables.vehicleCount * entries);
  for (let type = 0; type < tables.vehicleCount; type++)
    for (let task = 0; task < n; task++) {
      const row = tables.profile[type]! * tables.cells + task * width;
      const ofLineEnd = Math.min(
        cellCost(tables, type, row + startPlace[type]!),
        cellCost(tables, type, row + endPlace[type]!),
      );
      for (let at = task * neighbourCount; at < (task + 1) * neighbourCount; at++) {
        const ofNeighbour = cellCost(tables, type, row + neighbours[at]!);
        ends[type * entries + at] = ofNeighbour + Math.min(ofNeighbour, ofLineEnd);
      }
    }
  return ends;
}

/** The way of a cell there or back, whichever costs less. */
function cellCost(tables: SearchTables, type: i32, cell: i32): f64 {
  const costPerM = tables.costPerM[type]!;
  const costPerS = tables.leastPerS[type]!;
  return Math.min(
    tables.lengths[cell]! * costPerM + tables.durations[cell]! * costPerS,
    tables.lengthsT[cell]! * costPerM + tables.durationsT[cell]! * costPerS,
  );
}
