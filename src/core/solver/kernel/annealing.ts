import { DutyCost } from './dutyCost.ts';
import { flatPlanLength, lineHead, planHead, writePlan } from './flatPlan.ts';
import { KeptPlan } from './keptPlan.ts';
import { LineSegments } from './lineSegments.ts';
import { Overrun } from './overrun.ts';
import { PlainInserter } from './plainInsertion.ts';
import { PlanValue } from './planValue.ts';
import { Recreate } from './recreate.ts';
import { Retype } from './retype.ts';
import { RichInserter } from './richInsertion.ts';
import { RouteState } from './routeState.ts';
import { Ruin } from './ruin.ts';
import type { SearchSettings, SearchTables } from './searchTables.ts';
import type { SolverRandom } from './solverRandom.ts';
import { TailMoves } from './tailMoves.ts';
import { smaller } from './whole.ts';

/** While fewer lines are sought, leaving a task out costs so many mean legs. */
const pressedLegs: f64 = 4;
const pressureGrowth: f64 = 1.03;

/** Rounds per task without a complete plan, after which lines may run over as if there were one. */
const patience: i32 = 100;
/** Growth of what is missing in a plan while it is, decline while lines that run over make up for it. */
const absenceGrowth: f64 = 1.02;

/** The table of waiting times has 2^variateBits entries. */
export const variateBits: i32 = 12;

const noDutyLimit: i32 = 0x7fffffff;

/**
 * Slack induction by string removals (SISR; Christiaens and Vanden Berghe 2020): ruin, recreate, accept by simulated
 * annealing. Insertion looks only beside near neighbours (granular, Toth and Vigo 2003); a rejected round is undone.
 * Plans come and go by `plan`; what may be asked in which order is `Annealer`'s to know.
 */
export class Annealing {
  readonly state: RouteState;
  readonly segments: LineSegments | null;
  readonly recreate: Recreate;
  readonly ruin: Ruin;
  /** Where plans are put before they are loaded, and found after they are written (see flatPlan.ts). */
  readonly plan: Int32Array;
  bestMandatoryAbsent: i32 = 0x7fffffff;
  bestLongest: f64 = Number.POSITIVE_INFINITY;
  bestCost: f64 = Number.POSITIVE_INFINITY;
  /** Counts improvements of the best plan. */
  bestVersion: i32 = 0;
  /** Duties of the best plan, where lines share them. */
  bestDuties: i32 = 0;
  // Not known yet. Begun with 0 they would be integers to the engine, and what it compiles thrown away at the first fraction.
  temperature: f64 = Number.NaN;
  temperatureUnit: f64 = Number.NaN;
  isPressed: boolean = false;

  private readonly richInserter: RichInserter | null;
  private readonly tailMoves: TailMoves;
  private readonly retype: Retype | null;
  private readonly dutyCost: DutyCost | null;
  private readonly isMinMax: boolean;
  private readonly leastLines: i32;
  private readonly mayOverrun: boolean;
  /** Rounds since there last was a complete plan. */
  private roundsIncomplete: i32 = 0;
  private readonly givesUpEarly: boolean;
  private present: f64 = Number.NaN;
  private readonly value: PlanValue;
  private readonly bestPlan: KeptPlan;
  private readonly oldAbsent: Int32Array;
  private readonly missing: Int32Array;

