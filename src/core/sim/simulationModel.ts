import { evaluateOn } from '../evaluate/evaluatePlan.ts';
import { layGroundwork } from '../evaluate/groundwork.ts';
import { dwellMin } from '../evaluate/schedule.ts';
import { scenarioSortingRounds } from '../evaluate/sorting.ts';
import { type BusLine, spareParcels } from '../model/buses.ts';
import type { Evaluation } from '../model/evaluation.ts';
import type { StationId } from '../model/ids.ts';
import { openLineIds } from '../model/openLines.ts';
import { type Operations, operationsOf } from '../model/operations.ts';
import type { Plan, PlannedLine } from '../model/plan.ts';
import type { Scenario, Station, VehicleType } from '../model/scenario.ts';
import type { SimulationSettings } from '../model/simulation.ts';
import { suppliedBy } from '../model/suppliedBy.ts';
import { type TravelMatrix, travelFor, unreachable } from '../model/travel.ts';
import { invariant } from '../result.ts';
import { type Minutes, minPerDay, type Parcels, type Share } from '../units.ts';
import { type CountTables, factorTable } from './distributions.ts';
import { type ModelColumns, modelColumns } from './modelColumns.ts';
import { type ModelNumbers, modelNumbers } from './modelNumbers.ts';
import { morningDrives } from './morningDrives.ts';
import { tripsOf } from './simTrips.ts';
import { entityHashes } from './streams.ts';

/** One call of a line at a station; calls of a line lie next to each other. */
export interface SimCall {
  readonly lineIndex: number;
  readonly stationIndex: number;
  readonly share: Share;
}

export interface SimLine {
  readonly line: PlannedLine;
  /** Of a bus line: the type named in the plan, which costs and carries nothing here. */
  readonly type: VehicleType;
  /** The passenger line aboard which the parcels ride; null = a vehicle of ours. */
  readonly bus: BusLine | null;
  readonly capacityParcels: Parcels;
  /** Station index of the hub; -1 = the depot. */
  readonly originIndex: number;
  readonly firstCall: number;
  readonly callCount: number;
  /** From call to call and back to the origin: callCount + 1 legs. */
  readonly legMin: Float64Array;
  readonly lengthKm: number;
}

/** One departure clock of a line, driven once a service day. */
export interface SimTrip {
  readonly roundIndex: number;
  readonly lineIndex: number;
  readonly clockMin: number;
  readonly dutyIndex: number;
  /** Not by the timetable: sent when parcels were left behind. */
  readonly isExtra: boolean;
  /** Its vehicle stays at the last stop and is driven back on the duty's next morning. */
  readonly staysOut: boolean;
}

/** A way inbound parcels of a station can go: by one call, or by a trunk call and then a branch call. */
export interface SimFlow {
  readonly stationIndex: number;
  readonly firstCall: number;
  /** -1 = handed over at the first call already. */
  readonly secondCall: number;
  /** Share of the station's parcels up to and with this flow. */
  readonly cumulativeShare: Share;
}

