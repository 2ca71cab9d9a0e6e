import type { KpiRow } from '../../core/model/report.ts';
import { formatHours, formatKm, formatNumber, formatShare, formatYuan } from '../../i18n/format.ts';
import type { Language } from '../../i18n/t.ts';

type KpiFigure = Pick<KpiRow, 'unit'>;

/** A KPI's number as people read it; shares become per cent. */
export function formatKpi(value: number | undefined, { unit }: KpiFigure, language: Language): string {
  if (unit === 'share') return formatShare(value, language);
  if (unit === 'hour') return formatHours(value, language);
  if (unit.startsWith('yuan')) return formatYuan(value, language);
  if (unit === 'km/day') return formatKm(value, language);
  return formatNumber(value, language, Number.isInteger(value) ? 0 : 1);
}
