import {
  busCarriageYuanPerDay,
  distanceYuan,
  endDeliveryYuanPerDay,
  hubYuanPerDay,
  kgCo2PerDay,
  overheadYuanPerDay,
  sortingYuanPerDay,
  stationFeeYuanPerDay,
  subsidyYuanPerDay,
  totalYuanPerDay,
  vehicleYuanPerDay,
} from '../cost/costBook.ts';
import { hubIds } from '../evaluate/stationDemand.ts';
import { type CostEntryKey, costEntryKeys } from '../model/rates.ts';
import {
  type Estimate,
  type Incident,
  type OutboundTimeEstimates,
  outboundStatisticKeys,
  type SimulatedStation,
  type SimulatedTimes,
  type SimulationResult,
  timeStatisticKeys,
} from '../model/simulation.ts';
import { minPerHour } from '../units.ts';
import { coldFigures } from './coldFigures.ts';
import { estimate, estimateKnown } from './estimate.ts';
import { type CostByEntry, noCost, type ReplicationOutcome } from './recorder.ts';
import type { SimulationModel } from './simulationModel.ts';
import { calendarDayCount, histogramHours, statisticCount } from './timeStatistics.ts';

/** Tables over all replications. The outcomes come in the order of the replications, whoever computed them. */
export function summarise(model: SimulationModel, outcomes: readonly ReplicationOutcome[]): SimulationResult {
  const { settings, lines, stations } = model;
  const { days } = settings;
  const over = (pick: (outcome: ReplicationOutcome) => number): Estimate => estimate(outcomes.map(pick));
  const mean = (pick: (outcome: ReplicationOutcome) => number): number =>
    outcomes.reduce((sum, outcome) => sum + pick(outcome), 0) / outcomes.length;
  const total = (pick: (outcome: ReplicationOutcome) => number): number =>
    outcomes.reduce((sum, outcome) => sum + pick(outcome), 0);
  /** Minutes of each hour of the day, as an average over days and the hour. */
  const hours = (minutes: (hour: number) => number): number[] =>
    Array.from({ length: 24 }, (_, hour) => minutes(hour) / minPerHour / days);
  const books = outcomes.map((outcome) => costPerDay(model, outcome));
  const parcelsPerDay = (outcome: ReplicationOutcome): number => outcome.handled.parcels / days;
  return {
    days,
    replications: outcomes.length,
    seed: settings.seed,
    eventCount: total((outcome) => outcome.eventCount),
    parcels: {
      created: total((outcome) => outcome.account.created),
      delivered: total((outcome) => outcome.account.delivered),
      inSystem: total((outcome) => outcome.account.inSystem),
    },
    times: {
      ...timesFrom(outcomes.map((outcome) => outcome.overall)),
      villageShareWithin48h: estimateKnown(outcomes.map((outcome) => outcome.villageShareWithin48h)),
    },
    stations: stations.map((_station, index) => stationRow(model, outcomes, index)),
    lines: lines.map(({ line, capacityParcels, lengthKm }, index) => ({
      lineId: line.id,
      tripsPerDay: over((outcome) => outcome.lineTrips[index]! / days),
      extraTripsPerDay: over((outcome) => outcome.lineExtraTrips[index]! / days),
      cancelledTripsPerDay: over((outcome) => outcome.lineCancelled[index]! / days),
      meanMaxLoadParcels: over((outcome) => meanMaxLoad(outcome, index)),
      loadFactorShare: over((outcome) =>
        capacityParcels > 0 ? meanMaxLoad(outcome, index) / capacityParcels : 0,
      ),
      leftBehindParcelsPerDay: over((outcome) => outcome.lineLeftBehind[index]! / days),
      lengthKmPerDay: over((outcome) => (outcome.lineTrips[index]! * lengthKm) / days),
      vehiclesByHour: hours((hour) => mean((outcome) => outcome.hourVehicleMin[index * 24 + hour]!)),
      parcelsByHour: hours((hour) => mean((outcome) => outcome.hourParcelMin[index * 24 + hour]!)),
    })),
    hubs: stations.flatMap((station, index) =>
      model.isHub[index]
        ? [
            {
              stationId: station.id,
              peakParcels: over((outcome) => outcome.hubPeak[index]!),
              turnedAwayParcelsPerDay: over((outcome) => outcome.hubTurnedAway[index]! / days),
              dockWaitMinPerDay: over((outcome) => outcome.hubDockWaitMin[index]! / days),
              parcelsByHour: hours((hour) => mean((outcome) => outcome.hubHourParcelMin[index * 24 + hour]!)),
            },
          ]
        : [],
    ),
    byDay: Array.from({ length: days }, (_, day) => ({
      day,
      backlogParcels: over((outcome) => outcome.backlogByDay[day]!),
      createdParcels: over((outcome) => outcome.createdByDay[day]!),
    })),
    hours: Array.from({ length: 24 }, (_, hour) => ({
      hour,
      vehiclesOnRoad: mean((outcome) => ofHour(outcome.hourVehicleMin, hour)) / minPerHour / days,
      parcelsOnBoard: mean((outcome) => ofHour(outcome.hourParcelMin, hour)) / minPerHour / days,
    })),
    timeHistogramParcelsPerDay: Array.from(outcomes[0]!.histogram, (_, hour) =>
      mean((outcome) => outcome.histogram[hour]! / days),
    ),
    shareByHour: cumulativeShares(model, outcomes, (outcome) => outcome.histogram, histogramHours),
    shareByCalendarDays: cumulativeShares(
      model,
      outcomes,
      (outcome) => outcome.calendarDays,
      calendarDayCount - 1,
    ),
    costYuanPerDay: Object.fromEntries(
      costEntryKeys.map((key) => [key, estimate(books.map((book) => book[key]))]),
    ) as Record<CostEntryKey, Estimate>,
    totalYuanPerDay: estimate(books.map(totalYuanPerDay)),
    yuanPerParcel: estimateKnown(
      books.map((book, index) => {
        const parcels = parcelsPerDay(outcomes[index]!);
        return parcels > 0 ? totalYuanPerDay(book) / parcels : Number.NaN;
      }),
    ),
    lineKmPerDay: over((outcome) => lengthKmPerDay(model, outcome)),
    dutyDaysPerDay: over((outcome) => outcome.dutyDays / days),
    overtimeMinPerDay: over((outcome) => outcome.overtimeMin / days),
    outbound: {
      parcelsPerDay: over((outcome) => outcome.outboundParcels / days),
      ...outboundTimes(outcomes),
    },
    cold: coldFigures(model, outcomes),
    kgCo2PerDay: over((outcome) =>
      lines.reduce(
        (sum, { type, lengthKm }, line) =>
          sum + kgCo2PerDay(type, (outcome.lineTrips[line]! * lengthKm) / days),
        0,
      ),
    ),
    incidents: mergedIncidents(outcomes),
    trace: outcomes[0]!.trace,
  };
}

