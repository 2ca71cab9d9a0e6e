import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LonLat } from '../../src/core/geo.ts';
import { parseCsv } from '../../src/core/io/csv.ts';
import type { CoordQuality, PlaceKind, Tier } from '../../src/core/model/scenario.ts';

/** A row of the administrative list: code and name of 2023, and the point where some provider has one. */
export interface SourcePlace {
  readonly id: string;
  readonly parentId: string;
  readonly name: string;
  readonly tier: Tier;
  readonly kind: PlaceKind;
  readonly lonLat: LonLat | null;
  readonly coordQuality: CoordQuality;
  readonly coordSource: string;
  /** Statistical urban-rural code of 2016: 12x urban, 210 township centre, 220 village; empty where unknown. */
  readonly urbanRuralCode: string;
}

function kindOf(name: string, tier: Tier, isTownshipLevelSettlement: boolean): PlaceKind {
  if (tier !== 'village') return isTownshipLevelSettlement ? 'settlement' : tier;
  if (name.includes('社区') || name.includes('居委会')) return 'community';
  return name.includes('村') ? 'village' : 'settlement';
}

/** Reads `<folder>/<adcode>.csv`. The codes given are farms or administrations listed on township level. */
export function readSourcePlaces(
  folder: string,
  adcode: string,
  townshipLevelSettlements: readonly string[],
): SourcePlace[] {
  const { headers, rows } = parseCsv(readFileSync(join(folder, `${adcode}.csv`), 'utf8'));
  return rows.map(({ cells }) => {
    const cell = (name: string): string => cells[headers.indexOf(name)] ?? '';
    const tier = cell('level') as Tier;
    const id = cell('code');
    const name = cell('name');
    return {
      id,
      parentId: tier === 'county' ? '' : cell('parent'),
      name,
      tier,
      kind: kindOf(name, tier, townshipLevelSettlements.includes(id)),
      lonLat: cell('lng') === '' ? null : [Number(cell('lng')), Number(cell('lat'))],
      coordQuality: cell('coord_quality') as CoordQuality,
      coordSource: cell('coord_source'),
      urbanRuralCode: cell('urban_rural_code'),
    };
  });
}

/** 水沟村委会 -> 水沟村. */
export const shortVillageName = (name: string): string =>
  name.replace(/村民委员会$/, '村').replace(/村委会$/, '村');

/** The bare name, for comparing a village with its township: 太白村委会, 太白镇 -> 太白; 中村瑶族乡 -> 中村. */
export function bareName(name: string): string {
  const township = /^(.+?)(?:瑶族|畲族|苗族|土家族)?[镇乡]$/.exec(name);
  return township?.[1] ?? shortVillageName(name).replace(/村$/, '');
}
