import type { Claim } from '../../../src/core/model/county.ts';
import type { KpiRow } from '../../../src/core/model/report.ts';

export const row = (key: string, value: number, unit: string, change: Partial<KpiRow> = {}): KpiRow => ({
  key,
  value,
  unit,
  status: 'none',
  isEstimated: false,
  ...change,
});
/** 68 of 80 villages have a station of their own, all 80 are reached. */
export const kpis: readonly KpiRow[] = [
  row('villageCoverageShare', 0.85, 'share', { numerator: 68, denominator: 80 }),
  row('villageReachShare', 1, 'share', { numerator: 80, denominator: 80 }),
  row('savingShare', 0.27, 'share', { baseline: 'B1', isEstimated: true }),
  row('worstCountyToVillageH', 27.6, 'hour'),
  row('shareWithin48h', 0.97, 'share'),
  row('lineCount', 4, 'count'),
  row('townshipStationCount', 12, 'count'),
  row('villageStationCount', 68, 'count'),
  row('urbanStationCount', 0, 'count'),
  row('courierCount', 6, 'count'),
  row('vehicleCount', 4, 'count'),
  row('yuanPerParcel', 1.41, 'yuan/parcel'),
  row('baselineYuanPerParcel', 1.93, 'yuan/parcel'),
  row('parcelsPerDay', 4400, 'parcel/day'),
];
export const claim = (subject: string, valueText: string, unit: string, note = ''): Claim => {
  const value = Number(valueText);
  return {
    id: 'X-1',
    document: '',
    asOf: '',
    kind: '',
    subject,
    valueText,
    ...(Number.isFinite(value) ? { value } : {}),
    unit,
    note,
  };
};
