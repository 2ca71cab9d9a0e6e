import type { LineId, StationId } from '../core/model/ids.ts';
import type { Plan, PlannedLine } from '../core/model/plan.ts';

/**
 * Stations whose people notice a new plan: they are served from elsewhere, on other days, or together with others. A
 * line of the new plan counts as the old one with which it shares most stops.
 */
export function changedStations(before: Plan, after: Plan): StationId[] {
  const overlaps = before.lines.flatMap((old) => {
    const stops = new Set(old.stopIds);
    return after.lines.flatMap((line) => {
      const shared = line.stopIds.filter((id) => stops.has(id)).length;
      return shared > 0 ? [{ old, line, shared }] : [];
    });
  });
  overlaps.sort((a, b) => b.shared - a.shared);
  const heirOf = new Map<LineId, LineId>();
  const taken = new Set<LineId>();
  for (const { old, line } of overlaps) {
    if (heirOf.has(old.id) || taken.has(line.id)) continue;
    heirOf.set(old.id, line.id);
    taken.add(line.id);
  }
  const calls = (plan: Plan, nameOf: (line: PlannedLine) => string): Map<StationId, string> => {
    const found = new Map<StationId, string[]>();
    for (const line of plan.lines) {
      const call = `${nameOf(line)} ${line.originId} ${JSON.stringify(line.serviceDays)} ${line.phase}`;
      for (const stopId of line.stopIds) found.set(stopId, [...(found.get(stopId) ?? []), call]);
    }
    return new Map([...found].map(([stopId, list]) => [stopId, list.sort().join()]));
  };
  const was = calls(before, (line) => heirOf.get(line.id) ?? `gone ${line.id}`);
  const is = calls(after, (line) => line.id);
  return [...new Set([...was.keys(), ...is.keys()])].filter((id) => was.get(id) !== is.get(id));
}
