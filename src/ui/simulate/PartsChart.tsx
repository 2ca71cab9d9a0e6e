import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asId, type StationId } from '../../core/model/ids.ts';
import { formatHours } from '../../i18n/format.ts';
import { tablesOfSimulation } from '../../state/resultTables.ts';
import { useApp, useLanguage } from '../AppContext.tsx';
import { ChartCard } from '../charts/ChartCard.tsx';
import { timeParts, villagePartOption, villagePartRows } from './charts/villageParts.ts';
import type { NamedResultProps } from './SimulationTab.tsx';
import { lineOfStation } from './stationLines.ts';

/** The slowest few fit a card; all of them make it as high as they need. */
const fewCount = 14;
const rowHeightPx = 17;

interface PartsChartProps extends NamedResultProps {
  readonly selectedId: string | null;
}

/** Where each village's hours go; a bar chooses its village on the map. */
export function PartsChart({ simulation, isStale, nameOf, selectedId }: PartsChartProps) {
  const { t } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  const [hasAll, setAll] = useState(false);
  const { result, report } = simulation;
  const all = useMemo(() => villagePartRows(tablesOfSimulation(result), nameOf), [result, nameOf]);
  const rows = useMemo(() => {
    if (hasAll) return all;
    const few = all.slice(0, fewCount);
    const chosen = all.find(({ stationId }) => stationId === selectedId);
    return chosen && !few.includes(chosen) ? [...few.slice(0, -1), chosen] : few;
  }, [all, hasAll, selectedId]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: words follow the language
  const option = useMemo(
    () =>
      villagePartOption(
        rows,
        rows.some(({ stationId }) => stationId === selectedId) ? selectedId : null,
        {
          hours: t('simulate.charts.parts.hours'),
          total: t('simulate.charts.parts.total'),
          part: (part) => t(`simulate.charts.parts.names.${part}`),
        },
        language,
      ),
    [rows, selectedId, language],
  );
  const pick = (data: unknown): void => {
    const id = (data as { readonly stationId?: string } | null)?.stationId;
    if (id === undefined) return;
    const stationId = asId<StationId>(id);
    app.view.selectStation(id === selectedId ? null : stationId, lineOfStation(report.plan, stationId));
  };
  const hours = (value: number): string => formatHours(value, language);
  return (
    <ChartCard
      name="village-parts"
      title={t('simulate.charts.parts.title')}
      subtitle={t('simulate.charts.parts.subtitle')}
      option={option}
      isStale={isStale}
      onPick={pick}
      heightPx={Math.max(180, rows.length * rowHeightPx + 52)}
      extra={
        all.length > fewCount ? (
          <Button type="link" size="small" aria-pressed={hasAll} onClick={() => setAll(!hasAll)}>
            {hasAll
              ? t('simulate.charts.parts.fewer', { count: fewCount })
              : t('simulate.charts.parts.more', { count: all.length })}
          </Button>
        ) : null
      }
      description={t('simulate.charts.parts.aria', {
        village: all[0]?.name ?? '—',
        hours: hours(all[0]?.totalH ?? Number.NaN),
      })}
      table={{
        columns: [
          { title: t('simulate.charts.parts.village'), isNumber: false },
          ...timeParts.map((part) => ({ title: t(`simulate.charts.parts.names.${part}`), isNumber: true })),
          { title: t('simulate.charts.parts.total'), isNumber: true },
        ],
        rows: all.map((row) => [
          row.name,
          ...timeParts.map((part) => hours(row.parts[part])),
          hours(row.totalH),
        ]),
      }}
    />
  );
}
