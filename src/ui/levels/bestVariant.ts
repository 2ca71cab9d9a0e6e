import type { VariantFigures } from '../../state/variants.ts';

/** Of a column the best is marked; counts of lines say nothing by themselves, and what changes has its price. */
const better: Partial<Record<keyof VariantFigures, 'low' | 'high'>> = {
  yuanPerParcel: 'low',
  totalYuanPerDay: 'low',
  worstH: 'low',
  shareWithin48h: 'high',
  shareWithin2CalendarDays: 'high',
  dutyCount: 'low',
  driverCount: 'low',
  vehicleCount: 'low',
  lineKmPerDay: 'low',
};

/** One that leaves stations out, or cannot be driven with the vehicles there are, is cheap for the wrong reason. */
export const isWhole = (figures: VariantFigures): boolean =>
  figures.unservedStationCount === 0 && figures.violationCount === 0;

/** One that misses the time target is no alternative to those that meet it, however cheap. */
const isAlternative = (figures: VariantFigures): boolean => isWhole(figures) && figures.meetsTimeTarget;

/** The best of a column, among the alternatives where there are two at least. */
export function isBest(
  column: keyof VariantFigures,
  figures: VariantFigures,
  all: readonly VariantFigures[],
): boolean {
  const side = better[column];
  const judged = all.filter(isAlternative);
  if (!side || judged.length < 2 || !isAlternative(figures)) return false;
  const values = judged.map((each) => Number(each[column]));
  return figures[column] === (side === 'low' ? Math.min(...values) : Math.max(...values));
}
