import {
  busCarriageYuanPerDay,
  distanceYuan,
  endDeliveryYuanPerDay,
  hubYuanPerDay,
  sortingYuanPerDay,
  stationFeeYuanPerDay,
  totalYuanPerDay,
} from '../cost/costBook.ts';
import type { LineEvaluation } from '../model/evaluation.ts';
import type { LineId, StationId } from '../model/ids.ts';
import { openLineIds } from '../model/openLines.ts';
import type { Plan, PlannedLine } from '../model/plan.ts';
import type { Scenario, Station } from '../model/scenario.ts';
import { busLineOf, suppliedBy } from '../model/suppliedBy.ts';
import { type TravelMatrix, travelFor } from '../model/travel.ts';
import type { VillageStop } from '../model/villageStop.ts';
import type { Km, Minutes, Share, Yuan } from '../units.ts';
import type { CostAllocation } from './allocateCost.ts';
import { cycleDays } from './calendar.ts';
import { type Groundwork, layGroundwork } from './groundwork.ts';
import { dwellMin, tripMin } from './schedule.ts';

/** A line as its stops see it. */
interface LineInUse {
  readonly line: PlannedLine;
  readonly isOpen: boolean;
  /** Departures per day of the calendar. */
  readonly tripsPerDay: number;
  /** Vehicle and crew of the line by the minute they are busy; 0 on a bus, which runs anyway. */
  readonly yuanPerMin: Yuan;
  readonly yuanPerKm: Yuan;
  /** Asked for each parcel by a bus. */
  readonly busYuanPerParcel: Yuan;
}

interface Call {
  readonly used: LineInUse;
  readonly callIndex: number;
}

/** What one call adds to each trip of its line. */
interface AddedByCall {
  readonly km: Km;
  readonly min: Minutes;
}

/**
 * What each village (urban station in the urban star, township station where no line goes deeper) takes to be called
 * at: the detour and the standing still of every call, at what kilometres and minutes of its line cost, and the prices
 * asked for each parcel. The lines stay as they are: what the others could gain by being drawn anew is not in it.
 */
export function villageStops(
  given: Scenario,
  matrix: TravelMatrix,
  plan: Plan,
  lines: readonly LineEvaluation[],
  allocation: CostAllocation,
): VillageStop[] {
  const scenario = suppliedBy(given, plan);
  const ground = layGroundwork(scenario, matrix);
  const inUse = linesInUse(scenario, plan, lines);
  const shares = new Map<StationId, Yuan>();
  for (const { stationId, yuanPerDay } of allocation.stops)
    shares.set(stationId, (shares.get(stationId) ?? 0) + totalYuanPerDay(yuanPerDay));
  const callsAt = new Map<StationId, Call[]>();
  for (const used of inUse)
    used.line.stopIds.forEach((stationId, callIndex) => {
      const calls = callsAt.get(stationId);
      if (calls) calls.push({ used, callIndex });
      else callsAt.set(stationId, [{ used, callIndex }]);
    });

  return scenario.stations.flatMap((station) => {
    const calls = callsAt.get(station.id);
    if (station.role !== ground.measuredRole || !calls) return [];
    let detourKmPerDay = 0;
    let stopMinPerDay = 0;
    let stopYuanPerDay = keeperYuanPerDay(scenario, station);
    const lineIds: LineId[] = [];
    for (const { used, callIndex } of calls) {
      lineIds.push(used.line.id);
      if (used.line.busLineId !== undefined) continue;
      const { km, min } = addedByCall(ground, used, callIndex);
      detourKmPerDay += km * used.tripsPerDay;
      stopMinPerDay += min * used.tripsPerDay;
      stopYuanPerDay += (km * used.yuanPerKm + min * used.yuanPerMin) * used.tripsPerDay;
    }
    const demand = ground.demand.get(station.id)!;
    return {
      stationId: station.id,
      lineIds,
      parcelsPerDay: { delivery: demand.deliveryParcelsPerDay, pickup: demand.pickupParcelsPerDay },
      detourKmPerDay,
      stopMinPerDay,
      stopYuanPerDay,
      yuanPerParcel: yuanPerParcelAt(ground, station, calls, callsAt),
      shareYuanPerDay: shares.get(station.id) ?? 0,
      suppliesOthers: ground.hubs.has(station.id),
    };
  });
}