/** Everything a replication reads; ids have become indices. Made once for all replications. */
export interface SimulationModel {
  readonly scenario: Scenario;
  readonly plan: Plan;
  readonly settings: SimulationSettings;
  readonly evaluation: Evaluation;
  readonly stations: readonly Station[];
  readonly isMeasured: Uint8Array;
  readonly villages: Float64Array;
  readonly isHub: Uint8Array;
  readonly fixedDwellMin: Float64Array;
  readonly lines: readonly SimLine[];
  readonly calls: readonly SimCall[];
  readonly trips: readonly SimTrip[];
  readonly vehicleTypes: readonly VehicleType[];
  /** -1 = a bus, which needs neither crew nor vehicle of ours. */
  readonly dutyTypeIndex: Int32Array;
  readonly dutyIsExtra: Uint8Array;
  /** By duty: the trip that leaves its vehicle in the driver's village; -1 = none. */
  readonly homeTripOf: Int32Array;
  /** By trip: minutes by which its duty begins before loading, to drive in from there; 0 but for the first of a duty. */
  readonly tripLeadMin: Float64Array;
  /** By line: its extra trip; -1 = none. */
  readonly extraTripOf: Int32Array;
  /** By station: docks of a hub; 0 = no limit, or no hub. */
  readonly dockCount: Int32Array;
  /** By day of the horizon from -warm-up on: no line runs. */
  readonly isHoliday: (day: number) => boolean;
  readonly operations: Operations;
  readonly flows: readonly SimFlow[];
  /** Flows of a station: firstFlow[station] to firstFlow[station + 1] - 1. */
  readonly firstFlow: Int32Array;
  /** Direct or branch calls at a station, for its outbound parcels. */
  readonly pickupCalls: readonly (readonly number[])[];
  readonly columns: ModelColumns;
  readonly numbers: ModelNumbers;
  readonly places: readonly {
    readonly stationIndex: number;
    readonly deliveryParcelsPerDay: number;
    readonly pickupParcelsPerDay: number;
  }[];
  readonly placeStation: Int32Array;
  readonly waves: readonly {
    readonly clockMin: number;
    readonly share: Share;
    readonly cumulativeShare: Share;
  }[];
  readonly sortingRounds: number;
  /** Days of trips and demand begin this long before midnight, so that no loading lies in the past. */
  readonly dayLeadMin: Minutes;
  readonly entityHashes: Int32Array;
  readonly entityOf: {
    readonly place: number;
    readonly station: number;
    readonly line: number;
    readonly weather: number;
  };
  readonly tripFactors: Float64Array;
  /** Tables of daily counts by day factor; filled as factors turn up. */
  readonly countTables: Readonly<
    Record<'deliveryParcelsPerDay' | 'pickupParcelsPerDay', Map<number, CountTables>>
  >;
}

/** @throws where the plan names a station or vehicle type the scenario does not have. */
export function buildSimulationModel(
  given: Scenario,
  matrix: TravelMatrix,
  plan: Plan,
  settings: SimulationSettings,
): SimulationModel {
  const scenario = suppliedBy(given, plan);
  const stations = scenario.stations;
  const stationIndexById = new Map(stations.map((station, index) => [station.id, index]));
  const { lines, calls } = linesAndCalls(scenario, matrix, plan, stationIndexById);
  const flows = flowsOf(stations, lines, calls, stationIndexById);
  const firstFlow = new Int32Array(stations.length + 1);
  for (let station = 0, flow = 0; station <= stations.length; station++) {
    while (flow < flows.length && flows[flow]!.stationIndex < station) flow++;
    firstFlow[station] = flow;
  }
  const ground = layGroundwork(scenario, matrix);
  const servedBy = new Map(
    stations.flatMap((station, index) => station.servesPlaceIds.map((placeId) => [placeId, index] as const)),
  );
  const served = scenario.demands.filter((demand) => servedBy.has(demand.placeId));
  const { trips, dutyTypeIndex, extraTripOf } = tripsOf(scenario, plan, lines, settings);
  const pickupCalls = stations.map((station, index) =>
    calls.flatMap((call, callIndex) =>
      call.stationIndex === index && isOwnLine(lines[call.lineIndex]!, station, stationIndexById)
        ? [callIndex]
        : [],
    ),
  );
  const { homeTripOf, tripLeadMin } = morningDrives(scenario, lines, trips, dutyTypeIndex.length);
  const loadingMin = scenario.serviceTimes.loadingMin.value;
  let cumulativeShare = 0;
  const names = [
    ...served.map((demand) => `place ${demand.placeId}`),
    ...stations.map((station) => `station ${station.id}`),
    ...plan.lines.map((line) => `line ${line.id}`),
    'weather',
  ];
  return {
    scenario,
    plan,
    settings,
    evaluation: evaluateOn(ground, plan),
    stations,
    isMeasured: Uint8Array.from(stations, (station) => (station.role === ground.measuredRole ? 1 : 0)),
    villages: Float64Array.from(stations, (station) => ground.villagesAt.get(station.id)!),
    isHub: Uint8Array.from(stations, (station) => (ground.hubs.has(station.id) ? 1 : 0)),
    fixedDwellMin: Float64Array.from(stations, (station) =>
      dwellMin(station, { deliveryParcels: 0, pickupParcels: 0 }, scenario.serviceTimes),
    ),
    lines,
    calls,
    trips,
    vehicleTypes: scenario.vehicleTypes,
    dutyTypeIndex,
    dutyIsExtra: Uint8Array.from(dutyTypeIndex, (_type, duty) =>
      trips.some((trip) => trip.dutyIndex === duty && trip.isExtra) ? 1 : 0,
    ),
    homeTripOf,
    tripLeadMin,
    extraTripOf,
    dockCount: Int32Array.from(stations, (station) =>
      ground.hubs.has(station.id) && settings.hubDockCount.value > 0
        ? Math.round(station.hub?.dockCount ?? settings.hubDockCount.value)
        : 0,
    ),
    isHoliday: (day) => settings.holidays.some(({ fromDay, toDay }) => day >= fromDay && day <= toDay),
    operations: operationsOf(scenario),
    flows,
    firstFlow,
    pickupCalls,
    columns: modelColumns(flows, calls, lines, trips, pickupCalls),
    numbers: modelNumbers(scenario, stations, lines, settings),
    places: served.map((demand) => ({ ...demand, stationIndex: servedBy.get(demand.placeId)! })),
    placeStation: Int32Array.from(served, (demand) => servedBy.get(demand.placeId)!),
    waves: [...scenario.waves]
      .sort((a, b) => a.arrivalClockMin - b.arrivalClockMin)
      .map((wave) => {
        cumulativeShare += wave.share;
        return { clockMin: wave.arrivalClockMin, share: wave.share, cumulativeShare };
      }),
    sortingRounds: scenarioSortingRounds(scenario),
    dayLeadMin: Math.max(
      0,
      ...trips.flatMap(({ isExtra, clockMin }, trip) =>
        isExtra ? [] : [loadingMin + tripLeadMin[trip]! - clockMin],
      ),
    ),
    entityHashes: entityHashes(names),
    entityOf: {
      place: 0,
      station: served.length,
      line: served.length + stations.length,
      weather: names.length - 1,
    },
    tripFactors: factorTable(settings.tripTimeLogSd.value),
    countTables: { deliveryParcelsPerDay: new Map(), pickupParcelsPerDay: new Map() },
  };
}

