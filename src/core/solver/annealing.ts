import { exponentialVariateTable } from '../deterministicMath.ts';
import type { Problem } from '../model/problem.ts';
import { AbsenceWeights } from './absenceWeights.ts';
import type { AnnealingSettings } from './annealingSettings.ts';
import { temperatureAt } from './cooling.ts';
import { DutyCost } from './dutyCost.ts';
import { homeLocks, openLockedLines } from './homeLocks.ts';
import type { Inserter } from './insertion.ts';
import { KeptPlan, type PlanSnapshot } from './keptPlan.ts';
import type { KernelModel } from './kernelModel.ts';
import { imbalanceCost, longestLine } from './lineBalance.ts';
import { LineSegments } from './lineSegments.ts';
import { Overrun } from './overrun.ts';
import { PlainInserter } from './plainInsertion.ts';
import { Recreate } from './recreate.ts';
import { Retype } from './retype.ts';
import { RichInserter } from './richInsertion.ts';
import { type LineSnapshot, RouteState } from './routeState.ts';
import { Ruin } from './ruin.ts';
import { SolverRandom } from './solverRandom.ts';
import { TailMoves } from './tailMoves.ts';

/** While fewer lines are sought, leaving a task out costs so many mean legs. */
const pressedLegs = 4;
const pressureGrowth = 1.03;

const variateBits = 12;
const variates = exponentialVariateTable(1 << variateBits);

/**
 * Slack induction by string removals (SISR; Christiaens and Vanden Berghe 2020): ruin, recreate, accept by simulated
 * annealing. Insertion looks only beside near neighbours (granular, Toth and Vigo 2003); a rejected round is undone.
 */
export class Annealing {
  readonly state: RouteState;
  readonly segments: LineSegments | null;
  readonly recreate: Recreate;
  bestMandatoryAbsent = Number.POSITIVE_INFINITY;
  bestLongest = Number.POSITIVE_INFINITY;
  bestCost = Number.POSITIVE_INFINITY;
  /** Counts improvements of the best plan. */
  bestVersion = 0;

  private readonly random: SolverRandom;
  private readonly ruin: Ruin;
  private readonly inserter: Inserter;
  private readonly tailMoves: TailMoves;
  private readonly richInserter: RichInserter | null;
  private readonly retype: Retype | null;
  private readonly dutyCost: DutyCost | null;
  private readonly problem: Problem;
  private readonly isMinMax: boolean;
  private readonly leastLines: number;
  private readonly mayOverrun: boolean;
  private readonly givesUpEarly: boolean;
  // Not known yet. Begun with 0 they would be integers to the engine, and what it compiles thrown away at the first fraction.
  private temperature = Number.NaN;
  private temperatureUnit = Number.NaN;
  private present = Number.NaN;
  private longest = 0;
  private isPressed = false;
  private cost = Number.NaN;
  private mandatoryAbsent = 0;
  private mandatoryWeight = 0;
  private absencePenalty = Number.NaN;
  private readonly absence: AbsenceWeights;
  /** minMax: keeps the total in sight without letting it outweigh the longest line. */
  private tieWeight = Number.NaN;
  /** Duties of the best plan, where lines share them. */
  bestDuties = 0;
  private readonly bestPlan: KeptPlan;
  private readonly oldAbsent: Int32Array;

