import { Checkbox, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatInput } from '../../i18n/format.ts';
import { editChoices } from '../../state/commands/simulate.ts';
import { addDays, type PeakKey, peakFactors, peakKeys, togglePeak } from '../../state/simulationChoices.ts';
import { useApp, useLanguage } from '../AppContext.tsx';
import { InfoCircleOutlined } from '../icons.tsx';
import type { ScenarioChoicesProps } from './SimulatePane.tsx';

/** Seasons by name, each with its days, factors and source. */
export function PeakFields({ scenario, choices }: ScenarioChoicesProps) {
  const { t } = useTranslation();
  const app = useApp();
  return (
    <section className="simulate-section">
      <h3>{t('simulate.peaks.title')}</h3>
      {peakKeys.map((peak) => (
        <div key={peak} className="simulate-peak">
          <Checkbox
            checked={choices.peaks.includes(peak)}
            disabled={!choices.hasChance}
            onChange={() => editChoices(app, `peak/${peak}`, (before) => togglePeak(before, peak))}
          >
            {t(`simulate.peaks.names.${peak}`)}
          </Checkbox>
          <Tooltip title={t(`simulate.peaks.sources.${peak}`)}>
            <InfoCircleOutlined
              className="simulate-source"
              tabIndex={0}
              aria-label={t(`simulate.peaks.sources.${peak}`)}
            />
          </Tooltip>
          {choices.peaks.includes(peak) ? (
            <PeakDays scenario={scenario} choices={choices} peak={peak} />
          ) : null}
        </div>
      ))}
    </section>
  );
}

function PeakDays({ scenario, choices, peak }: ScenarioChoicesProps & { readonly peak: PeakKey }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const factors = peakFactors(scenario, choices, peak);
  if (factors.length === 0) return <p className="simulate-fault">{t('simulate.peaks.outside')}</p>;
  return (
    <ul className="simulate-peak-days">
      {factors.map((factor) => (
        <li key={factor.name} className="hint">
          {t('simulate.peaks.from', {
            from: addDays(choices.startDate, factor.fromDay),
            days: factor.toDay - factor.fromDay + 1,
          })}{' '}
          {t('simulate.peaks.factor', {
            delivery: formatInput(factor.deliveryFactor, language),
            pickup: formatInput(factor.pickupFactor, language),
          })}
        </li>
      ))}
    </ul>
  );
}
