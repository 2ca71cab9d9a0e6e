import { spareParcels } from '../model/buses.ts';
import type { Fault } from '../model/faults.ts';
import type { LineId } from '../model/ids.ts';
import type { Plan } from '../model/plan.ts';
import type { Scenario } from '../model/scenario.ts';

const tolerance = 1e-6;

/** Parcels ride only on runs that exist, to stops they pass near enough, and passengers keep their room. */
export function checkBuses(
  scenario: Scenario,
  plan: Plan,
  maxLoadParcels: ReadonlyMap<LineId, number>,
): Fault[] {
  const maxAccessMin = scenario.policy.buses?.maxAccessMin ?? 0;
  const loadOfRun = new Map<string, { load: number; room: number }>();
  const faults: Fault[] = [];
  for (const line of plan.lines) {
    if (line.kind !== 'bus') continue;
    const bus = (scenario.busLines ?? []).find(({ id }) => id === line.busLineId);
    for (const clockMin of line.departureClockMin) {
      const run = bus?.runs.find(({ departureClockMin }) => departureClockMin === clockMin);
      const isOnItsDays = JSON.stringify(bus?.serviceDays) === JSON.stringify(line.serviceDays);
      if (!bus || !run || !isOnItsDays) {
        faults.push({ code: 'bus.noRun', params: { line: line.id, clockMin } });
        continue;
      }
      const key = `${bus.id} ${clockMin}`;
      const entry = loadOfRun.get(key) ?? { load: 0, room: spareParcels(bus, run) };
      entry.load += maxLoadParcels.get(line.id) ?? 0;
      loadOfRun.set(key, entry);
    }
    for (const id of line.stopIds) {
      const call = bus?.calls.find(({ stationId }) => stationId === id);
      if (!call || call.accessMin > maxAccessMin)
        faults.push({ code: 'bus.noRun', params: { line: line.id, id } });
    }
  }
  for (const [run, { load, room }] of loadOfRun)
    if (load > room + tolerance) faults.push({ code: 'bus.exceedsRoom', params: { run, load, room } });
  return faults;
}
