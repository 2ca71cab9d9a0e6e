import { strFromU8 } from 'fflate';
import { issue } from '../../issues.ts';
import { startText } from '../mapFiles/startText.ts';
import { wgs84Degrees } from '../mapFiles/statedCrs.ts';
import { osmLicence } from './osmPbf.ts';
import { isPlaceTag, readWayTags } from './osmTags.ts';
import { createPointTable } from './pointTable.ts';
import type { FoundPlace, RawWay, RoadFormat } from './roadFile.ts';

/** Bytes turned to text at a time. */
const chunkBytes = 1 << 20;

/** XML of OpenStreetMap (API 0.6, JOSM, Overpass): nodes before ways, as all tools write it. */
export const osmXml: RoadFormat = {
  key: 'osmXml',
  matches: (start) => /^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<osm[\s>]/.test(startText(start)),
  *read(file, report) {
    const points = createPointTable();
    const lons: number[] = [];
    const lats: number[] = [];
    const ways: RawWay[] = [];
    const places: FoundPlace[] = [];
    let open: { kind: 'node' | 'way'; id: number; refs: number[]; tags: Map<string, string> } | null = null;
    let isComplete = false;
    const addPoint = (id: number, lon: number, lat: number): void => {
      const point = points.add(id);
      lons[point] = lon;
      lats[point] = lat;
    };
    const close = (): void => {
      if (!open) return;
      const { kind, id, refs, tags } = open;
      open = null;
      if (kind === 'way') {
        const road = readWayTags((key) => tags.get(key));
        if (!road) return;
        if (road.isFerry) report(issue('road.ferry', { name: road.name }, { entity: 'road', id: `w${id}` }));
        ways.push({ id: `w${id}`, points: refs.map(points.add), lengthKm: null, ...road });
      } else if (isPlaceTag(tags.get('place'))) {
        const name = tags.get('name:zh') ?? tags.get('name') ?? '';
        const point = points.find(id);
        if (name !== '') places.push({ id: `n${id}`, name, lonLat: [lons[point]!, lats[point]!] });
      }
    };
    const readElement = (element: string): void => {
      if (element.startsWith('<node ') || element.startsWith('<way ')) {
        const kind = element[1] === 'n' ? 'node' : 'way';
        const id = Number(attribute(element, 'id'));
        // Deleted elements of JOSM files have no position any more.
        if (attribute(element, 'action') === 'delete') return;
        if (kind === 'node') addPoint(id, numberIn(element, 'lon'), numberIn(element, 'lat'));
        if (!element.endsWith('/>')) open = { kind, id, refs: [], tags: new Map() };
      } else if (element.startsWith('<nd ')) open?.refs.push(Number(attribute(element, 'ref')));
      else if (element.startsWith('<tag ')) {
        open?.tags.set(unescapeXml(attribute(element, 'k')), unescapeXml(attribute(element, 'v')));
      } else if (element === '</node>' || element === '</way>') close();
      else if (element === '</osm>') isComplete = true;
    };

    let rest = '';
    for (let start = 0; start < file.bytes.length; ) {
      let end = Math.min(file.bytes.length, start + chunkBytes);
      // Cut behind a '>' so that no letter of several bytes and no element is torn.
      while (end < file.bytes.length && file.bytes[end - 1] !== 0x3e) end++;
      const text = rest + strFromU8(file.bytes.subarray(start, end));
      let from = 0;
      for (;;) {
        const left = text.indexOf('<', from);
        const right = elementEnd(text, left);
        if (left < 0 || right < 0) break;
        readElement(text.slice(left, right + 1));
        from = right + 1;
      }
      rest = text.slice(from).trimStart();
      start = end;
      yield start / file.bytes.length;
    }
    if (!isComplete) {
      report(issue('file.truncated', { file: file.name }));
      return null;
    }
    const lon = new Float64Array(points.count).fill(Number.NaN);
    const lat = new Float64Array(points.count).fill(Number.NaN);
    for (let point = 0; point < lons.length; point++) {
      lon[point] = lons[point] ?? Number.NaN;
      lat[point] = lats[point] ?? Number.NaN;
    }
    return {
      source: file.name,
      licence: osmLicence,
      lon,
      lat,
      pointId: (point) => `n${points.idOf(point)}`,
      ways,
      places,
      topology: 'surveyed',
      crs: wgs84Degrees,
    };
  },
};

/** The '>' that closes the element at `left`; one inside quotes does not count. */
function elementEnd(text: string, left: number): number {
  if (left < 0) return -1;
  let quote = '';
  for (let at = left + 1; at < text.length; at++) {
    const letter = text[at]!;
    if (quote !== '') {
      if (letter === quote) quote = '';
    } else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '>') return at;
  }
  return -1;
}

function attribute(element: string, name: string): string {
  for (const quote of ['"', "'"]) {
    const start = element.indexOf(` ${name}=${quote}`);
    if (start < 0) continue;
    const from = start + name.length + 3;
    const to = element.indexOf(quote, from);
    if (to >= 0) return element.slice(from, to);
  }
  return '';
}

/** NaN where the attribute is missing or empty. */
function numberIn(element: string, name: string): number {
  const text = attribute(element, name).trim();
  return text === '' ? Number.NaN : Number(text);
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescapeXml = (text: string): string =>
  text.replace(/&(#x?[0-9a-fA-F]+|\w+);/g, (whole, entity: string) => {
    if (!entity.startsWith('#')) return entities[entity] ?? whole;
    const code = entity[1] === 'x' ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
    return code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
