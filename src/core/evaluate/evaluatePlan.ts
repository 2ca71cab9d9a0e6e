import { kgCo2PerDay, totalYuanPerDay } from '../cost/costBook.ts';
import { type HandledParcels, priceLines } from '../cost/priceLines.ts';
import type { CostBook, Evaluation, LineEvaluation } from '../model/evaluation.ts';
import type { LineId, VehicleTypeId } from '../model/ids.ts';
import { visitsWhileOpen } from '../model/openHours.ts';
import { morningClocks, openLineIds, tripKey } from '../model/openLines.ts';
import type { Plan, PlannedLine } from '../model/plan.ts';
import type { Scenario } from '../model/scenario.ts';
import { busLineOf, suppliedBy } from '../model/suppliedBy.ts';
import type { TravelMatrix } from '../model/travel.ts';
import { invariant } from '../result.ts';
import { cycleDays, serviceDayShare } from './calendar.ts';
import { type Cohort, depotCohorts, hubCohorts, type LineRun, runLine } from './cohorts.ts';
import { driverWeek } from './driverWeek.ts';
import { evaluateDuty, vehicleCounts } from './duties.ts';
import { type Groundwork, layGroundwork } from './groundwork.ts';
import { handovers } from './handovers.ts';
import { rosterOf } from './roster.ts';
import { scenarioSortingRounds, sortingMinPerDay, sortWaves } from './sorting.ts';
import { type Asked, type Availability, availabilityOf, stopTimes, timeDistribution } from './times.ts';
import { findViolations } from './violations.ts';

/** What each line hands over at its own stops, by kind of station. */
function handledBy(
  line: PlannedLine,
  { stationById, demand }: Groundwork,
): HandledParcels & { readonly delivery: number } {
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
  ground: Groundwork,
  plan: Plan,
  waves: readonly Cohort[],
  cycle: number,
): Map<LineId, LineRun> {
  const { scenario } = ground;
  const { serviceTimes, dutyRules } = scenario;
  const open = openLineIds(scenario, plan);
  const mornings = morningClocks(scenario, plan);
  const run = (line: PlannedLine, cohorts: readonly Cohort[]): LineRun =>
    runLine({
      ...ground,
      line,
      cycle,
      cohorts,
      serviceTimes,
      dutyRules,
      busLine: busLineOf(scenario, line),
      isOpen: open.has(line.id),
      morningClockOf: (roundIndex) => mornings.get(tripKey({ lineId: line.id, roundIndex })),
      waitsForOpening: visitsWhileOpen(scenario),
    });
  const fromDepot = plan.lines
    .filter((line) => line.originId === scenario.depot.id)
    .map((line) => run(line, waves));
  const fromHubs = plan.lines
    .filter((line) => line.originId !== scenario.depot.id)
    .map((line) => run(line, hubCohorts(fromDepot, line.originId, serviceTimes.hubHandoverMin.value)));
  return new Map([...fromDepot, ...fromHubs].map((lineRun) => [lineRun.line.id, lineRun]));
}

/** A place has a county-to-village time by the parcels bound for it: what only sends has none. */
function availabilities(ground: Groundwork, runs: Iterable<LineRun>, cycle: number): Availability[] {
  const result: Availability[] = [];
  for (const run of runs) {
    for (const arrival of run.arrivals) {
      const station = ground.stationById.get(arrival.stationId)!;
      if (station.role !== ground.measuredRole) continue;
      const parcelsPerDay = ground.demand.get(station.id)!.deliveryParcelsPerDay;
      const callShare = run.line.stopShares?.[arrival.callIndex] ?? 1;
      const cohortShare = (arrival.cohort.share * callShare) / cycle;
      if (parcelsPerDay * cohortShare <= 0) continue;
      const villages = ground.villagesAt.get(station.id)!;
      result.push(availabilityOf(arrival, station, run.line.id, { parcelsPerDay, villages, cohortShare }));
    }
  }
  return result;
}

/** What is bound for the stations of the measured tier, on lines or not. */
function askedFor({ scenario, demand, measuredRole, villagesAt }: Groundwork): Asked {
  let parcelsPerDay = 0;
  let villageCount = 0;
  for (const { id, role } of scenario.stations) {
    const { deliveryParcelsPerDay } = demand.get(id)!;
    if (role !== measuredRole || deliveryParcelsPerDay <= 0) continue;
    parcelsPerDay += deliveryParcelsPerDay;
    villageCount += villagesAt.get(id)!;
  }
  return { parcelsPerDay, villageCount };
}

function evaluateLine(
  run: LineRun,
  figures: {
    readonly cycle: number;
    readonly lengthKmPerDay: number;
    readonly capacityParcels: number;
    readonly costByEntry: CostBook;
  },
): LineEvaluation {
  const carried = run.trips.reduce(
    (sum, trip) =>
      sum + trip.visits.reduce((ofTrip, visit) => ofTrip + visit.deliveryParcels + visit.pickupParcels, 0),
    0,
  );
  const loads = run.trips.reduce((sum, trip) => sum + trip.maxLoadParcels, 0);
  const parcelsPerDay = carried / figures.cycle;
  const costYuanPerDay = totalYuanPerDay(figures.costByEntry);
  return {
    lineId: run.line.id,
    trips: run.trips,
    serviceDayShare: serviceDayShare(run.line.serviceDays),
    lengthKmPerDay: figures.lengthKmPerDay,
    loadFactorShare:
      figures.capacityParcels > 0 && run.trips.length > 0
        ? loads / run.trips.length / figures.capacityParcels
        : 0,
    parcelsPerDay,
    costYuanPerDay,
    costByEntry: figures.costByEntry,
    yuanPerParcel: parcelsPerDay > 0 ? costYuanPerDay / parcelsPerDay : Number.NaN,
    isEstimated: run.trips.some((trip) => trip.visits.some((visit) => visit.isEstimated)),
  };
}

