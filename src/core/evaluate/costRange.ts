import type { Evaluation } from '../model/evaluation.ts';
import type { Grade, Graded } from '../model/graded.ts';
import { type Operations, operationsOf } from '../model/operations.ts';
import type { Plan } from '../model/plan.ts';
import { type CostEntryKey, costEntryKeys, type RateKey, rateRegistry } from '../model/rates.ts';
import type { Scenario, VehicleType } from '../model/scenario.ts';
import type { TravelMatrix } from '../model/travel.ts';
import type { Parcels, Yuan } from '../units.ts';
import { evaluateOn } from './evaluatePlan.ts';
import { layGroundwork } from './groundwork.ts';
import { type SocialCost, socialCost } from './socialCost.ts';

/** One entry of the cost book with its range, and the weakest grade and the sources of the prices it rests on. */
export interface CostRow {
  readonly entry: CostEntryKey | 'S1';
  readonly unit: 'yuan/day';
  readonly low: Yuan;
  readonly likely: Yuan;
  readonly high: Yuan;
  readonly likelyYuanPerParcel: Yuan;
  readonly grade: Grade;
  readonly sources: readonly string[];
}

export interface CostRange {
  readonly rows: readonly CostRow[];
  /** C1 to C9 with every price at its low, likely and high end at once: bounds, not a confidence interval. */
  readonly totalYuanPerDay: { readonly low: Yuan; readonly likely: Yuan; readonly high: Yuan };
  readonly parcelsPerDay: Parcels;
}

type End = 'low' | 'high';
const atEnd = (graded: Graded, end: End): Graded => ({ ...graded, value: graded[end] ?? graded.value });
const gradeOrder: readonly Grade[] = ['assumption', 'user', 'derived', 'sourced'];

const vehiclePrices = {
  C2: ['fixedYuanPerDay'],
  C3: ['energyYuanPerKm', 'maintenanceYuanPerKm'],
  C4: ['driverYuanPerDay'],
} as const satisfies Partial<Record<CostEntryKey, readonly (keyof VehicleType)[]>>;
const pricesOf = (entry: CostEntryKey): readonly (keyof VehicleType)[] =>
  (vehiclePrices as Partial<Record<CostEntryKey, readonly (keyof VehicleType)[]>>)[entry] ?? [];

const socialKeys = [
  'villagerFareYuanPerTrip',
  'villagerParcelsPerTrip',
  'secondChargeYuanPerParcel',
  'secondChargeShare',
] as const;

/** Investment is written off faster at the high end. */
const isDivisor = (key: string): boolean => key === 'depreciationYears' || key === 'villagerParcelsPerTrip';
const other = (end: End): End => (end === 'low' ? 'high' : 'low');

/** The scenario with every price of cost book and social cost at one end of its range; volumes and times stay. */
export function pricedAt(scenario: Scenario, end: End): Scenario {
  const moved = (key: string, graded: Graded): Graded => atEnd(graded, isDivisor(key) ? other(end) : end);
  const operations: Partial<Record<keyof Operations, Graded>> = { ...operationsOf(scenario) };
  for (const key of socialKeys) operations[key] = moved(key, operations[key]!);
  return {
    ...scenario,
    rates: Object.fromEntries(
      Object.entries(scenario.rates).map(([key, graded]) => [key, moved(key, graded)]),
    ) as Scenario['rates'],
    operations,
    stations: scenario.stations.map((station) =>
      station.hub?.openYuanPerDay
        ? { ...station, hub: { ...station.hub, openYuanPerDay: atEnd(station.hub.openYuanPerDay, end) } }
        : station,
    ),
    vehicleTypes: scenario.vehicleTypes.map((type) => ({
      ...type,
      fixedYuanPerDay: atEnd(type.fixedYuanPerDay, end),
      energyYuanPerKm: atEnd(type.energyYuanPerKm, end),
      maintenanceYuanPerKm: atEnd(type.maintenanceYuanPerKm, end),
      driverYuanPerDay: atEnd(type.driverYuanPerDay, end),
    })),
  };
}

/** Low, likely and high of every entry for one plan: the plan is priced three times. */
export function costRange(scenario: Scenario, matrix: TravelMatrix, plan: Plan): CostRange {
  const priced = (variant: Scenario): Priced => ({
    evaluation: evaluateOn(layGroundwork(variant, matrix), plan),
    social: socialCost(variant, plan),
  });
  const low = priced(pricedAt(scenario, 'low'));
  const likely = priced(scenario);
  const high = priced(pricedAt(scenario, 'high'));
  const { delivery, pickup } = likely.evaluation.parcelsPerDay;
  const parcelsPerDay = delivery + pickup;
  const row = (
    entry: CostRow['entry'],
    pick: (variant: Priced) => Yuan,
    inputs: readonly Graded[],
  ): CostRow => ({
    entry,
    unit: 'yuan/day',
    low: pick(low),
    likely: pick(likely),
    high: pick(high),
    likelyYuanPerParcel: parcelsPerDay > 0 ? pick(likely) / parcelsPerDay : 0,
    grade: gradeOrder.find((grade) => inputs.some((input) => input.grade === grade)) ?? 'derived',
    sources: [...new Set(inputs.map((input) => input.source))],
  });
  const operations = operationsOf(scenario);
  return {
    rows: [
      ...costEntryKeys.map((entry) =>
        row(entry, ({ evaluation }) => evaluation.costYuanPerDay[entry], inputsOf(scenario, plan, entry)),
      ),
      row(
        'S1',
        ({ social }) => social.yuanPerDay,
        socialKeys.map((key) => operations[key]),
      ),
    ],
    totalYuanPerDay: {
      low: low.evaluation.totalYuanPerDay,
      likely: likely.evaluation.totalYuanPerDay,
      high: high.evaluation.totalYuanPerDay,
    },
    parcelsPerDay,
  };
}

interface Priced {
  readonly evaluation: Evaluation;
  readonly social: SocialCost;
}

/** Prices behind one entry: its rates, and those of the vehicle types the plan uses. */
function inputsOf(scenario: Scenario, plan: Plan, entry: CostEntryKey): Graded[] {
  const used = new Set(plan.lines.map((line) => line.vehicleTypeId));
  const rates = (Object.keys(rateRegistry) as RateKey[])
    .filter((key) => rateRegistry[key].entry === entry)
    .map((key) => scenario.rates[key]);
  const ofVehicles = scenario.vehicleTypes
    .filter((type) => used.has(type.id))
    .flatMap((type) => pricesOf(entry).map((key) => type[key] as Graded));
  return [...rates, ...ofVehicles];
}
