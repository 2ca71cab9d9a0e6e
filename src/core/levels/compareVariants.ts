import { SolvedProblems } from '../assign/solvedProblems.ts';
import { handPlanOf } from '../evaluate/handPlan.ts';
import { timeBoundExcess } from '../evaluate/timeBound.ts';
import { missingVehicleCount } from '../evaluate/violations.ts';
import { assumedBusesOf } from '../model/buses.ts';
import type { ComparisonQuestion } from '../model/comparison.ts';
import type { StationId } from '../model/ids.ts';
import { mapProgress } from '../model/mapProgress.ts';
import type { Plan } from '../model/plan.ts';
import type { Name, Scenario } from '../model/scenario.ts';
import { withoutIdleStations } from '../model/suppliedBy.ts';
import type { TravelMatrix } from '../model/travel.ts';
import { addedStations, changedStations } from './changedStations.ts';
import { type NetworkOptions, planLines, planNetwork } from './planNetwork.ts';
import { isCheaper, type PricedChoice, priceChoice, pricePlan } from './priceChoice.ts';
import { variantsFor } from './questions.ts';
import { type NetworkVariant, targetBound } from './variants.ts';

/** One row of the comparison. */
export interface VariantRow {
  readonly key: string;
  readonly name: Name;
  /** Number of lines, multiple of the parcels, most stations that change, or stations visited daily, where one is varied. */
  readonly level: number | null;
  readonly yuanPerParcel: number;
  readonly totalYuanPerDay: number;
  readonly shareWithin48h: number;
  readonly shareWithin2CalendarDays: number;
  readonly worstH: number;
  readonly meanH: number;
  readonly meetsTimeTarget: boolean;
  readonly dutyCount: number;
  readonly driverCount: number;
  readonly vehicleCount: number;
  readonly lineKmPerDay: number;
  readonly lineCount: number;
  /** Of them, those that leave the depot: what a number of lines asks for. */
  readonly depotLineCount: number;
  /** Fewer than the scenario asks for, since there are too few stations to go to. */
  readonly hasFewerLines: boolean;
  readonly hubCount: number;
  readonly directStationCount: number;
  readonly busParcelShare: number;
  /** assumed: of some buses in use nobody knows when they run; null = no buses in this variant. */
  readonly busTimetable: 'given' | 'assumed' | null;
  /** Stations that change line, driver or days against what is driven today, else against the scenario as given. */
  readonly changedStationCount: number;
  /** Stations served that none of today's lines calls at: put in, not changed. */
  readonly addedStationIds: readonly StationId[];
  readonly unservedStationCount: number;
  /** Limits passed, but for the time target, which has a column of its own. */
  readonly violationCount: number;
  /** Vehicles needed beyond those the county has. */
  readonly missingVehicleCount: number;
  /** Of the solver's own choice: the variant it comes from, or search. */
  readonly origin: string;
}

export interface ComparedVariant {
  readonly row: VariantRow;
  /** To be adopted: what was chosen is written into it. */
  readonly scenario: Scenario;
  readonly plan: Plan;
}

export interface ComparisonStep {
  /** All variants, in the order of the table. */
  readonly variants: readonly Pick<NetworkVariant, 'key' | 'name'>[];
  /** The one being drawn. */
  readonly key: string;
  readonly doneShare: number;
  /** Told once, when a variant is finished. */
  readonly finished: ComparedVariant | null;
}

/**
 * Draws and prices every variant of a scenario; the travel times cover its hub candidates too. The solver's own choice
 * begins with what it finds itself and takes over a hand-made variant wherever that is cheaper under the same bound: it
 * is one of the choices it had. One implementation for command line and screen.
 */
export function* compareVariants(
  given: Scenario,
  matrix: TravelMatrix,
  options: NetworkOptions,
  question: ComparisonQuestion = { kind: 'shapes' },
): Generator<ComparisonStep, ComparedVariant[]> {
  const variants = variantsFor(question, given, matrix);
  const names = variants.map(({ key, name }) => ({ key, name }));
  const done: ComparedVariant[] = [];
  const prices: PricedChoice[] = [];
  // Shapes that differ elsewhere have many of their lines' problems in common.
  const solved = options.solved ?? new SolvedProblems();
  for (const variant of variants) {
    const step = (doneShare: number, finished: ComparedVariant | null = null): ComparisonStep => ({
      variants: names,
      key: variant.key,
      doneShare,
      finished,
    });
    yield step(0);
    const drawn = yield* mapProgress(draw(variant, matrix, { ...options, solved }), ({ doneShare }) =>
      step(doneShare),
    );
    let { priced, settled } = drawn;
    let origin = variant.isOwnChoice ? 'search' : variant.key;
    const { takesFrom } = variant;
    if (takesFrom)
      for (const [index, other] of done.entries()) {
        if (takesFrom !== 'all' && !takesFrom.has(other.row.key)) continue;
        if (other.row.busTimetable !== null && !variant.scenario.busLines) continue;
        const taken = pricePlan(variant.scenario, matrix, prices[index]!.plan);
        if (!isCheaper(taken, priced)) continue;
        priced = taken;
        origin = other.row.key;
        settled = { ...other.scenario, id: variant.scenario.id };
      }
    prices.push(priced);
    const today = given.todaysPlan ?? prices[0]!.plan;
    const finished: ComparedVariant = {
      row: rowOf(given, variant, origin, priced, changedStations(today, priced.plan).length),
      scenario: adoptable(settled, priced.plan),
      plan: priced.plan,
    };
    done.push(finished);
    yield step(1, finished);
  }
  return done;
}

