import { exponential, exponentialVariateTable, naturalLog } from '../deterministicMath.ts';
import type { LayeredProblem, LayeredProgress, LayeredSolution } from '../model/layeredProblem.ts';
import type { SolverRandom } from '../solver/kernel/solverRandom.ts';
import { seededRandom } from '../solver/seededRandom.ts';
import { FirstLevelCost } from './firstLevel.ts';
import { LayeredRecreate, type Penalties } from './layeredRecreate.ts';
import { LayeredRuin } from './layeredRuin.ts';
import { LayeredState } from './layeredState.ts';

export interface LayeredOptions {
  readonly seed: number;
  readonly iterations: number;
}

/** What may be passed to next(): a new total of iterations. */
export interface LayeredSteering {
  readonly iterations: number;
}

/** First and last temperature in mean legs of the present plan. */
const startTemperature = 0.6;
const endTemperature = 0.012;
/** A cooling takes so many rounds per customer, where there is time for several. */
const roundsPerCustomerAndCycle = 4000;
const chunkRounds = 256;
const variateBits = 12;
/** Penalties are adapted this often so that about this share of the plans keeps all limits. */
const adaptEvery = 128;
const feasibleShare = 0.35;
const adaptFactor = 1.15;

/**
 * Large neighbourhood search over both levels: ruin and recreate (Christiaens, Vanden Berghe 2020) on the second level
 * under penalties for overload, the first level priced at every acceptance; anchors are closed and opened as a whole
 * (Breunig, Schmid, Hartl, Vidal 2016, section 4). Several coolings, by turns from the best plan and from a new one. Reproducible from problem,
 * seed and iterations unless steered.
 */
export function* searchLayered(
  problem: LayeredProblem,
  options: LayeredOptions,
): Generator<LayeredProgress, LayeredSolution, LayeredSteering | undefined> {
  const search = new LayeredSearch(problem, options.seed);
  let total = options.iterations;
  let done = 0;
  while (done < total) {
    const cycles = Math.max(
      1,
      Math.round(total / (roundsPerCustomerAndCycle * Math.max(20, problem.customerCount))),
    );
    const rounds = Math.min(chunkRounds, total - done);
    search.cool((done / total) * cycles);
    search.run(rounds);
    done += rounds;
    const steering = yield { iteration: done, iterations: total, bestCost: search.bestCost };
    if (steering) total = Math.max(done, steering.iterations);
  }
  return search.solution(done);
}

class LayeredSearch {
  bestCost = Number.POSITIVE_INFINITY;
  private readonly random: SolverRandom;
  private readonly firstLevel: FirstLevelCost | null;
  private readonly current: LayeredState;
  private readonly work: LayeredState;
  private readonly best: LayeredState;
  private readonly ruin: LayeredRuin;
  private readonly recreate: LayeredRecreate;
  private readonly penalties: Penalties;
  private readonly variates = exponentialVariateTable(1 << variateBits);
  private readonly everybody: number[];
  private currentTravel = 0;
  private currentOverload = 0;
  private currentOvertime = 0;
  private temperature = 0;
  private cycle = -1;
  private rounds = 0;

  constructor(
    private readonly problem: LayeredProblem,
    seed: number,
  ) {
    this.random = seededRandom(seed);
    this.firstLevel = problem.firstLevel ? new FirstLevelCost(problem.firstLevel) : null;
    this.current = new LayeredState(problem);
    this.work = new LayeredState(problem);
    this.best = new LayeredState(problem);
    this.everybody = Array.from({ length: problem.customerCount }, (_, customer) => customer);
    const scale = this.meanOf(problem.legCost);
    this.penalties = {
      perLoad: scale / Math.max(1, this.meanOf(problem.load)),
      perDuration: Number.isFinite(problem.vehicle.maxDuration) ? 1 : 0,
    };
    this.ruin = new LayeredRuin(problem, this.work.first.length, this.random);
    this.recreate = new LayeredRecreate(problem, this.firstLevel, this.penalties, this.random);
    this.restart();
  }

  private meanOf(values: Float64Array): number {
    let sum = 0;
    for (const value of values) sum += value;
    return sum / values.length;
  }

  private restart(): void {
    this.recreate.run(this.work, [...this.everybody], -1, -1);
    this.measure();
    this.take(Number.POSITIVE_INFINITY);
  }

  /** Sets the temperature for a point of time in cycles; a new cycle starts from the best plan. */
  cool(time: number): void {
    const cycle = Math.floor(time);
    if (cycle !== this.cycle && this.cycle >= 0) {
      if (cycle % 2 === 0 && this.bestCost < Number.POSITIVE_INFINITY) {
        this.work.copyFrom(this.best);
        this.measure();
        this.take(Number.POSITIVE_INFINITY);
      } else {
        this.work.copyFrom(new LayeredState(this.problem));
        this.restart();
      }
    }
    this.cycle = cycle;
    let visits = 0;
    for (const count of this.current.visitCount) visits += count;
    let travel = 0;
    for (const length of this.current.slotTravel) travel += length;
    const unit = travel / Math.max(1, visits);
    const share = time - cycle;
    this.temperature =
      unit * startTemperature * exponential(naturalLog(endTemperature / startTemperature) * share);
  }

  run(rounds: number): void {
    for (let round = 0; round < rounds; round++) this.round();
  }

