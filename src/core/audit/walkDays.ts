import type { BusLine } from '../model/buses.ts';
import type { StationId } from '../model/ids.ts';
import type { Plan, PlannedLine } from '../model/plan.ts';
import type { Scenario, Station } from '../model/scenario.ts';
import { type TravelMatrix, travelFor } from '../model/travel.ts';
import { dailyParcels } from './dailyParcels.ts';

interface Pile {
  readonly bornMin: number;
  readonly readyMin: number;
  readonly parcels: number;
}
/** One trip as walked. */
export interface Trip {
  readonly line: PlannedLine;
  readonly day: number;
  readonly roundIndex: number;
  readonly departMin: number;
  /** Back at the start, or through with the last stop where the vehicle stays there. */
  readonly returnMin: number;
  /** Of a vehicle that stays in a village: minutes of its drive in before loading; null = it stays in none. */
  readonly driveInMin: number | null;
  readonly km: number;
  readonly maxLoad: number;
  /** When each stop of the line begins: the vehicle is there and, where it must be, the station open. */
  readonly begunStopMin: readonly number[];
  /** When the vehicle has left each stop of the line. */
  readonly leftStopMin: readonly number[];
}

export const dayMin = 24 * 60;

function isServiceDay(line: PlannedLine, day: number): boolean {
  const { serviceDays } = line;
  if (serviceDays.kind === 'daily') return true;
  if (serviceDays.kind === 'weekdays') return serviceDays.days.includes(day % 7);
  return day % serviceDays.n === line.phase % serviceDays.n;
}

/**
 * Walks all departures in order of time; parcels wait in piles per destination, at the depot and at hubs. Times are those
 * of the deepest tier; `boundForMeasured` are the parcels a day that are bound for it, on lines or not.
 */
