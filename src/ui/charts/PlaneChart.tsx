import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Report } from '../../core/model/report.ts';
import { formatHours, formatYuan } from '../../i18n/format.ts';
import type { SolvedScenario } from '../../state/select.ts';
import { useLanguage } from '../AppContext.tsx';
import { nameIn } from '../bilingual.ts';
import { ChartCard } from './ChartCard.tsx';
import { planeOption, planeRows } from './costTimePlane.ts';

interface PlaneChartProps {
  readonly solved: readonly SolvedScenario[];
  readonly report: Report;
}

export function PlaneChart({ solved, report }: PlaneChartProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const rows = useMemo(
    () => planeRows(solved, (each) => nameIn(each.scenario.name, language)),
    [solved, language],
  );
  const targetShare = report.scenario.targets.find((target) => target.kpi === 'savingShare')?.threshold;
  const costTargetYuan =
    targetShare === undefined ? null : report.baseline.evaluation.yuanPerParcel * (1 - targetShare);
  // biome-ignore lint/correctness/useExhaustiveDependencies: words follow the language
  const option = useMemo(
    () =>
      planeOption(
        rows,
        costTargetYuan,
        {
          cost: t('charts.plane.cost'),
          hours: t('charts.plane.hours'),
          costTarget: t('charts.plane.costTarget', { value: formatYuan(costTargetYuan, language) }),
          timeTarget: t('charts.plane.timeTarget'),
          before: t('charts.plane.before'),
          after: t('charts.plane.after'),
          stale: t('charts.plane.stale'),
        },
        language,
      ),
    [rows, costTargetYuan, language],
  );
  return (
    <ChartCard
      name="plane"
      title={t('charts.plane.title')}
      subtitle={t('charts.plane.subtitle')}
      option={option}
      isStale={false}
      description={t('charts.plane.aria', { count: rows.length })}
      table={{
        columns: [
          { title: t('charts.plane.scenario'), isNumber: false },
          { title: t('charts.plane.cost'), isNumber: true },
          { title: t('charts.plane.hoursShort'), isNumber: true },
        ],
        rows: rows.map((row) => [
          `${row.name} · ${row.stage === 'after' ? t('charts.plane.after') : t(`baselines.short.${row.baseline}`)}${row.isStale ? ` (${t('charts.plane.stale')})` : ''}`,
          formatYuan(row.yuanPerParcel, language),
          formatHours(row.p95H, language),
        ]),
      }}
    />
  );
}
