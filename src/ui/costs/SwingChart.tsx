import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type RateKey, rateRegistry } from '../../core/model/rates.ts';
import { isVehiclePrice, type PriceKey, type SavingSwing } from '../../core/model/savingSwings.ts';
import { formatInput, formatNumber, formatShare } from '../../i18n/format.ts';
import { useLanguage } from '../AppContext.tsx';
import { ChartCard } from '../charts/ChartCard.tsx';
import { isSavingOpen, ServiceGaps } from '../kpis/againstBaseline.tsx';
import type { CostProps } from './CostsTab.tsx';
import { swingOption } from './charts/swings.ts';

/** More bars would be too narrow to read; the table has all. */
const mostBars = 10;

/** As exact as it is known: three digits, more or less. */
const digitsOf = (value: number): number => (value >= 100 ? 0 : value >= 10 ? 1 : 2);

/** How much the saving hangs on each price, and which of them would turn the verdict. */
export function SwingChart({ costs, isStale }: CostProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { swings } = costs;
  const { rates } = costs.report.scenario;
  const nameOf = (key: PriceKey): string =>
    isVehiclePrice(key) ? t(`inputs.vehicle.${key}`) : t(`inputs.rates.${key}`);
  const rounded = (value: number): string => formatNumber(value, language, digitsOf(value));
  const unitOf = (key: RateKey): string => t(`units.${rateRegistry[key].unit}`);
  const turnOf = ({ price, turnsAt }: SavingSwing): string => {
    if (turnsAt === null) return '—';
    return isVehiclePrice(price)
      ? t('costs.swings.times', { multiple: rounded(turnsAt) })
      : `${rounded(turnsAt)} ${unitOf(price)}`;
  };
  const percent = (share: number): string =>
    formatShare(share, language, swings.targetShare === null ? [] : [swings.targetShare]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: words follow the language
  const option = useMemo(
    () =>
      swingOption(
        { ...swings, swings: swings.swings.slice(0, mostBars) },
        {
          price: ({ price }) => nameOf(price),
          atLow: t('costs.swings.atLow'),
          atHigh: t('costs.swings.atHigh'),
          target: t('costs.swings.target', { share: percent(swings.targetShare ?? 0) }),
        },
        language,
      ),
    [swings, language],
  );
  const turning = swings.swings.filter(({ isWithinRange }) => isWithinRange);
  const widest = swings.swings[0];
  const isMet = costs.report.kpis.some(({ key, status }) => key === 'savingShare' && status === 'pass');
  return (
    <ChartCard
      name="swings"
      title={t('costs.swings.title')}
      subtitle={t('costs.swings.subtitle')}
      option={option}
      isStale={isStale}
      heightPx={40 + 22 * Math.min(mostBars, swings.swings.length)}
      below={
        swings.targetShare === null ? null : isSavingOpen(costs.report) ? (
          <ServiceGaps report={costs.report} />
        ) : (
          <p
            className={`split-verdict ${isMet && turning.length === 0 ? 'holds' : 'fails'}`}
            data-swings="verdict"
          >
            {turning.length === 0
              ? t(isMet ? 'costs.swings.holdsAll' : 'costs.swings.missesAll')
              : t('costs.swings.turnsBy', {
                  prices: turning
                    .map((swing) =>
                      t('costs.swings.turnsOne', { price: nameOf(swing.price), at: turnOf(swing) }),
                    )
                    .join(t('costs.swings.and')),
                })}
          </p>
        )
      }
      description={t('costs.swings.aria', {
        share: percent(swings.share),
        price: widest ? nameOf(widest.price) : '—',
        low: percent(widest?.lowShare ?? swings.share),
        high: percent(widest?.highShare ?? swings.share),
      })}
      table={{
        columns: [
          { title: t('costs.swings.price'), isNumber: false },
          { title: t('costs.swings.atLow'), isNumber: true },
          { title: t('costs.swings.atHigh'), isNumber: true },
          { title: t('costs.swings.turns'), isNumber: false },
        ],
        rows: swings.swings.map((swing) => [
          isVehiclePrice(swing.price)
            ? nameOf(swing.price)
            : `${nameOf(swing.price)} (${t('costs.swings.now', { value: `${formatInput(rates[swing.price].value, language)} ${unitOf(swing.price)}` })})`,
          percent(swing.lowShare),
          percent(swing.highShare),
          turnOf(swing),
        ]),
      }}
    />
  );
}