  /** With the table of waiting times, -ln(u) for u in equal steps. */
  constructor(
    readonly tables: SearchTables,
    readonly settings: SearchSettings,
    private readonly random: SolverRandom,
    private readonly variates: Float64Array,
  ) {
    const { n, lockedCount } = tables;
    const state = new RouteState(tables);
    const isMinMax = tables.isMinMax === 1;
    let plainInserter: PlainInserter | null = null;
    let segments: LineSegments | null = null;
    let richInserter: RichInserter | null = null;
    let retype: Retype | null = null;
    let dutyCost: DutyCost | null = null;
    if (tables.isPlain === 1) plainInserter = new PlainInserter(tables, state, random, settings);
    else {
      const lines = new LineSegments(tables, state, new Overrun(tables, settings.overrunS));
      segments = lines;
      richInserter = new RichInserter(tables, state, lines, random, settings);
      retype = new Retype(tables, state, lines, random);
      if (tables.sharesDuties === 1) dutyCost = new DutyCost(tables, state, lines);
    }
    let isAllMandatory = true;
    for (let task = 0; task < n; task++) if (tables.skipCost[task]! >= 0) isAllMandatory = false;
    this.isMinMax = isMinMax;
    this.state = state;
    this.segments = segments;
    this.richInserter = richInserter;
    this.retype = retype;
    this.dutyCost = dutyCost;
    const recreate = new Recreate(tables, state, random, plainInserter, richInserter, segments);
    this.recreate = recreate;
    this.value = new PlanValue(tables, state, recreate, segments, dutyCost);
    // Lines kept whole may be too long already, and no price shortens them.
    this.mayOverrun = settings.overrunS > 0 && !isMinMax && lockedCount === 0;
    this.leastLines = smaller(tables.minLines, n);
    this.givesUpEarly =
      !isMinMax &&
      tables.sharesDuties === 0 &&
      (tables.isPlain === 1 || tables.vehicleCount === 1) &&
      isAllMandatory;
    this.tailMoves = new TailMoves(tables, state, random);
    this.ruin = new Ruin(tables, state, random, settings);
    this.bestPlan = new KeptPlan(state);
    this.oldAbsent = new Int32Array(n);
    this.missing = new Int32Array(n);
    this.plan = new Int32Array(flatPlanLength(n, lockedCount));
    this.openLockedLines();
  }

  /** Opens the locked lines with their stops, as the first lines of an empty plan; those locked whole stay as they are. */
  private openLockedLines(): void {
    const { tables, state, segments, richInserter } = this;
    for (let locked = 0; locked < tables.lockedCount; locked++) {
      const line = state.open(tables.lockedType[locked]!);
      state.reservedRoutes = line + 1;
      if (tables.lockedWhole[locked] === 0) continue;
      this.ruin.isFrozen[line] = 1;
      this.tailMoves.isFrozen[line] = 1;
      if (richInserter !== null) richInserter.isFrozen[line] = 1;
    }
    for (let line = 0; line < state.reservedRoutes; line++) {
      for (let task = 0; task < tables.n; task++)
        if (tables.boundLine[task] === line) state.link(task, state.prev[tables.n + line]!);
      if (segments !== null) segments.refreshAll(line);
    }
    state.settle();
  }

  /** Takes the present plan as the best and the measure of what weighs how much; before the first round. */
  begin(): void {
    this.value.weigh();
    this.takePresent();
    this.keepBest();
  }

  /** Most lines the search may use at present. */
  get lineLimit(): i32 {
    return this.state.lineLimit;
  }

  /** Goes on from the present lines, whatever they cost. */
  takePresent(): void {
    this.present = this.value.objective();
  }

  /** The lines of `plan`, and every task that is on none of them put in. */
  load(): void {
    const segments = this.segments;
    if (segments !== null) segments.overrun.allow(false);
    this.place();
    this.fill();
  }

  /** The lines of `plan` as if they and their tasks were all there is; they are the best plan from now on. */
  workOnPart(): void {
    const { plan, ruin } = this;
    this.place();
    let at = planHead;
    let centres = 0;
    for (let line = 0; line < plan[0]!; line++) {
      const size = plan[at + lineHead - 1]!;
      at += lineHead;
      for (let index = 0; index < size; index++) ruin.centres[centres++] = plan[at++]!;
    }
    ruin.centreCount = centres;
    this.value.measure();
    this.takePresent();
    this.keepBest();
  }

  /** Seeks plans of at most so many lines (n or more: of any number); what is left out weighs as much as a few legs. */
  pressLines(lineLimit: i32): void {
    this.state.lineLimit = lineLimit;
    this.value.absencePenalty = pressedLegs * this.temperatureUnit;
    this.value.absence.reset();
    this.isPressed = true;
  }

