import { type PackedRows, type PackedTables, packRows } from '../../workers/packedRows.ts';
import type { PackedScenario } from '../../workers/protocol.ts';
import { withoutTables } from '../core/model/packedTables.ts';
import type { RoadNetwork, Scenario } from '../core/model/scenario.ts';
import { type PackedRoads, packRoads } from '../core/network/packedRoads.ts';
import { inSlices } from './inSlices.ts';

/** Networks and tables never change, so each is packed once, however often a worker asks for it. */
const roadShelf = new WeakMap<RoadNetwork, Promise<PackedRoads>>();
const rowShelf = new WeakMap<readonly object[], Promise<PackedRows>>();

export function packedRoadsOf(network: RoadNetwork): Promise<PackedRoads> {
  const known = roadShelf.get(network);
  if (known) return known;
  const packing = inSlices(packRoads(network));
  roadShelf.set(network, packing);
  return packing;
}

export function packedRowsOf(rows: readonly object[]): Promise<PackedRows> {
  const known = rowShelf.get(rows);
  if (known) return known;
  const packing = inSlices(packRows(rows));
  rowShelf.set(rows, packing);
  return packing;
}

/** One table after the other: together their slices would be as long as what they are to avoid. */
export async function packedTablesOf({ places, stations, demands }: Scenario): Promise<PackedTables> {
  return {
    places: await packedRowsOf(places),
    stations: await packedRowsOf(stations),
    demands: await packedRowsOf(demands),
  };
}

export const packedScenarioOf = async (scenario: Scenario): Promise<PackedScenario> => ({
  bare: withoutTables(scenario),
  tables: await packedTablesOf(scenario),
  roads: scenario.roads ? await packedRoadsOf(scenario.roads) : null,
});
