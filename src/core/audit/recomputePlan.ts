import type { LineId, StationId } from '../model/ids.ts';
import type { Plan, PlannedLine } from '../model/plan.ts';
import type { Scenario, Station } from '../model/scenario.ts';
import type { TravelMatrix } from '../model/travel.ts';

/**
 * What a plan does, worked out a second time and in another way than `evaluatePlan`: parcels are piles that are walked
 * day by day through the calendar, departure by departure. Uses only the scenario, the travel tables and the plan.
 */
export interface Recomputed {
  readonly maxLoadParcels: ReadonlyMap<LineId, number>;
  readonly longestTripKm: ReadonlyMap<LineId, number>;
  /** Longest paid minutes of each duty, by its place in the plan. */
  readonly dutyMin: readonly number[];
  readonly lineKmPerDay: number;
  readonly dutyDaysPerDay: number;
  readonly totalYuanPerDay: number;
  readonly parcelsPerDay: number;
  readonly yuanPerParcel: number;
  readonly worstH: number;
  readonly shareWithin48h: number;
}

interface Pile {
  readonly bornMin: number;
  readonly readyMin: number;
  readonly parcels: number;
}
interface Trip {
  readonly line: PlannedLine;
  readonly day: number;
  readonly roundIndex: number;
  readonly departMin: number;
  readonly returnMin: number;
  readonly km: number;
  readonly maxLoad: number;
}

const dayMin = 24 * 60;

export function recomputePlan(scenario: Scenario, matrix: TravelMatrix, plan: Plan): Recomputed {
  const cycle = wholeCycle(plan);
  const warmUpDays = cycle * Math.ceil(8 / cycle);
  const measuredDays = { from: warmUpDays, to: warmUpDays + cycle };
  const horizonDays = measuredDays.to + warmUpDays;
  const walk = walkDays(scenario, matrix, plan, horizonDays);

  const measured = walk.trips.filter((trip) => trip.day >= measuredDays.from && trip.day < measuredDays.to);
  const maxLoadParcels = new Map<LineId, number>();
  const longestTripKm = new Map<LineId, number>();
  for (const trip of measured) {
    maxLoadParcels.set(trip.line.id, Math.max(trip.maxLoad, maxLoadParcels.get(trip.line.id) ?? 0));
    longestTripKm.set(trip.line.id, Math.max(trip.km, longestTripKm.get(trip.line.id) ?? 0));
  }
  const deliveries = walk.deliveries.filter(
    ({ bornMin }) => bornMin >= measuredDays.from * dayMin && bornMin < measuredDays.to * dayMin,
  );
  const delivered = deliveries.reduce((sum, entry) => sum + entry.parcels, 0);
  const inTime = deliveries.filter((entry) => entry.hours <= 48 + 1e-9);
  const { dutyMin, dutyDays, paidYuan, vehicleYuan } = payDuties(scenario, plan, measured, cycle);
  const kmYuan = measured.reduce((sum, trip) => {
    const type = scenario.vehicleTypes.find((candidate) => candidate.id === trip.line.vehicleTypeId)!;
    return sum + trip.km * (type.energyYuanPerKm.value + type.maintenanceYuanPerKm.value);
  }, 0);
  const parcels = payParcels(scenario, plan);
  const totalYuanPerDay = vehicleYuan + (paidYuan + kmYuan) / cycle + parcels.yuanPerDay;
  return {
    maxLoadParcels,
    longestTripKm,
    dutyMin,
    lineKmPerDay: measured.reduce((sum, trip) => sum + trip.km, 0) / cycle,
    dutyDaysPerDay: dutyDays / cycle,
    totalYuanPerDay,
    parcelsPerDay: parcels.parcelsPerDay,
    yuanPerParcel: parcels.parcelsPerDay > 0 ? totalYuanPerDay / parcels.parcelsPerDay : 0,
    worstH: deliveries.reduce((worst, entry) => Math.max(worst, entry.hours), 0),
    shareWithin48h: delivered > 0 ? inTime.reduce((sum, entry) => sum + entry.parcels, 0) / delivered : 0,
  };
}

/** A number of days after which every calendar starts again (not necessarily the smallest). */
function wholeCycle(plan: Plan): number {
  let cycle = 1;
  for (const { serviceDays } of plan.lines) {
    const period = serviceDays.kind === 'daily' ? 1 : serviceDays.kind === 'weekdays' ? 7 : serviceDays.n;
    if (cycle % period !== 0) cycle *= period;
  }
  return cycle;
}

function isServiceDay(line: PlannedLine, day: number): boolean {
  const { serviceDays } = line;
  if (serviceDays.kind === 'daily') return true;
  if (serviceDays.kind === 'weekdays') return serviceDays.days.includes(day % 7);
  return day % serviceDays.n === line.phase;
}