  constructor(
    readonly model: KernelModel,
    seed: number,
    readonly settings: AnnealingSettings,
  ) {
    this.problem = model.problem;
    this.isMinMax = model.problem.objective.kind === 'minMax';
    // Lines kept whole may be too long already, and no price shortens them.
    this.mayOverrun = settings.overrunS > 0 && !this.isMinMax && model.problem.lockedLines.length === 0;
    this.leastLines = Math.min(model.problem.minLines, model.n);
    this.random = new SolverRandom(seed);
    this.state = new RouteState(model);
    this.dutyCost = null;
    if (model.isPlain) {
      this.segments = null;
      this.richInserter = null;
      this.retype = null;
      this.inserter = new PlainInserter(model, this.state, this.random, settings);
    } else {
      this.segments = new LineSegments(model, this.state, new Overrun(model.vehicles, settings));
      this.richInserter = new RichInserter(model, this.state, this.segments, this.random, settings);
      this.retype = new Retype(model, this.state, this.segments, this.random);
      this.inserter = this.richInserter;
      if (model.problem.severalTripsPerDuty) this.dutyCost = new DutyCost(model, this.state, this.segments);
    }
    this.recreate = new Recreate(model, this.random, this.inserter, this.state, this.segments);
    this.givesUpEarly =
      !this.isMinMax &&
      !this.dutyCost &&
      (model.isPlain || model.vehicles.count === 1) &&
      model.skipCost.every((cost) => cost < 0);
    this.tailMoves = new TailMoves(model, this.state, this.random);
    this.ruin = new Ruin(model, this.state, this.random, settings);
    this.bestPlan = new KeptPlan(this.state);
    this.oldAbsent = new Int32Array(model.n);
    this.absence = new AbsenceWeights(model);
    for (const line of openLockedLines(model, this.state, this.segments)) {
      this.ruin.isFrozen[line] = 1;
      this.tailMoves.isFrozen[line] = 1;
      if (this.richInserter) this.richInserter.isFrozen[line] = 1;
    }
  }

  /** Puts every task on a line, from nothing or from the given plan, and takes that as the best. */
  start(plan: PlanSnapshot | null): void {
    if (plan) this.load(plan);
    else this.fill();
    this.absencePenalty = this.firstAbsencePenalty();
    this.tieWeight = (0.05 * this.longest) / Math.max(1, this.cost);
    this.present = this.objective();
    this.keepBest();
  }

  /** Goes on from another plan, where it is better than the best so far; the temperature stays. */
  adopt(plan: PlanSnapshot): void {
    this.load(plan);
    this.present = this.objective();
    if (this.isBetterThanBest()) this.keepBest();
    else this.load(this.best());
    this.present = this.objective();
  }

  /**
   * Goes on with a part of a plan, as if its lines and tasks were all there are; the best plan is from now on the best of
   * this part. For problems whose lines do not depend on each other.
   */
  workOn(lines: readonly LineSnapshot[]): void {
    this.place(lines);
    this.ruin.centres = Int32Array.from(lines.flatMap(({ tasks }) => [...tasks]));
    this.measure();
    this.present = this.objective();
    this.keepBest();
  }

  /** Lines of the best plan. */
  get bestLines(): number {
    return this.bestPlan.lineCount();
  }

  /**
   * Goes on from the best plan with one line less than it has: the tasks of its smallest line must find room on the
   * others (fleet minimisation by absence, Christiaens and Vanden Berghe 2020, section 5.4). Where lines share duties,
   * with one duty less: what the emptiest holds must find room in the others.
   */
  press(): void {
    if (this.dutyCost) {
      this.dutyCost.dutyLimit = this.bestDuties - 1;
      this.dutyCost.pressure = 1;
      this.load(this.best());
      this.present = this.objective();
      this.isPressed = true;
      return;
    }
    const { lines } = this.best();
    let smallest = 0;
    for (const [index, line] of lines.entries())
      if (line.tasks.length < lines[smallest]!.tasks.length) smallest = index;
    this.state.lineLimit = lines.length - 1;
    this.absencePenalty = pressedLegs * this.temperatureUnit;
    this.absence.reset();
    this.load({ lines: lines.filter((_, index) => index !== smallest), absent: [] });
    this.present = this.objective();
    this.isPressed = true;
  }

  /** Back to the best plan and the problem's own number of lines. */
  release(): void {
    this.isPressed = false;
    if (this.dutyCost) this.dutyCost.dutyLimit = Number.POSITIVE_INFINITY;
    this.state.lineLimit = this.model.maxLines;
    this.absence.reset();
    this.load(this.best());
    this.present = this.objective();
  }

  private load(plan: PlanSnapshot): void {
    this.segments?.overrun.allow(false);
    this.place(plan.lines);
    this.fill();
  }