/** Lines with the calls no road leads to left out: their stations count as unserved. */
function linesAndCalls(
  scenario: Scenario,
  matrix: TravelMatrix,
  plan: Plan,
  stationIndexById: ReadonlyMap<StationId, number>,
): { lines: SimLine[]; calls: SimCall[] } {
  const size = matrix.stationIds.length;
  const indexById = new Map(matrix.stationIds.map((stationId, index) => [stationId, index]));
  const typeById = new Map(scenario.vehicleTypes.map((type) => [type.id, type]));
  const open = openLineIds(scenario, plan);
  const calls: SimCall[] = [];
  const lines = plan.lines.map((line, lineIndex): SimLine => {
    const type = typeById.get(line.vehicleTypeId);
    invariant(type, `the plan uses vehicle type ${line.vehicleTypeId}, which the scenario does not have`);
    const { durationS, lengthM } = travelFor(matrix, line.vehicleTypeId);
    const origin = indexById.get(line.originId)!;
    const firstCall = calls.length;
    const way = [origin];
    line.stopIds.forEach((stationId, position) => {
      const at = indexById.get(stationId)!;
      const stationIndex = stationIndexById.get(stationId);
      invariant(
        stationIndex !== undefined,
        `the plan calls at ${stationId}, which the scenario does not have`,
      );
      const there = durationS[origin * size + at]!;
      if (there >= unreachable || (!open.has(line.id) && durationS[at * size + origin]! >= unreachable))
        return;
      way.push(at);
      calls.push({ lineIndex, stationIndex, share: line.stopShares?.[position] ?? 1 });
    });
    way.push(origin);
    // The last leg of a line that ends at a village takes no time and no kilometres.
    const legCount = way.length - (open.has(line.id) ? 2 : 1);
    const legMin = new Float64Array(way.length - 1);
    let lengthKm = 0;
    for (let leg = 0; leg < legCount; leg++) {
      const cell = way[leg]! * size + way[leg + 1]!;
      legMin[leg] = durationS[cell]! / 60;
      lengthKm += lengthM[cell]! / 1000;
    }
    const originIndex = stationIndexById.get(line.originId) ?? -1;
    const bus = scenario.busLines?.find(({ id }) => id === line.busLineId) ?? null;
    if (bus) {
      legMin.set(
        timetableLegs(
          bus,
          way.map((at) => matrix.stationIds[at]!),
          legMin,
        ),
      );
      lengthKm = 0;
    }
    const run = bus?.runs.find(({ departureClockMin }) => line.departureClockMin.includes(departureClockMin));
    return {
      line,
      type,
      bus,
      capacityParcels: bus && run ? spareParcels(bus, run) : type.capacityParcels.value,
      originIndex,
      firstCall,
      callCount: calls.length - firstCall,
      legMin,
      lengthKm,
    };
  });
  return { lines, calls };
}