/** Walks all departures in order of time; parcels wait in piles per destination, at the depot and at hubs. */
function walkDays(scenario: Scenario, matrix: TravelMatrix, plan: Plan, horizonDays: number) {
  const stations = new Map<StationId, Station>(scenario.stations.map((station) => [station.id, station]));
  const inbound = dailyParcels(scenario, 'deliveryParcelsPerDay');
  const outbound = dailyParcels(scenario, 'pickupParcelsPerDay');
  const belowHub = new Map<StationId, StationId[]>();
  for (const station of scenario.stations) {
    if (station.hubId !== null)
      belowHub.set(station.hubId, [...(belowHub.get(station.hubId) ?? []), station.id]);
  }
  const atDepot = sortedPiles(scenario, plan, horizonDays, inbound);
  const atHub = new Map<StationId, Pile[]>();
  const lastVisitMin = new Map<string, number>();
  const deliveries: { bornMin: number; parcels: number; hours: number }[] = [];
  const measuredRole = ['villageStation', 'urbanStation', 'townshipStation'].find((role) =>
    scenario.stations.some((station) => station.role === role),
  );

  const departures = plan.lines.flatMap((line) =>
    Array.from({ length: horizonDays }, (_, day) => day)
      .filter((day) => isServiceDay(line, day))
      .flatMap((day) =>
        line.departureClockMin.map((clock, roundIndex) => ({
          line,
          day,
          roundIndex,
          departMin: day * dayMin + clock,
        })),
      ),
  );
  departures.sort((a, b) => a.departMin - b.departMin);

  const trips = departures.map(({ line, day, roundIndex, departMin }): Trip => {
    const isFromDepot = line.originId === scenario.depot.id;
    const waiting = isFromDepot ? atDepot : atHub;
    const calls = line.stopIds.map((stationId, index) => {
      const share = line.stopShares?.[index] ?? 1;
      const destinations = isFromDepot ? [stationId, ...(belowHub.get(stationId) ?? [])] : [stationId];
      const boarded = destinations.map((destination) => {
        const piles = waiting.get(destination) ?? [];
        const isReady = (pile: Pile): boolean => pile.readyMin <= departMin + 1e-9;
        const piledHere = piles.filter(isReady).map((pile) => ({ ...pile, parcels: pile.parcels * share }));
        return { destination, piles: piledHere };
      });
      const key = `${line.id} ${stationId}`;
      const days = (departMin - (lastVisitMin.get(key) ?? departMin)) / dayMin;
      lastVisitMin.set(key, departMin);
      const pickup = destinations.reduce((sum, id) => sum + outbound.get(id)!, 0) * share * days;
      const delivery = boarded.reduce(
        (sum, { piles }) => sum + piles.reduce((n, pile) => n + pile.parcels, 0),
        0,
      );
      return { stationId, boarded, pickup, delivery };
    });
    // Lines that share a stop all board before the pile is cleared; they carry shares of the same pile.
    const sharesPile = line.stopShares !== undefined;
    if (!sharesPile || isLastSharer(plan, line, roundIndex)) {
      for (const call of calls) {
        for (const { destination } of call.boarded) {
          const piles = waiting.get(destination) ?? [];
          waiting.set(
            destination,
            piles.filter((pile) => pile.readyMin > departMin + 1e-9),
          );
        }
      }
    }
    return driveTrip(
      scenario,
      matrix,
      { line, day, roundIndex, departMin },
      calls,
      stations,
      (call, arriveMin, leaveMin) => {
        for (const { destination, piles } of call.boarded) {
          for (const pile of piles) {
            if (destination !== call.stationId) {
              const ready = leaveMin + scenario.serviceTimes.hubHandoverMin.value;
              atHub.set(destination, [...(atHub.get(destination) ?? []), { ...pile, readyMin: ready }]);
            } else if (stations.get(destination)!.role === measuredRole) {
              const openMin = firstOpenMin(stations.get(destination)!, arriveMin);
              deliveries.push({
                bornMin: pile.bornMin,
                parcels: pile.parcels,
                hours: (openMin - pile.bornMin) / 60,
              });
            }
          }
        }
      },
    );
  });
  return { trips, deliveries };
}

/** Among lines sharing a stop and a timetable, the last in the plan. */
function isLastSharer(plan: Plan, line: PlannedLine, roundIndex: number): boolean {
  const sharers = plan.lines.filter(
    (other) =>
      other.departureClockMin[roundIndex] === line.departureClockMin[roundIndex] &&
      other.stopIds.some((stationId) => line.stopIds.includes(stationId)),
  );
  return sharers.at(-1) === line;
}

