import { stationLookup } from '../../core/io/tables/apply/stationLookup.ts';
import { splitNames } from '../../core/io/tables/cells/splitNames.ts';
import { placeName } from '../../core/io/tables/places/placeNames.ts';
import type { PlaceId, StationId } from '../../core/model/ids.ts';
import type { Scenario, Station } from '../../core/model/scenario.ts';
import { shortPlaceName } from '../../core/model/shortPlaceName.ts';
import { everyStation, townshipName } from './stationTable.ts';
import { type Refusal, refuse } from './tableEdit.ts';

/** How a table names stations, and what it takes for one: what is shown can always be typed back. */
export interface StationWords {
  readonly word: (id: StationId) => string;
  readonly find: (text: string) => Station | null;
}

const known = new WeakMap<Scenario, StationWords>();

export function stationWords(scenario: Scenario): StationWords {
  const words = known.get(scenario) ?? makeWords(scenario);
  known.set(scenario, words);
  return words;
}

function counted(texts: readonly string[]): ReadonlyMap<string, number> {
  const count = new Map<string, number>();
  for (const text of texts) count.set(text, (count.get(text) ?? 0) + 1);
  return count;
}

function makeWords(scenario: Scenario): StationWords {
  const stations = everyStation(scenario);
  const placeById = new Map<string, (typeof scenario.places)[number]>(
    scenario.places.map((place) => [place.id, place]),
  );
  const shortOnes = counted(stations.map(({ name }) => shortPlaceName(name)));
  const wordById = new Map<StationId, string>();
  const byWord = new Map<string, Station>();
  for (const station of stations) {
    const short = shortPlaceName(station.name);
    const township = townshipName(placeById.get(station.placeId), placeById);
    let word = shortOnes.get(short) === 1 ? short : `${station.name}(${township || station.id})`;
    if (byWord.has(word)) word = `${station.name}(${station.id})`;
    wordById.set(station.id, word);
    byWord.set(word, station);
  }
  const lookup = stationLookup(scenario);
  // A village without a station of its own stands for the one that serves it.
  const villages = scenario.places.filter(({ tier }) => tier === 'village');
  const names = counted(villages.map(({ name }) => placeName(name)));
  const villageByName = new Map<string, PlaceId>(
    villages
      .filter(({ name }) => names.get(placeName(name)) === 1)
      .map(({ name, id }) => [placeName(name), id]),
  );
  return {
    word: (id) => wordById.get(id) ?? id,
    find(text) {
      const named = byWord.get(text) ?? lookup.of({ name: text, placeId: null });
      if (named) return named;
      const placeId = villageByName.get(placeName(text));
      return (placeId === undefined ? undefined : lookup.of({ name: text, placeId })) ?? null;
    },
  };
}

export const stopsText = (scenario: Scenario, ids: readonly StationId[]): string =>
  ids.map(stationWords(scenario).word).join('、');

/** Stations in the order typed; the place a line starts from may stand at its ends and is no stop. */
export function stopsFrom(
  scenario: Scenario,
  text: string,
  originId: StationId,
): readonly StationId[] | Refusal {
  const { find } = stationWords(scenario);
  const stops: StationId[] = [];
  for (const name of splitNames(text)) {
    const station = find(name);
    if (!station) return refuse('noStation', name);
    if (station.id === originId || station.id === scenario.depot.id) continue;
    if (stops.includes(station.id)) return refuse('stopTwice', name);
    stops.push(station.id);
  }
  return stops.length > 0 ? stops : refuse('required', text);
}
