import { AbsenceWeights } from './absenceWeights.ts';
import type { DutyCost } from './dutyCost.ts';
import { imbalanceCost, longestLine } from './lineBalance.ts';
import type { LineSegments } from './lineSegments.ts';
import type { Recreate } from './recreate.ts';
import type { RouteState } from './routeState.ts';
import { balancesNothing, type SearchTables } from './searchTables.ts';

const leastAbsenceShare: f64 = 0.1;

/** What the plan a search is at costs, and what the search goes by: that and what is left out, weighed. */
export class PlanValue {
  cost: f64 = Number.NaN;
  longest: f64 = 0;
  /** Mandatory tasks (and vehicles) missing, and what they weigh. */
  mandatoryAbsent: i32 = 0;
  absencePenalty: f64 = Number.NaN;
  private leastAbsencePenalty: f64 = Number.NaN;
  readonly absence: AbsenceWeights;
  private mandatoryWeight: f64 = 0;
  /** minMax: keeps the total in sight without letting it outweigh the longest line. */
  private tieWeight: f64 = Number.NaN;
  private readonly isMinMax: boolean;

  constructor(
    private readonly tables: SearchTables,
    private readonly state: RouteState,
    private readonly recreate: Recreate,
    private readonly segments: LineSegments | null,
    private readonly dutyCost: DutyCost | null,
  ) {
    this.absence = new AbsenceWeights(tables);
    this.isMinMax = tables.isMinMax === 1;
  }

  /** Sets cost, longest line and missing mandatory tasks (or vehicles) of the present lines. */
  measure(): void {
    const { state, recreate, tables, absence } = this;
    const segments = this.segments;
    const duties = this.dutyCost;
    let cost = segments !== null ? segments.totalCost : this.runningCost() + state.totalFixed;
    let missing = 0;
    let weight: f64 = 0;
    for (let index = 0; index < recreate.absentCount; index++) {
      const task = recreate.absent[index]!;
      const skipCost = tables.skipCost[task]!;
      if (skipCost < 0) {
        missing++;
        weight += absence.weight[task]!;
      } else cost += skipCost - tables.visitCost[task]!;
    }
    if (duties !== null) {
      duties.measure();
      cost += duties.cost;
      missing += duties.excess;
      weight += duties.excess;
    }
    if (segments !== null && this.isMinMax) this.longest = longestLine(state, segments);
    if (segments !== null && tables.balanceMeasure !== balancesNothing)
      cost += imbalanceCost(state, segments);
    this.cost = cost;
    this.mandatoryAbsent = missing;
    this.mandatoryWeight = weight;
  }

  /** What the search compares: of the measured plan. */
  objective(): f64 {
    const absence = this.mandatoryWeight * this.absencePenalty;
    const duties = this.dutyCost;
    if (this.isMinMax) return this.longest + this.cost * this.tieWeight + absence;
    return duties !== null ? this.cost + absence - duties.relief : this.cost + absence;
  }

  /** Sets what a missing task and the total weigh, by the measured plan. */
  weigh(): void {
    const { tables } = this;
    this.tieWeight = (0.05 * this.longest) / Math.max(1, this.cost);
    let dearest: f64 = 0;
    for (let type = 0; type < tables.vehicleCount; type++)
      dearest = Math.max(dearest, tables.fixedCost[type]!);
    this.absencePenalty = this.isMinMax
      ? this.longest / 4 + 1
      : dearest + (20 * this.runningCost()) / this.legs() + 1;
    this.leastAbsencePenalty = leastAbsenceShare * this.absencePenalty;
  }

  /** What is missing weighs so many times as much from now on, but not less than a share of what it weighed at first. */
  changeAbsencePenalty(factor: f64): void {
    this.absencePenalty = Math.max(this.leastAbsencePenalty, this.absencePenalty * factor);
  }

  /** Mean cost of a leg; where the longest line counts, its mean share. */
  perLeg(): f64 {
    if (!this.isMinMax) return this.runningCost() / this.legs();
    return this.longest / Math.max(1, this.legs() / Math.max(1, this.state.lineCount as f64));
  }

  private legs(): f64 {
    return Math.max(1, (this.tables.n + this.state.lineCount) as f64);
  }

  private runningCost(): f64 {
    const { tables, state } = this;
    const segments = this.segments;
    if (segments === null) return (state.totalLengthM * tables.costPerKm[0]!) / 1000;
    const fixed = tables.sharesDuties === 1 ? 0 : state.totalFixed;
    return Math.max(1, segments.totalCost - fixed);
  }
}
