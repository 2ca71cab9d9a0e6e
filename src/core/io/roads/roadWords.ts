import type { RoadClass } from '../../model/scenario.ts';
import { roadClassOfHighway, roadClassOfRef } from './osmTags.ts';

/** Words for a road's class in tables and drawn lines, beside OSM's highway values. */
const classOfWord: Readonly<Record<string, RoadClass>> = {
  national: 'national',
  国道: 'national',
  高速: 'national',
  高速公路: 'national',
  provincial: 'provincial',
  省道: 'provincial',
  county: 'county',
  县道: 'county',
  township: 'township',
  乡道: 'township',
  village: 'village',
  村道: 'village',
  urban: 'urban',
  城市道路: 'urban',
  街道: 'urban',
  // Letters of the administrative class in the country's tables of rural roads.
  g: 'national',
  s: 'provincial',
  x: 'county',
  y: 'township',
  c: 'village',
};

/** Class named by a word, an OSM highway value or a Chinese road number; undefined where it names none. */
export const roadClassOfWord = (word: string): RoadClass | undefined =>
  classOfWord[word.trim().toLowerCase()] ?? roadClassOfHighway(word.trim()) ?? roadClassOfRef(word);

const yes = new Set(['yes', 'true', '1', '-1', 'y', '是', '单向', 'f', 't']);
const backwards = new Set(['-1', 't', 'reverse']);

/** One-way word of a table: 1 along, -1 against, 0 both. F and T are Geofabrik's from and to. */
export function oneWayOfWord(word: string): -1 | 0 | 1 {
  const plain = word.trim().toLowerCase();
  if (!yes.has(plain)) return 0;
  return backwards.has(plain) ? -1 : 1;
}
