import { cycleDays, departuresOf } from '../evaluate/calendar.ts';
import { deliveryDaysPerDeparture, depotCohorts, pickupDaysPerDeparture } from '../evaluate/cohorts.ts';
import { sortingRounds, sortWaves } from '../evaluate/sorting.ts';
import { stationDemand } from '../evaluate/stationDemand.ts';
import type { Scenario, ServiceDays } from '../model/scenario.ts';

/** Most days' worth of parcels one departure carries, in and out. */
export function designDays(
  scenario: Scenario,
  serviceDays: ServiceDays,
  departureClockMin: readonly number[],
) {
  const timetable = { serviceDays, phase: 0, departureClockMin };
  const cycle = cycleDays([timetable]);
  const delivery = [...stationDemand(scenario).values()].reduce(
    (sum, own) => sum + own.deliveryParcelsPerDay,
    0,
  );
  const rounds = sortingRounds(scenario.stations.length, scenario.sorting.chuteCount);
  const cohorts = depotCohorts(sortWaves(scenario, delivery, rounds), cycle, scenario.policy.cutoffLeadMin);
  const departures = departuresOf(timetable, cycle);
  return {
    deliveryDays: Math.max(...deliveryDaysPerDeparture(departures, cohorts, cycle)),
    pickupDays: Math.max(...pickupDaysPerDeparture(departures, cycle)),
  };
}

/** Days' worth of parcels a branch line carries: those since its last service day. */
export function branchDays(serviceDays: ServiceDays) {
  const cycle = cycleDays([{ serviceDays }]);
  const departures = departuresOf({ serviceDays, phase: 0, departureClockMin: [0] }, cycle);
  const days = Math.max(...pickupDaysPerDeparture(departures, cycle));
  return { deliveryDays: days, pickupDays: days };
}
