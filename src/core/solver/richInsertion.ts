import type { Inserter, InsertionSettings } from './insertion.ts';
import type { KernelModel } from './kernelModel.ts';
import type { LineSegments } from './lineSegments.ts';
import { endsBeside } from './neighbours.ts';
import { infeasible, PositionCost } from './positionCost.ts';
import type { RouteState } from './routeState.ts';
import type { SolverRandom } from './solverRandom.ts';

/** Insertion under every constraint of `Problem`. */
export class RichInserter implements Inserter {
  readonly positions: PositionCost;
  /** Lines no task may enter (locked whole). */
  readonly isFrozen: Uint8Array;

  private readonly blinkSpan: number;
  private readonly leastCostPerM: number;
  private readonly knowsLegs: boolean;
  /** As the model's `endsBesideM`, one vehicle type after the other: what the ways cost, time included. */
  private readonly endsBesideCost: Float64Array;
  private blinkIn = 1;
  private bestCost = infeasible;
  /** Detours from here on cost as much as the best place. */
  private mostLongerM = infeasible;
  private bestBehind = -1;
  private bestType = -1;

  constructor(
    private readonly model: KernelModel,
    private readonly state: RouteState,
    private readonly segments: LineSegments,
    private readonly random: SolverRandom,
    private readonly settings: InsertionSettings,
  ) {
    this.positions = new PositionCost(model, state, segments);
    this.leastCostPerM = model.vehicles.costPerM.reduce(
      (least, cost) => Math.min(least, Math.max(cost, 1e-9)),
      Number.POSITIVE_INFINITY,
    );
    this.knowsLegs = model.durationMode === 'sum';
    this.endsBesideCost = this.knowsLegs ? endsBesideCosts(model) : new Float64Array(0);
    this.blinkSpan = 2 * settings.blinkOneIn - 1;
    this.isFrozen = new Uint8Array(state.size.length);
  }

  insert(task: number): boolean {
    const { model, state } = this;
    this.reset();
    const bound = model.boundLine[task]!;
    if (bound >= 0) this.tryLine(task, bound);
    else {
      this.tryBesideNeighbours(task);
      this.tryNewLine(task);
      if (this.bestCost === infeasible) this.tryEveryLine(task);
    }
    if (this.bestCost === infeasible) return false;
    const skipCost = model.skipCost[task]!;
    if (skipCost >= 0 && this.bestCost + model.visitCost[task]! > skipCost) return false;
    let behind = this.bestBehind;
    if (behind < 0) behind = model.n + state.open(this.bestType);
    const line = state.route[behind]!;
    const changesType = this.bestBehind >= 0 && this.bestType >= 0;
    if (changesType) state.changeType(line, this.bestType);
    state.link(task, behind);
    if (changesType) this.segments.refresh(line);
    else this.segments.refresh(line, behind, state.next[task]!);
    return true;
  }

  private reset(): void {
    this.bestCost = infeasible;
    this.mostLongerM = infeasible;
    this.bestBehind = -1;
    this.bestType = -1;
    this.positions.begin();
  }

  private tryBesideNeighbours(task: number): void {
    const { model } = this;
    const first = task * model.neighbourCount;
    const last = first + Math.min(model.neighbourCount, this.settings.granularity);
    if (this.knowsLegs) this.tryByCost(task, first, last);
    else this.tryByLength(task, first, last);
  }

  /** A place costs at least the ways and times to both its ends, less those of its present leg. */
  private tryByCost(task: number, first: number, last: number): void {
    const { model, state, isFrozen, positions, endsBesideCost } = this;
    const { route, type: typeOf } = state;
    const { neighbours } = model;
    const { leastPerS } = model.vehicles;
    const { dearerLeg } = this.segments;
    const serviceS = model.taskServiceS[task]!;
    for (let at = first; at < last; at++) {
      const neighbour = neighbours[at]!;
      const line = route[neighbour]!;
      if (line < 0) continue;
      const type = typeOf[line]!;
      const leastCost = endsBesideCost[type * neighbours.length + at]! + serviceS * leastPerS[type]!;
      if (leastCost - dearerLeg[neighbour]! >= this.bestCost || isFrozen[line] === 1) continue;
      if (!positions.mayFit(task, line, this.bestCost)) continue;
      this.tryPosition(task, line, neighbour);
      this.tryPosition(task, line, state.prev[neighbour]!);
    }
  }

  /** Where waiting may change with every stop, by the length of the detour alone. */
  private tryByLength(task: number, first: number, last: number): void {
    const { model, state, isFrozen, positions } = this;
    const { route, longerLeg, legNext, legPrev } = state;
    const { neighbours, endsBesideM } = model;
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

  private tryEveryLine(task: number): void {
    const { state } = this;
    for (let line = 0; line < state.routeHigh; line++)
      if (state.size[line]! > 0 || line < state.reservedRoutes) this.tryLine(task, line);
  }

  private tryLine(task: number, line: number): void {
    if (this.isFrozen[line] === 1 || !this.positions.mayFit(task, line, this.bestCost)) return;
    const end = this.model.n + line;
    let node = end;
    do {
      this.tryPosition(task, line, node);
      node = this.state.next[node]!;
    } while (node !== end);
  }

  private tryPosition(task: number, line: number, behind: number): void {
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

  private tryNewLine(task: number): void {
    const { model, state } = this;
    if (!state.mayOpen()) return;
    const mustOpen = state.lineCount < model.problem.minLines;
    let cheapest = mustOpen ? infeasible : this.bestCost;
    for (let type = 0; type < model.vehicles.count; type++) {
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

function endsBesideCosts(model: KernelModel): Float64Array {
  const { vehicles, neighbours, startPlace, endPlace } = model;
  const ends = new Float64Array(vehicles.count * neighbours.length);
  for (let type = 0; type < vehicles.count; type++) {
    const profile = vehicles.profile[type]!;
    const [there, back] = [model.lengths[profile]!, model.lengthsT[profile]!];
    const [thereS, backS] = [model.durations[profile]!, model.durationsT[profile]!];
    const costPerM = vehicles.costPerM[type]!;
    const costPerS = vehicles.leastPerS[type]!;
    const cost = (cell: number): number =>
      Math.min(
        there[cell]! * costPerM + thereS[cell]! * costPerS,
        back[cell]! * costPerM + backS[cell]! * costPerS,
      );
    const ofType = ends.subarray(type * neighbours.length, (type + 1) * neighbours.length);
    endsBeside(model, [startPlace[type]!, endPlace[type]!], cost, ofType);
  }
  return ends;
}