/** A station's own parcels come by lines from its hub where it has one, from the depot otherwise. */
const isOwnLine = (
  line: SimLine,
  station: Station,
  stationIndexById: ReadonlyMap<StationId, number>,
): boolean =>
  line.originIndex === (station.hubId === null ? -1 : (stationIndexById.get(station.hubId) ?? -1));

function flowsOf(
  stations: readonly Station[],
  lines: readonly SimLine[],
  calls: readonly SimCall[],
  stationIndexById: ReadonlyMap<StationId, number>,
): SimFlow[] {
  const callsAt = (stationIndex: number): number[] =>
    calls.flatMap((call, callIndex) =>
      call.stationIndex === stationIndex &&
      isOwnLine(lines[call.lineIndex]!, stations[stationIndex]!, stationIndexById)
        ? [callIndex]
        : [],
    );
  return stations.flatMap((station, stationIndex) => {
    const own = callsAt(stationIndex).map((callIndex) => ({
      firstCall: callIndex,
      secondCall: -1,
      share: calls[callIndex]!.share,
    }));
    const ways =
      station.hubId === null
        ? own
        : callsAt(stationIndexById.get(station.hubId)!).flatMap((trunkCall) =>
            own.map((branch) => ({
              firstCall: trunkCall,
              secondCall: branch.firstCall,
              share: calls[trunkCall]!.share * branch.share,
            })),
          );
    const total = ways.reduce((sum, way) => sum + way.share, 0);
    // Two whole calls at one station share its parcels; parts left out of the plan stay without a line.
    const scale = total > 1 + 1e-9 ? 1 / total : 1;
    let cumulativeShare = 0;
    return ways.map(({ firstCall, secondCall, share }, index) => {
      cumulativeShare += share * scale;
      const isWhole = index === ways.length - 1 && Math.abs(cumulativeShare - 1) < 1e-9;
      return { stationIndex, firstCall, secondCall, cumulativeShare: isWhole ? 1 : cumulativeShare };
    });
  });
}

/** Minutes between the calls of a bus by its timetable; where it does not name a call, those of the road. */
function timetableLegs(bus: BusLine, way: readonly StationId[], roadMin: Float64Array): Float64Array {
  const offset = new Map(bus.calls.map((call) => [call.stationId, call.offsetMin + call.accessMin]));
  const at = (index: number): number | undefined => (index === 0 ? 0 : offset.get(way[index]!));
  return roadMin.map((min, leg) => {
    // The way back takes as long as the way out.
    if (leg === roadMin.length - 1) return at(leg) ?? min;
    const from = at(leg);
    const to = at(leg + 1);
    return from === undefined || to === undefined ? min : Math.max(0, to - from);
  });
}

/** Horizon, warm-up and follow-up together. */
export const simulatedDays = (settings: SimulationSettings): number =>
  settings.warmUpDays + settings.days + settings.followUpDays;

export const horizonEndMin = (settings: SimulationSettings): Minutes => settings.days * minPerDay;
