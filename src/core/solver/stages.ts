import type { Problem } from '../model/problem.ts';
import type { PartOffer } from '../model/solution.ts';
import type { Annealer } from './annealer.ts';
import { Genetic } from './genetic/genetic.ts';
import { isSeparable, JointWork, type Share, seedPlans } from './jointWork.ts';
import type { KernelModel } from './kernelModel.ts';
import { lowerBounds } from './lowerBounds.ts';
import type { PlanSnapshot } from './planSnapshot.ts';

/** Rounds between two progress reports: a few milliseconds of work. */
const chunkRounds = 128;
/** Fewer children than this do not repay the rounds taken from the annealing (measured, 100 to 500 tasks). */
const fewestChildren = (n: number): number => Math.max(400, 2.5 * n);
/** Plans from nothing besides, for variety. */
const randomPlans = 20;

/** Shares of the rounds between which fewer lines are tried. */
const pressFrom = 0.3;
const pressUntil = 0.8;

/**
 * Rounds of the annealing that one child of the genetic search counts for. A child takes about half as long, n(400 + n) /
 * 680 rounds (measured, 100 to 700 tasks); counted so, it leaves the annealing more of the time, which does better on the
 * X instances (0.36 instead of 0.39 % after ten seconds).
 */
const childRounds = (n: number): number => Math.ceil((n * (240 + n)) / 270);
/** Share of the rounds for the annealing when a genetic search follows. */
const annealingShare = (n: number): number => Math.min(0.6, Math.max(0.2, (n - 100) / 1000));

/** Whether the genetic search knows all there is in the problem. */
function isGenetic(model: KernelModel): boolean {
  const { problem, n } = model;
  const [type] = problem.vehicleTypes;
  return (
    model.isPlain &&
    model.lengthsT[type!.profileIndex] === model.lengths[type!.profileIndex] &&
    model.startPlace[0] === model.endPlace[0] &&
    type!.count === null &&
    type!.fixedCost === 0 &&
    type!.costPerKm > 0 &&
    problem.maxLines === null &&
    problem.minLines <= 1 &&
    n >= 20 &&
    model.skipCost.every((cost) => cost < 0) &&
    model.visitCost.every((cost) => cost === 0) &&
    model.delivery.every((load) => load <= type!.capacity[0]!) &&
    // It adds all loads up in whole numbers.
    model.delivery.reduce((sum, load) => sum + load, 0) < 0x7fffffff
  );
}

/** No plan has fewer lines (or duties, whose load is of several trips) than this. */
function fewestPossible(problem: Problem): number {
  const bounds = lowerBounds(problem);
  if (problem.severalTripsPerDuty) return Math.max(1, bounds.linesByTree, bounds.linesByDistance);
  return Math.max(1, problem.minLines, bounds.fewestLines);
}

/**
 * What is searched with when: ruin and recreate throughout; for capacity-only problems with rounds enough, a genetic
 * search goes on from its plans. Decided by tasks and rounds alone, never by a clock.
 */
export class Stages {
  private readonly mayBreed: boolean;
  private readonly joint: JointWork | null;
  private genetic: Genetic | null = null;
  private readonly plans: PlanSnapshot[] = [];
  private randomsLeft = 0;
  /** Every line, or every duty of several, costs before it has gone a metre: fewer are worth a search of their own. */
  private readonly presses: boolean;
  private fewest: number | null = null;
  private pressedFrom = 0;
  private releasedAt = 0;

  constructor(
    private readonly model: KernelModel,
    private readonly annealing: Annealer,
    private readonly seed: number,
    share: Share | null,
    rounds: number,
  ) {
    this.mayBreed = isGenetic(model);
    const { vehicles, problem } = model;
    this.presses =
      annealing.settings.pressesForFewerLines &&
      problem.objective.kind === 'cost' &&
      (problem.severalTripsPerDuty
        ? problem.vehicleTypes.every((type) => type.fixedCost > 0)
        : vehicles.fixedPerLine[0]! > 0 &&
          vehicles.fixedPerLine.every((cost) => cost === vehicles.fixedPerLine[0]));
    this.joint =
      share && !this.presses && isSeparable(model) ? new JointWork(model, annealing, share, rounds) : null;
  }

  /** The first part of the run, in which several searches work on one plan, is not through. */
  get isJoint(): boolean {
    return this.joint !== null && !this.joint.isOver;
  }

  /** What is to be put to the other searches now; null = nothing yet, undefined = nothing any more. */
  offer(done: number, total: number): PartOffer | null | undefined {
    if (!this.joint || this.joint.isOver) return undefined;
    const isDue = done >= total || this.joint.isDue(done / (this.shareOfAnnealing(total) * total));
    return isDue ? this.joint.offer() : null;
  }

