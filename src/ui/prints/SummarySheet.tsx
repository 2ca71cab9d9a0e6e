import { useTranslation } from 'react-i18next';
import type { KpiKey } from '../../core/kpi/kpis.ts';
import { type CostEntryKey, costEntryKeys } from '../../core/model/rates.ts';
import type { Report } from '../../core/model/report.ts';
import { daysPerYear } from '../../core/units.ts';
import {
  formatDuration,
  formatKm,
  formatNumber,
  formatShare,
  formatTime,
  formatYuan,
} from '../../i18n/format.ts';
import { useLanguage } from '../AppContext.tsx';
import { nameIn, shortPlaceName } from '../bilingual.ts';
import { againstBaseline, ServiceGaps } from '../kpis/againstBaseline.tsx';
import { KpiTable } from '../kpis/KpiTable.tsx';
import type { MapSources } from '../map/sources.ts';
import { lineRows } from '../tables/lineRows.ts';
import { violationTexts } from '../violationText.ts';
import { daysInWords } from './daysInWords.ts';
import { PrintMap } from './PrintMap.tsx';
import { Sheet } from './Sheet.tsx';

interface SummarySheetProps {
  readonly report: Report;
  readonly sources: MapSources;
  readonly title: string;
}

const printedKpis = [
  'yuanPerParcel',
  'baselineYuanPerParcel',
  'savingShare',
  'worstCountyToVillageH',
  'shareWithin48h',
  'villageCoverageShare',
  'villageReachShare',
  'parcelsPerDay',
  'lineCount',
  'branchLineCount',
  'lineKmPerDay',
  'dutyCount',
  'vehicleCount',
] as const satisfies readonly KpiKey[];

const subsidyKey: CostEntryKey = 'C10';

/** A plan on one sheet or two: figures against their targets, the map, the lines and the budget. */
export function SummarySheet({ report, sources, title }: SummarySheetProps) {
  const { t } = useTranslation();
  const hasBranches = report.plan.lines.some(({ kind }) => kind === 'branch');
  return (
    <Sheet name="summary" heading={t('prints.kinds.summary')} title={title} report={report}>
      <KpiTable
        report={report}
        keys={printedKpis.filter((key) => key !== 'branchLineCount' || hasBranches)}
      />
      <p className="sheet-note">{againstBaseline(report, t)}</p>
      <ServiceGaps report={report} />
      <Problems report={report} />
      <PrintMap sources={sources} only={null} label={t('prints.map')} />
      <p className="sheet-note">{t('prints.mapHint')}</p>
      <h3>{t('lines.title')}</h3>
      <Lines report={report} />
      <h3>{t('prints.budget.title')}</h3>
      <Budget report={report} />
    </Sheet>
  );
}

function Problems({ report }: { readonly report: Report }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const nameOf = new Map(report.scenario.stations.map(({ id, name }) => [id, shortPlaceName(name)]));
  const { unserved } = report.plan;
  const names = unserved.map(({ stationId }) => nameOf.get(stationId) ?? stationId).join(t('prints.and'));
  const texts = [
    ...(unserved.length > 0 ? [`${t('lines.unserved', { count: unserved.length })}: ${names}`] : []),
    ...violationTexts(report, language, t),
  ];
  if (texts.length === 0) return null;
  return (
    <ul className="sheet-fault">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

function Lines({ report }: { readonly report: Report }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <table className="sheet-table">
      <thead>
        <tr>
          <th scope="col">{t('lines.number')}</th>
          <th scope="col">{t('lines.kind')}</th>
          <th scope="col">{t('lines.vehicle')}</th>
          <th scope="col">{t('lines.service')}</th>
          {(['stops', 'length', 'departure', 'back', 'duty', 'load', 'perDay', 'perParcel'] as const).map(
            (key) => (
              <th key={key} scope="col" className="number">
                {key === 'length' ? t('units.km') : t(`lines.${key}`)}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {lineRows(report).map((row) => (
          <tr key={row.lineId}>
            <th scope="row">
              <span className="line-number" style={{ background: row.colour }}>
                {row.number}
              </span>
            </th>
            <td>
              {t(`lines.kinds.${row.kind}`)}
              {row.assumedTimetable === null ? '' : ' ≈'}
            </td>
            <td>{row.vehicle ? nameIn(row.vehicle, language) : t('format.none')}</td>
            <td>{daysInWords(report.plan.lines[row.number - 1]!, t)}</td>
            <td className="number">{row.stopCount}</td>
            <td className="number">
              {row.isEstimated ? '≈ ' : ''}
              {formatKm(row.lengthKm, language)}
            </td>
            <td className="number">{row.departureClockMin.map((clock) => formatTime(clock)).join(' ')}</td>
            <td className="number">{formatTime(row.returnClockMin)}</td>
            <td className="number">{formatDuration(row.dutyMin)}</td>
            <td className="number">{formatShare(row.loadFactorShare, language)}</td>
            <td className="number">{formatYuan(row.costYuanPerDay, language)}</td>
            <td className="number">{formatYuan(row.yuanPerParcel, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Budget({ report }: { readonly report: Report }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { costYuanPerDay, totalYuanPerDay, parcelsPerDay } = report.evaluation;
  const parcels = parcelsPerDay.delivery + parcelsPerDay.pickup;
  const entries = costEntryKeys.filter((key) => key !== subsidyKey);
  const subsidy = costYuanPerDay[subsidyKey];
  const row = (name: string, yuan: number, isSum = false) => (
    <tr key={name} className={isSum ? 'sheet-sum' : ''}>
      <th scope="row">{name}</th>
      <td className="number">{formatNumber(yuan, language, 2)}</td>
      <td className="number">{formatNumber((yuan * daysPerYear) / 10_000, language, 2)}</td>
      <td className="number">{formatNumber(parcels > 0 ? yuan / parcels : Number.NaN, language, 3)}</td>
      <td className="number">{formatShare(totalYuanPerDay > 0 ? yuan / totalYuanPerDay : 0, language)}</td>
    </tr>
  );
  return (
    <table className="sheet-table" data-budget>
      <thead>
        <tr>
          <th scope="col">{t('prints.budget.entry')}</th>
          <th scope="col" className="number">
            {t('prints.budget.perDay')}
          </th>
          <th scope="col" className="number">
            {t('prints.budget.perYear', { days: daysPerYear })}
          </th>
          <th scope="col" className="number">
            {t('prints.budget.perParcel')}
          </th>
          <th scope="col" className="number">
            {t('prints.budget.share')}
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.map((key) => row(`${key} ${t(`costEntries.${key}`)}`, costYuanPerDay[key]))}
        {row(t('prints.budget.total'), totalYuanPerDay, true)}
        {subsidy > 0 ? row(t('prints.budget.afterSubsidy'), totalYuanPerDay - subsidy) : null}
      </tbody>
    </table>
  );
}
