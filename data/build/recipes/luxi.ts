import { type BuiltStation, buildBase, type CountyBase, villageParcelsPerStation } from '../builtCounty.ts';
import { townshipNetwork } from '../stationRecipes.ts';

const villageCount = 130;

export function buildLuxi(sourceFolder: string): { base: CountyBase; stations: BuiltStation[] } {
  const base = buildBase(sourceFolder, '433122', villageParcelsPerStation * villageCount);
  return {
    base,
    stations: [
      ...townshipNetwork('1+12+130', base, villageCount, false),
      ...townshipNetwork('1+12+130-hub', base, villageCount, true),
    ],
  };
}