  /** Goes on with what all searches have offered. */
  join(offers: readonly PartOffer[]): void {
    const { joint } = this;
    if (!joint) return;
    joint.join(offers);
    if (joint.endsCooling) this.plans.push(joint.presentPlan());
  }

  get bestCost(): number {
    if (this.isJoint) return this.joint!.bestCost;
    return this.genetic ? this.costOf(this.genetic) : this.annealing.bestCost;
  }

  /** Counts improvements of the best plan. */
  get bestVersion(): number {
    if (this.isJoint) return this.joint!.bestVersion;
    return (this.joint?.bestVersion ?? 0) + this.annealing.bestVersion + (this.genetic?.bestVersion ?? 0);
  }

  best(): PlanSnapshot {
    if (this.isJoint) return this.joint!.best();
    return this.genetic ? this.genetic.best() : this.annealing.best();
  }

  adopt(plan: PlanSnapshot): void {
    if (this.isJoint) return;
    if (this.genetic && plan.lines.reduce((sum, line) => sum + line.tasks.length, 0) === this.model.n)
      this.genetic.take(plan.lines.map((line) => line.tasks));
    else this.annealing.adopt(plan);
  }

  /** Works for a few milliseconds; returns the rounds spent. */
  step(done: number, total: number): number {
    if (this.genetic) return this.breed(this.genetic);
    const share = this.shareOfAnnealing(total);
    if (this.isJoint) return this.anneal(done, 0, share * total, share === 1 ? 0 : seedPlans);
    if (share === 1)
      return this.presses ? this.annealForFewerLines(done, total) : this.anneal(done, 0, total, 0);
    const part = Math.ceil((share * total) / seedPlans);
    if (!this.joint && done >= part * (this.plans.length + 1)) this.plans.push(this.annealing.presentPlan());
    if (this.plans.length >= seedPlans) {
      const plans = [...this.plans, this.annealing.best()];
      const children = (total - done) / childRounds(this.model.n);
      this.genetic = new Genetic(this.model, this.seed, plans, children);
      this.randomsLeft = randomPlans;
      return 1;
    }
    return this.anneal(done, 0, share * total, seedPlans);
  }

  /** A few rounds of the annealing that cools between two counts of rounds. */
  private anneal(done: number, from: number, to: number, cycles: number): number {
    const rounds = Math.max(1, Math.min(chunkRounds, Math.ceil(to) - done));
    // Searches that share a plan cool as the one long search they stand for.
    const together = this.joint && this.isJoint ? this.joint.share.count : 1;
    this.annealing.coolTo(Math.min(1, (done - from) / (to - from)), (to - from) * together, cycles);
    this.annealing.run(rounds);
    return rounds;
  }

  /** In the middle of the run, with a line less than the best plan has, as long as no bound forbids it. */
  private annealForFewerLines(done: number, total: number): number {
    const { annealing } = this;
    const from = Math.ceil(pressFrom * total);
    const until = Math.ceil(pressUntil * total);
    if (done < from) return this.anneal(done, 0, from, 0);
    if (done < until && this.mayPress()) {
      if (this.pressedFrom !== this.present) {
        this.pressedFrom = this.present;
        annealing.press();
      }
      return this.anneal(done, from, until, 1);
    }
    if (this.pressedFrom > 0) {
      this.pressedFrom = 0;
      this.releasedAt = done;
      annealing.release();
    }
    const restarted = this.releasedAt > 0 ? this.releasedAt : from;
    return this.anneal(done, restarted, total, 0);
  }

  /** Lines, or duties, of the best plan. */
  private get present(): number {
    return this.model.problem.severalTripsPerDuty ? this.annealing.bestDuties : this.annealing.bestLines;
  }

  private mayPress(): boolean {
    this.fewest ??= fewestPossible(this.model.problem);
    return this.annealing.bestMandatoryAbsent === 0 && this.present > this.fewest;
  }

  private shareOfAnnealing(total: number): number {
    if (!this.mayBreed) return 1;
    const { n } = this.model;
    const share = annealingShare(n);
    return ((1 - share) * total) / childRounds(n) >= fewestChildren(n) ? share : 1;
  }

  private breed(genetic: Genetic): number {
    if (this.randomsLeft > 0) {
      this.randomsLeft--;
      genetic.addRandom();
    } else genetic.generation();
    return childRounds(this.model.n);
  }

  private costOf(genetic: Genetic): number {
    return Math.round((genetic.bestCost * this.model.problem.vehicleTypes[0]!.costPerKm) / 1000);
  }
}