  /** Seeks plans of one duty less than the best has: what the emptiest holds must find room in the others. */
  pressDuties(): void {
    const duties = this.dutyCost;
    if (duties === null) return;
    duties.dutyLimit = this.bestDuties - 1;
    duties.pressure = 1;
    this.isPressed = true;
  }

  /** Back to the problem's own number of lines and duties. */
  release(): void {
    this.isPressed = false;
    const duties = this.dutyCost;
    if (duties !== null) duties.dutyLimit = noDutyLimit;
    this.state.lineLimit = this.tables.maxLines;
    this.value.absence.reset();
  }

  /** The lines of `plan` and no others. */
  private place(): void {
    const { state, tables, segments, plan } = this;
    state.clear();
    this.recreate.absentCount = 0;
    let at = planHead;
    for (let line = 0; line < plan[0]!; line++) {
      const locked = plan[at + 1]!;
      const size = plan[at + 2]!;
      const route = locked >= 0 ? locked : state.open(plan[at]!);
      at += lineHead;
      for (let index = 0; index < size; index++) state.link(plan[at++]!, state.prev[tables.n + route]!);
    }
    if (segments !== null) for (let route = 0; route < state.routeHigh; route++) segments.refreshAll(route);
    state.settle();
  }

  /** Inserts every task that is on no line. */
  fill(): void {
    const { state, missing, retype } = this;
    let count = 0;
    for (let task = 0; task < this.tables.n; task++) if (state.route[task]! < 0) missing[count++] = task;
    this.recreate.run(missing, count, Number.POSITIVE_INFINITY);
    if (retype !== null) retype.run();
    state.settle();
    this.value.measure();
  }

  /** Sets the unit of temperature: the mean cost of a leg of the present plan. */
  calibrate(): void {
    this.temperatureUnit = Math.max(this.value.perLeg(), 1e-6);
  }

  /** Runs a number of ruin-and-recreate rounds. */
  run(rounds: i32): void {
    const { state, recreate, random, oldAbsent, variates, value } = this;
    const segments = this.segments;
    const richInserter = this.richInserter;
    this.roundsIncomplete = this.bestMandatoryAbsent === 0 ? 0 : this.roundsIncomplete + rounds;
    // Where vehicles are few, the first complete plan may be found by running over only.
    const isStuck = this.roundsIncomplete > patience * this.tables.n;
    if (segments !== null)
      segments.overrun.allow(this.mayOverrun && (this.bestMandatoryAbsent === 0 || isStuck));
    for (let round = 0; round < rounds; round++) {
      const oldAbsentCount = recreate.absentCount;
      for (let index = 0; index < oldAbsentCount; index++) oldAbsent[index] = recreate.absent[index]!;
      if (richInserter !== null) richInserter.positions.longestMeasure = Math.max(1, value.longest);
      const slack = this.temperature * variates[(random.next() >>> (32 - variateBits)) as i32]!;
      const turnsTails = random.below(this.settings.tailMoveOneIn) === 0;
      const isPossible = turnsTails ? this.moveTails(slack) : this.rebuild(slack);
      let candidate: f64 = Number.POSITIVE_INFINITY;
      if (isPossible) {
        value.measure();
        candidate = value.objective();
      }
      if (candidate < this.present + slack && state.lineCount >= this.leastLines) {
        this.present = candidate;
        state.settle();
        if (this.isBetterThanBest()) this.keepBest();
      } else {
        state.undo();
        this.refreshTouched();
        state.settle();
        recreate.absentCount = oldAbsentCount;
        for (let index = 0; index < oldAbsentCount; index++) recreate.absent[index] = oldAbsent[index]!;
      }
    }
    this.reprice();
  }

  /** After some rounds: what is left out, too long or sought to be saved weighs anew. */
  private reprice(): void {
    const { recreate, value } = this;
    const segments = this.segments;
    const duties = this.dutyCost;
    if (segments !== null && this.mayOverrun) segments.priceOverrun();
    value.measure();
    if (this.mayOverrun) this.takePresent();
    if (this.isPressed && duties !== null) duties.pressure *= pressureGrowth;
    if (this.bestMandatoryAbsent > 0 || (this.isPressed && recreate.absentCount > 0)) {
      if (this.isPressed) value.absence.weigh(recreate.absent, recreate.absentCount);
      else value.changeAbsencePenalty(value.mandatoryAbsent > 0 ? absenceGrowth : 1 / absenceGrowth);
      value.measure();
      this.takePresent();
    }
  }

