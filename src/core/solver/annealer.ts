import { exponentialVariateTable } from '../deterministicMath.ts';
import type { AnnealingSettings } from './annealingSettings.ts';
import { compiledSearch } from './compiledSearch.ts';
import { temperatureAt } from './cooling.ts';
import { homeLocks } from './homeLocks.ts';
import { Annealing, variateBits } from './kernel/annealing.ts';
import { lineHead, planHead } from './kernel/flatPlan.ts';
import { SearchSettings } from './kernel/searchTables.ts';
import { SolverRandom } from './kernel/solverRandom.ts';
import type { KernelModel } from './kernelModel.ts';
import type { LineSnapshot, PlanSnapshot } from './planSnapshot.ts';
import type { Search } from './search.ts';
import { searchTables } from './searchTables.ts';
import { randomWords } from './seededRandom.ts';

const variates = exponentialVariateTable(1 << variateBits);

/** What runs a search: the compiled kernel where the machine allows it, its source as it is where it does not. */
export type Engine = 'compiled' | 'source';

/** A search run by the kernel's classes as they are. */
export function sourceSearch(model: KernelModel, seed: number, settings: AnnealingSettings): Annealing {
  const random = new SolverRandom(randomWords(seed));
  return new Annealing(searchTables(model), searchSettings(settings), random, variates);
}

function searchSettings(settings: AnnealingSettings): SearchSettings {
  const { averageRemoved, longestString, radialOneIn, wholeLinesOneIn } = settings;
  const { granularity, blinkOneIn, tailMoveOneIn, overrunS } = settings;
  return Object.assign(new SearchSettings(), {
    ...{ averageRemoved, longestString, radialOneIn, wholeLinesOneIn },
    ...{ granularity, blinkOneIn, tailMoveOneIn, overrunS },
  } satisfies SearchSettings);
}

/** Starts, heats, presses and steers one search by ruin and recreate (`Annealing`), and knows its plans by lines. */
export class Annealer {
  private readonly search: Search;

  constructor(
    readonly model: KernelModel,
    seed: number,
    readonly settings: AnnealingSettings,
    engine: Engine = 'compiled',
  ) {
    const compiled =
      engine === 'compiled'
        ? compiledSearch(searchTables(model), searchSettings(settings), randomWords(seed), variates)
        : null;
    this.search = compiled ?? sourceSearch(model, seed, settings);
  }

  /** Puts every task on a line, from nothing or from the given plan, and takes that as the best. */
  start(plan: PlanSnapshot | null): void {
    if (plan) this.load(plan);
    else this.search.fill();
    this.search.begin();
  }

  /** Goes on from another plan, where it is better than the best so far; the temperature stays. */
  adopt(plan: PlanSnapshot): void {
    this.load(plan);
    this.search.takePresent();
    if (this.search.isBetterThanBest()) this.search.keepBest();
    else this.load(this.best());
    this.search.takePresent();
  }

  /**
   * Goes on with a part of a plan, as if its lines and tasks were all there are; the best plan is from now on the best of
   * this part. For problems whose lines do not depend on each other.
   */
  workOn(lines: readonly LineSnapshot[]): void {
    this.write(lines);
    this.search.workOnPart();
  }

  get bestCost(): number {
    return this.search.bestCost;
  }

  /** Counts improvements of the best plan. */
  get bestVersion(): number {
    return this.search.bestVersion;
  }

  get bestMandatoryAbsent(): number {
    return this.search.bestMandatoryAbsent;
  }

  /** Duties of the best plan, where lines share them. */
  get bestDuties(): number {
    return this.search.bestDuties;
  }

  /** Lines of the best plan. */
  get bestLines(): number {
    return this.search.bestLines();
  }

  /**
   * Goes on from the best plan with one line less than it has: the tasks of its smallest line must find room on the
   * others (fleet minimisation by absence, Christiaens and Vanden Berghe 2020, section 5.4). Where lines share duties,
   * with one duty less: what the emptiest holds must find room in the others.
   */
  press(): void {
    const { search } = this;
    const best = this.best();
    if (this.model.problem.severalTripsPerDuty) {
      search.pressDuties();
      this.load(best);
    } else {
      let smallest = 0;
      for (const [index, line] of best.lines.entries())
        if (line.tasks.length < best.lines[smallest]!.tasks.length) smallest = index;
      search.pressLines(best.lines.length - 1);
      this.load({ lines: best.lines.filter((_, index) => index !== smallest), absent: [] });
    }
    search.takePresent();
  }

  /** Back to the best plan and the problem's own number of lines. */
  release(): void {
    this.search.release();
    this.load(this.best());
    this.search.takePresent();
  }

  /** Sets the unit of temperature: the mean cost of a leg of the present plan. */
  calibrate(): void {
    this.search.calibrate();
  }

  /** Sets the temperature after `doneShare` of `rounds`. */
  coolTo(doneShare: number, rounds: number, cyclesWanted = 0): void {
    this.search.temperature =
      this.search.temperatureUnit *
      temperatureAt(this.settings, this.model.n, doneShare, rounds, cyclesWanted);
  }

  /** Runs a number of ruin-and-recreate rounds. */
  run(rounds: number): void {
    this.search.run(rounds);
  }

  /** The plan the search is at: another one than the best, once it has been heated again. */
  presentPlan(): PlanSnapshot {
    this.search.writePresent();
    return this.read();
  }

  best(): PlanSnapshot {
    this.search.writeBest();
    return this.read();
  }

  private load(plan: PlanSnapshot): void {
    this.write(plan.lines);
    this.search.load();
  }

  private write(lines: readonly LineSnapshot[]): void {
    const { plan, lineLimit } = this.search;
    const housed = homeLocks(lines, this.model, lineLimit);
    let at = planHead;
    for (const { line, locked } of housed) {
      plan.set([line.vehicleType, locked ?? -1, line.tasks.length], at);
      plan.set(line.tasks, at + lineHead);
      at += lineHead + line.tasks.length;
    }
    plan[0] = housed.length;
    plan[1] = 0;
  }

  private read(): PlanSnapshot {
    const { plan } = this.search;
    const lines: LineSnapshot[] = [];
    let at = planHead;
    for (let index = 0; index < plan[0]!; index++) {
      const from = at + lineHead;
      at = from + plan[from - 1]!;
      lines.push({ vehicleType: plan[from - lineHead]!, tasks: [...plan.subarray(from, at)] });
    }
    return { lines, absent: [...plan.subarray(at, at + plan[1]!)] };
  }
}