const ofHour = (byLine: Float64Array, hour: number): number => {
  let sum = 0;
  for (let slot = hour; slot < byLine.length; slot += 24) sum += byLine[slot]!;
  return sum;
};

/** Share of the parcels that arrived within each class and those before it; what never arrived counts as late. */
function cumulativeShares(
  model: SimulationModel,
  outcomes: readonly ReplicationOutcome[],
  classesOf: (outcome: ReplicationOutcome) => Float64Array,
  count: number,
): Estimate[] {
  const shares = outcomes.map((outcome) => {
    const classes = classesOf(outcome);
    const late = outcome.stationUndelivered.reduce(
      (sum, parcels, station) => sum + (model.isMeasured[station] ? parcels : 0),
      0,
    );
    const total = classes.reduce((sum, parcels) => sum + parcels, late);
    let arrived = 0;
    return Array.from({ length: count }, (_, index) => {
      arrived += classes[index]!;
      return total > 0 ? arrived / total : Number.NaN;
    });
  });
  return Array.from({ length: count }, (_, index) => estimateKnown(shares.map((each) => each[index]!)));
}

const meanMaxLoad = (outcome: ReplicationOutcome, line: number): number =>
  outcome.lineTrips[line]! > 0 ? outcome.lineMaxLoad[line]! / outcome.lineTrips[line]! : 0;

const lengthKmPerDay = (model: SimulationModel, outcome: ReplicationOutcome): number =>
  model.lines.reduce(
    (sum, { lengthKm }, line) => sum + (outcome.lineTrips[line]! * lengthKm) / model.settings.days,
    0,
  );

function timesFrom(statistics: readonly Float64Array[], at = 0): SimulatedTimes {
  return Object.fromEntries(
    timeStatisticKeys.map((key, index) => [
      key,
      estimateKnown(statistics.map((numbers) => numbers[at + index]!)),
    ]),
  ) as SimulatedTimes;
}

