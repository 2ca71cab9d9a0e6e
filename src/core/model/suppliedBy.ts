import { type BusLine, spareParcels } from './buses.ts';
import type { Graded } from './graded.ts';
import { asId, type BusLineId, type StationId, type VehicleTypeId } from './ids.ts';
import type { Plan, PlannedLine } from './plan.ts';
import type { Policy, Scenario, Station, VehicleType } from './scenario.ts';

/** True where the solver may change which hub a station hangs on: then the plan's lines say it, not the station. */
export const isSupplyOpen = ({ hubs }: Pick<Policy, 'hubs'>): boolean =>
  hubs !== undefined && (hubs.choice === 'chosen' || hubs.assignment !== 'given');

export const busVehicleTypeId = (id: BusLineId): VehicleTypeId => asId<VehicleTypeId>(`bus:${id}`);

const nothing: Graded = { value: 0, grade: 'derived', source: '由旅客承担 / paid by the passengers' };

/** The room aboard a passenger line as a vehicle: no cost of its own, a capacity for the emptiest run's boxes. */
function busVehicleType(line: BusLine): VehicleType {
  return {
    id: busVehicleTypeId(line.id),
    name: { zh: line.name, en: line.name },
    count: line.runs.length,
    capacityParcels: {
      ...line.spareParcelsPerRun,
      value: Math.max(0, ...line.runs.map((run) => spareParcels(line, run))),
    },
    capacityKg: nothing,
    fixedYuanPerDay: nothing,
    energyYuanPerKm: nothing,
    maintenanceYuanPerKm: nothing,
    driverYuanPerDay: nothing,
    energyKgCo2PerKm: nothing,
    rangeKm: null,
    usedFor: ['bus'],
  };
}

/** A candidate for a hub that has no parcels of its own and supplies nobody is a place on paper: no line needs to call. */
const isIdle = (station: Station, hubs: ReadonlySet<StationId>): boolean =>
  station.servesPlaceIds.length === 0 && station.hub !== undefined && !hubs.has(station.id);

/** The scenario without candidates that are not used as hubs, but for those a line calls at all the same. */
export function withoutIdleStations(scenario: Scenario, calledAt: Iterable<StationId> = []): Scenario {
  const hubs = new Set(scenario.stations.flatMap(({ hubId }) => (hubId === null ? [] : [hubId])));
  for (const stationId of calledAt) hubs.add(stationId);
  const stations = scenario.stations.filter((station) => !isIdle(station, hubs));
  return stations.length === scenario.stations.length ? scenario : { ...scenario, stations };
}

/**
 * The scenario as a plan runs it: stations hang on the hub whose lines call at them where that is left open (those the
 * plan leaves unserved on none), stations that only a bus serves hang on the depot, bus lines in use stand among the
 * vehicles. The scenario itself when nothing differs.
 */
export function suppliedBy(
  scenario: Scenario,
  plan: Pick<Plan, 'lines'> & Partial<Pick<Plan, 'unserved'>>,
): Scenario {
  const originOf = new Map<StationId, PlannedLine>();
  for (const line of plan.lines)
    for (const stopId of line.stopIds) {
      const known = originOf.get(stopId);
      if (!known || known.kind === 'bus') originOf.set(stopId, line);
    }
  const isOpen = isSupplyOpen(scenario.policy);
  const unserved = new Set(isOpen ? plan.unserved?.map(({ stationId }) => stationId) : []);
  let isChanged = false;
  const stations = scenario.stations.map((station): Station => {
    const line = originOf.get(station.id);
    if (line ? !(isOpen || line.kind === 'bus') : !unserved.has(station.id)) return station;
    const hubId = !line || line.originId === scenario.depot.id ? null : line.originId;
    if (hubId === station.hubId) return station;
    isChanged = true;
    return { ...station, hubId };
  });
  const used = new Set(plan.lines.flatMap(({ busLineId }) => (busLineId === undefined ? [] : [busLineId])));
  const buses = (scenario.busLines ?? []).filter(({ id }) => used.has(id));
  const known = new Set(scenario.vehicleTypes.map(({ id }) => id));
  const busTypes = buses.map(busVehicleType).filter(({ id }) => !known.has(id));
  const supplied =
    isChanged || busTypes.length > 0
      ? { ...scenario, stations, vehicleTypes: [...scenario.vehicleTypes, ...busTypes] }
      : scenario;
  return withoutIdleStations(supplied, originOf.keys());
}

/**
 * Where the lines start that can take a station by hand: at what supplies it. Where that is left open, its line says it;
 * null = wherever there is a line, as nothing is said yet. A station that lines start from gets its parcels from the depot.
 */
export function lineOriginFor(
  scenario: Scenario,
  plan: Pick<Plan, 'lines'>,
  stationId: StationId,
): StationId | null {
  const station = scenario.stations.find(({ id }) => id === stationId);
  if (!isSupplyOpen(scenario.policy)) return station?.hubId ?? scenario.depot.id;
  if (plan.lines.some(({ originId }) => originId === stationId)) return scenario.depot.id;
  const line = plan.lines.find(({ kind, stopIds }) => kind !== 'bus' && stopIds.includes(stationId));
  return line?.originId ?? null;
}

/** The passenger line a planned line rides on. */
export const busLineOf = (scenario: Scenario, line: PlannedLine): BusLine | null =>
  line.busLineId === undefined
    ? null
    : ((scenario.busLines ?? []).find(({ id }) => id === line.busLineId) ?? null);