interface Call {
  readonly stationId: StationId;
  readonly boarded: readonly { readonly destination: StationId; readonly piles: readonly Pile[] }[];
  readonly pickup: number;
  readonly delivery: number;
}

function driveTrip(
  scenario: Scenario,
  matrix: TravelMatrix,
  start: Pick<Trip, 'line' | 'day' | 'roundIndex' | 'departMin'>,
  calls: readonly Call[],
  stations: ReadonlyMap<StationId, Station>,
  onCall: (call: Call, arriveMin: number, leaveMin: number) => void,
): Trip {
  const { serviceTimes, dutyRules } = scenario;
  const row = (id: StationId): number => matrix.stationIds.indexOf(id);
  let at = row(start.line.originId);
  let nowMin = start.departMin;
  let km = 0;
  let sinceRestMin = 0;
  let load = calls.reduce((sum, call) => sum + call.delivery, 0);
  let maxLoad = load;
  const driveTo = (to: number): void => {
    const legMin = matrix.durationS[at * matrix.stationIds.length + to]! / 60;
    if (sinceRestMin > 0 && sinceRestMin + legMin > dutyRules.breakAfterDrivingMin.value) {
      nowMin += dutyRules.breakMin.value;
      sinceRestMin = 0;
    }
    km += matrix.lengthM[at * matrix.stationIds.length + to]! / 1000;
    nowMin += legMin;
    sinceRestMin += legMin;
    at = to;
  };
  for (const call of calls) {
    driveTo(row(call.stationId));
    const arriveMin = nowMin;
    const { role } = stations.get(call.stationId)!;
    const fixed =
      role === 'townshipStation'
        ? serviceTimes.townshipDwellMin
        : role === 'urbanStation'
          ? serviceTimes.urbanDwellMin
          : serviceTimes.villageDwellMin;
    nowMin += fixed.value + (serviceTimes.handlingSecPerParcel.value / 60) * (call.delivery + call.pickup);
    load = load - call.delivery + call.pickup;
    maxLoad = Math.max(maxLoad, load);
    onCall(call, arriveMin, nowMin);
  }
  driveTo(row(start.line.originId));
  return { ...start, returnMin: nowMin, km, maxLoad };
}

function dailyParcels(
  scenario: Scenario,
  direction: 'deliveryParcelsPerDay' | 'pickupParcelsPerDay',
): Map<StationId, number> {
  return new Map(
    scenario.stations.map((station) => [
      station.id,
      scenario.demands
        .filter((demand) => station.servesPlaceIds.includes(demand.placeId))
        .reduce((sum, demand) => sum + demand[direction], 0),
    ]),
  );
}

/** Every wave of every day as one pile per destination, ready when sorted and the cut-off is kept. */
function sortedPiles(
  scenario: Scenario,
  plan: Plan,
  horizonDays: number,
  inbound: ReadonlyMap<StationId, number>,
): Map<StationId, Pile[]> {
  const served = new Map<StationId, number>();
  for (const line of plan.lines) {
    line.stopIds.forEach((id, index) => {
      served.set(id, (served.get(id) ?? 0) + (line.stopShares?.[index] ?? 1));
    });
  }
  const total = [...inbound].reduce((sum, [id, parcels]) => sum + parcels * (served.get(id) ?? 0), 0);
  const { chuteCount, parcelsPerHour, roundChangeMin } = scenario.sorting;
  let rounds = 1;
  if (chuteCount > 1) while (chuteCount ** rounds < scenario.stations.length) rounds++;
  const waves = [...scenario.waves].sort((a, b) => a.arrivalClockMin - b.arrivalClockMin);
  const piles = new Map<StationId, Pile[]>(scenario.stations.map((station) => [station.id, []]));
  for (let day = 0; day < horizonDays; day++) {
    let sorterFreeMin = 0;
    for (const wave of waves) {
      const minutes =
        (rounds * wave.share * total) / (parcelsPerHour.value / 60) + (rounds - 1) * roundChangeMin.value;
      sorterFreeMin = Math.max(wave.arrivalClockMin, sorterFreeMin) + minutes;
      const readyMin = day * dayMin + sorterFreeMin + scenario.policy.cutoffLeadMin;
      for (const [id, parcels] of inbound) {
        piles
          .get(id)!
          .push({ bornMin: day * dayMin + wave.arrivalClockMin, readyMin, parcels: parcels * wave.share });
      }
    }
  }
  return piles;
}

function firstOpenMin(station: Station, arriveMin: number): number {
  const midnight = arriveMin - (arriveMin % dayMin);
  if (arriveMin - midnight < station.openClockMin) return midnight + station.openClockMin;
  return arriveMin - midnight > station.closeClockMin ? midnight + dayMin + station.openClockMin : arriveMin;
}

