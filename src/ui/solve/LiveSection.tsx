import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatYuan } from '../../i18n/format.ts';
import { isWorking } from '../../state/runs.ts';
import type { Live } from '../../state/solve.ts';
import { useActivity, useLanguage, useLive } from '../AppContext.tsx';
import { ChartCard } from '../charts/ChartCard.tsx';
import { convergenceOption } from './convergence.ts';

/** What a search is doing, in words, and how its best plan has come down in price. */
export function LiveSection() {
  const { t } = useTranslation();
  const live = useLive();
  return (
    <section className="solve-section" aria-label={t('solve.live.title')}>
      <h3>{t('solve.live.title')}</h3>
      {live && live.curve.length > 0 ? <LiveCurve live={live} /> : <LivePlaceholder />}
    </section>
  );
}

function LivePlaceholder() {
  const { t } = useTranslation();
  const activity = useActivity();
  if (!isWorking(activity)) return <p className="hint">{t('solve.live.empty')}</p>;
  const phase = activity.progress?.phase;
  return <p role="status">{phase ? t(`phases.${phase}`) : t('solve.live.waiting')}</p>;
}

function LiveCurve({ live }: { readonly live: Live }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { curve, endedAfterSeconds, incumbent } = live;
  const first = curve[0];
  const last = curve.at(-1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: words follow the language
  const option = useMemo(
    () =>
      convergenceOption(
        curve,
        endedAfterSeconds,
        { seconds: t('solve.live.seconds'), yuan: t('solve.live.yuan') },
        language,
      ),
    [curve, endedAfterSeconds, language],
  );
  if (!first || !last) return null;
  const seconds = (value: number): string => formatNumber(value, language, 1);
  return (
    <>
      <p role="status" className="solve-live-words">
        {endedAfterSeconds === null
          ? t('solve.live.best', {
              yuan: formatYuan(last.yuanPerParcel, language),
              seconds: seconds(last.seconds),
            })
          : t('solve.live.done', { seconds: seconds(endedAfterSeconds), last: seconds(last.seconds) })}{' '}
        {incumbent && incumbent.unservedCount > 0
          ? t('solve.live.unserved', { count: incumbent.unservedCount })
          : ''}
      </p>
      <ChartCard
        name="convergence"
        title={t('solve.live.chart')}
        subtitle={t('solve.live.chartSubtitle')}
        option={option}
        isStale={false}
        description={t('solve.live.aria', {
          from: formatYuan(first.yuanPerParcel, language),
          to: formatYuan(last.yuanPerParcel, language),
          seconds: seconds(endedAfterSeconds ?? last.seconds),
        })}
        table={{
          columns: [
            { title: t('solve.live.seconds'), isNumber: true },
            { title: t('solve.live.yuan'), isNumber: true },
          ],
          rows: curve.map((point) => [
            formatNumber(point.seconds, language, 2),
            formatNumber(point.yuanPerParcel, language, 4),
          ]),
        }}
      />
    </>
  );
}
