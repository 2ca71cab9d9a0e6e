import { mandatory } from '../model/problem.ts';
import type { PartOffer } from '../model/solution.ts';
import type { Annealer } from './annealer.ts';
import type { KernelModel } from './kernelModel.ts';
import type { LineSnapshot, PlanSnapshot } from './planSnapshot.ts';
import { seededRandom } from './seededRandom.ts';

/** Which of several searches this one is, when they work on one plan together. */
export interface Share {
  readonly index: number;
  readonly count: number;
}

/** The annealing before a genetic search is heated so often; each time leaves a plan for the population. */
export const seedPlans = 3;

/** Rounds of one search between two turns: fewer, and time goes into handing over; more, and parts grow apart. */
const roundsPerTurn = 800;
const mostTurns = 480;

/** How often the parts are put together and drawn anew in so many rounds: a multiple of the coolings, alike for all. */
const turnsFor = (rounds: number): number =>
  seedPlans * Math.min(mostTurns / seedPlans, Math.max(8, Math.round(rounds / roundsPerTurn / seedPlans)));

/**
 * With fewer tasks a part is too small to be improved by itself: on X-n303 (ten seeds of 100,000 rounds) one plan worked on
 * by two searches is 0.14 % below that of one, but four times of ten above it; the best of two is 0.12 % below and never above.
 */
const fewestTasks = 350;

/** Whether lines cost and are allowed by themselves, so that parts of a plan can be improved apart and added up. */
export function isSeparable({ problem, n }: KernelModel): boolean {
  return (
    n >= fewestTasks &&
    problem.objective.kind === 'cost' &&
    problem.balance === null &&
    problem.groupSplitCost.length === 0 &&
    problem.lockedLines.length === 0 &&
    problem.maxLines === null &&
    problem.minLines <= 1 &&
    !problem.severalTripsPerDuty &&
    problem.vehicleTypes.every(({ count }) => count === null) &&
    problem.stops.skipCost.every((cost) => cost === mandatory)
  );
}

/**
 * Several searches anneal one plan together: in every turn each has the lines around a place for its own, the rest is
 * out of its sight; then the parts are put together and cut elsewhere. As long as parts hold several lines this is
 * nearly one search with as many times the rounds. Turn 0 settles on the best of the start plans. Every search hands
 * over as many offers and must be given those of all, in the same order.
 */
export class JointWork {
  bestCost = Number.POSITIVE_INFINITY;
  /** Counts improvements of the best plan. */
  bestVersion = 0;
  /** Offers handed over so far. */
  turn = 0;
  private readonly turns: number;
  private present: readonly LineSnapshot[] = [];
  private whole: readonly LineSnapshot[];
  /** With vehicles without number, only what no vehicle can serve. */
  private readonly absent: readonly number[];

  constructor(
    private readonly model: KernelModel,
    private readonly annealing: Annealer,
    readonly share: Share,
    rounds: number,
  ) {
    this.turns = turnsFor(rounds);
    const { lines, absent } = annealing.best();
    this.whole = lines;
    this.absent = absent;
    this.bestCost = annealing.bestCost;
  }

  get isOver(): boolean {
    return this.turn > this.turns;
  }

  /** The turn in hand, as a share of all of them, is through. */
  isDue(doneShare: number): boolean {
    return !this.isOver && doneShare * this.turns >= this.turn;
  }

  /** A cooling, of those whose plans go on as the first of a population, is through. */
  get endsCooling(): boolean {
    return this.turn > 1 && ((this.turn - 1) * seedPlans) % this.turns === 0;
  }

  best(): PlanSnapshot {
    return { lines: this.whole, absent: this.absent };
  }

  presentPlan(): PlanSnapshot {
    return { lines: this.present, absent: this.absent };
  }

  offer(): PartOffer {
    const { annealing } = this;
    return {
      present: annealing.presentPlan().lines,
      best: annealing.best().lines,
      cost: annealing.bestCost,
    };
  }

  /** Takes what all searches have made of their parts and goes on with another part; after the last turn with the whole. */
  join(offers: readonly PartOffer[]): void {
    const isStart = this.turn === 0;
    const given = isStart
      ? [offers.reduce((left, right) => (right.cost < left.cost ? right : left))]
      : offers;
    this.present = given.flatMap(({ present }) => present);
    const cost = given.reduce((sum, offer) => sum + offer.cost, 0);
    if (cost < this.bestCost || isStart) {
      this.whole = given.flatMap(({ best }) => best);
      this.bestCost = cost;
      this.bestVersion++;
    }
    this.turn++;
    this.annealing.workOn(this.isOver ? this.whole : this.ownPart());
  }

  /** Lines in the order of their distance from a place drawn for the turn, cut into parts of as many tasks. */
  private ownPart(): readonly LineSnapshot[] {
    const { model, share, turn } = this;
    const row = seededRandom(turn).below(model.n) * model.width;
    const lengths = model.lengths[0]!;
    const ranked = this.present
      .map((line) => ({ line, lengthM: Math.min(...line.tasks.map((task) => lengths[row + task]!)) }))
      .sort((left, right) => left.lengthM - right.lengthM || left.line.tasks[0]! - right.line.tasks[0]!);
    const taskCount = ranked.reduce((sum, { line }) => sum + line.tasks.length, 0);
    let before = 0;
    return ranked.flatMap(({ line }) => {
      const part = Math.floor((before * share.count) / Math.max(1, taskCount));
      before += line.tasks.length;
      return part === share.index ? [line] : [];
    });
  }
}
