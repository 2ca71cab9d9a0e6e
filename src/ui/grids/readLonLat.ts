import type { LonLat } from '../../core/geo.ts';
import { readAngle, splitPair } from '../../core/io/tables/cells/readAngle.ts';

/** "109.98, 28.21" in any way people write it (degrees and minutes, wide commas); null for no such pair. */
export function readLonLat(text: string): LonLat | null {
  const pair = splitPair(text);
  if (!pair) return null;
  const [first, second] = pair.map((part) => readAngle(part));
  if (first?.kind !== 'angle' || second?.kind !== 'angle') return null;
  const isSwapped = first.value < 54 && second.value > 73;
  const [lon, lat] = isSwapped ? [second.value, first.value] : [first.value, second.value];
  return isLonLat(lon, lat) ? [lon, lat] : null;
}

export const isLonLat = (lon: number, lat: number): boolean => Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
