import { useTranslation } from 'react-i18next';
import type { LineEvaluation } from '../../core/model/evaluation.ts';
import { type CostEntryKey, costEntryKeys } from '../../core/model/rates.ts';
import { formatYuan } from '../../i18n/format.ts';
import { useLanguage } from '../AppContext.tsx';

const smallYuan = 0.5;

/** What a line costs a day and of what that is made, the largest part first. */
export function LineCost({ line }: { readonly line: LineEvaluation }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const parts = costEntryKeys
    .map((key): readonly [CostEntryKey, number] => [key, line.costByEntry[key]])
    .filter(([, yuan]) => Math.abs(yuan) >= smallYuan)
    .toSorted((left, right) => right[1] - left[1])
    .map(([key, yuan]) => `${t(`costEntries.${key}`)} ${formatYuan(yuan, language)}`);
  return (
    <p className="line-cost hint" data-line-cost={line.costYuanPerDay}>
      {t('solve.explain.lineCosts', {
        total: formatYuan(line.costYuanPerDay, language),
        parts: parts.join(' · '),
      })}
    </p>
  );
}
