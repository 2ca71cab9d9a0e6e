import { type AssignOptions, type AssignProgress, assignLines } from '../assign/assignLines.ts';
import { stationsNearBuses } from '../assign/busCarriage.ts';
import { SolvedProblems } from '../assign/solvedProblems.ts';
import { mapProgress } from '../model/mapProgress.ts';
import type { Plan } from '../model/plan.ts';
import type { SearchAnswer } from '../model/progress.ts';
import type { Scenario } from '../model/scenario.ts';
import type { TravelMatrix } from '../model/travel.ts';
import { createRandom } from '../random.ts';
import { invariant } from '../result.ts';
import { everyChoice, neighbours, startChoices, startsOf, villageDayMoves } from './choiceMoves.ts';
import {
  choiceKey,
  chosenScenario,
  type NetworkChoice,
  type NetworkSpace,
  networkSpace,
} from './networkUnits.ts';
import { planStable } from './planStable.ts';
import { isCheaper, type PricedChoice, priceChoice } from './priceChoice.ts';

/** True where more is open than the lines: hubs, supply, days or buses. */
export function isNetworkOpen(scenario: Scenario): boolean {
  const { hubs, calendar, buses } = scenario.policy;
  return (
    (hubs !== undefined && (hubs.choice === 'chosen' || hubs.assignment !== 'given')) ||
    calendar?.choice === 'chosen' ||
    (buses?.use === 'cheaper' && (scenario.busLines ?? []).length > 0)
  );
}

export interface NetworkOptions extends AssignOptions {
  /** Choices priced with few rounds before the best are drawn in full; absent = as many as the rounds are worth. */
  readonly choices?: number;
}

export interface PlannedNetwork {
  readonly plan: Plan;
  /** The scenario with hubs and days as chosen, to be adopted. */
  readonly settled: Scenario;
  readonly priced: PricedChoice;
  readonly choicesPriced: number;
  /** No neighbour of the choice was found cheaper; every choice was tried where there are few. */
  readonly isLocalOptimum: boolean;
}

const mostChoices = 160;
const leastChoices = 24;
/** A quick answer looks at few choices; 20,000 rounds, as published, at all 160. */
const roundsPerChoice = 125;
const choicesFor = (iterations: number): number =>
  Math.min(mostChoices, Math.max(leastChoices, Math.round(iterations / roundsPerChoice)));

const quickShare = 0.03;
const leastQuickRounds = 150;
/** Supplies that are tried on all sets of days, the others on the first set only. */
const bestStarts = 2;
/** Choices drawn in full at the end. */
const finalists = 3;

/**
 * Chooses hubs, supply, days and carriers together with the lines: choices are priced by drawing their lines with few
 * rounds of the line solver; from the best of the starts, single decisions are changed for as long as that is cheaper
 * (first improvement in random order); the best few are drawn with all rounds. Every price is that of the full
 * evaluation: duties, vehicles, hubs, fares, waiting and timetable. Reproducible from scenario, seed and rounds.
 */