  /** The given lines and no others. */
  private place(lines: readonly LineSnapshot[]): void {
    const { state, model, segments, recreate } = this;
    state.clear();
    recreate.absentCount = 0;
    for (const { line, locked } of homeLocks(lines, model, state.lineLimit)) {
      const route = locked ?? state.open(line.vehicleType);
      for (const task of line.tasks) state.link(task, state.prev[model.n + route]!);
    }
    if (segments) for (let route = 0; route < state.routeHigh; route++) segments.refresh(route);
    state.settle();
  }

  /** Inserts every task that is on no line. */
  private fill(): void {
    const { state, model } = this;
    const missing: number[] = [];
    for (let task = 0; task < model.n; task++) if (state.route[task]! < 0) missing.push(task);
    this.recreate.run(Int32Array.from(missing), missing.length);
    this.retype?.run();
    state.settle();
    this.measure();
  }

  /** Sets the unit of temperature: the mean cost of a leg of the present plan. */
  calibrate(): void {
    const legs = this.model.n + this.state.lineCount;
    let scale = this.runningCost() / Math.max(1, legs);
    if (this.isMinMax) scale = this.longest / Math.max(1, legs / Math.max(1, this.state.lineCount));
    this.temperatureUnit = Math.max(scale, 1e-6);
  }

  /** Sets the temperature after `doneShare` of `rounds`. */
  coolTo(doneShare: number, rounds: number, cyclesWanted = 0): void {
    this.temperature =
      this.temperatureUnit * temperatureAt(this.settings, this.model.n, doneShare, rounds, cyclesWanted);
  }

  /** The plan the search is at: another one than the best, once it has been heated again. */
  presentPlan(): PlanSnapshot {
    const { recreate } = this;
    return { lines: this.state.snapshot(), absent: [...recreate.absent.subarray(0, recreate.absentCount)] };
  }

  /** Runs a number of ruin-and-recreate rounds. */
  run(rounds: number): void {
    const { state, recreate, random, oldAbsent, segments } = this;
    if (segments) segments.overrun.allow(this.mayOverrun && this.bestMandatoryAbsent === 0);
    for (let round = 0; round < rounds; round++) {
      const oldAbsentCount = recreate.absentCount;
      if (oldAbsentCount > 0) oldAbsent.set(recreate.absent.subarray(0, oldAbsentCount));
      if (this.richInserter) this.richInserter.positions.longestMeasure = Math.max(1, this.longest);
      const slack = this.temperature * variates[random.next() >>> (32 - variateBits)]!;
      const isPossible =
        random.below(this.settings.tailMoveOneIn) === 0 ? this.moveTails(slack) : this.rebuild(slack);
      if (isPossible) this.measure();
      const candidate = isPossible ? this.objective() : Number.POSITIVE_INFINITY;
      if (candidate < this.present + slack && state.lineCount >= this.leastLines) {
        this.present = candidate;
        state.settle();
        if (this.isBetterThanBest()) this.keepBest();
      } else {
        state.undo();
        this.refreshTouched();
        state.settle();
        recreate.absentCount = oldAbsentCount;
        if (oldAbsentCount > 0) recreate.absent.set(oldAbsent.subarray(0, oldAbsentCount));
      }
    }
    if (segments && this.mayOverrun) segments.priceOverrun();
    this.measure();
    if (this.mayOverrun) this.present = this.objective();
    if (this.isPressed && this.dutyCost) this.dutyCost.pressure *= pressureGrowth;
    if (this.bestMandatoryAbsent > 0 || (this.isPressed && recreate.absentCount > 0)) {
      if (this.isPressed) this.absence.weigh(recreate.absent, recreate.absentCount);
      else this.absencePenalty *= 1.02;
      this.measure();
      this.present = this.objective();
    }
  }

  /** One ruin-and-recreate step. */
  private rebuild(slack: number): boolean {
    const { ruin } = this;
    ruin.run();
    this.refreshTouched();
    if (ruin.tookLines) this.openDrawnLine();
    else this.retype?.perturb();
    const limit = this.givesUpEarly ? this.present + slack : Number.POSITIVE_INFINITY;
    if (!this.recreate.run(ruin.removed, ruin.removedCount, limit)) return false;
    this.retype?.run();
    return true;
  }