/** Wages by duty and day, and the fleet kept for the busiest day. */
function payDuties(scenario: Scenario, plan: Plan, trips: readonly Trip[], cycle: number) {
  const { dutyRules, rates, serviceTimes } = scenario;
  let dutyDays = 0;
  let paidYuan = 0;
  const uses: { typeId: string; fromMin: number; toMin: number }[] = [];
  const dutyMin = plan.duties.map((duty) => {
    const type = scenario.vehicleTypes.find((candidate) => candidate.id === duty.vehicleTypeId)!;
    const days = [...new Set(trips.map((trip) => trip.day))].map((day) =>
      duty.trips.flatMap(({ lineId, roundIndex }) =>
        trips.filter((trip) => trip.day === day && trip.line.id === lineId && trip.roundIndex === roundIndex),
      ),
    );
    const workedDays = days.filter((ofDay) => ofDay.length > 0);
    const minutes = workedDays.map((ofDay) => {
      let paid = 0;
      let freeMin = Number.NaN;
      for (const trip of ofDay) {
        const startMin = trip.departMin - serviceTimes.loadingMin.value;
        const waitMin = startMin - freeMin;
        paid += trip.returnMin - startMin + (waitMin < 60 ? waitMin : 0);
        freeMin = trip.returnMin;
      }
      const firstMin = ofDay[0]!.departMin - serviceTimes.loadingMin.value;
      uses.push({ typeId: duty.vehicleTypeId, fromMin: firstMin, toMin: freeMin });
      return paid;
    });
    const longest = Math.max(0, ...minutes);
    const wagePerMin = type.driverYuanPerDay.value / dutyRules.shiftMin.value;
    const regular =
      dutyRules.wageBasis === 'day' ? dutyRules.shiftMin.value : Math.min(longest, dutyRules.shiftMin.value);
    const overtime = Math.max(0, longest - dutyRules.shiftMin.value) * rates.overtimeWageFactor.value;
    dutyDays += workedDays.length;
    paidYuan += workedDays.length * wagePerMin * (regular + overtime) * (1 + rates.socialChargeShare.value);
    return longest;
  });
  const vehicleYuan = scenario.vehicleTypes.reduce((sum, type) => {
    // Walk the comings and goings: a return frees the vehicle before a loading of the same minute takes it.
    const changes = uses
      .filter((use) => use.typeId === type.id)
      .flatMap((use) => [
        { atMin: use.fromMin, change: 1 },
        { atMin: use.toMin, change: -1 },
      ])
      .sort((a, b) => a.atMin - b.atMin || a.change - b.change);
    let out = 0;
    let busiest = 0;
    for (const { change } of changes) {
      out += change;
      busiest = Math.max(busiest, out);
    }
    return sum + busiest * type.fixedYuanPerDay.value;
  }, 0);
  return { dutyMin, dutyDays, paidYuan, vehicleYuan, cycle };
}

/** Everything paid by the parcel or by the month. */
function payParcels(scenario: Scenario, plan: Plan) {
  const { rates } = scenario;
  const inbound = dailyParcels(scenario, 'deliveryParcelsPerDay');
  const outbound = dailyParcels(scenario, 'pickupParcelsPerDay');
  let parcelsPerDay = 0;
  let yuan = rates.sortingFixedYuanPerDay.value + rates.overheadYuanPerDay.value;
  const hubs = new Set<StationId>();
  for (const station of scenario.stations) if (station.hubId !== null) hubs.add(station.hubId);
  yuan += hubs.size * rates.hubRentYuanPerDay.value;
  for (const line of plan.lines) {
    line.stopIds.forEach((id, index) => {
      const share = line.stopShares?.[index] ?? 1;
      const station = scenario.stations.find((candidate) => candidate.id === id)!;
      const inParcels = inbound.get(id)! * share;
      const both = inParcels + outbound.get(id)! * share;
      parcelsPerDay += both;
      yuan += both * rates.sortingYuanPerParcel.value;
      if (station.hubId !== null) yuan += both * rates.hubHandlingYuanPerParcel.value;
      if (station.role === 'villageStation') {
        yuan +=
          both * rates.stationFeeYuanPerParcel.value + (share * rates.keeperSubsidyYuanPerMonth.value) / 30;
      }
      if (station.role === 'urbanStation') yuan += both * rates.urbanStationFeeYuanPerParcel.value;
      else yuan += inParcels * rates.endDeliveryFeeYuanPerParcel.value;
    });
  }
  return { parcelsPerDay, yuanPerDay: yuan };
}
