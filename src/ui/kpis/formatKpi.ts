import type { KpiRow } from '../../core/model/report.ts';
import type { Target } from '../../core/model/scenario.ts';
import {
  digitsOffMarks,
  formatHours,
  formatKm,
  formatNumber,
  formatShare,
  formatYuan,
} from '../../i18n/format.ts';
import type { Language } from '../../i18n/t.ts';

type KpiFigure = Pick<KpiRow, 'unit'> & { readonly target?: Target | undefined };

/** A KPI's number as people read it; shares become per cent. What misses its target by little does not read as the target. */
export function formatKpi(
  value: number | undefined,
  { unit, target }: KpiFigure,
  language: Language,
): string {
  const targets = target ? [target.threshold] : [];
  if (unit === 'share') return formatShare(value, language, targets);
  if (unit === 'hour' && target && value !== undefined)
    return formatNumber(value, language, digitsOffMarks(value, 1, targets));
  if (unit === 'hour') return formatHours(value, language);
  if (unit.startsWith('yuan')) return formatYuan(value, language);
  if (unit === 'km/day') return formatKm(value, language);
  return formatNumber(value, language, Number.isInteger(value) ? 0 : 1);
}
