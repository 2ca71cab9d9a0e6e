import type { Graded } from '../model/graded.ts';
import { defaultOperations, type Operations, operationsOf } from '../model/operations.ts';
import type { Scenario, Terrain } from '../model/scenario.ts';
import type { SimulationSettings } from '../model/simulation.ts';

/** 20:00: the afternoon's lines are back. A working default; every courier has a cut-off of its own. */
export const usualOutboundTrunkClockMin = 20 * 60;
const none: Graded = { value: 0, grade: 'user', source: 'switched off' };
/** Trips a year by which breakdowns per vehicle-year become breakdowns per trip. */
const tripsPerYear = 312;

const divided = (graded: Graded, by: number): Graded => ({
  ...graded,
  value: graded.value / by,
  ...(graded.low === undefined ? {} : { low: graded.low / by }),
  ...(graded.high === undefined ? {} : { high: graded.high / by }),
});

/** Thirty days of a scenario with what varies there; every value carries its range and source. */
export const settingsFor = (scenario: Pick<Scenario, 'operations' | 'travel'>): SimulationSettings =>
  settingsFrom(operationsOf(scenario));

/** The same for a terrain's working defaults. */
export const defaultSimulationSettings = (terrain: Terrain): SimulationSettings =>
  settingsFrom(defaultOperations(terrain));

function settingsFrom(operations: Operations): SimulationSettings {
  return {
    days: 30,
    replications: 20,
    seed: 1,
    warmUpDays: 7,
    followUpDays: 14,
    firstWeekday: 0,
    demandKind: 'negativeBinomial',
    demandVariationCv: operations.demandVariationCv,
    weekdayFactors: [1, 1, 1, 1, 1, 1, 1],
    dayFactors: [],
    tripTimeLogSd: operations.tripTimeLogSd,
    badWeatherDayShare: operations.badWeatherDayShare,
    badWeatherSpeedFactor: operations.badWeatherSpeedFactor,
    lineClosedDayShare: divided(operations.lineClosedDaysPerYear, 365),
    breakdownTripShare: divided(operations.breakdownsPerYear, tripsPerYear),
    breakdownDelayMin: operations.breakdownDelayMin,
    keeperAbsentDayShare: operations.keeperAbsentDayShare,
    busBoxTakenShare: operations.busBoxTakenShare,
    hubDockCount: operations.hubDockCount,
    hubSpaceParcels: operations.hubSpaceParcels,
    extraTripMinParcels: none,
    outboundTrunkClockMin: usualOutboundTrunkClockMin,
    closures: [],
    holidays: [],
    cold: null,
    traceStationId: null,
  };
}

/** Extra trips are a choice, not a habit: this turns them on at the threshold of the scenario. */
export const withExtraTrips = (
  settings: SimulationSettings,
  scenario: Pick<Scenario, 'operations' | 'travel'>,
): SimulationSettings => ({
  ...settings,
  extraTripMinParcels: operationsOf(scenario).extraTripMinParcels,
});

/** The same horizon without chance and without the limits that `evaluatePlan` does not know: gives its numbers. */
export const noVariance = (settings: SimulationSettings): SimulationSettings => ({
  ...settings,
  replications: 1,
  demandKind: 'fixed',
  demandVariationCv: none,
  weekdayFactors: [1, 1, 1, 1, 1, 1, 1],
  dayFactors: [],
  tripTimeLogSd: none,
  badWeatherDayShare: none,
  lineClosedDayShare: none,
  breakdownTripShare: none,
  keeperAbsentDayShare: none,
  busBoxTakenShare: none,
  hubDockCount: none,
  hubSpaceParcels: none,
  extraTripMinParcels: none,
  closures: [],
  holidays: [],
});

/** Peaks a planner tests against, as day factors from a given day on, with the scenario's own factors. */
export function peaksOf(operations: Operations) {
  const factor = (
    name: string,
    fromDay: number,
    dayCount: number,
    deliveryFactor: number,
    pickupFactor = 1,
  ) => ({ name, fromDay, toDay: fromDay + dayCount - 1, deliveryFactor, pickupFactor });
  return {
    /** Three peak days two to five days after 11 November, then the rest of about three weeks. */
    double11: (fromDay: number) => [
      factor('double11.peak', fromDay, 3, operations.double11PeakFactor.value),
      factor('double11.after', fromDay + 3, 20, operations.double11Factor.value),
    ],
    /** 10 to 20 June. */
    june18: (fromDay: number) => [factor('june18', fromDay, 11, operations.june18Factor.value)],
    /** The two to three weeks before the feast. */
    springFestival: (fromDay: number) => [
      factor('springFestival', fromDay, 18, operations.springFestivalFactor.value),
    ],
    /** Outbound only, five weeks. */
    fruitSeason: (fromDay: number) => [
      factor('fruitSeason', fromDay, 35, 1, operations.fruitSeasonFactor.value),
    ],
  } as const satisfies Record<string, (fromDay: number) => SimulationSettings['dayFactors']>;
}

/** The same with the working defaults, which do not depend on the terrain. */
export const peakPresets = peaksOf(defaultOperations('hills'));
