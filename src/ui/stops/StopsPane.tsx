import { Button, Progress, Segmented } from 'antd';
import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type StopBasis, stopBases } from '../../core/cost/stopBreakEven.ts';
import { formatYuan } from '../../i18n/format.ts';
import { editCostChoices, priceBefores } from '../../state/commands/priceBefores.ts';
import { useApp, useLanguage, useShownResult, useView } from '../AppContext.tsx';
import { ChartCard } from '../charts/ChartCard.tsx';
import { useCostActivity, useCosts } from '../costs/useCosts.ts';
import { IconButton } from '../IconButton.tsx';
import { PrinterOutlined } from '../icons.tsx';
import { Pane } from '../Pane.tsx';
import { NumberField } from '../parameters/NumberField.tsx';
import { StaleMark } from '../StaleMark.tsx';
import { useHeightPx } from '../useHeightPx.ts';
import { StopSummary } from './StopSummary.tsx';
import { type StopColumn, StopTable, stopCell, stopColumns } from './StopTable.tsx';
import { stopChartOption } from './stopChart.ts';
import { stopRows } from './stopRows.ts';
import { type Stops, useStops } from './useStops.ts';

const mostIncomeYuan = 100;

/** Below the map: what each station's stop takes, from how many parcels it pays, and what is missing where it does not. */
export function StopsPane() {
  const { t } = useTranslation();
  const app = useApp();
  const shown = useDeferredValue(useCosts());
  const stops = useStops(shown);
  const basis = useView((view) => view.stopBasis);
  return (
    <Pane
      title={t('stops.title')}
      className="stops-pane"
      extra={
        <span className="pane-extra">
          {stops ? <Income stops={stops} /> : null}
          <Segmented<StopBasis>
            size="small"
            aria-label={t('stops.basis.label')}
            value={basis}
            options={stopBases.map((each) => ({ value: each, label: t(`stops.basis.${each}`) }))}
            onChange={app.view.chargeStops}
          />
          <StaleMark isStale={shown.isStale} />
          {stops && !shown.isStale ? (
            <IconButton
              icon={<PrinterOutlined />}
              label={t('prints.kinds.stops')}
              onClick={() => app.view.showPrint('stops')}
            />
          ) : null}
        </span>
      }
    >
      {stops ? <StopsBody stops={stops} isStale={shown.isStale} /> : <Waiting />}
    </Pane>
  );
}

/** What every parcel brings; as long as nobody says it, what parcels cost on average. */
function Income({ stops }: { readonly stops: Stops }) {
  const { t } = useTranslation();
  const app = useApp();
  const { incomeYuanPerParcel, isMeanIncome } = stops;
  return (
    <span className="stop-income">
      <span title={t('stops.income.hint')}>{t('stops.income.label')}</span>
      <NumberField
        aria-label={t('stops.income.label')}
        min={0}
        max={mostIncomeYuan}
        step={0.1}
        value={Math.round(incomeYuanPerParcel * 100) / 100}
        onCommit={(yuan) => editCostChoices(app, 'stopIncome', { incomeYuanPerParcel: yuan })}
      />
      {isMeanIncome ? (
        <span className="hint">{t('stops.income.mean')}</span>
      ) : (
        <Button
          size="small"
          type="link"
          onClick={() => editCostChoices(app, 'stopIncome', { incomeYuanPerParcel: null })}
        >
          {t('stops.income.useMean')}
        </Button>
      )}
    </span>
  );
}

/** What is going on, and what to do next. */
function Waiting() {
  const { t } = useTranslation();
  const app = useApp();
  const { report } = useShownResult();
  const activity = useCostActivity();
  if (activity?.status === 'running')
    return (
      <div className="empty-state" role="status">
        <p>{t('stops.running')}</p>
        <Progress
          percent={Math.round(activity.doneShare * 100)}
          size="small"
          aria-label={t('stops.running')}
        />
      </div>
    );
  if (activity)
    return (
      <div className="empty-state" role="status">
        <p>{t(`costs.${activity.status}`)}</p>
        <Button size="small" onClick={() => void priceBefores(app, true)}>
          {t('costs.again')}
        </Button>
      </div>
    );
  return <p className="empty-state">{t(report ? 'stops.waits' : 'stops.empty')}</p>;
}

interface StopsBodyProps {
  readonly stops: Stops;
  readonly isStale: boolean;
}

function StopsBody({ stops, isStale }: StopsBodyProps) {
  const { t } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  const selectedStationId = useView((view) => view.selectedStationId);
  const rows = useMemo(() => stopRows(stops), [stops]);
  const [holder, heightPx] = useHeightPx(160);
  const { basis, incomeYuanPerParcel } = stops;
  const columns: readonly StopColumn[] = stopColumns[basis];
  // biome-ignore lint/correctness/useExhaustiveDependencies: words follow the language
  const option = useMemo(
    () =>
      stopChartOption(
        rows,
        incomeYuanPerParcel,
        selectedStationId,
        {
          parcels: t('units.parcel/day'),
          yuan: t('units.yuan/parcel'),
          income: t('stops.chart.income', { yuan: formatYuan(incomeYuanPerParcel, language) }),
        },
        language,
      ),
    [rows, incomeYuanPerParcel, selectedStationId, language],
  );
  const select = app.view.selectStation;
  return (
    <div className={`stops-body ${isStale ? 'stale' : ''}`}>
      <div className="stops-main">
        <StopSummary stops={stops} />
        <div className="stops-holder" ref={holder}>
          <StopTable
            basis={basis}
            rows={rows}
            heightPx={heightPx}
            selectedStationId={selectedStationId}
            onSelect={select}
          />
        </div>
      </div>
      <ChartCard
        name="stops"
        title={t('stops.chart.title')}
        subtitle={t(`stops.chart.subtitle.${basis}`)}
        option={option}
        description={t('stops.chart.aria', {
          count: rows.length,
          short: rows.filter(({ isShort }) => isShort).length,
          yuan: formatYuan(incomeYuanPerParcel, language),
        })}
        isStale={false}
        onPick={(data) => {
          const picked = (data as { row?: (typeof rows)[number] } | undefined)?.row;
          if (picked) select(picked.stationId, picked.lines[0]?.lineId ?? null);
        }}
        table={{
          columns: [
            { title: t('stops.columns.name'), isNumber: false },
            { title: t('stops.columns.township'), isNumber: false },
            { title: t('stops.columns.lines'), isNumber: false },
            { title: t('stops.columns.verdict'), isNumber: false },
            ...columns.map((column) => ({ title: t(`stops.columns.${column}`), isNumber: true })),
          ],
          rows: rows.map((row) => [
            row.name,
            row.township,
            row.lines.map(({ number }) => number).join(' '),
            t(row.isShort ? 'stops.short' : 'stops.pays'),
            ...columns.map((column) => stopCell(row, column, language)),
          ]),
        }}
      />
    </div>
  );
}
