import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { asId, type LineId, type StationId } from '../../core/model/ids.ts';
import { formatNumber, formatYuan } from '../../i18n/format.ts';
import { tablesOfCosts } from '../../state/resultTables.ts';
import { useApp, useLanguage } from '../AppContext.tsx';
import { ChartCard } from '../charts/ChartCard.tsx';
import type { CostProps } from './CostsTab.tsx';
import { costTreeOption, lineYuan, stopYuanRows } from './charts/costTree.ts';

interface CostTreeProps extends CostProps {
  readonly nameOf: (stationId: string) => string;
}

/** Where the money goes: line, stop and entry as a map of areas, linked with the map of roads. */
export function CostTree({ costs, isStale, nameOf }: CostTreeProps) {
  const { t } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  const { report } = costs;
  const lines = useMemo(() => {
    const numbers = new Map(report.plan.lines.map(({ id }, index) => [id as string, index + 1]));
    return lineYuan(stopYuanRows(tablesOfCosts(costs), (lineId) => numbers.get(lineId) ?? 0));
  }, [costs, report]);
  const lineName = (number: number): string => t('costs.treemap.line', { number });
  // biome-ignore lint/correctness/useExhaustiveDependencies: words follow the language
  const option = useMemo(
    () =>
      costTreeOption(
        lines,
        {
          all: t('costs.treemap.all'),
          yuanPerDay: t('costs.treemap.yuanPerDay'),
          yuanPerParcel: t('costs.treemap.yuanPerParcel'),
          line: lineName,
          stop: nameOf,
          entry: (entry) => t(`costEntries.${entry}`),
        },
        language,
      ),
    [lines, nameOf, language],
  );
  const largest = lines.reduce((most, line) => (line.yuanPerDay > most.yuanPerDay ? line : most), lines[0]!);
  const number = (value: number): string => formatNumber(value, language, 1);
  return (
    <ChartCard
      name="cost-tree"
      title={t('costs.treemap.title')}
      subtitle={t('costs.treemap.subtitle')}
      option={option}
      isStale={isStale}
      heightPx={330}
      onPick={(data) => {
        const { lineId, stationId } = (data ?? {}) as {
          readonly lineId?: string;
          readonly stationId?: string;
        };
        if (stationId !== undefined && lineId !== undefined)
          app.view.selectStation(asId<StationId>(stationId), asId<LineId>(lineId));
        else if (lineId !== undefined) app.view.selectLine(asId<LineId>(lineId));
      }}
      description={t('costs.treemap.aria', {
        total: formatNumber(
          lines.reduce((sum, line) => sum + line.yuanPerDay, 0),
          language,
        ),
        number: largest?.number ?? 0,
        yuan: formatNumber(largest?.yuanPerDay, language),
      })}
      table={{
        columns: [
          { title: t('costs.treemap.place'), isNumber: false },
          { title: t('costs.treemap.parcels'), isNumber: true },
          { title: t('costs.treemap.yuanPerDay'), isNumber: true },
          { title: t('costs.treemap.yuanPerParcel'), isNumber: true },
        ],
        rows: lines.flatMap((line) =>
          line.stops.map((stop) => [
            `${lineName(line.number)} · ${nameOf(stop.stationId)}`,
            number(stop.parcelsPerDay),
            number(stop.yuanPerDay),
            stop.parcelsPerDay > 0 ? formatYuan(stop.yuanPerDay / stop.parcelsPerDay, language) : '—',
          ]),
        ),
      }}
    />
  );
}
