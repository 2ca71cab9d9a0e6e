import { Button, Skeleton } from 'antd';
import { memo, useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KpiKey } from '../../core/kpi/kpis.ts';
import type { Report } from '../../core/model/report.ts';
import { useIsWorking, useShownResult } from '../AppContext.tsx';
import { Pane } from '../Pane.tsx';
import { PreliminaryMark, StaleMark } from '../StaleMark.tsx';
import { KpiBox } from './KpiBox.tsx';
import { KpiTable } from './KpiTable.tsx';

/** Headline figures: money, time, coverage. The time shown large is the one the target speaks of. */
function headlineOf(report: Report): readonly KpiKey[] {
  const timed = report.kpis.find((row) => row.target && timeKeys.some((key) => key === row.key))?.key;
  const time = timeKeys.find((key) => key === timed) ?? 'shareWithin48h';
  return ['yuanPerParcel', 'savingShare', time, 'villageCoverageShare'];
}
const timeKeys = ['worstCountyToVillageH', 'shareWithin48h'] as const satisfies readonly KpiKey[];
const secondary: readonly KpiKey[] = [
  'worstCountyToVillageH',
  'shareWithin48h',
  'villageReachShare',
  'lineCount',
  'lineKmPerDay',
  'dutyCount',
  'vehicleCount',
];

export function KpiPane() {
  const { t } = useTranslation();
  const [hasTable, setTable] = useState(false);
  const newest = useShownResult();
  const drawn = useDeferredValue(newest);
  // The first figures at once; later ones may take their time and leave the screen responsive.
  const { report, isStale, isPreliminary } = drawn.report ? drawn : newest;
  return (
    <Pane
      title={t('kpi.title')}
      className="kpi-pane"
      extra={
        <span className="pane-extra">
          <PreliminaryMark isPreliminary={isPreliminary} />
          <StaleMark isStale={isStale} />

          {report ? (
            <Button type="link" size="small" aria-expanded={hasTable} onClick={() => setTable(!hasTable)}>
              {hasTable ? t('charts.chart') : t('kpi.all')}
            </Button>
          ) : null}
        </span>
      }
    >
      {report ? (
        <div className={isStale ? 'stale' : ''}>
          {hasTable ? <KpiTable report={report} /> : <KpiGrid report={report} />}
        </div>
      ) : (
        <KpiPlaceholder />
      )}
    </Pane>
  );
}

/** Alone in watching the run, so that its progress wakes nothing up once figures are there. */
function KpiPlaceholder() {
  const { t } = useTranslation();
  if (!useIsWorking()) return <p className="empty-state">{t('kpi.empty')}</p>;
  return (
    <div className="kpi-grid" aria-busy="true">
      {[1, 2, 3, 4].map((box) => (
        <Skeleton key={box} active title={{ width: '60%' }} paragraph={{ rows: 1 }} />
      ))}
    </div>
  );
}

const KpiGrid = memo(function KpiGrid({ report }: { readonly report: Report }) {
  const headline = headlineOf(report);
  const rowOf = (key: KpiKey) => report.kpis.find((row) => row.key === key);
  return (
    <>
      <div className="kpi-grid">
        {headline.map((key) => {
          const row = rowOf(key);
          return row ? <KpiBox key={key} row={row} report={report} isLarge /> : null;
        })}
      </div>
      <div className="kpi-grid kpi-grid-small">
        {secondary
          .filter((key) => !headline.includes(key))
          .map((key) => {
            const row = rowOf(key);
            return row ? <KpiBox key={key} row={row} report={report} isLarge={false} /> : null;
          })}
      </div>
    </>
  );
});
