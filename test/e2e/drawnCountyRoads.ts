import { readCountyFiles } from '../../src/cli/countyFiles.ts';
import { readCounty } from '../../src/core/io/readCounty.ts';

/**
 * GeoJSON lines from a county's depot to its townships and on to their villages, each with a bend; some cross and
 * some end a few metres short of one another, as lines drawn by hand do.
 */
export function drawnCountyRoads(countyId: string): string {
  const county = readCounty(readCountyFiles(countyId));
  if (!county.ok) throw new Error(`${countyId} cannot be read`);
  const { scenarios, defaultScenarioId } = county.value;
  const { depot, stations } = scenarios.find(({ id }) => id === defaultScenarioId)!;
  const seats = stations.filter(({ role }) => role === 'townshipStation');
  const features = stations.map((station) => {
    const seat = seats.find(({ id }) => id === station.hubId) ?? depot;
    const [fromLon, fromLat] = seat.lonLat;
    const [toLon, toLat] = station.lonLat;
    const bend = [(fromLon + toLon) / 2 + 0.15 * (toLat - fromLat), (fromLat + toLat) / 2];
    // 0.00004 degrees = 4 m short of the seat.
    const coordinates = [[fromLon + 0.00004, fromLat], bend, [toLon, toLat]];
    const highway = station.role === 'townshipStation' ? 'secondary' : 'unclassified';
    return {
      type: 'Feature',
      properties: { highway, name: `${seat.name}—${station.name}` },
      geometry: { type: 'LineString', coordinates },
    };
  });
  return JSON.stringify({ type: 'FeatureCollection', features });
}