  /** After whole lines were taken: a first stop gets a line of a vehicle type drawn by lot, which the others may fill. */
  private openDrawnLine(): void {
    const { state, ruin, random, richInserter, model } = this;
    if (!richInserter || ruin.removedCount === 0 || !state.mayOpen()) return;
    const at = random.below(ruin.removedCount);
    const type = random.below(model.vehicles.count);
    const task = ruin.removed[at]!;
    if (!state.hasVehicle(type) || model.boundLine[task]! >= 0) return;
    if (richInserter.positions.alone(task, type) === Number.POSITIVE_INFINITY) return;
    const line = state.open(type);
    state.link(task, model.n + line);
    this.segments?.refresh(line);
    ruin.removed[at] = ruin.removed[--ruin.removedCount]!;
  }

  /** One 2-opt or 2-opt* step; false when none was found or it breaks a limit. */
  private moveTails(slack: number): boolean {
    const { state, segments } = this;
    if (!this.tailMoves.run(slack)) return false;
    if (!segments) return true;
    this.refreshTouched();
    for (let index = 0; index < state.touchedCount; index++) {
      const line = state.touched[index]!;
      if (!segments.isAllowed(line, state.type[line]!)) return false;
    }
    return true;
  }

  private refreshTouched(): void {
    const { state, segments } = this;
    if (segments)
      for (let index = 0; index < state.touchedCount; index++) segments.refresh(state.touched[index]!);
  }

  private runningCost(): number {
    if (this.segments)
      return Math.max(1, this.segments.totalCost - (this.dutyCost ? 0 : this.state.totalFixed));
    return (this.state.totalLengthM * this.problem.vehicleTypes[0]!.costPerKm) / 1000;
  }

  /** Sets cost, longest line and missing mandatory tasks (or vehicles) of the present lines. */
  private measure(): void {
    const { state, segments, problem, recreate, model } = this;
    let cost = segments ? segments.totalCost : this.runningCost() + state.totalFixed;
    let missing = 0;
    let weight = 0;
    for (let index = 0; index < recreate.absentCount; index++) {
      const task = recreate.absent[index]!;
      const skipCost = model.skipCost[task]!;
      if (skipCost < 0) {
        missing++;
        weight += this.absence.weight[task]!;
      } else cost += skipCost - model.visitCost[task]!;
    }
    if (this.dutyCost) {
      this.dutyCost.measure();
      cost += this.dutyCost.cost;
      missing += this.dutyCost.excess;
      weight += this.dutyCost.excess;
    }
    if (segments && this.isMinMax) this.longest = longestLine(state, segments);
    if (segments && problem.balance) cost += imbalanceCost(state, segments);
    this.cost = cost;
    this.mandatoryAbsent = missing;
    this.mandatoryWeight = weight;
  }

  private objective(): number {
    const absence = this.mandatoryWeight * this.absencePenalty;
    if (!this.isMinMax) return this.cost + absence - (this.dutyCost ? this.dutyCost.relief : 0);
    return this.longest + this.cost * this.tieWeight + absence;
  }

  private firstAbsencePenalty(): number {
    const { state, model } = this;
    if (this.isMinMax) return this.longest / 4 + 1;
    const legs = model.n + state.lineCount;
    const dearest = Math.max(...this.problem.vehicleTypes.map((type) => type.fixedCost));
    return dearest + (20 * this.runningCost()) / Math.max(1, legs) + 1;
  }

  private isBetterThanBest(): boolean {
    if (this.segments && this.segments.totalOverS > 0) return false;
    if (this.mandatoryAbsent !== this.bestMandatoryAbsent)
      return this.mandatoryAbsent < this.bestMandatoryAbsent;
    if (this.isMinMax && this.longest !== this.bestLongest) return this.longest < this.bestLongest;
    return this.cost < this.bestCost - 1e-6;
  }

  private keepBest(): void {
    const { state, recreate } = this;
    this.bestCost = this.cost;
    this.bestLongest = this.longest;
    this.bestMandatoryAbsent = this.mandatoryAbsent;
    this.bestVersion++;
    this.bestDuties = this.dutyCost?.duties ?? 0;
    this.bestPlan.keep(state, recreate.absent.slice(0, recreate.absentCount));
  }

  best(): PlanSnapshot {
    return this.bestPlan.read();
  }
}
