import type { VehicleType } from '../../../model/scenario.ts';
import { halfWidth } from '../cells/plainText.ts';

/** Words for one sort of vehicle, the telling ones first. */
const sorts: readonly (readonly [sort: string, words: RegExp])[] = [
  ['unmanned', /无人|unmanned|autonomous/i],
  ['tricycle', /三轮|tricycle/i],
  ['box', /厢货|厢式|箱货|箱式|货车|轻卡|冷藏|卡车|box|truck|4\.2|3\.[58]米/i],
  ['van', /微面|面包|微型|小面|van|五菱|长安|金杯|依维柯/i],
];
const sortOf = (text: string): string | null => sorts.find(([, words]) => words.test(text))?.[0] ?? null;
const isElectric = (text: string): boolean =>
  /新能源|纯?电动?|ev\b|electric/i.test(text) && !/燃油/.test(text);

const plain = (text: string): string => halfWidth(text).toLowerCase().replace(/\s+/g, '');

/** The vehicle type that words name: by id or name, else one of the same sort (box truck, van), the same energy first. */
export function vehicleLike(types: readonly VehicleType[], words: string): VehicleType | undefined {
  const wanted = plain(words);
  if (wanted === '') return undefined;
  const exact = types.find(({ id, name }) => [id, name.zh, name.en].some((known) => plain(known) === wanted));
  if (exact) return exact;
  const sort = sortOf(wanted);
  if (sort === null) return undefined;
  const same = types.filter(({ id, name }) => sortOf(plain(`${name.zh} ${name.en} ${id}`)) === sort);
  return (
    same.find(({ id, name }) => isElectric(plain(`${name.zh} ${name.en} ${id}`)) === isElectric(wanted)) ??
    same[0]
  );
}
