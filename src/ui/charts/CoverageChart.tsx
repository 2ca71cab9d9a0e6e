import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Report } from '../../core/model/report.ts';
import { formatShare } from '../../i18n/format.ts';
import type { SolvedScenario } from '../../state/select.ts';
import { useLanguage } from '../AppContext.tsx';
import { nameIn } from '../bilingual.ts';
import { ChartCard } from './ChartCard.tsx';
import { coverageOption, coverageRows } from './coverage.ts';

interface CoverageChartProps {
  readonly solved: readonly SolvedScenario[];
  readonly report: Report;
}

export function CoverageChart({ solved, report }: CoverageChartProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const rows = useMemo(
    () => coverageRows(solved, (each) => nameIn(each.scenario.name, language)),
    [solved, language],
  );
  const targetShare =
    report.scenario.targets.find((target) => target.kpi === 'villageCoverageShare')?.threshold ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: words follow the language
  const option = useMemo(
    () =>
      coverageOption(
        rows,
        targetShare,
        {
          covered: t('charts.coverage.covered'),
          attached: t('charts.coverage.attached'),
          uncovered: t('charts.coverage.uncovered'),
          target: t('charts.coverage.target', { value: formatShare(targetShare, language) }),
          villages: t('charts.coverage.villages'),
        },
        language,
      ),
    [rows, targetShare, language],
  );
  const summary = rows.map((row) => `${row.name} ${row.covered}/${row.total}`).join('; ');
  return (
    <ChartCard
      name="coverage"
      title={t('charts.coverage.title')}
      subtitle={t('charts.coverage.subtitle')}
      option={option}
      isStale={rows.some((row) => row.isActive && row.isStale)}
      description={t('charts.coverage.aria', { summary })}
      table={{
        columns: [
          { title: t('charts.coverage.scenario'), isNumber: false },
          { title: t('charts.coverage.covered'), isNumber: true },
          { title: t('charts.coverage.attached'), isNumber: true },
          { title: t('charts.coverage.share'), isNumber: true },
        ],
        rows: rows.map((row) => [
          row.name,
          `${row.covered}/${row.total}`,
          String(row.attached),
          formatShare(row.covered / row.total, language, targetShare === null ? [] : [targetShare]),
        ]),
      }}
    />
  );
}
