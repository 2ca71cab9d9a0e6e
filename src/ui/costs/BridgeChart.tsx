import { Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bridgeName } from '../../core/kpi/costTables.ts';
import { tableNamed } from '../../core/kpi/tidyTable.ts';
import type { BaselineKind, ServiceLevel } from '../../core/model/report.ts';
import { formatNumber, formatYuan } from '../../i18n/format.ts';
import { tablesOfCosts } from '../../state/resultTables.ts';
import { useLanguage } from '../AppContext.tsx';
import { ChartCard } from '../charts/ChartCard.tsx';
import type { CostProps } from './CostsTab.tsx';
import { type WaterfallRow, waterfallOption, waterfallRows } from './charts/waterfall.ts';

const kinds: readonly BaselineKind[] = ['B1', 'B2', 'B3'];

/** Which causes make the difference between a chosen before and the plan. */
export function BridgeChart({ costs, isStale }: CostProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [kind, setKind] = useState<BaselineKind>('B1');
  const [basis, setBasis] = useState<ServiceLevel['basis']>('actual');
  const bars = useMemo(
    () => waterfallRows(tableNamed(tablesOfCosts(costs), bridgeName(kind, basis))),
    [costs, kind, basis],
  );
  const nameOf = (row: WaterfallRow): string =>
    row.cause
      ? t(`costs.bridge.causes.${row.cause}`)
      : t(row.kind === 'before' ? 'costs.bridge.before' : 'costs.bridge.after');
  // biome-ignore lint/correctness/useExhaustiveDependencies: words follow the language
  const option = useMemo(
    () => waterfallOption(bars, { name: nameOf, unit: t('units.yuan/parcel') }, language),
    [bars, language],
  );
  const largest = bars
    .filter(({ kind: each }) => each === 'step')
    .reduce<WaterfallRow | null>(
      (most, row) => (most && Math.abs(most.yuanPerParcel) >= Math.abs(row.yuanPerParcel) ? most : row),
      null,
    );
  return (
    <ChartCard
      name="bridge"
      title={t('costs.bridge.title')}
      subtitle={t('costs.bridge.subtitle')}
      option={option}
      isStale={isStale}
      heightPx={Math.max(210, bars.length * 22 + 30)}
      below={
        <div className="bridge-choice">
          <Segmented<BaselineKind>
            size="small"
            aria-label={t('costs.bridge.against')}
            value={kind}
            options={kinds.map((each) => ({
              value: each,
              label: each,
              title: t(`costs.befores.names.${each}`),
            }))}
            onChange={setKind}
          />
          <Segmented<ServiceLevel['basis']>
            size="small"
            aria-label={t('costs.bridge.basis')}
            value={basis}
            options={[
              { value: 'actual', label: t('costs.bridge.actual') },
              { value: 'equal', label: t('costs.bridge.equal') },
            ]}
            onChange={setBasis}
          />
          <span className="hint">{t(`costs.befores.names.${kind}`)}</span>
        </div>
      }
      description={t('costs.bridge.aria', {
        name: t(`costs.befores.names.${kind}`),
        from: formatYuan(bars[0]?.yuanPerParcel, language),
        to: formatYuan(bars.at(-1)?.yuanPerParcel, language),
        cause: largest ? nameOf(largest) : '—',
        yuan: formatNumber(largest?.yuanPerParcel, language, 2),
      })}
      table={{
        columns: [
          { title: t('costs.bridge.cause'), isNumber: false },
          { title: t('costs.bridge.yuan'), isNumber: true },
        ],
        rows: bars.map((row) => [nameOf(row), formatNumber(row.yuanPerParcel, language, 3)]),
      }}
    />
  );
}
