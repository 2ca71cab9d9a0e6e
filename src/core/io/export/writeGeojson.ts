import type { PlannedLine } from '../../model/plan.ts';
import { type LinePath, legsAsDriven } from '../../model/report.ts';
import type { RoadNetwork, Scenario } from '../../model/scenario.ts';

/** RFC 7946: WGS-84, longitude first; six decimals are a tenth of a metre. */
const collection = (features: readonly object[]): string =>
  `{"type":"FeatureCollection","features":[\n${features.map((feature) => JSON.stringify(feature)).join(',\n')}\n]}\n`;
const feature = (geometry: object, properties: object): object => ({ type: 'Feature', geometry, properties });
const rounded = (lonLat: readonly [number, number]): [number, number] => [
  Number(lonLat[0].toFixed(6)),
  Number(lonLat[1].toFixed(6)),
];

/** Stations as points and lines as they follow the roads, one leg after the other. */
export function writeLinesGeojson(
  scenario: Scenario,
  lines: readonly PlannedLine[],
  linePaths: readonly LinePath[],
): string {
  const pathOf = new Map(linePaths.map((path) => [path.lineId, path]));
  const stations = [scenario.depot, ...scenario.stations].map((station) =>
    feature(
      { type: 'Point', coordinates: rounded(station.lonLat) },
      {
        kind: 'station',
        id: station.id,
        name: station.name,
        role: station.role,
        coordQuality: station.coordQuality,
        placeId: station.placeId,
      },
    ),
  );
  const drawn = lines.flatMap((line) => {
    const legs = legsAsDriven(pathOf.get(line.id));
    if (legs.length === 0) return [];
    return [
      feature(
        { type: 'MultiLineString', coordinates: legs.map((leg) => leg.coordinates.map(rounded)) },
        {
          kind: 'line',
          id: line.id,
          lineKind: line.kind,
          stopIds: line.stopIds,
          vehicleTypeId: line.vehicleTypeId,
          departureClockMin: line.departureClockMin,
          isEstimated: legs.some((leg) => leg.isEstimated),
        },
      ),
    ];
  });
  return collection([...stations, ...drawn]);
}

/** Roads with the properties that `import` reads from GeoJSON. */
export function writeRoadsGeojson({ nodes, roads }: RoadNetwork): string {
  const nodeById = new Map(nodes.map((node) => [node.id, node.lonLat]));
  return collection(
    roads.flatMap((road) => {
      const from = nodeById.get(road.fromNodeId);
      const to = nodeById.get(road.toNodeId);
      if (!from || !to) return [];
      return [
        feature(
          { type: 'LineString', coordinates: [from, ...road.via, to].map(rounded) },
          {
            kind: 'road',
            id: road.id,
            name: road.name,
            roadClass: road.roadClass,
            lengthKm: road.lengthKm,
            oneway: road.isOneWay ? 'yes' : 'no',
            isClosed: road.isClosed,
            isEstimated: road.isEstimated ?? false,
          },
        ),
      ];
    }),
  );
}
