import type { LonLat } from '../../geo.ts';
import type { PlannedLine } from '../../model/plan.ts';
import { type LinePath, legsAsDriven } from '../../model/report.ts';
import type { Scenario, Station } from '../../model/scenario.ts';
import { formatClock } from '../../units.ts';
import { escapeXml } from './xmlText.ts';

interface Track {
  readonly name: string;
  readonly stops: readonly Station[];
  readonly points: readonly LonLat[];
}

function trackOf(scenario: Scenario, line: PlannedLine, path: LinePath | undefined): Track {
  const stationById = new Map([scenario.depot, ...scenario.stations].map((station) => [station.id, station]));
  const stops = [line.originId, ...line.stopIds].flatMap((id) => stationById.get(id) ?? []);
  const legs = legsAsDriven(path);
  const points = legs.flatMap(({ coordinates }) => coordinates);
  // Without a way over the roads the stops alone are the line.
  const straight = path?.startsAtVillage ? [...stops.slice(-1), ...stops] : [...stops, ...stops.slice(0, 1)];
  const departures = line.departureClockMin.map(formatClock).join(' ');
  return {
    name: `${line.id} ${departures}`,
    stops,
    points: points.length > 1 ? points : straight.map(({ lonLat }) => lonLat),
  };
}

const number = (degrees: number): string => degrees.toFixed(6);

/** GPX 1.1 of one line: a waypoint for each stop, a track along the roads. */
export function writeGpx(scenario: Scenario, line: PlannedLine, path: LinePath | undefined): string {
  const { name, stops, points } = trackOf(scenario, line, path);
  const waypoints = stops.map(
    ({ name: stop, lonLat: [lon, lat] }, index) =>
      `<wpt lat="${number(lat)}" lon="${number(lon)}"><name>${escapeXml(`${index} ${stop}`)}</name></wpt>`,
  );
  const track = points.map(([lon, lat]) => `<trkpt lat="${number(lat)}" lon="${number(lon)}"/>`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gpx version="1.1" creator="Cuntong" xmlns="http://www.topografix.com/GPX/1/1">',
    ...waypoints,
    `<trk><name>${escapeXml(name)}</name><trkseg>`,
    ...track,
    '</trkseg></trk>',
    '</gpx>',
    '',
  ].join('\n');
}

/** KML 2.2 of one line: a placemark for each stop and one for the way. */
export function writeKml(scenario: Scenario, line: PlannedLine, path: LinePath | undefined): string {
  const { name, stops, points } = trackOf(scenario, line, path);
  const placemarks = stops.map(
    ({ name: stop, lonLat: [lon, lat] }, index) =>
      `<Placemark><name>${escapeXml(`${index} ${stop}`)}</name><Point><coordinates>${number(lon)},${number(lat)}</coordinates></Point></Placemark>`,
  );
  const way = points.map(([lon, lat]) => `${number(lon)},${number(lat)}`).join(' ');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<kml xmlns="http://www.opengis.net/kml/2.2"><Document>',
    `<name>${escapeXml(name)}</name>`,
    ...placemarks,
    `<Placemark><name>${escapeXml(name)}</name><LineString><tessellate>1</tessellate><coordinates>${way}</coordinates></LineString></Placemark>`,
    '</Document></kml>',
    '',
  ].join('\n');
}
