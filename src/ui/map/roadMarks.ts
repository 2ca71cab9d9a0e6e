import type { Feature, FeatureCollection, LineString, Point } from 'geojson';
import type { LonLat } from '../../core/geo.ts';
import type { Road, RoadNetwork } from '../../core/model/scenario.ts';

export interface MarkProperties {
  readonly mark: 'closed' | 'selected' | 'drawn' | 'point' | 'way' | 'place' | 'driven';
  /** Name of a place looked up. */
  readonly name?: string;
}
/** What stands out among the roads: few, and changing with every click. */
export type RoadMarks = FeatureCollection<LineString | Point, MarkProperties>;

export interface Marked {
  readonly selectedRoadId: string | null;
  /** Ends of a road being drawn. */
  readonly drawnEnds: readonly LonLat[];
  readonly shownPoint: LonLat | null;
  /** The way looked up, from place to place. */
  readonly way: readonly LonLat[];
  /** The recorded day, a polyline for each stretch without a gap. */
  readonly course: readonly (readonly LonLat[])[];
  /** Places looked up that the plan has no station at. */
  readonly places: readonly { readonly name: string; readonly lonLat: LonLat }[];
}

/** All points of a road; null where an end has no position. */
export function roadCourse(network: RoadNetwork, road: Road): readonly LonLat[] | null {
  const from = network.nodes.find(({ id }) => id === road.fromNodeId)?.lonLat;
  const to = network.nodes.find(({ id }) => id === road.toNodeId)?.lonLat;
  return from && to && !Number.isNaN(from[0] + to[0]) ? [from, ...road.via, to] : null;
}

export function roadMarks(network: RoadNetwork | null, marked: Marked): RoadMarks {
  const features: Feature<LineString | Point, MarkProperties>[] = [];
  const addLine = (coordinates: readonly LonLat[], mark: MarkProperties['mark']): void => {
    const points = coordinates.map(([lon, lat]) => [lon, lat]);
    features.push({
      type: 'Feature',
      geometry: { type: 'LineString', coordinates: points },
      properties: { mark },
    });
  };
  for (const road of network?.roads ?? []) {
    if (!road.isClosed && road.id !== marked.selectedRoadId) continue;
    const course = network ? roadCourse(network, road) : null;
    if (course && road.id === marked.selectedRoadId) addLine(course, 'selected');
    if (course && road.isClosed) addLine(course, 'closed');
  }
  if (marked.drawnEnds.length === 2) addLine(marked.drawnEnds, 'drawn');
  for (const stretch of marked.course) addLine(stretch, 'driven');
  if (marked.way.length > 1) addLine(marked.way, 'way');
  for (const { name, lonLat } of marked.places) {
    features.push({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [lonLat[0], lonLat[1]] },
      properties: { mark: 'place', name },
    });
  }
  for (const point of [...marked.drawnEnds, ...(marked.shownPoint ? [marked.shownPoint] : [])]) {
    features.push({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [point[0], point[1]] },
      properties: { mark: 'point' },
    });
  }
  return { type: 'FeatureCollection', features };
}
