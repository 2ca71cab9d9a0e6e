import { type Issue, type IssueCode, issue } from '../../../issues.ts';
import { asId, type LineId } from '../../../model/ids.ts';
import type { TodaysPlan } from '../../../model/networkPolicy.ts';
import type { PlannedDuty, PlannedLine } from '../../../model/plan.ts';
import type { LineKind, Scenario, Station, VehicleType } from '../../../model/scenario.ts';
import type { ClockMin, Minutes } from '../../../units.ts';
import type { LineRow, LineStop } from '../read/rowTypes.ts';
import { stationLookup } from './stationLookup.ts';
import { vehicleLike } from './vehicleLike.ts';

export interface AppliedLines {
  /** `evaluatePlan` prices it as it is. */
  readonly plan: TodaysPlan;
  readonly issues: readonly Issue[];
}

/** Used where a table gives no time of its own for a trip: a van among villages. */
const usualKmPerH = 25;
const usualStopMin: Minutes = 6;

/** Drivers whose trips follow one another: those who share a plate or a name, else the rounds of one line. */
function dutyKey({ plate, driver, id }: LineRow): string {
  if (plate !== '') return `plate ${plate}`;
  return driver === '' ? `line ${id}` : `driver ${driver}`;
}

const tripMin = ({ lengthKm, stops }: LineRow): Minutes =>
  ((lengthKm ?? 4 * stops.length) / usualKmPerH) * 60 + usualStopMin * stops.length;

/** What sort of line serves these stations from there. */
export function lineKindOf(stations: readonly Station[], origin: Station, scenario: Scenario): LineKind {
  if (origin.id !== scenario.depot.id) return 'branch';
  if (stations.every(({ role }) => role === 'urbanStation')) return 'urban';
  const servesVillages = stations.some(({ role }) => role === 'villageStation');
  return !servesVillages && scenario.shape !== 'direct' ? 'trunk' : 'direct';
}

/**
 * The plan a user brings, as lines and duties over the scenario's stations. A line starts at the depot, or at the township
 * station it names first where that is a hub. Rows without a stop that is a station are told and left out. Pure.
 */
export function applyLines(scenario: Scenario, rows: readonly LineRow[], table: string): AppliedLines {
  const issues: Issue[] = [];
  const lookup = stationLookup(scenario);
  const hubIds = new Set(scenario.stations.map(({ hubId }) => hubId));
  const lines: PlannedLine[] = [];
  const trips = new Map<
    string,
    { line: PlannedLine; roundIndex: number; clockMin: ClockMin; min: Minutes }[]
  >();
  const usedIds = new Set<string>();

  for (const row of rows) {
    const tell = (code: IssueCode, params: Issue['params']): void =>
      void issues.push(issue(code, { line: row.name, ...params }, { table, row: row.row }));
    const stationOf = (stop: LineStop): Station | undefined => {
      const station = lookup.of(stop);
      if (station === undefined && stop.placeId !== null)
        tell('line.stopWithoutStation', { name: stop.name });
      return station;
    };
    const stations = row.stops.flatMap((stop) => stationOf(stop) ?? []);
    const origin =
      stations[0] && stations[0].id !== scenario.depot.id && hubIds.has(stations[0].id)
        ? stations[0]
        : scenario.depot;
    const calls = [...new Set(stations)].filter(({ id }) => id !== origin.id && id !== scenario.depot.id);
    if (calls.length === 0) {
      tell('line.noStops', {});
      continue;
    }
    const kind = lineKindOf(calls, origin, scenario);
    const found = row.vehicle === '' ? undefined : vehicleLike(scenario.vehicleTypes, row.vehicle);
    const vehicle = found ?? usualVehicle(scenario.vehicleTypes, kind);
    if (vehicle === undefined) {
      tell('line.noVehicle', { vehicle: row.vehicle });
      continue;
    }
    if (found === undefined) tell('line.vehicleAssumed', { vehicle: row.vehicle, to: vehicle.name.zh });
    const departures = departuresOf(row, scenario);
    if (row.departureClockMin.length === 0) tell('line.departureAssumed', { trips: departures.length });
    let id = row.id;
    for (let copy = 2; usedIds.has(id); copy++) id = `${row.id}-${copy}`;
    usedIds.add(id);
    const line: PlannedLine = {
      id: asId<LineId>(id),
      kind,
      originId: origin.id,
      stopIds: calls.map((station) => station.id),
      vehicleTypeId: vehicle.id,
      departureClockMin: departures,
      serviceDays:
        row.serviceDays ??
        (kind === 'branch' ? scenario.policy.branchServiceDays : scenario.policy.serviceDays),
      phase: row.firstDay ?? 0,
    };
    lines.push(line);
    const key = dutyKey(row);
    const own = departures.map((clockMin, roundIndex) => ({ line, roundIndex, clockMin, min: tripMin(row) }));
    trips.set(key, [...(trips.get(key) ?? []), ...own]);
  }
  return { plan: { lines: shareStops(lines), duties: dutiesOf(trips) }, issues };
}

