import { totalYuanPerDay } from '../cost/costBook.ts';
import { type HandledParcels, priceLines } from '../cost/priceLines.ts';
import type { Evaluation, LineEvaluation } from '../model/evaluation.ts';
import type { LineId, StationId, VehicleTypeId } from '../model/ids.ts';
import type { Plan, PlannedLine } from '../model/plan.ts';
import type { Scenario, Station, StationRole } from '../model/scenario.ts';
import type { TravelMatrix } from '../model/travel.ts';
import { invariant } from '../result.ts';
import { cycleDays, serviceDayShare } from './calendar.ts';
import { type Cohort, depotCohorts, hubCohorts, type LineRun, runLine } from './cohorts.ts';
import { evaluateDuty, vehicleCounts } from './duties.ts';
import { sortingRounds, sortWaves } from './sorting.ts';
import { hubIds, stationDemand, stationThroughput } from './stationDemand.ts';
import { type Availability, availabilityOf, stopTimes, timeDistribution } from './times.ts';
import { findViolations } from './violations.ts';

/** The tier whose parcels the county-to-village time is about: the deepest the scenario serves. */
export function measuredRole(scenario: Scenario): StationRole {
  const roles = new Set(scenario.stations.map((station) => station.role));
  if (roles.has('villageStation')) return 'villageStation';
  return roles.has('urbanStation') ? 'urbanStation' : 'townshipStation';
}

/** What each line hands over at its own stops, by kind of station. */
function handledBy(scenario: Scenario, line: PlannedLine): HandledParcels & { readonly delivery: number } {
  const demand = stationDemand(scenario);
  const stationById = new Map(scenario.stations.map((station) => [station.id, station]));
  const handled = {
    parcelsPerDay: 0,
    villageParcelsPerDay: 0,
    urbanParcelsPerDay: 0,
    endDeliveryParcelsPerDay: 0,
    passedOnParcelsPerDay: 0,
    villageStationCount: 0,
    delivery: 0,
  };
  line.stopIds.forEach((stationId, callIndex) => {
    const station = stationById.get(stationId)!;
    const own = demand.get(stationId)!;
    const share = line.stopShares?.[callIndex] ?? 1;
    const parcels = (own.deliveryParcelsPerDay + own.pickupParcelsPerDay) * share;
    handled.parcelsPerDay += parcels;
    handled.delivery += own.deliveryParcelsPerDay * share;
    if (station.role === 'villageStation') {
      handled.villageParcelsPerDay += parcels;
      handled.villageStationCount += share;
    }
    if (station.role === 'urbanStation') handled.urbanParcelsPerDay += parcels;
    else handled.endDeliveryParcelsPerDay += own.deliveryParcelsPerDay * share;
    if (station.hubId !== null) handled.passedOnParcelsPerDay += parcels;
  });
  return handled;
}

/** Runs trunk and direct lines first, then the branch lines on what the trunk lines bring to their hubs. */
function runLines(
  scenario: Scenario,
  matrix: TravelMatrix,
  plan: Plan,
  waves: readonly Cohort[],
  cycle: number,
) {
  const stationById = new Map([scenario.depot, ...scenario.stations].map((station) => [station.id, station]));
  const indexById = new Map(matrix.stationIds.map((stationId, index) => [stationId, index]));
  const throughput = stationThroughput(scenario);
  const run = (line: PlannedLine, cohorts: readonly Cohort[]): LineRun =>
    runLine({
      line,
      cycle,
      cohorts,
      throughput,
      stationById,
      indexById,
      matrix,
      serviceTimes: scenario.serviceTimes,
      dutyRules: scenario.dutyRules,
    });
  const fromDepot = plan.lines
    .filter((line) => line.originId === scenario.depot.id)
    .map((line) => run(line, waves));
  const fromHubs = plan.lines
    .filter((line) => line.originId !== scenario.depot.id)
    .map((line) => {
      const cohorts = hubCohorts(fromDepot, line.originId, scenario.serviceTimes.hubHandoverMin.value);
      return run(line, cohorts);
    });
  const runByLine = new Map<LineId, LineRun>();
  for (const lineRun of [...fromDepot, ...fromHubs]) runByLine.set(lineRun.line.id, lineRun);
  return { runByLine, stationById };
}

function availabilities(
  scenario: Scenario,
  runs: Iterable<LineRun>,
  stationById: ReadonlyMap<StationId, Station>,
  cycle: number,
): Availability[] {
  const demand = stationDemand(scenario);
  const role = measuredRole(scenario);
  const villageIds = new Set(
    scenario.places.filter((place) => place.kind === 'village').map((place) => place.id),
  );
  const result: Availability[] = [];
  for (const run of runs) {
    for (const arrival of run.arrivals) {
      const station = stationById.get(arrival.stationId)!;
      if (station.role !== role) continue;
      const villages = station.servesPlaceIds.filter((placeId) => villageIds.has(placeId)).length;
      const callShare = run.line.stopShares?.[arrival.callIndex] ?? 1;
      result.push(
        availabilityOf(arrival, station, run.line.id, {
          parcelsPerDay: demand.get(station.id)!.deliveryParcelsPerDay,
          villages: Math.max(villages, 1),
          cohortShare: (arrival.cohort.share * callShare) / cycle,
        }),
      );
    }
  }
  return result;
}