/**
 * Expected times, loads, duties and cost of a plan on average days (model.md sections 4, 5, 7, 8). Travel times and
 * volumes are means; the calendar is walked through one whole cycle, wave by wave.
 */
export const evaluatePlan = (scenario: Scenario, matrix: TravelMatrix, plan: Plan): Evaluation =>
  evaluateOn(layGroundwork(scenario, matrix), plan);

/** The same on groundwork laid before: for many plans of one scenario. */
export function evaluateOn(laid: Groundwork, plan: Plan): Evaluation {
  const scenario = suppliedBy(laid.scenario, plan);
  const ground = scenario === laid.scenario ? laid : layGroundwork(scenario, laid.matrix);
  const typeById = new Map(scenario.vehicleTypes.map((type) => [type.id, type]));
  const vehicleTypeOf = (id: VehicleTypeId) => {
    const type = typeById.get(id);
    invariant(type, `the plan uses vehicle type ${id}, which the scenario does not have`);
    return type;
  };
  const cycle = cycleDays(plan.lines);
  const handled = plan.lines.map((line) => handledBy(line, ground));
  const delivery = handled.reduce((sum, ofLine) => sum + ofLine.delivery, 0);
  const parcels = handled.reduce((sum, ofLine) => sum + ofLine.parcelsPerDay, 0);

  const rounds = scenarioSortingRounds(scenario);
  const waves = depotCohorts(sortWaves(scenario, delivery, rounds), cycle, scenario.policy.cutoffLeadMin);
  const runByLine = runLines(ground, plan, waves, cycle);
  const runs = plan.lines.map((line) => runByLine.get(line.id)!);
  const duties = plan.duties.map((duty) => evaluateDuty(duty, runByLine, scenario.dutyRules, cycle));
  const fleet = vehicleCounts(plan.duties, runByLine, cycle);

  const { driverCount } = rosterOf(plan.lines, plan.duties, scenario.dutyRules);
  const week = driverWeek(
    duties,
    driverCount,
    { rules: scenario.dutyRules, rates: scenario.rates },
    vehicleTypeOf,
  );

  const lengthKmPerDay = runs.map((run) => run.trips.reduce((sum, trip) => sum + trip.lengthKm, 0) / cycle);
  const { book, lineBooks } = priceLines({
    rates: scenario.rates,
    dutyRules: scenario.dutyRules,
    lines: runs.map((run, index) => ({
      lineId: run.line.id,
      vehicleType: vehicleTypeOf(run.line.vehicleTypeId),
      lengthKmPerDay: lengthKmPerDay[index]!,
      handled: handled[index]!,
      busYuanPerParcel: busLineOf(scenario, run.line)?.yuanPerParcel.value ?? 0,
    })),
    duties,
    standbyYuanPerDay: week.standbyYuanPerDay,
    plannedDuties: plan.duties,
    fleet,
    vehicleTypeOf,
    hubs: [...ground.hubs].map((hubId) => ground.stationById.get(hubId)!),
  });
  const lines = runs.map((run, index) =>
    evaluateLine(run, {
      cycle,
      lengthKmPerDay: lengthKmPerDay[index]!,
      capacityParcels: vehicleTypeOf(run.line.vehicleTypeId).capacityParcels.value,
      costByEntry: lineBooks.get(run.line.id)!,
    }),
  );
  const reached = availabilities(ground, runs, cycle);
  const times = timeDistribution(reached, askedFor(ground));
  const total = totalYuanPerDay(book);
  return {
    lines,
    duties,
    stopTimes: stopTimes(reached),
    handovers: handovers(runs, scenario.serviceTimes.hubHandoverMin.value),
    driverCount,
    driverWeek: week,
    times,
    costYuanPerDay: book,
    totalYuanPerDay: total,
    parcelsPerDay: { delivery, pickup: parcels - delivery },
    yuanPerParcel: parcels > 0 ? total / parcels : Number.NaN,
    lineKmPerDay: lines.reduce((sum, line) => sum + line.lengthKmPerDay, 0),
    dutyCount: duties.reduce((sum, duty) => sum + duty.dayShare, 0),
    vehicleCount: [...fleet.values()].reduce((sum, count) => sum + count, 0),
    kgCo2PerDay: lines.reduce(
      (sum, line, index) =>
        sum + kgCo2PerDay(vehicleTypeOf(runs[index]!.line.vehicleTypeId), line.lengthKmPerDay),
      0,
    ),
    sortingRounds: rounds,
    violations: findViolations(
      scenario,
      runs,
      duties,
      fleet,
      vehicleTypeOf,
      times,
      sortingMinPerDay(scenario, delivery, rounds),
    ),
    isEstimated: lines.some((line) => line.isEstimated),
  };
}