/** Departures as stated; a number of trips without clocks is spread two hours and a half apart, as two rounds a day are. */
function departuresOf(
  { departureClockMin, tripsPerDay }: LineRow,
  { policy }: Scenario,
): readonly ClockMin[] {
  if (departureClockMin.length > 0) return [...departureClockMin].sort((a, b) => a - b);
  const count = Math.max(1, Math.round(tripsPerDay ?? policy.departureClockMin.length));
  const first = policy.departureClockMin[0] ?? 450;
  return Array.from({ length: count }, (_, index) => policy.departureClockMin[index] ?? first + 150 * index);
}

export const usualVehicle = (types: readonly VehicleType[], kind: LineKind): VehicleType | undefined =>
  types.find(({ usedFor, count }) => usedFor.includes(kind) && count > 0) ??
  types.find(({ usedFor }) => usedFor.includes(kind)) ??
  types[0];

/** A station on several lines has its parcels shared evenly among them. */
function shareStops(lines: readonly PlannedLine[]): PlannedLine[] {
  const count = new Map<string, number>();
  for (const { stopIds } of lines) for (const id of stopIds) count.set(id, (count.get(id) ?? 0) + 1);
  return lines.map((line) =>
    line.stopIds.some((id) => count.get(id)! > 1)
      ? { ...line, stopShares: line.stopIds.map((id) => 1 / count.get(id)!) }
      : line,
  );
}

/** Trips of one vehicle in the order of their departures; one that would leave before the last is back starts a duty of its own. */
function dutiesOf(
  groups: ReadonlyMap<
    string,
    readonly { line: PlannedLine; roundIndex: number; clockMin: ClockMin; min: Minutes }[]
  >,
): PlannedDuty[] {
  const duties: PlannedDuty[] = [];
  for (const [key, group] of groups) {
    const isStated = /^(plate|driver) [^、,，/]+$/.test(key);
    const open: {
      freeMin: number;
      trips: PlannedDuty['trips'][number][];
      vehicleTypeId: PlannedDuty['vehicleTypeId'];
    }[] = [];
    for (const { line, roundIndex, clockMin, min } of [...group].sort((a, b) => a.clockMin - b.clockMin)) {
      // The table says who drives: whether he can is for the evaluation to judge.
      let duty = isStated ? open[0] : open.find(({ freeMin }) => freeMin <= clockMin);
      if (!duty) {
        duty = { freeMin: 0, trips: [], vehicleTypeId: line.vehicleTypeId };
        open.push(duty);
      }
      duty.trips.push({ lineId: line.id, roundIndex });
      duty.freeMin = clockMin + min;
    }
    duties.push(...open.map(({ vehicleTypeId, trips }) => ({ vehicleTypeId, trips })));
  }
  return duties;
}
