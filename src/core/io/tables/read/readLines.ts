import type { ImportRow } from '../importRow.ts';
import type { PlaceIndex } from '../places/matchPlace.ts';
import { type ReadContext, type Reading, readRows } from './readContext.ts';
import type { BusRow, LineRow, LineStop } from './rowTypes.ts';

/** Stops of a row by name; a name that is not on the list keeps its place empty and is told. */
export function stopsOf(row: ImportRow, index: PlaceIndex | null): readonly LineStop[] {
  const named = [
    ...row.names('from').map((name) => ({ name, key: 'from' })),
    ...row.names('via').map((name) => ({ name, key: 'via' })),
    ...row.names('to').map((name) => ({ name, key: 'to' })),
  ];
  return named.map(({ name, key }) => {
    if (index === null) return { name, placeId: null };
    const short = (index.county?.name ?? '').replace(/[县市区]$/, '');
    const ofTown =
      short !== '' && name.startsWith(short) ? name.slice(short.length).replace(/^县/, '') : name;
    // The county's name alone is its seat, unless a township is called the same.
    const isSeat =
      (name === short || name === index.county?.name) && index.matchTownship(name).kind !== 'matched';
    const isCountyLevel =
      isSeat ||
      /^(县|县城|城区|城关)$/.test(name) ||
      /^(县?(客运|汽车|汽|总|公交|中心)(总?站|枢纽|中心站?)|城|县城)$/.test(ofTown) ||
      /县.*(中心|仓|站)$/.test(name);
    const match = index.match({
      code: null,
      township: '',
      village: '',
      name,
      isCountyLevel,
      isTownshipLevel: false,
    });
    if (match.kind === 'matched') return { name, placeId: match.place.id };
    if (match.kind === 'ambiguous') {
      const candidates = match.candidates.slice(0, 5).map((place) => `${place.name} ${place.id}`);
      row.tell('place.ambiguous', key, { name, candidates: candidates.join('; ') });
    } else row.tell('place.unknown', key, { name });
    return { name, placeId: null };
  });
}

/** Delivery lines; a row without two stops that are on the list cannot be a line. */
export function readLineRows({ index, ...context }: ReadContext): Reading<LineRow> {
  return readRows({ index, ...context }, (row): LineRow => {
    const id = row.text('id');
    const name = row.text('name');
    const stops = stopsOf(row, index);
    if (stops.length < 2 || (index !== null && stops.every(({ placeId }) => placeId === null)))
      row.reject('cell.required', row.has('via') ? 'via' : 'to');
    row.number('stopCount');
    return {
      row: row.row,
      id: id || name || String(row.row),
      name: name || id,
      stops,
      lengthKm: row.number('lengthKm', { max: 2000 }),
      vehicle: row.text('vehicle'),
      plate: row.text('plate'),
      driver: row.text('driver'),
      departureClockMin: row.clocks('departures'),
      tripsPerDay: row.number('tripsPerDay', { max: 200 }),
      serviceDays: row.serviceDays('serviceDays'),
      firstDay: row.number('firstDay', { isInteger: true, max: 6 }),
    };
  });
}

export function readBusRows({ index, ...context }: ReadContext): Reading<BusRow> {
  return readRows({ index, ...context }, (row): BusRow => {
    const stops = stopsOf(row, index);
    const departures = row.clocks('departures');
    const ends = [row.clock('first'), row.clock('last')].filter((clock) => clock !== null);
    const headwayMin = row.number('headwayMin', { max: 1440 });
    const tripsPerDay = row.number('tripsPerDay', { max: 500 });
    const clocks = departures.length > 0 ? departures : ends;
    if (clocks.length === 0 && headwayMin === null && tripsPerDay === null)
      row.reject('cell.required', row.has('departures') ? 'departures' : 'first');
    const named = row.text('line') || stops.map(({ name }) => name).join('-');
    if (named === '') row.reject('cell.required', row.has('line') ? 'line' : 'from');
    return {
      row: row.row,
      line: named,
      stops,
      departureClockMin: clocks,
      headwayMin,
      tripsPerDay,
      lengthKm: row.number('lengthKm', { max: 2000 }),
      seats: row.number('seats', { max: 200 }),
      fareYuan: row.number('fareYuan', { max: 1000 }),
      takesParcels: row.yesNo('takesParcels'),
      operator: row.text('operator'),
      serviceDays: row.serviceDays('serviceDays'),
      offsetMin: row.names('offsetMin').map(Number).filter(Number.isFinite),
      spareParcels: row.number('spareParcels', { max: 5000 }),
      yuanPerParcel: row.number('yuanPerParcel', { max: 100 }),
    };
  });
}
