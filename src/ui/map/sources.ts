import type { Feature, FeatureCollection, Geometry, LineString, MultiPolygon, Point } from 'geojson';
import type { LonLat } from '../../core/geo.ts';
import type { County } from '../../core/model/county.ts';
import type { Report } from '../../core/model/report.ts';
import { isRealPoint, type RoadNetwork, type Scenario, type StationRole } from '../../core/model/scenario.ts';
import { shortPlaceName } from '../bilingual.ts';
import { lineColour } from '../theme.ts';
import { bundleLines } from './bundles.ts';

/** What both maps draw, as plain GeoJSON. */

export interface LineProperties {
  readonly lineId: string;
  readonly lineIndex: number;
  readonly colour: string;
  readonly isEstimated: boolean;
  readonly rank: number;
}

export interface StationProperties {
  readonly stationId: string;
  readonly name: string;
  readonly role: StationRole;
  readonly isReal: boolean;
  readonly colour: string;
  /** Empty when no line calls here. */
  readonly lineId: string;
  readonly isUnserved: boolean;
}

export interface PlaceProperties {
  readonly placeId: string;
  readonly name: string;
  readonly isReal: boolean;
}

export interface MapSources {
  readonly county: FeatureCollection<MultiPolygon, Record<string, never>>;
  /** Too many for features on the main thread: the maps draw them from the network itself. */
  readonly roads: RoadNetwork | null;
  /** Roads that were read from a file and are not in use yet. */
  readonly preview: RoadNetwork | null;
  readonly lines: FeatureCollection<LineString, LineProperties>;
  readonly places: FeatureCollection<Point, PlaceProperties>;
  readonly stations: FeatureCollection<Point, StationProperties>;
}

const collect = <Shape extends Geometry, Properties>(
  features: Feature<Shape, Properties>[],
): FeatureCollection<Shape, Properties> => ({ type: 'FeatureCollection', features });

const pointOf = (lonLat: LonLat): Point => ({ type: 'Point', coordinates: [lonLat[0], lonLat[1]] });
const lineOf = (coordinates: readonly LonLat[]): LineString => ({
  type: 'LineString',
  coordinates: coordinates.map((point) => [point[0], point[1]]),
});

/** The same object for the same boundary, so that the map is not handed it again with every plan. */
const outlines = new WeakMap<County['boundary'], MapSources['county']>();

function outlineOf(boundary: County['boundary']): MapSources['county'] {
  const known = outlines.get(boundary);
  if (known) return known;
  const coordinates = boundary.coordinates.map((polygon) =>
    polygon.map((ring) => ring.map((point) => [point[0], point[1]])),
  );
  const outline = collect<MultiPolygon, Record<string, never>>([
    { type: 'Feature', geometry: { type: 'MultiPolygon', coordinates }, properties: {} },
  ]);
  outlines.set(boundary, outline);
  return outline;
}

/** Stations before any line calls at them. */
const noLineColour = '#5b6675';

/** The scenario may be newer than the report (stale results): stations come from the scenario, lines from the report. */
export function mapSources(
  county: County,
  scenario: Scenario,
  report: Report | null,
  roads: RoadNetwork | null,
  preview: RoadNetwork | null = null,
  /** Only these lines are drawn; null = all. */
  runningLineIds: ReadonlySet<string> | null = null,
): MapSources {
  const lineOfStation = new Map<string, number>();
  report?.plan.lines.forEach((line, lineIndex) => {
    if (runningLineIds && !runningLineIds.has(line.id)) return;
    for (const stopId of line.stopIds) if (!lineOfStation.has(stopId)) lineOfStation.set(stopId, lineIndex);
  });
  const unserved = new Set<string>(report?.plan.unserved.map((each) => each.stationId));
  const lineIndexById = new Map(report?.plan.lines.map((line, index) => [line.id as string, index]));

  const linePaths = (report?.linePaths ?? []).filter(
    ({ lineId }) => !runningLineIds || runningLineIds.has(lineId),
  );
  const stations = [scenario.depot, ...scenario.stations].map(
    (station): Feature<Point, StationProperties> => {
      const lineIndex = lineOfStation.get(station.id);
      return {
        type: 'Feature',
        geometry: pointOf(station.lonLat),
        properties: {
          stationId: station.id,
          name: shortPlaceName(station.name),
          role: station.role,
          isReal: isRealPoint(station.coordQuality),
          colour: lineIndex === undefined ? noLineColour : lineColour(lineIndex),
          lineId: lineIndex === undefined ? '' : (report?.plan.lines[lineIndex]?.id ?? ''),
          isUnserved: unserved.has(station.id),
        },
      };
    },
  );

  const stationPlaces = new Set<string>([
    scenario.depot.placeId,
    ...scenario.stations.map((each) => each.placeId),
  ]);
  const places = scenario.places.flatMap((place): Feature<Point, PlaceProperties>[] => {
    if (place.lonLat === null || stationPlaces.has(place.id) || place.kind !== 'village') return [];
    const properties = {
      placeId: place.id,
      name: shortPlaceName(place.name),
      isReal: isRealPoint(place.coordQuality),
    };
    return [{ type: 'Feature', geometry: pointOf(place.lonLat), properties }];
  });

  const lines = bundleLines(linePaths).map((bundle): Feature<LineString, LineProperties> => {
    const lineIndex = lineIndexById.get(bundle.lineId) ?? bundle.lineIndex;
    const { lineId, isEstimated, rank } = bundle;
    return {
      type: 'Feature',
      geometry: lineOf(bundle.coordinates),
      properties: { lineId, lineIndex, colour: lineColour(lineIndex), isEstimated, rank },
    };
  });

  return {
    county: outlineOf(county.boundary),
    roads,
    preview,
    lines: collect(lines),
    places: collect(places),
    stations: collect(stations),
  };
}

/** All characters the labels need, each once. */
export function labelCharacters({ stations }: MapSources): string {
  const characters = new Set<string>();
  for (const { properties } of stations.features)
    for (const character of properties.name) characters.add(character);
  return [...characters].join('');
}

/** Villages' names up to this many begin to show at `villageLabelZoom`. */
const villagesWithLabels = 600;
export const villageLabelZoom = 10.2;

/**
 * The zoom from which villages' names are drawn: a step later for every fourfold number of them, as a step nearer shows
 * a fourth. Drawn earlier, thousands of names would hide one another, and take a tenth of a second to hand over.
 */
export const villageLabelsFromZoom = (stationCount: number): number =>
  villageLabelZoom + Math.max(0, Math.ceil(Math.log(stationCount / villagesWithLabels) / Math.log(4)));

export type Bounds = readonly [west: number, south: number, east: number, north: number];

export function boundsOf(points: Iterable<readonly number[]>): Bounds | null {
  let west = Number.POSITIVE_INFINITY;
  let south = Number.POSITIVE_INFINITY;
  let east = Number.NEGATIVE_INFINITY;
  let north = Number.NEGATIVE_INFINITY;
  for (const point of points) {
    const lon = point[0]!;
    const lat = point[1]!;
    west = Math.min(west, lon);
    south = Math.min(south, lat);
    east = Math.max(east, lon);
    north = Math.max(north, lat);
  }
  return west <= east ? [west, south, east, north] : null;
}

export const countyBounds = (sources: MapSources): Bounds | null =>
  boundsOf(sources.county.features.flatMap((feature) => feature.geometry.coordinates.flat(2)));

export const lineBounds = (sources: MapSources, lineId: string): Bounds | null =>
  boundsOf(
    sources.lines.features.flatMap((feature) =>
      feature.properties.lineId === lineId ? feature.geometry.coordinates : [],
    ),
  );