function linesInUse(scenario: Scenario, plan: Plan, lines: readonly LineEvaluation[]): LineInUse[] {
  const cycle = cycleDays(plan.lines);
  const open = openLineIds(scenario, plan);
  const typeById = new Map(scenario.vehicleTypes.map((type) => [type.id, type]));
  return plan.lines.map((line, index) => {
    const { trips, costByEntry } = lines[index]!;
    const busyMinPerDay = trips.reduce((sum, trip) => sum + tripMin(trip), 0) / cycle;
    const bus = busLineOf(scenario, line);
    return {
      line,
      isOpen: open.has(line.id),
      tripsPerDay: trips.length / cycle,
      yuanPerMin: bus || busyMinPerDay === 0 ? 0 : (costByEntry.C2 + costByEntry.C4) / busyMinPerDay,
      yuanPerKm: distanceYuan(typeById.get(line.vehicleTypeId)!, 1),
      busYuanPerParcel: busCarriageYuanPerDay(bus?.yuanPerParcel.value ?? 0, 1),
    };
  });
}

/** There and on, less straight on; a line of one stop would not set out at all. */
function addedByCall(ground: Groundwork, { line, isOpen }: LineInUse, callIndex: number): AddedByCall {
  const { matrix, indexById, stationById, scenario } = ground;
  const travel = travelFor(matrix, line.vehicleTypeId);
  const station = stationById.get(line.stopIds[callIndex]!)!;
  const fromId = line.stopIds[callIndex - 1] ?? line.originId;
  const isLast = callIndex === line.stopIds.length - 1;
  const toId = line.stopIds[callIndex + 1] ?? (isOpen && isLast ? null : line.originId);
  const leg = (from: StationId, to: StationId): AddedByCall => {
    const cell = indexById.get(from)! * matrix.stationIds.length + indexById.get(to)!;
    return { km: travel.lengthM[cell]! / 1000, min: travel.durationS[cell]! / 60 };
  };
  const there = leg(fromId, station.id);
  const on = toId === null ? { km: 0, min: 0 } : leg(station.id, toId);
  const straight = toId === null ? { km: 0, min: 0 } : leg(fromId, toId);
  const standingMin = dwellMin(station, { deliveryParcels: 0, pickupParcels: 0 }, scenario.serviceTimes);
  const loadingMin = line.stopIds.length === 1 ? scenario.serviceTimes.loadingMin.value : 0;
  return {
    km: there.km + on.km - straight.km,
    min: there.min + on.min - straight.min + standingMin + loadingMin,
  };
}

const noParcels = { villageParcelsPerDay: 0, urbanParcelsPerDay: 0, villageStationCount: 0 };

const keeperYuanPerDay = ({ rates }: Scenario, { role }: Station): Yuan =>
  stationFeeYuanPerDay(rates, { ...noParcels, villageStationCount: role === 'villageStation' ? 1 : 0 });

/** What one more parcel of the usual mix of directions costs: prices per parcel, and seconds of handling on its lines. */
function yuanPerParcelAt(
  { scenario, demand }: Groundwork,
  { id, role, hubId }: Station,
  calls: readonly Call[],
  callsAt: ReadonlyMap<StationId, readonly Call[]>,
): Yuan {
  const { rates, serviceTimes } = scenario;
  const { deliveryParcelsPerDay, pickupParcelsPerDay } = demand.get(id)!;
  const parcels = deliveryParcelsPerDay + pickupParcelsPerDay;
  const deliveryShare: Share = parcels > 0 ? deliveryParcelsPerDay / parcels : 1;
  const handled = [...calls, ...(hubId === null ? [] : (callsAt.get(hubId) ?? []))];
  const carriedYuan = handled.reduce((sum, { used, callIndex }) => {
    const share = used.line.stopShares?.[callIndex] ?? 1;
    const handlingYuan = (serviceTimes.handlingSecPerParcel.value / 60) * used.yuanPerMin;
    return sum + share * (handlingYuan + used.busYuanPerParcel);
  }, 0);
  return (
    carriedYuan +
    sortingYuanPerDay(rates, 1) -
    sortingYuanPerDay(rates, 0) +
    (hubId === null ? 0 : hubYuanPerDay(rates, [], 1)) +
    stationFeeYuanPerDay(rates, {
      ...noParcels,
      villageParcelsPerDay: role === 'villageStation' ? 1 : 0,
      urbanParcelsPerDay: role === 'urbanStation' ? 1 : 0,
    }) +
    (role === 'urbanStation' ? 0 : endDeliveryYuanPerDay(rates, deliveryShare))
  );
}