export function* planNetwork(
  scenario: Scenario,
  matrix: TravelMatrix,
  options: NetworkOptions,
): Generator<AssignProgress, PlannedNetwork> {
  const space = networkSpace(scenario, matrix);
  const search = new ChoiceSearch(space, options);
  const limit = options.choices ?? choicesFor(options.iterations);
  const progress = (doneShare: number): AssignProgress => ({
    phase: 'lines',
    doneShare,
    incumbent: search.takeNews(),
  });
  const every = everyChoice(space, search.busIds, limit);
  const priceAll = function* (choices: readonly NetworkChoice[]): Generator<AssignProgress, void> {
    for (const choice of choices) {
      const share = Math.min(0.5, (search.priced.size / limit) * 0.7);
      yield* mapProgress(search.price(choice), () => progress(share));
      if (options.isStopped?.()) break;
    }
  };
  yield* priceAll(every ?? startChoices(space));
  if (every === null)
    for (const { choice } of search.ranked().slice(0, bestStarts)) {
      if (options.isStopped?.() || search.priced.size >= limit) break;
      yield* priceAll(startsOf(space, choice, search.busIds));
    }
  invariant(search.best, 'there is always the choice as given');
  let isLocalOptimum = every !== null;
  const random = createRandom(options.seed);
  /** First improvement in random order; false when nothing is cheaper, null when the choices are used up. */
  const improve = function* (
    moves: NetworkChoice[],
    from: NetworkChoice,
    most: number,
  ): Generator<AssignProgress, boolean | null> {
    for (let index = moves.length - 1; index > 0; index--) {
      const other = random.nextInt(index + 1);
      [moves[index], moves[other]] = [moves[other]!, moves[index]!];
    }
    for (const move of moves) {
      if (search.priced.size >= most || options.isStopped?.()) return null;
      const share = Math.min(0.7, (search.priced.size / most) * 0.7);
      yield* mapProgress(search.price(move), () => progress(share));
      if (search.best!.choice !== from) return true;
    }
    return false;
  };
  const descend = function* (
    movesFrom: (choice: NetworkChoice) => NetworkChoice[],
    most: number,
  ): Generator<AssignProgress, boolean> {
    for (;;) {
      const from: NetworkChoice = search.best!.choice;
      const isBetter = yield* improve(movesFrom(from), from, most);
      if (isBetter !== true) return isBetter === false;
    }
  };
  if (every === null) {
    isLocalOptimum = yield* descend((choice) => neighbours(space, choice, search.busIds), limit);
    // Days of single villages last: there are many, and they depend on hubs and townships.
    if (space.dayStationIds.length > 0)
      isLocalOptimum =
        (yield* descend((choice) => villageDayMoves(space, choice), search.priced.size + limit)) &&
        isLocalOptimum;
  }
  const ranked = search.ranked().slice(0, finalists);
  let best: { choice: NetworkChoice; priced: PricedChoice } | null = null;
  for (const [index, { choice }] of ranked.entries()) {
    const from = 0.7 + (0.3 * index) / ranked.length;
    const priced = yield* mapProgress(search.drawInFull(choice), ({ doneShare }) =>
      progress(from + (0.3 * doneShare) / ranked.length),
    );
    if (isCheaper(priced, best?.priced ?? null)) best = { choice, priced };
  }
  // Few rounds may by luck beat many.
  const quick = search.best;
  if (isCheaper(quick.priced, best!.priced)) best = quick;
  return {
    plan: best!.priced.plan,
    settled: chosenScenario(space, best!.choice),
    priced: best!.priced,
    choicesPriced: search.priced.size,
    isLocalOptimum,
  };
}

class ChoiceSearch {
  readonly priced = new Map<string, { choice: NetworkChoice; priced: PricedChoice }>();
  readonly busIds: readonly string[];
  best: { choice: NetworkChoice; priced: PricedChoice } | null = null;
  private news: Plan | null = null;
  private readonly solved: SolvedProblems;

  constructor(
    private readonly space: NetworkSpace,
    private readonly options: NetworkOptions,
  ) {
    this.solved = options.solved ?? new SolvedProblems();
    this.busIds = space.isBusOpen ? stationsNearBuses(space.scenario) : [];
  }

  *price(choice: NetworkChoice): Generator<AssignProgress, void> {
    const key = choiceKey(choice);
    if (this.priced.has(key)) return;
    const iterations = Math.min(
      this.options.iterations,
      Math.max(leastQuickRounds, Math.round(this.options.iterations * quickShare)),
    );
    const priced = yield* this.draw(choice, iterations, true);
    const entry = { choice, priced };
    this.priced.set(key, entry);
    if (!isCheaper(priced, this.best?.priced ?? null)) return;
    this.best = entry;
    this.news = priced.plan;
  }

  drawInFull(choice: NetworkChoice): Generator<AssignProgress, PricedChoice> {
    return this.draw(choice, this.options.iterations, false);
  }

  private draw(
    choice: NetworkChoice,
    iterations: number,
    isQuick: boolean,
  ): Generator<AssignProgress, PricedChoice> {
    const { scenario, matrix } = this.space;
    const isBusGiven = scenario.policy.buses?.use === 'cheaper';
    return priceChoice(scenario, chosenScenario(this.space, choice), matrix, {
      seed: this.options.seed,
      iterations,
      isQuick,
      solved: this.solved,
      ...(isBusGiven ? { busStationIds: choice.busStationIds } : {}),
    });
  }

  ranked(): { choice: NetworkChoice; priced: PricedChoice }[] {
    return [...this.priced.values()].sort((a, b) =>
      isCheaper(a.priced, b.priced) ? -1 : isCheaper(b.priced, a.priced) ? 1 : 0,
    );
  }

  takeNews(): Plan | null {
    const { news } = this;
    this.news = null;
    return news;
  }
}

/** Lines for a scenario, with hubs, days and carriers chosen where they are left open. */
export function* planLines(
  scenario: Scenario,
  matrix: TravelMatrix,
  options: NetworkOptions,
): Generator<AssignProgress, Plan, SearchAnswer | undefined> {
  if (scenario.policy.stability && scenario.todaysPlan) return yield* planStable(scenario, matrix, options);
  if (!isNetworkOpen(scenario)) return yield* assignLines(scenario, matrix, options);
  const network = yield* planNetwork(scenario, matrix, options);
  return network.plan;
}
