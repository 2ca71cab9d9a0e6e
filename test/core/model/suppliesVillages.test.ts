import { expect, it } from 'vitest';
import { addStation } from '../../../src/core/model/edit/stations.ts';
import { asId, type PlaceId } from '../../../src/core/model/ids.ts';
import { suppliesVillages } from '../../../src/core/model/suppliesVillages.ts';
import { countyOf } from '../io/tables/luxi.ts';

const hubShape = countyOf('luxi').scenarios.find(({ shape }) => shape === 'hub')!;
const [first, second] = hubShape.stations.filter(({ role }) => role === 'townshipStation');
/** Only the first township's villages are supplied from its station. */
const mixed = {
  ...hubShape,
  shape: 'mixed' as const,
  stations: hubShape.stations.map((station) =>
    station.hubId === first!.id ? station : { ...station, hubId: null },
  ),
};

it.each([
  ['hub', hubShape, true, true],
  ['mixed', mixed, true, false],
  ['direct', { ...mixed, shape: 'direct' as const }, false, false],
] as const)('%s', (_shape, scenario, ofFirst, ofSecond) => {
  expect(suppliesVillages(scenario)(first!.id)).toBe(ofFirst);
  expect(suppliesVillages(scenario)(second!.id)).toBe(ofSecond);
});

it('a village added in the mixed shape is supplied as its neighbours are', () => {
  const add = (parentId: PlaceId) => {
    const added = addStation(mixed, {
      name: '新坪村',
      role: 'villageStation',
      lonLat: [110, 28.2],
      placeId: null,
      parentId: asId<PlaceId>(parentId),
    });
    return added.scenario.stations.find(({ id }) => id === added.stationId)!.hubId;
  };
  expect(add(first!.placeId)).toBe(first!.id);
  expect(add(second!.placeId)).toBeNull();
});
