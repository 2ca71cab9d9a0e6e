import { type Issue, issue } from '../issues.ts';
import type { LineEvaluation } from '../model/evaluation.ts';
import type { StationId } from '../model/ids.ts';
import { operationsOf } from '../model/operations.ts';
import type { Plan } from '../model/plan.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Yuan } from '../units.ts';

/** What bringing a parcel along the line costs: vehicles, kilometres, duties and bus carriage, without fees and sorting. */
export function villageLegYuanPerParcel({ costByEntry, parcelsPerDay }: LineEvaluation): Yuan {
  const { C2, C3, C4, C8 } = costByEntry;
  return parcelsPerDay > 0 ? (C2 + C3 + C4 + C8) / parcelsPerDay : 0;
}

/** Lines to villages whose cost per parcel no public case comes near to. */
export function costWarnings(scenario: Scenario, plan: Plan, lines: readonly LineEvaluation[]): Issue[] {
  const operations = operationsOf(scenario);
  const low = operations.villageLegLowYuanPerParcel.value;
  const high = operations.villageLegHighYuanPerParcel.value;
  const villageStations = new Set<StationId>(
    scenario.stations.filter((station) => station.role === 'villageStation').map((station) => station.id),
  );
  return plan.lines.flatMap((line, index) => {
    const isToVillages = line.stopIds.some((stationId) => villageStations.has(stationId));
    const yuanPerParcel = villageLegYuanPerParcel(lines[index]!);
    if (!isToVillages || lines[index]!.parcelsPerDay === 0) return [];
    if (yuanPerParcel >= low && yuanPerParcel <= high) return [];
    const rounded = Math.round(yuanPerParcel * 100) / 100;
    const params = { line: line.id, yuanPerParcel: rounded, low, high };
    return [issue('cost.villageLegOutsideBand', params, { entity: 'line', id: line.id })];
  });
}
