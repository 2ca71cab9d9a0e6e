import { timeBoundExcess } from '../evaluate/timeBound.ts';
import type { Plan } from '../model/plan.ts';
import type { Name, Scenario } from '../model/scenario.ts';
import type { TravelMatrix } from '../model/travel.ts';
import { isNetworkOpen, type NetworkOptions, planNetwork } from './planNetwork.ts';
import { isCheaper, type PricedChoice, priceChoice, pricePlan } from './priceChoice.ts';
import { networkVariants } from './variants.ts';

/** One row of the comparison. */
export interface VariantRow {
  readonly key: string;
  readonly name: Name;
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
  readonly hubCount: number;
  readonly directStationCount: number;
  readonly busParcelShare: number;
  readonly unservedStationCount: number;
  readonly violationCount: number;
  /** Of the solver's own choice: the variant it comes from, or search. */
  readonly origin: string;
}

export interface ComparedVariant {
  readonly row: VariantRow;
  readonly scenario: Scenario;
  readonly plan: Plan;
}

/**
 * Draws and prices every variant. The solver's own choice begins with what it finds itself and takes over a hand-made
 * variant wherever that is cheaper under the same bound: it is one of the choices it had.
 */
export function* compareVariants(
  scenario: Scenario,
  matrix: TravelMatrix,
  options: NetworkOptions,
): Generator<{ readonly key: string; readonly doneShare: number }, ComparedVariant[]> {
  const variants = networkVariants(scenario, matrix);
  const done: ComparedVariant[] = [];
  const priced: { key: string; plan: Plan; hasBuses: boolean }[] = [];
  for (const [index, { key, name, scenario: variant, isOwnChoice }] of variants.entries()) {
    const report = (share: number) => ({ key, doneShare: (index + share) / variants.length });
    yield report(0);
    let result: PricedChoice;
    let origin = key;
    let settled = variant;
    if (isOwnChoice && isNetworkOpen(variant)) {
      const search = planNetwork(variant, matrix, options);
      let step = search.next();
      while (!step.done) {
        yield report(step.value.doneShare);
        step = search.next();
      }
      result = step.value.priced;
      settled = { ...step.value.settled, id: variant.id };
      origin = 'search';
      for (const other of priced) {
        if (other.hasBuses && !variant.busLines) continue;
        const taken = pricePlan(variant, matrix, other.plan);
        if (!isCheaper(taken, result)) continue;
        result = taken;
        origin = other.key;
        const from = done.find(({ row }) => row.key === other.key)!.scenario;
        settled = { ...from, id: variant.id };
      }
    } else result = priceChoice(variant, variant, matrix, options);
    priced.push({ key, plan: result.plan, hasBuses: result.plan.lines.some(({ kind }) => kind === 'bus') });
    done.push({ row: rowOf(key, name, origin, variant, result), scenario: settled, plan: result.plan });
  }
  return done;
}

function rowOf(
  key: string,
  name: Name,
  origin: string,
  scenario: Scenario,
  { plan, evaluation }: PricedChoice,
): VariantRow {
  const { times } = evaluation;
  const ownLines = plan.lines.filter(({ kind }) => kind !== 'bus');
  const fromDepot = ownLines.filter(({ originId }) => originId === scenario.depot.id);
  const hubs = new Set(ownLines.filter((line) => !fromDepot.includes(line)).map(({ originId }) => originId));
  const directStations = new Set(fromDepot.flatMap(({ stopIds }) => stopIds.filter((id) => !hubs.has(id))));
  const parcelsOf = (isCounted: (index: number) => boolean): number =>
    evaluation.lines.reduce((sum, line, index) => (isCounted(index) ? sum + line.parcelsPerDay : sum), 0);
  const total = evaluation.parcelsPerDay.delivery + evaluation.parcelsPerDay.pickup;
  return {
    key,
    name,
    yuanPerParcel: evaluation.yuanPerParcel,
    totalYuanPerDay: evaluation.totalYuanPerDay,
    shareWithin48h: times.shareWithin48h,
    shareWithin2CalendarDays: times.shareWithin2CalendarDays,
    worstH: times.worstH,
    meanH: times.meanH,
    meetsTimeTarget: timeBoundExcess(scenario.policy.timeBound, times) <= 1e-9 && plan.unserved.length === 0,
    dutyCount: evaluation.dutyCount,
    driverCount: evaluation.driverCount,
    vehicleCount: evaluation.vehicleCount,
    lineKmPerDay: evaluation.lineKmPerDay,
    lineCount: ownLines.length,
    hubCount: hubs.size,
    directStationCount: directStations.size,
    busParcelShare: total > 0 ? parcelsOf((index) => plan.lines[index]!.kind === 'bus') / total : 0,
    unservedStationCount: plan.unserved.length,
    violationCount: evaluation.violations.length,
    origin,
  };
}