  private round(): void {
    const { work, random, problem } = this;
    const draw = random.below(1000);
    let banned = -1;
    let wanted = -1;
    if (problem.anchorCount > 1 && draw < 30) {
      const anchor = random.below(problem.anchorCount);
      if (work.anchorLoad[anchor]! > 0) {
        if (draw < 15) this.ruin.anchor(work, anchor);
        else this.ruin.strings(work);
        banned = anchor;
      } else {
        this.ruin.around(work, anchor);
        wanted = anchor;
      }
    } else if (problem.anchorCount > 1 && draw < 80) {
      this.ruin.removed.length = 0;
      this.moveRoute();
    } else if (draw < 120) this.ruin.route(work);
    else if (draw < 280) this.ruin.radius(work);
    else this.ruin.strings(work);
    this.recreate.run(work, this.ruin.removed, banned, wanted);
    this.measure();
    const slack = this.temperature * this.variates[random.next() >>> (32 - variateBits)]!;
    if (!this.take(slack)) work.copyFrom(this.current);
    if (++this.rounds % adaptEvery === 0) this.adapt();
  }

  /** Lets a random route start at another anchor, turned so that it is broken where that is cheapest. */
  private moveRoute(): void {
    const { work, problem, random } = this;
    const slot = random.below(work.first.length);
    if (work.first[slot]! < 0) return;
    const day = Math.floor(slot / work.slotsPerDay);
    const target = random.below(problem.anchorCount);
    if (
      target === work.anchorOf[slot] ||
      work.routesAt[day * problem.anchorCount + target]! >= problem.vehicle.perAnchor
    )
      return;
    const customers = work.customersOf(slot);
    const size = problem.anchorCount + problem.customerCount;
    const node = (customer: number): number => problem.anchorCount + customer;
    let least = Number.POSITIVE_INFINITY;
    let breakAt = 0;
    customers.forEach((customer, index) => {
      const before = customers[(index + customers.length - 1) % customers.length]!;
      const change =
        problem.legCost[target * size + node(customer)]! +
        problem.legCost[node(before) * size + target]! -
        problem.legCost[node(before) * size + node(customer)]!;
      if (change < least) {
        least = change;
        breakAt = index;
      }
    });
    const visits = customers.map((customer) => customer * problem.dayCount + day);
    for (const visit of visits) work.unlink(visit);
    let after = -1;
    for (let step = 0; step < visits.length; step++) {
      const visit = visits[(breakAt + step) % visits.length]!;
      work.link(visit, slot, after, target);
      after = visit;
    }
  }

  private travel = 0;
  private overload = 0;
  private overtime = 0;

  private measure(): void {
    const { work, problem } = this;
    const { capacity, maxDuration, fixedCost } = problem.vehicle;
    this.travel = 0;
    this.overload = 0;
    this.overtime = 0;
    for (let slot = 0; slot < work.first.length; slot++) {
      if (work.first[slot]! < 0) continue;
      this.travel += work.slotTravel[slot]! + fixedCost;
      if (work.slotLoad[slot]! > capacity) this.overload += work.slotLoad[slot]! - capacity;
      const duration = work.slotTravel[slot]! + work.slotService[slot]!;
      if (duration > maxDuration) this.overtime += duration - maxDuration;
    }
  }

  private penalty(overload: number, overtime: number): number {
    return overload * this.penalties.perLoad + (overtime > 0 ? overtime * this.penalties.perDuration : 0);
  }

  /** Accepts the working plan when it is not worse than the present one by the slack. */
  private take(slack: number): boolean {
    const limit = this.currentTravel + this.penalty(this.currentOverload, this.currentOvertime) + slack;
    const second = this.travel + this.penalty(this.overload, this.overtime);
    if (slack !== Number.POSITIVE_INFINITY && second >= limit) return false;
    const first = this.firstLevel ? this.firstLevel.plan(this.work.anchorLoad).cost : 0;
    if (first === Number.POSITIVE_INFINITY && slack !== Number.POSITIVE_INFINITY) return false;
    if (slack !== Number.POSITIVE_INFINITY && second + first >= limit) return false;
    const isFeasible = this.overload === 0 && this.overtime === 0 && first < Number.POSITIVE_INFINITY;
    this.current.copyFrom(this.work);
    this.currentTravel = this.travel + (first < Number.POSITIVE_INFINITY ? first : 0);
    this.currentOverload = this.overload;
    this.currentOvertime = this.overtime;
    if (isFeasible && this.travel + first < this.bestCost) {
      this.bestCost = this.travel + first;
      this.best.copyFrom(this.work);
    }
    return true;
  }

  private adapt(): void {
    const isTooTame = this.currentOverload === 0 && this.currentOvertime === 0;
    // A slow random walk of the prices: up while the present plan breaks a limit, down, more slowly, while it keeps them.
    if (this.currentOverload > 0) this.penalties.perLoad *= adaptFactor;
    if (this.currentOvertime > 0) this.penalties.perDuration *= adaptFactor;
    if (isTooTame) {
      const down = 1 - (adaptFactor - 1) * feasibleShare;
      this.penalties.perLoad *= down;
      if (this.penalties.perDuration > 0) this.penalties.perDuration *= down;
    }
  }

  solution(iterations: number): LayeredSolution {
    const isFeasible = this.bestCost < Number.POSITIVE_INFINITY;
    const state = isFeasible ? this.best : this.current;
    const routes = Array.from(state.first, (_, slot) => ({
      day: Math.floor(slot / state.slotsPerDay),
      anchor: state.anchorOf[slot]!,
      customers: state.customersOf(slot),
    })).filter((route) => route.customers.length > 0);
    return {
      cost: isFeasible ? this.bestCost : this.currentTravel,
      isFeasible,
      routes,
      trucks: this.firstLevel ? this.firstLevel.plan(state.anchorLoad).trucks : [],
      iterations,
    };
  }
}
