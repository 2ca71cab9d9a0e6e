import type { RoadNetwork } from '../core/model/scenario.ts';
import { type PackedRoads, packRoads } from '../core/network/packedRoads.ts';
import { inSlices } from './inSlices.ts';

/** Networks never change, so each is packed once, however often a worker asks for it. */
const shelf = new WeakMap<RoadNetwork, Promise<PackedRoads>>();

export function packedRoadsOf(network: RoadNetwork): Promise<PackedRoads> {
  const known = shelf.get(network);
  if (known) return known;
  const packing = inSlices(packRoads(network));
  shelf.set(network, packing);
  return packing;
}
