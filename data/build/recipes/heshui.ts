import { booleanPointInPolygon } from '@turf/turf';
import type { LonLat } from '../../../src/core/geo.ts';
import {
  type BuiltDemand,
  type BuiltStation,
  buildBase,
  type CountyBase,
  type LocatedPlace,
  pickupShare,
  urbanParcelsPerStation,
  villageParcelsPerStation,
} from '../builtCounty.ts';
import { drawPoint } from '../placeMissing.ts';
import { splitExactly } from '../spreadDemand.ts';
import { depotOf, townshipNetwork } from '../stationRecipes.ts';

const adcode = '621024';
const destinationCount = 68;
const servicePointCount = 65;
const urbanStationCount = 17;
const townRadiusKm = 1.5;
const townSpacingKm = 0.3;

/** Seventeen urban pick-up stations spread over the county town; none of their positions is published. */
function urbanPoints(base: CountyBase): LocatedPlace[] {
  const town = base.townships.find(({ id }) => id === `${adcode}100000`)!;
  const taken: LonLat[] = [base.seat.lonLat, town.lonLat];
  return Array.from({ length: urbanStationCount }, (_, index): LocatedPlace => {
    const number = String(index + 1).padStart(2, '0');
    const id = `${adcode}U${number}`;
    const lonLat = drawPoint(
      id,
      town.lonLat,
      (random) => townRadiusKm * Math.sqrt(random.nextFloat()),
      townSpacingKm,
      taken,
      (point) => booleanPointInPolygon([...point], base.boundary),
    );
    taken.push(lonLat);
    return {
      id,
      parentId: town.id,
      name: `城区代收点${number}`,
      tier: 'county',
      kind: 'urbanPoint',
      lonLat,
      coordQuality: 'approxSeat',
      coordSource: 'assumed: within 1.5 km of the seat of the county town',
      urbanRuralCode: '',
    };
  });
}

export function buildHeshui(sourceFolder: string): { base: CountyBase; stations: BuiltStation[] } {
  const rural = buildBase(sourceFolder, adcode, villageParcelsPerStation * destinationCount);
  const urban = urbanPoints(rural);
  const urbanPickups = splitExactly(
    urbanStationCount * urbanParcelsPerStation * pickupShare,
    urban.map(() => 1),
  );
  const urbanDemands = urban.map(
    ({ id }, index): BuiltDemand => ({
      placeId: id,
      delivery: urbanParcelsPerStation,
      pickup: urbanPickups[index]!,
      source:
        '默认假设: 城区代收点日均 300 件 (300–1,300 的下限) / working default: 300 a day per urban station, the low end of 300-1,300',
    }),
  );
  const base: CountyBase = {
    ...rural,
    places: [...rural.places, ...urban],
    demands: [...rural.demands, ...urbanDemands],
  };
  const urbanStations = urban.map(
    ({ id, name }): BuiltStation => ({
      scenarioId: '1+17',
      id: id.replace(adcode, ''),
      name,
      role: 'urbanStation',
      placeId: id,
      serves: [id],
    }),
  );
  return {
    base,
    stations: [
      ...townshipNetwork('1+12+68', base, destinationCount, false),
      depotOf('1+17', base),
      ...urbanStations,
      ...townshipNetwork('1+12+65', base, servicePointCount, false),
      ...townshipNetwork('1+12+68-hub', base, destinationCount, true),
    ],
  };
}