  /** One ruin-and-recreate step. */
  private rebuild(slack: f64): boolean {
    const { ruin, retype } = this;
    ruin.run();
    this.refreshTouched();
    if (ruin.tookLines) this.openDrawnLine();
    else if (retype !== null) retype.perturb();
    const limit = this.givesUpEarly ? this.present + slack : Number.POSITIVE_INFINITY;
    if (!this.recreate.run(ruin.removed, ruin.removedCount, limit)) return false;
    if (retype !== null) retype.run();
    return !this.state.isTouchedTooLong();
  }

  /** After whole lines were taken: a first stop gets a line of a vehicle type drawn by lot, which the others may fill. */
  private openDrawnLine(): void {
    const { state, ruin, random, tables } = this;
    const richInserter = this.richInserter;
    const segments = this.segments;
    if (richInserter === null || segments === null || ruin.removedCount === 0 || !state.mayOpen()) return;
    const at = random.below(ruin.removedCount);
    const type = random.below(tables.vehicleCount);
    const task = ruin.removed[at]!;
    if (!state.hasVehicle(type) || tables.boundLine[task]! >= 0) return;
    if (richInserter.positions.alone(task, type) === Number.POSITIVE_INFINITY) return;
    const line = state.open(type);
    state.link(task, tables.n + line);
    segments.refreshAll(line);
    ruin.removed[at] = ruin.removed[--ruin.removedCount]!;
  }

  /** One 2-opt or 2-opt* step; false when none was found or it breaks a limit. */
  private moveTails(slack: f64): boolean {
    const { state } = this;
    const segments = this.segments;
    if (!this.tailMoves.run(slack)) return false;
    if (segments === null) return true;
    this.refreshTouched();
    for (let index = 0; index < state.touchedCount; index++) {
      const line = state.touched[index]!;
      if (!segments.isAllowed(line, state.type[line]!)) return false;
    }
    return true;
  }

  private refreshTouched(): void {
    const { state } = this;
    const segments = this.segments;
    if (segments !== null)
      for (let index = 0; index < state.touchedCount; index++) segments.refreshAll(state.touched[index]!);
  }

  isBetterThanBest(): boolean {
    const segments = this.segments;
    const { value } = this;
    if (segments !== null && segments.totalOverS > 0) return false;
    if (value.mandatoryAbsent !== this.bestMandatoryAbsent)
      return value.mandatoryAbsent < this.bestMandatoryAbsent;
    if (this.isMinMax && value.longest !== this.bestLongest) return value.longest < this.bestLongest;
    return value.cost < this.bestCost - 1e-6;
  }

  keepBest(): void {
    const { state, recreate, value } = this;
    const duties = this.dutyCost;
    this.bestCost = value.cost;
    this.bestLongest = value.longest;
    this.bestMandatoryAbsent = value.mandatoryAbsent;
    this.bestVersion++;
    this.bestDuties = duties !== null ? duties.duties : 0;
    this.bestPlan.keep(state, recreate.absent, recreate.absentCount);
  }

  /** Lines of the best plan. */
  bestLines(): i32 {
    return this.bestPlan.lineCount();
  }

  /** Writes the best plan into `plan`. */
  writeBest(): void {
    const { state, plan, bestPlan } = this;
    const { next, type, size, routeHigh, absent, absentCount } = bestPlan;
    writePlan(plan, state, next, type, size, routeHigh, absent, absentCount);
  }

  /** Writes the plan the search is at: another one than the best, once it has been heated again. */
  writePresent(): void {
    const { state, plan, recreate } = this;
    const { next, type, size, routeHigh } = state;
    writePlan(plan, state, next, type, size, routeHigh, recreate.absent, recreate.absentCount);
  }
}