function* draw(
  { scenario, isOwnChoice, isAsGiven }: NetworkVariant,
  matrix: TravelMatrix,
  options: NetworkOptions,
): Generator<{ readonly doneShare: number }, { priced: PricedChoice; settled: Scenario }> {
  if (isAsGiven) {
    const plan = handPlanOf(scenario) ?? (yield* planLines(scenario, matrix, options));
    return { priced: pricePlan(scenario, matrix, plan), settled: scenario };
  }
  if (!isOwnChoice)
    return { priced: yield* priceChoice(scenario, scenario, matrix, options), settled: scenario };
  const { priced, settled } = yield* planNetwork(scenario, matrix, options);
  return { priced, settled: { ...withChoicesMade(settled), id: scenario.id } };
}

/** What has been chosen counts as given; whether a bus or a van is cheaper is asked again with every run. */
function withChoicesMade(settled: Scenario): Scenario {
  const { hubs: _hubs, calendar: _calendar, ...policy } = settled.policy;
  return { ...settled, policy };
}

/** Without the places on paper that nothing came of, for buses either. */
function adoptable(settled: Scenario, plan: Plan): Scenario {
  const kept = withoutIdleStations(settled, new Set(plan.lines.flatMap(({ stopIds }) => stopIds)));
  if (kept === settled || !kept.busLines) return kept;
  const stationIds = new Set(kept.stations.map(({ id }) => id));
  const busLines = kept.busLines
    .map((line) => ({ ...line, calls: line.calls.filter(({ stationId }) => stationIds.has(stationId)) }))
    .filter(({ calls }) => calls.length > 0);
  return { ...kept, busLines };
}

function rowOf(
  given: Scenario,
  { key, name, level, scenario }: NetworkVariant,
  origin: string,
  { plan, evaluation }: PricedChoice,
  changedStationCount: number,
): VariantRow {
  const { times } = evaluation;
  const ownLines = plan.lines.filter(({ kind }) => kind !== 'bus');
  const fromDepot = ownLines.filter(({ originId }) => originId === scenario.depot.id);
  const hubs = new Set(ownLines.filter((line) => !fromDepot.includes(line)).map(({ originId }) => originId));
  const directStations = new Set(fromDepot.flatMap(({ stopIds }) => stopIds.filter((id) => !hubs.has(id))));
  const parcelsOf = (isCounted: (index: number) => boolean): number =>
    evaluation.lines.reduce((sum, line, index) => (isCounted(index) ? sum + line.parcelsPerDay : sum), 0);
  const total = evaluation.parcelsPerDay.delivery + evaluation.parcelsPerDay.pickup;
  const hasBusLines = plan.lines.length > ownLines.length;
  const hasAssumedBuses = assumedBusesOf(scenario, plan).length > 0;
  const bound = given.policy.timeBound ?? targetBound(given);
  return {
    key,
    name,
    level,
    yuanPerParcel: evaluation.yuanPerParcel,
    totalYuanPerDay: evaluation.totalYuanPerDay,
    shareWithin48h: times.shareWithin48h,
    shareWithin2CalendarDays: times.shareWithin2CalendarDays,
    worstH: times.worstH,
    meanH: times.meanH,
    meetsTimeTarget:
      times.points.length > 0 && timeBoundExcess(bound, times) <= 1e-9 && plan.unserved.length === 0,
    dutyCount: evaluation.dutyCount,
    driverCount: evaluation.driverCount,
    vehicleCount: evaluation.vehicleCount,
    lineKmPerDay: evaluation.lineKmPerDay,
    lineCount: ownLines.length,
    depotLineCount: fromDepot.length,
    hasFewerLines: fromDepot.length < scenario.policy.lineCount.min,
    hubCount: hubs.size,
    directStationCount: directStations.size,
    busParcelShare: total > 0 ? parcelsOf((index) => plan.lines[index]!.kind === 'bus') / total : 0,
    busTimetable: hasBusLines ? (hasAssumedBuses ? 'assumed' : 'given') : null,
    changedStationCount,
    addedStationIds: addedStations(scenario, plan),
    unservedStationCount: plan.unserved.length,
    violationCount: evaluation.violations.filter(({ code }) => code !== 'time.boundExceeded').length,
    missingVehicleCount: missingVehicleCount(evaluation.violations),
    origin,
  };
}
