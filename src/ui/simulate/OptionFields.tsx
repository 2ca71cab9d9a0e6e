import { Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { operationsOf } from '../../core/model/operations.ts';
import type { ColdChain } from '../../core/model/simulation.ts';
import { formatInput } from '../../i18n/format.ts';
import { editChoices } from '../../state/commands/simulate.ts';
import { usualCold, withExtra } from '../../state/simulationChoices.ts';
import { outboundTrunkOrigin } from '../../state/simulationOrigins.ts';
import { useApp, useLanguage } from '../AppContext.tsx';
import { ClockInput } from '../parameters/DepartureFields.tsx';
import { NumberField } from '../parameters/NumberField.tsx';
import { GradeTag } from './GradeTag.tsx';
import type { ScenarioChoicesProps } from './SimulatePane.tsx';

/** What the operation may do beyond its plan: extra trips, and keeping fruit cold on its way out. */
export function OptionFields(props: ScenarioChoicesProps) {
  return (
    <>
      <ExtraTrips {...props} />
      <OutboundTrunk {...props} />
      <ColdFields {...props} />
    </>
  );
}

function ExtraTrips({ scenario, choices }: ScenarioChoicesProps) {
  const { t } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  const threshold = operationsOf(scenario).extraTripMinParcels.value;
  return (
    <section className="simulate-section">
      <h3>{t('simulate.extra.title')}</h3>
      <span className="simulate-switch">
        <Switch
          size="small"
          aria-label={t('simulate.extra.on')}
          checked={choices.settings.extraTripMinParcels.value > 0}
          onChange={(isOn) => editChoices(app, 'extra', (before) => withExtra(scenario, before, isOn))}
        />
        {t('simulate.extra.on')}
      </span>
      <p className="hint">{t('simulate.extra.hint', { parcels: formatInput(threshold, language) })}</p>
    </section>
  );
}

/** The outbound cut-off: what is at the centre by then leaves the county that day. */
function OutboundTrunk({ choices }: ScenarioChoicesProps) {
  const { t } = useTranslation();
  const app = useApp();
  return (
    <section className="simulate-section">
      <h3>{t('simulate.outbound.title')}</h3>
      <div className="departure-fields">
        <ClockInput
          key={choices.settings.outboundTrunkClockMin}
          label={t('simulate.outbound.trunk')}
          clock={choices.settings.outboundTrunkClockMin}
          onChange={(outboundTrunkClockMin) =>
            editChoices(app, 'outboundTrunk', (before) => ({
              ...before,
              settings: { ...before.settings, outboundTrunkClockMin },
            }))
          }
        />
      </div>
      <p className="hint">
        {t('simulate.outbound.hint')} <GradeTag {...outboundTrunkOrigin(choices.settings)} />
      </p>
    </section>
  );
}

const coolingPlaces = [
  'none',
  'station',
  'hub',
  'depot',
] as const satisfies readonly ColdChain['precooling'][];

function ColdFields({ choices }: ScenarioChoicesProps) {
  const { t } = useTranslation();
  const app = useApp();
  const { cold } = choices.settings;
  const change = (next: ColdChain | null, key: string): void =>
    editChoices(app, `cold/${key}`, (before) => ({
      ...before,
      settings: { ...before.settings, cold: next },
    }));
  return (
    <section className="simulate-section">
      <h3>{t('simulate.cold.title')}</h3>
      <span className="simulate-switch">
        <Switch
          size="small"
          aria-label={t('simulate.cold.on')}
          checked={cold !== null}
          onChange={(isOn) => change(isOn ? usualCold : null, 'on')}
        />
        {t('simulate.cold.on')}
      </span>
      <p className="hint">{t('simulate.cold.hint')}</p>
      {cold ? (
        <>
          <div className="simulate-row">
            <span>{t('simulate.cold.freshShare')}</span>
            <NumberField
              aria-label={t('simulate.cold.freshShare')}
              min={0}
              max={100}
              value={Math.round(cold.freshShare * 1000) / 10}
              onCommit={(percent) => change({ ...cold, freshShare: percent / 100 }, 'freshShare')}
            />
          </div>
          <div className="simulate-row simulate-row-wide">
            <span>{t('simulate.cold.precooling')}</span>
            <Select<ColdChain['precooling']>
              aria-label={t('simulate.cold.precooling')}
              value={cold.precooling}
              options={coolingPlaces.map((place) => ({
                value: place,
                label: t(`simulate.cold.places.${place}`),
              }))}
              onChange={(precooling) => change({ ...cold, precooling }, 'precooling')}
            />
          </div>
          <span className="simulate-switch">
            <Switch
              size="small"
              aria-label={t('simulate.cold.reefer')}
              checked={cold.isReefer}
              onChange={(isReefer) => change({ ...cold, isReefer }, 'reefer')}
            />
            {t('simulate.cold.reefer')}
          </span>
        </>
      ) : null}
    </section>
  );
}