export function walkDays(scenario: Scenario, matrix: TravelMatrix, plan: Plan, horizonDays: number) {
  const stations = new Map<StationId, Station>(scenario.stations.map((station) => [station.id, station]));
  const inbound = dailyParcels(scenario, 'deliveryParcelsPerDay');
  const outbound = dailyParcels(scenario, 'pickupParcelsPerDay');
  const belowHub = new Map<StationId, StationId[]>();
  for (const station of scenario.stations) {
    if (station.hubId !== null)
      belowHub.set(station.hubId, [...(belowHub.get(station.hubId) ?? []), station.id]);
  }
  // Lines that share a station each have their own pile there, so that their timetables do not mix.
  const carriersOf = carrierFinder(plan);
  const waitingPiles = sortedPiles(scenario, plan, horizonDays, inbound, carriersOf);
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
    const isReady = (pile: Pile): boolean => pile.readyMin <= departMin + 1e-9;
    const calls = line.stopIds.map((stationId, index) => {
      const share = line.stopShares?.[index] ?? 1;
      const destinations = isFromDepot ? [stationId, ...(belowHub.get(stationId) ?? [])] : [stationId];
      const boarded = destinations.map((destination) => {
        const waiting = waitingPiles.get(pileKey(line, destination)) ?? [];
        waitingPiles.set(
          pileKey(line, destination),
          waiting.filter((pile) => !isReady(pile)),
        );
        return { destination, piles: waiting.filter(isReady) };
      });
      const key = `${line.id} ${stationId}`;
      const days = (departMin - (lastVisitMin.get(key) ?? departMin)) / dayMin;
      lastVisitMin.set(key, departMin);
      const pickup = destinations.reduce((sum, id) => sum + outbound.get(id)!, 0) * share * days;
      const delivery = boarded.reduce(
        (sum, entry) => sum + entry.piles.reduce((n, pile) => n + pile.parcels, 0),
        0,
      );
      return { stationId, boarded, pickup, delivery };
    });
    return driveTrip(
      scenario,
      matrix,
      { line, day, roundIndex, departMin },
      calls,
      stations,
      endOf(scenario, plan, line, roundIndex),
      (call, arriveMin, leaveMin) => {
        for (const { destination, piles } of call.boarded) {
          for (const pile of piles) {
            if (destination !== call.stationId) {
              const readyMin = leaveMin + scenario.serviceTimes.hubHandoverMin.value;
              for (const { line: branch, share } of carriersOf(call.stationId, destination))
                addPile(waitingPiles, pileKey(branch, destination), {
                  bornMin: pile.bornMin,
                  readyMin,
                  parcels: pile.parcels * share,
                });
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
  const boundForMeasured = scenario.stations
    .filter(({ role }) => role === measuredRole)
    .reduce((sum, { id }) => sum + inbound.get(id)!, 0);
  return { trips, deliveries, boundForMeasured };
}

type TripEnd = 'back' | 'villageForGood' | 'villageOvernight';

/**
 * The way back is driven, unless the planner lets lines start or end at a village and nobody waits for the vehicle; where
 * they start there it is driven too, in the morning.
 */
function endOf({ policy }: Scenario, plan: Plan, { id, kind }: PlannedLine, roundIndex: number): TripEnd {
  const { endsAtVillage, startsAtVillage } = policy.lineRules ?? {};
  if (kind !== 'direct' && kind !== 'branch') return 'back';
  if (startsAtVillage) {
    const isHome = plan.duties.some(({ trips }) => {
      const last = trips[trips.length - 1];
      return last?.lineId === id && last.roundIndex === roundIndex;
    });
    return isHome ? 'villageOvernight' : 'back';
  }
  if (!endsAtVillage) return 'back';
  const isAwaited = plan.duties.some(({ trips }) => trips.slice(0, -1).some(({ lineId }) => lineId === id));
  return isAwaited ? 'back' : 'villageForGood';
}

const pileKey = (line: PlannedLine, destination: StationId): string => `${line.id} ${destination}`;

function addPile(piles: Map<string, Pile[]>, key: string, pile: Pile): void {
  const waiting = piles.get(key);
  if (waiting) waiting.push(pile);
  else piles.set(key, [pile]);
}

interface Carrier {
  readonly line: PlannedLine;
  readonly share: number;
}
type CarrierFinder = (originId: StationId, stopId: StationId) => readonly Carrier[];

/** Lines from an origin that call at a stop, with the share of its parcels each carries. */
function carrierFinder(plan: Plan): CarrierFinder {
  const carriers = new Map<string, Carrier[]>();
  const keyOf = (originId: StationId, stopId: StationId): string => `${originId} ${stopId}`;
  for (const line of plan.lines)
    for (const stopId of new Set(line.stopIds)) {
      const key = keyOf(line.originId, stopId);
      const share = line.stopShares?.[line.stopIds.indexOf(stopId)] ?? 1;
      const known = carriers.get(key);
      if (known) known.push({ line, share });
      else carriers.set(key, [{ line, share }]);
    }
  return (originId, stopId) => carriers.get(keyOf(originId, stopId)) ?? [];
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
  end: TripEnd,
  onCall: (call: Call, arriveMin: number, leaveMin: number) => void,
): Trip {
  const { serviceTimes, dutyRules } = scenario;
  const travel = travelFor(matrix, start.line.vehicleTypeId);
  const row = (id: StationId): number => matrix.stationIds.indexOf(id);
  let at = row(start.line.originId);
  let nowMin = start.departMin;
  let km = 0;
  let sinceRestMin = 0;
  let load = calls.reduce((sum, call) => sum + call.delivery, 0);
  let maxLoad = load;
  const leftStopMin: number[] = [];
  const begunStopMin: number[] = [];
  const driveTo = (to: number): void => {
    const legMin = travel.durationS[at * matrix.stationIds.length + to]! / 60;
    // Driven minute by minute, with a rest whenever the limit is reached.
    let leftMin = legMin;
    while (sinceRestMin + leftMin > dutyRules.breakAfterDrivingMin.value + 1e-7) {
      leftMin -= dutyRules.breakAfterDrivingMin.value - sinceRestMin;
      sinceRestMin = 0;
      nowMin += dutyRules.breakMin.value;
    }
    km += travel.lengthM[at * matrix.stationIds.length + to]! / 1000;
    nowMin += legMin;
    sinceRestMin += leftMin;
    at = to;
  };
  const bus = (scenario.busLines ?? []).find(({ id }) => id === start.line.busLineId);
  if (bus) return rideBus(bus, start, calls, onCall);
  for (const call of calls) {
    driveTo(row(call.stationId));
    const arriveMin = nowMin;
    const station = stations.get(call.stationId)!;
    const { role } = station;
    if (scenario.policy.lineRules?.visitsWhileOpen && !isNeverShut(station))
      nowMin = Math.max(nowMin, Math.floor(start.departMin / dayMin) * dayMin + station.openClockMin);
    begunStopMin.push(nowMin);
    const fixed =
      role === 'townshipStation'
        ? serviceTimes.townshipDwellMin
        : role === 'urbanStation'
          ? serviceTimes.urbanDwellMin
          : serviceTimes.villageDwellMin;
    nowMin += fixed.value + (serviceTimes.handlingSecPerParcel.value / 60) * (call.delivery + call.pickup);
    load = load - call.delivery + call.pickup;
    maxLoad = Math.max(maxLoad, load);
    leftStopMin.push(nowMin);
    onCall(call, arriveMin, nowMin);
  }
  const throughMin = nowMin;
  if (end !== 'villageForGood') driveTo(row(start.line.originId));
  const staysOvernight = end === 'villageOvernight';
  return {
    ...start,
    returnMin: staysOvernight ? throughMin : nowMin,
    driveInMin: staysOvernight ? nowMin - throughMin : null,
    km,
    maxLoad,
    begunStopMin,
    leftStopMin,
  };
}

/** A passenger line drives by its timetable, stops for nobody's parcels, and takes the outbound ones on its way back. */
function rideBus(
  bus: BusLine,
  start: Pick<Trip, 'line' | 'day' | 'roundIndex' | 'departMin'>,
  calls: readonly Call[],
  onCall: (call: Call, arriveMin: number, leaveMin: number) => void,
): Trip {
  let out = 0;
  let home = 0;
  let farthestMin = 0;
  const leftStopMin: number[] = [];
  for (const call of calls) {
    const stop = bus.calls.find(({ stationId }) => stationId === call.stationId);
    const afterMin = stop ? stop.offsetMin + stop.accessMin : 0;
    farthestMin = Math.max(farthestMin, afterMin);
    leftStopMin.push(start.departMin + afterMin);
    out += call.delivery;
    home += call.pickup;
    onCall(call, start.departMin + afterMin, start.departMin + afterMin);
  }
  return {
    ...start,
    returnMin: start.departMin + 2 * farthestMin,
    driveInMin: null,
    km: 0,
    maxLoad: Math.max(out, home),
    begunStopMin: leftStopMin,
    leftStopMin,
  };
}

/** Every wave of every day as piles per line and destination, ready when sorted and the cut-off is kept. */
function sortedPiles(
  scenario: Scenario,
  plan: Plan,
  horizonDays: number,
  inbound: ReadonlyMap<StationId, number>,
  carriersOf: CarrierFinder,
): Map<string, Pile[]> {
  const served = new Map<StationId, number>();
  for (const line of plan.lines) {
    line.stopIds.forEach((id, index) => {
      served.set(id, (served.get(id) ?? 0) + (line.stopShares?.[index] ?? 1));
    });
  }
  const { chuteCount, parcelsPerHour, roundChangeMin, alsoSorts } = scenario.sorting;
  const total =
    [...inbound].reduce((sum, [id, parcels]) => sum + parcels * (served.get(id) ?? 0), 0) +
    (alsoSorts?.parcelsPerDay ?? 0);
  const destinationCount = scenario.stations.length + (alsoSorts?.destinationCount ?? 0);
  let rounds = 1;
  if (chuteCount > 1) while (chuteCount ** rounds < destinationCount) rounds++;
  const waves = [...scenario.waves].sort((a, b) => a.arrivalClockMin - b.arrivalClockMin);
  const piles = new Map<string, Pile[]>();
  const sortedAfter = (bornMin: number, share: number, sorterFreeMin: number): number =>
    Math.max(bornMin, sorterFreeMin) +
    (rounds * share * total) / (parcelsPerHour.value / 60) +
    (rounds - 1) * roundChangeMin.value;
  for (let day = 0; day < horizonDays; day++) {
    // The day before leaves behind what it has not sorted.
    let sorterFreeMin = Number.NEGATIVE_INFINITY;
    for (const { arrivalClockMin, share } of waves)
      sorterFreeMin = sortedAfter((day - 1) * dayMin + arrivalClockMin, share, sorterFreeMin);
    for (const wave of waves) {
      const bornMin = day * dayMin + wave.arrivalClockMin;
      sorterFreeMin = sortedAfter(bornMin, wave.share, sorterFreeMin);
      const readyMin = sorterFreeMin + scenario.policy.cutoffLeadMin;
      for (const station of scenario.stations) {
        const firstStop = station.hubId ?? station.id;
        const parcels = inbound.get(station.id)! * wave.share;
        for (const { line, share } of carriersOf(scenario.depot.id, firstStop))
          addPile(piles, pileKey(line, station.id), { bornMin, readyMin, parcels: parcels * share });
      }
    }
  }
  return piles;
}

export const isNeverShut = ({ openClockMin, closeClockMin }: Station): boolean =>
  openClockMin <= 0 && closeClockMin >= dayMin;

function firstOpenMin(station: Station, arriveMin: number): number {
  const midnight = arriveMin - (arriveMin % dayMin);
  if (arriveMin - midnight < station.openClockMin) return midnight + station.openClockMin;
  return arriveMin - midnight > station.closeClockMin ? midnight + dayMin + station.openClockMin : arriveMin;
}
