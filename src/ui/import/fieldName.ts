import type { TFunction } from 'i18next';
import { kindFields, type TableKind } from '../../core/io/tables/kinds.ts';

/** Name of a field of a table kind in the language on the screen: the template's header, or the English word for it. */
export function fieldName(t: TFunction, key: string, kind: TableKind): string {
  const zh = kindFields[kind].find((field) => field.key === key)?.zh ?? key;
  return t('import.isChinese') === 'yes' ? zh : englishName(key);
}

/** deliveryParcelsPerDay -> Delivery parcels per day; the registry's keys are plain words. */
function englishName(key: string): string {
  const own: Readonly<Record<string, string>> = {
    lon: 'Longitude',
    lat: 'Latitude',
    id: 'Number',
    asOf: 'As of',
    isActive: 'In use',
    isElectric: 'Electric',
    system: 'Coordinate system',
    via: 'Stops on the way',
    sequence: 'No.',
  };
  const unit: Readonly<Record<string, string>> = {
    Km: 'km',
    M2: 'm²',
    M3: 'm³',
    Kg: 'kg',
    Min: 'min',
    Co2: 'CO2',
  };
  if (own[key]) return own[key];
  const words = key
    .split(/(?=[A-Z])/)
    .map((word, index) => unit[word] ?? (index === 0 ? word : word.toLowerCase()));
  const text = words
    .join(' ')
    .replace(/ yuan per /, ', yuan per ')
    .replace(/ yuan$/, ', yuan');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