function evaluateLine(
  run: LineRun,
  figures: {
    readonly cycle: number;
    readonly lengthKmPerDay: number;
    readonly capacityParcels: number;
    readonly costYuanPerDay: number;
  },
): LineEvaluation {
  const carried = run.trips.reduce(
    (sum, trip) =>
      sum + trip.visits.reduce((ofTrip, visit) => ofTrip + visit.deliveryParcels + visit.pickupParcels, 0),
    0,
  );
  const loads = run.trips.reduce((sum, trip) => sum + trip.maxLoadParcels, 0);
  const parcelsPerDay = carried / figures.cycle;
  return {
    lineId: run.line.id,
    trips: run.trips,
    serviceDayShare: serviceDayShare(run.line.serviceDays),
    lengthKmPerDay: figures.lengthKmPerDay,
    loadFactorShare: run.trips.length === 0 ? 0 : loads / run.trips.length / figures.capacityParcels,
    parcelsPerDay,
    costYuanPerDay: figures.costYuanPerDay,
    yuanPerParcel: parcelsPerDay > 0 ? figures.costYuanPerDay / parcelsPerDay : 0,
    isEstimated: run.trips.some((trip) => trip.visits.some((visit) => visit.isEstimated)),
  };
}

/**
 * Expected times, loads, duties and cost of a plan on average days (model.md sections 4, 5, 7, 8). Travel times and
 * volumes are means; the calendar is walked through one whole cycle, wave by wave.
 */
export function evaluatePlan(scenario: Scenario, matrix: TravelMatrix, plan: Plan): Evaluation {
  const typeById = new Map(scenario.vehicleTypes.map((type) => [type.id, type]));
  const vehicleTypeOf = (id: VehicleTypeId) => {
    const type = typeById.get(id);
    invariant(type, `the plan uses vehicle type ${id}, which the scenario does not have`);
    return type;
  };
  const cycle = cycleDays(plan.lines);
  const handled = plan.lines.map((line) => handledBy(scenario, line));
  const delivery = handled.reduce((sum, ofLine) => sum + ofLine.delivery, 0);
  const parcels = handled.reduce((sum, ofLine) => sum + ofLine.parcelsPerDay, 0);

  const rounds = sortingRounds(scenario.stations.length, scenario.sorting.chuteCount);
  const waves = depotCohorts(sortWaves(scenario, delivery, rounds), cycle, scenario.policy.cutoffLeadMin);
  const { runByLine, stationById } = runLines(scenario, matrix, plan, waves, cycle);
  const runs = plan.lines.map((line) => runByLine.get(line.id)!);
  const duties = plan.duties.map((duty) => evaluateDuty(duty, runByLine, scenario.dutyRules));
  const fleet = vehicleCounts(plan.duties, runByLine, cycle);

  const lengthKmPerDay = runs.map((run) => run.trips.reduce((sum, trip) => sum + trip.lengthKm, 0) / cycle);
  const { book, lineBooks } = priceLines({
    rates: scenario.rates,
    dutyRules: scenario.dutyRules,
    lines: runs.map((run, index) => ({
      lineId: run.line.id,
      vehicleType: vehicleTypeOf(run.line.vehicleTypeId),
      lengthKmPerDay: lengthKmPerDay[index]!,
      handled: handled[index]!,
    })),
    duties,
    plannedDuties: plan.duties,
    fleet,
    vehicleTypeOf,
    hubCount: hubIds(scenario).size,
  });
  const lines = runs.map((run, index) =>
    evaluateLine(run, {
      cycle,
      lengthKmPerDay: lengthKmPerDay[index]!,
      capacityParcels: vehicleTypeOf(run.line.vehicleTypeId).capacityParcels.value,
      costYuanPerDay: totalYuanPerDay(lineBooks.get(run.line.id)!),
    }),
  );
  const reached = availabilities(scenario, runs, stationById, cycle);
  const total = totalYuanPerDay(book);
  return {
    lines,
    duties,
    stopTimes: stopTimes(reached),
    times: timeDistribution(reached),
    costYuanPerDay: book,
    totalYuanPerDay: total,
    parcelsPerDay: { delivery, pickup: parcels - delivery },
    yuanPerParcel: parcels > 0 ? total / parcels : 0,
    lineKmPerDay: lines.reduce((sum, line) => sum + line.lengthKmPerDay, 0),
    dutyCount: duties.reduce((sum, duty) => sum + duty.dayShare, 0),
    vehicleCount: [...fleet.values()].reduce((sum, count) => sum + count, 0),
    kgCo2PerDay: lines.reduce(
      (sum, line, index) =>
        sum + line.lengthKmPerDay * vehicleTypeOf(runs[index]!.line.vehicleTypeId).energyKgCo2PerKm.value,
      0,
    ),
    sortingRounds: rounds,
    violations: findViolations(scenario, runs, duties, fleet, vehicleTypeOf),
    isEstimated: lines.some((line) => line.isEstimated),
  };
}
