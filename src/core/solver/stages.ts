import type { Annealing, PlanSnapshot } from './annealing.ts';
import { Genetic } from './genetic/genetic.ts';
import type { KernelModel } from './kernelModel.ts';

/** Rounds between two progress reports: a few milliseconds of work. */
const chunkRounds = 128;
/** Fewer children than this do not repay the rounds taken from the annealing. */
const fewestChildren = 1200;
/** The annealing before the genetic search is heated so often; each time leaves a plan for the population. */
const seedPlans = 3;
/** Plans from nothing besides, for variety. */
const randomPlans = 20;

/** Rounds of the annealing that take about as long as one child of the genetic search (measured, 100 to 700 tasks). */
const childRounds = (n: number): number => Math.ceil((n * (300 + n)) / 250);
/** Share of the rounds for the annealing when a genetic search follows. */
const annealingShare = (n: number): number => Math.min(0.5, Math.max(0.1, (n - 100) / 600));

/** Whether the genetic search knows all there is in the problem. */
function isGenetic(model: KernelModel): boolean {
  const { problem, n } = model;
  const [type] = problem.vehicleTypes;
  return (
    model.isPlain &&
    model.lengthsT[0] === model.lengths[0] &&
    model.startPlace[0] === model.endPlace[0] &&
    type!.count === null &&
    type!.fixedCost === 0 &&
    type!.costPerKm > 0 &&
    problem.maxLines === null &&
    problem.minLines <= 1 &&
    n >= 20 &&
    model.skipCost.every((cost) => cost < 0) &&
    model.visitCost.every((cost) => cost === 0) &&
    model.delivery.every((load) => load <= type!.capacity[0]!)
  );
}

/**
 * What is searched with when: ruin and recreate throughout; for capacity-only problems with rounds enough, a genetic
 * search goes on from its plans. Decided by tasks and rounds alone, never by a clock.
 */
export class Stages {
  private readonly mayBreed: boolean;
  private genetic: Genetic | null = null;
  private readonly plans: PlanSnapshot[] = [];
  private randomsLeft = 0;

  constructor(
    private readonly model: KernelModel,
    private readonly annealing: Annealing,
    private readonly seed: number,
  ) {
    this.mayBreed = isGenetic(model);
  }

  get bestCost(): number {
    return this.genetic ? this.costOf(this.genetic) : this.annealing.bestCost;
  }

  /** Counts improvements of the best plan. */
  get bestVersion(): number {
    return this.annealing.bestVersion + (this.genetic?.bestVersion ?? 0);
  }

  best(): PlanSnapshot {
    return this.genetic ? this.genetic.best() : this.annealing.best();
  }

  adopt(plan: PlanSnapshot): void {
    if (this.genetic && plan.lines.reduce((sum, line) => sum + line.tasks.length, 0) === this.model.n)
      this.genetic.take(plan.lines.map((line) => [...line.tasks]));
    else this.annealing.adopt(plan);
  }

  /** Works for a few milliseconds; returns the rounds spent. */
  step(done: number, total: number): number {
    if (this.genetic) return this.breed(this.genetic);
    const share = this.shareOfAnnealing(total);
    if (share === 1) {
      const rounds = Math.min(chunkRounds, total - done);
      this.annealing.coolTo(done / total, total);
      this.annealing.run(rounds);
      return rounds;
    }
    const part = Math.ceil((share * total) / seedPlans);
    if (done >= part * (this.plans.length + 1)) this.plans.push(this.annealing.presentPlan());
    if (this.plans.length >= seedPlans) {
      this.genetic = new Genetic(this.model, this.seed, [...this.plans, this.annealing.best()]);
      this.randomsLeft = randomPlans;
      return 1;
    }
    const rounds = Math.min(chunkRounds, total - done);
    this.annealing.coolTo(Math.min(1, done / (share * total)), share * total, seedPlans);
    this.annealing.run(rounds);
    return rounds;
  }

  private shareOfAnnealing(total: number): number {
    if (!this.mayBreed) return 1;
    const { n } = this.model;
    const share = annealingShare(n);
    return ((1 - share) * total) / childRounds(n) >= fewestChildren ? share : 1;
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