/** A replication in which nothing left says nothing about hours. */
function outboundTimes(outcomes: readonly ReplicationOutcome[]): OutboundTimeEstimates {
  const left = outcomes.filter((outcome) => outcome.outboundParcels > 0);
  const used = left.length > 0 ? left : outcomes;
  return Object.fromEntries(
    outboundStatisticKeys.map((key, index) => [key, estimate(used.map(({ outbound }) => outbound[index]!))]),
  ) as OutboundTimeEstimates;
}

function stationRow(
  model: SimulationModel,
  outcomes: readonly ReplicationOutcome[],
  index: number,
): SimulatedStation {
  const station = model.stations[index]!;
  const { days } = model.settings;
  // A replication in which nothing arrived says nothing about hours.
  const reached = outcomes.filter((outcome) => outcome.stationParcels[index]! > 0);
  const parcels = reached.reduce((sum, outcome) => sum + outcome.stationParcels[index]!, 0);
  const partH = (part: number): number =>
    parcels > 0
      ? reached.reduce((sum, outcome) => sum + outcome.partMin[index * 5 + part]!, 0) / parcels / minPerHour
      : 0;
  return {
    stationId: station.id,
    role: station.role,
    parcelsPerDay: estimate(outcomes.map((outcome) => outcome.stationParcels[index]! / days)),
    times: timesFrom(
      outcomes.map((outcome) => outcome.byStation),
      index * statisticCount,
    ),
    parts: {
      sortH: partH(0),
      waitDepartureH: partH(1),
      driveH: partH(2),
      hubWaitH: partH(3),
      stationClosedH: partH(4),
    },
    undeliveredParcels: outcomes.reduce((sum, outcome) => sum + outcome.stationUndelivered[index]!, 0),
  };
}

/** The cost book on what the trips of the horizon really did; vehicles kept (C2) are those of the plan. */
function costPerDay(model: SimulationModel, outcome: ReplicationOutcome): CostByEntry {
  const { scenario, settings, evaluation, lines } = model;
  const { rates } = scenario;
  const { days } = settings;
  const { handled } = outcome;
  const cost = noCost();
  cost.C1 = sortingYuanPerDay(rates, handled.parcels / days);
  cost.C2 = evaluation.costYuanPerDay.C2;
  // An extra trip takes a vehicle beyond those kept for the plan: paid by the day.
  model.vehicleTypes.forEach((type, index) => {
    cost.C2 += vehicleYuanPerDay(type, outcome.extraDutyDays[index]! / days);
  });
  lines.forEach(({ type, bus, lengthKm }, line) => {
    cost.C3 += distanceYuan(type, (outcome.lineTrips[line]! * lengthKm) / days);
    if (bus) cost.C8 += busCarriageYuanPerDay(bus.yuanPerParcel.value, outcome.lineBusParcels[line]! / days);
  });
  cost.C4 = outcome.dutyYuan / days + evaluation.driverWeek.standbyYuanPerDay;
  const hubs = hubIds(scenario);
  cost.C5 = hubYuanPerDay(
    rates,
    scenario.stations.filter(({ id }) => hubs.has(id)),
    handled.passedOnParcels / days,
  );
  cost.C6 = stationFeeYuanPerDay(rates, {
    villageParcelsPerDay: handled.villageParcels / days,
    urbanParcelsPerDay: handled.urbanParcels / days,
    villageStationCount: model.calls.reduce(
      (sum, call) => (model.stations[call.stationIndex]!.role === 'villageStation' ? sum + call.share : sum),
      0,
    ),
  });
  cost.C7 = endDeliveryYuanPerDay(rates, handled.endDeliveryParcels / days);
  cost.C9 = overheadYuanPerDay(rates);
  cost.C10 = subsidyYuanPerDay(rates, handled.parcels / days);
  return cost;
}

/** One row per cause and place, the most frequent first. */
function mergedIncidents(outcomes: readonly ReplicationOutcome[]): Incident[] {
  const merged = new Map<string, { -readonly [Key in keyof Incident]: Incident[Key] }>();
  for (const outcome of outcomes) {
    for (const incident of outcome.incidents) {
      const key = `${incident.code} ${incident.entityId ?? ''}`;
      const known = merged.get(key);
      if (known) {
        known.count += incident.count;
        known.firstDay = Math.min(known.firstDay, incident.firstDay);
      } else {
        merged.set(key, { ...incident });
      }
    }
  }
  return [...merged.values()].sort((a, b) => b.count - a.count);
}
