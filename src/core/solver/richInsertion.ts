import type { Inserter, InsertionSettings } from './insertion.ts';
import type { KernelModel } from './kernelModel.ts';
import type { LineSegments } from './lineSegments.ts';
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
  /** As the model's `endsBesideM`, by vehicle type: what the ways cost, time included. */
  private readonly endsBesideCost: readonly Float64Array[];
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
    this.endsBesideCost = this.knowsLegs ? endsBesideCosts(model) : [];
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
    else if (this.bestType >= 0) state.changeType(state.route[behind]!, this.bestType);
    state.link(task, behind);
    this.segments.refresh(state.route[task]!, behind, state.next[task]!);
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
    const { model, state, isFrozen, positions } = this;
    const { route, longerLeg } = state;
    const { neighbours, endsBesideM, neighbourCount } = model;
    const first = task * neighbourCount;
    const last = first + Math.min(neighbourCount, this.settings.granularity);
    for (let at = first; at < last; at++) {
      const neighbour = neighbours[at]!;
      // The detour is at least the ways to both ends less the present leg.
      const least = endsBesideM[at]! - this.mostLongerM;
      if (longerLeg[neighbour]! <= least) continue;
      const line = route[neighbour]!;
      if (line < 0 || (this.knowsLegs && this.leastBeside(task, at, line) >= this.bestCost)) continue;
      if (isFrozen[line] === 1 || !positions.mayFit(task, line, this.bestCost)) continue;
      const isNearBefore = state.legPrev[neighbour]! > least;
      if (state.legNext[neighbour]! > least) this.tryPosition(task, line, neighbour);
      if (isNearBefore) this.tryPosition(task, line, state.prev[neighbour]!);
    }
  }

  /** The same in costs, where times are sums: ways and times to both ends, less the dearer of the neighbour's present legs. */
  private leastBeside(task: number, at: number, line: number): number {
    const { model, segments } = this;
    const type = this.state.type[line]!;
    const serviceCost = model.taskServiceS[task]! * model.vehicles.leastPerS[type]!;
    return serviceCost + this.endsBesideCost[type]![at]! - segments.dearerLeg[model.neighbours[at]!]!;
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

function endsBesideCosts(model: KernelModel): Float64Array[] {
  const { vehicles, neighbours, neighbourCount, n, width } = model;
  return Array.from({ length: vehicles.count }, (_, type) => {
    const profile = vehicles.profile[type]!;
    const tables = [
      [model.lengths[profile]!, model.durations[profile]!],
      [model.lengthsT[profile]!, model.durationsT[profile]!],
    ] as const;
    const cost = (cell: number): number =>
      Math.min(
        ...tables.map(
          ([lengthM, durationS]) =>
            lengthM[cell]! * vehicles.costPerM[type]! + durationS[cell]! * vehicles.leastPerS[type]!,
        ),
      );
    const ends = new Float64Array(neighbours.length);
    for (let task = 0; task < n; task++) {
      const row = task * width;
      const lineEndCost = Math.min(cost(row + model.startPlace[type]!), cost(row + model.endPlace[type]!));
      for (let entry = task * neighbourCount; entry < (task + 1) * neighbourCount; entry++) {
        const neighbourCost = cost(row + neighbours[entry]!);
        ends[entry] = neighbourCost + Math.min(neighbourCost, lineEndCost);
      }
    }
    return ends;
  });
}
