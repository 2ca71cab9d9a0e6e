import { measureDay } from '../src/core/driven/measureDay.ts';
import type { DrivenDay } from '../src/core/model/drivenDay.ts';
import { unpackRoads } from '../src/core/network/packedRoads.ts';
import { toEnd } from '../src/core/toEnd.ts';
import type { DrivenRequest } from './filesProtocol.ts';

/** Measures a recorded day. Works without a worker too. */
export function drivenTask({ track, settings, packedRoads, ...against }: DrivenRequest): DrivenDay {
  const roads = packedRoads && toEnd(unpackRoads(packedRoads));
  const { plan, evaluation, ...scenario } = against;
  return measureDay(track, settings, { scenario: { ...scenario, roads }, plan, evaluation });
}
