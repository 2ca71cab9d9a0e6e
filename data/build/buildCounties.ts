/**
 * Builds the county folders beside this one from a folder of source places:
 * `<adcode>.csv` and `<adcode>-boundary.geojson`; claims.csv is rewritten where a claims table is named as second argument.
 * Tables written by hand (scenarios, vehicles, couriers, rates, provenance) are left alone.
 * Run twice, it writes the same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuiltStation, type CountyBase, readStationHours } from './builtCounty.ts';
import { buildHeshui } from './recipes/heshui.ts';
import { buildLuxi } from './recipes/luxi.ts';
import { buildYanling } from './recipes/yanling.ts';
import { writeClaims } from './writeClaims.ts';
import { writeCsv } from './writeCsv.ts';

const dataFolder = dirname(dirname(fileURLToPath(import.meta.url)));
const [sourceFolder, claimsFile] = process.argv.slice(2);
if (sourceFolder === undefined) {
  console.error('usage: npm run build:data -- <folder of source places> [claims.csv]');
  process.exit(2);
}
const hoursByRole = readStationHours(dataFolder);

function writeCounty(id: string, { base, stations }: { base: CountyBase; stations: BuiltStation[] }): void {
  const folder = join(dataFolder, id);
  writeCsv(
    join(folder, 'places.csv'),
    [
      'id',
      'name',
      'tier',
      'kind',
      'parent_id',
      'lon_deg',
      'lat_deg',
      'coord_quality',
      'coord_source',
      'urban_rural_code',
    ],
    base.places.map((place) => [
      place.id,
      place.name,
      place.tier,
      place.kind,
      place.parentId,
      place.lonLat[0],
      place.lonLat[1],
      place.coordQuality,
      place.coordSource,
      place.urbanRuralCode,
    ]),
  );
  writeCsv(
    join(folder, 'demand.csv'),
    ['place_id', 'delivery_parcels_per_day', 'pickup_parcels_per_day', 'grade', 'source'],
    base.demands.map(({ placeId, delivery, pickup, source }) => [
      placeId,
      delivery,
      pickup,
      'assumption',
      source,
    ]),
  );
  writeCsv(
    join(folder, 'stations.csv'),
    [
      'scenario_id',
      'id',
      'name',
      'role',
      'place_id',
      'serves_place_ids',
      'hub_id',
      'open_clock',
      'close_clock',
    ],
    stations.map((station) => {
      const hours = hoursByRole.get(station.role)!;
      return [
        station.scenarioId,
        station.id,
        station.name,
        station.role,
        station.placeId,
        station.serves.join(';'),
        station.hubId ?? '',
        hours.open,
        hours.close,
      ];
    }),
  );
  writeFileSync(
    join(folder, 'boundary.geojson'),
    readFileSync(join(sourceFolder!, `${base.adcode}-boundary.geojson`)),
  );
  if (claimsFile !== undefined) writeClaims(claimsFile, base.adcode, join(folder, 'claims.csv'));
}

writeCounty('heshui', buildHeshui(sourceFolder));
writeCounty('yanling', buildYanling(sourceFolder));
writeCounty('luxi', buildLuxi(sourceFolder));
