import { haversineKm } from '../../../geo.ts';
import { hashText } from '../../../hash.ts';
import { type Issue, issue } from '../../../issues.ts';
import type { BusCall, BusLine } from '../../../model/buses.ts';
import { asId, type BusLineId } from '../../../model/ids.ts';
import type { Scenario, Station } from '../../../model/scenario.ts';
import type { ClockMin, Minutes } from '../../../units.ts';
import type { BusRow } from '../read/rowTypes.ts';
import { stationLookup } from './stationLookup.ts';
import { userValue } from './userValue.ts';

/** domain.md 4 and 9b: what is left for parcels on a run, and what a parcel pays. */
const usualSpareParcels = 60;
const usualYuanPerParcel = 0.2;
const usualKmPerH = 30;
const usualDetour = 1.4;
const firstUsualClockMin: ClockMin = 420;
const lastUsualClockMin: ClockMin = 1020;

/** Runs as the timetable lists them; first and last with a headway between; else as many as a day has, spread evenly. */
export function runsOf({ departureClockMin, headwayMin, tripsPerDay }: BusRow): readonly ClockMin[] {
  const clocks = [...departureClockMin].sort((a, b) => a - b);
  const first = clocks[0] ?? firstUsualClockMin;
  const last = clocks.length > 1 ? clocks.at(-1)! : clocks.length === 1 ? first : lastUsualClockMin;
  if (headwayMin !== null && headwayMin > 0 && clocks.length <= 2) {
    const end = clocks.length === 1 ? lastUsualClockMin : last;
    const runs: ClockMin[] = [];
    for (let clock = first; clock <= end; clock += headwayMin) runs.push(clock);
    if (clocks.length === 2 && runs.at(-1) !== last) runs.push(last);
    return runs;
  }
  const count = tripsPerDay === null ? clocks.length : Math.round(tripsPerDay);
  if (clocks.length >= count || count < 2) return clocks.length > 0 ? clocks : [first];
  const end = clocks.length === 2 ? last : lastUsualClockMin;
  return Array.from({ length: count }, (_, index) =>
    Math.round(first + ((end - first) * index) / (count - 1)),
  );
}

/** Minutes from the depot to each call: the line's kilometres, or the straight ones with a detour, at a bus's usual speed. */
function offsetsOf(depot: Station, calls: readonly Station[], lengthKm: number | null): Minutes[] {
  let straightKm = 0;
  const along = calls.map((station, index) => {
    straightKm += haversineKm((calls[index - 1] ?? depot).lonLat, station.lonLat);
    return straightKm;
  });
  const scale =
    lengthKm !== null && straightKm > 0 && lengthKm > straightKm ? lengthKm / straightKm : usualDetour;
  return along.map((km) => Math.round((km * scale * 60) / usualKmPerH));
}

/**
 * Passenger lines of a timetable that may carry parcels: those that pass at least one station of the scenario. Rows that say
 * they take none are left out. A line with the name of a known one takes its place. Pure.
 */
export function applyBuses(
  scenario: Scenario,
  rows: readonly BusRow[],
  { table, source }: { readonly table: string; readonly source: string },
): { readonly scenario: Scenario; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const lookup = stationLookup(scenario);
  const lines = new Map((scenario.busLines ?? []).map((line) => [line.id, line]));
  // A line may fill several rows, one for each of its departures.
  const groups = new Map<string, BusRow>();
  for (const row of rows) {
    const known = groups.get(row.line);
    groups.set(
      row.line,
      known ? { ...known, departureClockMin: [...known.departureClockMin, ...row.departureClockMin] } : row,
    );
  }
  for (const row of groups.values()) {
    if (row.takesParcels === false) continue;
    const stations = [...new Set(row.stops.flatMap((stop) => lookup.of(stop) ?? []))].filter(
      ({ id }) => id !== scenario.depot.id,
    );
    if (stations.length === 0) {
      issues.push(issue('bus.noStation', { line: row.line }, { table, row: row.row }));
      continue;
    }
    const same = [...lines.values()].find(({ name }) => name === row.line);
    const id = same?.id ?? asId<BusLineId>(`user-${hashText(row.line).toString(16).padStart(8, '0')}`);
    const offsets = offsetsOf(scenario.depot, stations, row.lengthKm);
    const stated = row.offsetMin.length === stations.length ? row.offsetMin : null;
    if (stated === null) issues.push(issue('bus.timesAssumed', { line: row.line }, { table, row: row.row }));
    const calls = stations.map(
      (station, index): BusCall => ({
        stationId: station.id,
        offsetMin: stated?.[index] ?? offsets[index]!,
        accessMin: same?.calls.find(({ stationId }) => stationId === station.id)?.accessMin ?? 0,
      }),
    );
    const line: BusLine = {
      id,
      name: row.line,
      operator: row.operator || (same?.operator ?? ''),
      calls,
      runs: runsOf(row).map((departureClockMin) => ({
        ...same?.runs.find((run) => run.departureClockMin === departureClockMin),
        departureClockMin,
      })),
      serviceDays: row.serviceDays ?? same?.serviceDays ?? { kind: 'daily' },
      spareParcelsPerRun: same?.spareParcelsPerRun ?? {
        value: usualSpareParcels,
        grade: 'assumption',
        source: '默认假设: 每班余位 60 件 / working default: room for 60 parcels on a run',
      },
      yuanPerParcel: same?.yuanPerParcel ?? {
        value: usualYuanPerParcel,
        grade: 'assumption',
        source: '默认假设: 客货邮每件 0.20 元 / working default: 0.20 yuan a parcel aboard a bus',
      },
    };
    if (row.spareParcels !== null)
      lines.set(id, {
        ...line,
        spareParcelsPerRun: userValue(row.spareParcels, line.spareParcelsPerRun, source),
      });
    else lines.set(id, line);
    if (row.yuanPerParcel !== null) {
      const current = lines.get(id)!;
      lines.set(id, {
        ...current,
        yuanPerParcel: userValue(row.yuanPerParcel, current.yuanPerParcel, source),
      });
    }
  }
  return { scenario: lines.size === 0 ? scenario : { ...scenario, busLines: [...lines.values()] }, issues };
}
