import { issue } from '../../issues.ts';
import { isRecord, listOf, parseJson, textOf } from '../mapFiles/parseJson.ts';
import { startText } from '../mapFiles/startText.ts';
import { wgs84Degrees } from '../mapFiles/statedCrs.ts';
import { osmLicence } from './osmPbf.ts';
import { isPlaceTag, readWayTags } from './osmTags.ts';
import { createPointTable } from './pointTable.ts';
import type { FoundPlace, RawWay, RoadFormat } from './roadFile.ts';

/** Answer of the Overpass API as JSON, with nodes (`out body; >; out skel`) or with geometry (`out geom`). */
export const overpassJson: RoadFormat = {
  key: 'overpassJson',
  matches: (start) => /^\s*\{/.test(startText(start)) && /"(osm3s|elements)"\s*:/.test(startText(start)),
  *read(file, report) {
    const document = parseJson(file, report);
    if (document === undefined) return null;
    yield 0.5;
    const points = createPointTable();
    const lons: number[] = [];
    const lats: number[] = [];
    const ways: RawWay[] = [];
    const places: FoundPlace[] = [];
    const addPoint = (id: number, lon: unknown, lat: unknown): number => {
      const point = points.add(id);
      if (typeof lon === 'number' && typeof lat === 'number') {
        lons[point] = lon;
        lats[point] = lat;
      }
      return point;
    };
    for (const element of listOf(isRecord(document) ? document.elements : undefined)) {
      if (!isRecord(element)) continue;
      const id = Number(element.id);
      const tags = isRecord(element.tags) ? element.tags : {};
      const tag = (key: string): string | undefined => textOf(tags[key]);
      if (element.type === 'node') {
        addPoint(id, element.lon, element.lat);
        const name = tag('name:zh') ?? tag('name');
        if (!isPlaceTag(tag('place')) || !name) continue;
        places.push({ id: `n${id}`, name, lonLat: [Number(element.lon), Number(element.lat)] });
      } else if (element.type === 'way') {
        const road = readWayTags(tag);
        if (!road) continue;
        const geometry = listOf(element.geometry);
        const refs = listOf(element.nodes).map((ref, index) => {
          const point = geometry[index];
          return isRecord(point) ? addPoint(Number(ref), point.lon, point.lat) : points.add(Number(ref));
        });
        if (road.isFerry) report(issue('road.ferry', { name: road.name }, { entity: 'road', id: `w${id}` }));
        ways.push({ id: `w${id}`, points: refs, lengthKm: null, ...road });
      }
    }
    yield 1;
    return {
      source: file.name,
      licence: osmLicence,
      lon: Float64Array.from({ length: points.count }, (_, point) => lons[point] ?? Number.NaN),
      lat: Float64Array.from({ length: points.count }, (_, point) => lats[point] ?? Number.NaN),
      pointId: (point) => `n${points.idOf(point)}`,
      ways,
      places,
      topology: 'surveyed',
      crs: wgs84Degrees,
    };
  },
};
