import { Button, Select, Slider, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dailyParcels, setVolumeFactor, volumeFactor } from '../../core/model/edit/volumeFactor.ts';
import type { Policy, Scenario, ServiceDays } from '../../core/model/scenario.ts';
import { formatNumber } from '../../i18n/format.ts';
import { editScenario, originalScenario, restoreScenario } from '../../state/commands/editScenario.ts';
import type { EditLabel } from '../../state/documents.ts';
import { setPolicy } from '../../state/edits/setPolicy.ts';
import { setVehicleCount } from '../../state/edits/setVehicleCount.ts';
import { useApp, useIsWorking, useLanguage, useScenario } from '../AppContext.tsx';
import { nameIn } from '../bilingual.ts';
import { RoomPane } from '../RoomPane.tsx';
import { HandPlanActions } from '../solve/HandPlanActions.tsx';
import { CalibrateButton } from './CalibrateButton.tsx';
import { DepartureFields } from './DepartureFields.tsx';
import { Field } from './Field.tsx';
import { InputsDrawer } from './InputsDrawer.tsx';
import { NumberField } from './NumberField.tsx';

/** The few numbers a planner changes most; every change is solved at once, unless the lines are settled by hand. */
export function ParametersPane() {
  const { t } = useTranslation();
  const scenario = useScenario();
  const isBusy = useIsWorking();
  const [hasInputs, setInputs] = useState(false);
  return (
    <RoomPane title={t('parameters.title')}>
      {scenario ? (
        <div className="room-body">
          {scenario.handPlan === undefined ? (
            <p className="hint">{t('parameters.hint')}</p>
          ) : (
            <>
              <p className="hint">{t('parameters.hintByHand')}</p>
              {isBusy ? null : <HandPlanActions />}
            </>
          )}
          <PolicyFields scenario={scenario} />
          <VolumeField scenario={scenario} />
          <VehicleFields scenario={scenario} />
          <div className="parameters-actions">
            <RestoreButton scenario={scenario} />
            <CalibrateButton />
            <Button block onClick={() => setInputs(true)}>
              {t('parameters.allInputs')}
            </Button>
          </div>
          <InputsDrawer scenario={scenario} isOpen={hasInputs} onClose={() => setInputs(false)} />
        </div>
      ) : null}
    </RoomPane>
  );
}

interface ScenarioProps {
  readonly scenario: Scenario;
}

function RestoreButton({ scenario }: ScenarioProps) {
  const { t } = useTranslation();
  const app = useApp();
  const isChanged = originalScenario(app) !== scenario;
  return (
    <Button block disabled={!isChanged} onClick={() => restoreScenario(app)}>
      {t('parameters.restore')}
      {isChanged ? <Tag className="changed-mark">{t('parameters.changed')}</Tag> : null}
    </Button>
  );
}

function PolicyFields({ scenario }: ScenarioProps) {
  const { t } = useTranslation();
  const app = useApp();
  const { policy } = scenario;
  const change = (label: EditLabel, part: Partial<Policy>): void =>
    editScenario(app, label, label, (before) => setPolicy(before, part));
  const isFixed = policy.lineCount.max !== null && policy.lineCount.min === policy.lineCount.max;
  const wished = Math.max(1, policy.lineCount.min);
  return (
    <>
      <Field label={t('parameters.lineCount')}>
        <div className="field-row">
          <Select
            aria-label={t('parameters.lineCount')}
            value={isFixed ? 'fixed' : 'free'}
            options={[
              { value: 'fixed', label: t('parameters.fixed') },
              { value: 'free', label: t('parameters.free') },
            ]}
            onChange={(kind) =>
              change('lineCount', {
                lineCount: { min: kind === 'fixed' ? wished : 1, max: kind === 'fixed' ? wished : null },
              })
            }
          />
          {isFixed ? (
            <NumberField
              aria-label={t('parameters.fixed')}
              min={1}
              max={40}
              precision={0}
              value={policy.lineCount.min}
              onCommit={(count) => change('lineCount', { lineCount: { min: count, max: count } })}
            />
          ) : null}
        </div>
      </Field>
      <ServiceDaysField
        label={t('parameters.serviceDays')}
        days={policy.serviceDays}
        onChange={(serviceDays) => change('serviceDays', { serviceDays })}
      />
      {scenario.shape === 'hub' || scenario.shape === 'mixed' ? (
        <ServiceDaysField
          label={t('parameters.branchServiceDays')}
          days={policy.branchServiceDays}
          onChange={(branchServiceDays) => change('branchServiceDays', { branchServiceDays })}
        />
      ) : null}
      <DepartureFields
        clocks={policy.departureClockMin}
        onChange={(departureClockMin) => change('departure', { departureClockMin })}
      />
    </>
  );
}

interface ServiceDaysFieldProps {
  readonly label: string;
  readonly days: ServiceDays;
  readonly onChange: (days: ServiceDays) => void;
}

function ServiceDaysField({ label, days, onChange }: ServiceDaysFieldProps) {
  const { t } = useTranslation();
  const everyN = days.kind === 'everyNDays' ? days.n : 0;
  return (
    <Field label={label}>
      <Select
        className="wide"
        aria-label={label}
        value={days.kind === 'weekdays' ? 'weekdays' : days.kind === 'daily' ? 'daily' : String(everyN)}
        options={[
          { value: 'daily', label: t('lines.daily') },
          { value: '2', label: t('lines.alternate') },
          { value: '3', label: t('lines.everyN', { n: 3 }) },
          {
            value: 'weekdays',
            label: t('lines.weekdays', { count: days.kind === 'weekdays' ? days.days.length : 6 }),
          },
        ]}
        onChange={(kind) => {
          if (kind === 'daily') onChange({ kind: 'daily' });
          else if (kind === 'weekdays') onChange({ kind: 'weekdays', days: [0, 1, 2, 3, 4, 5] });
          else onChange({ kind: 'everyNDays', n: Number(kind) });
        }}
      />
    </Field>
  );
}

function VolumeField({ scenario }: ScenarioProps) {
  const { t } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  const original = originalScenario(app) ?? scenario;
  const parcels = dailyParcels(scenario);
  const factor = volumeFactor(scenario, original);
  const change = (next: number): void =>
    editScenario(app, 'volume', 'volume', (before) => setVolumeFactor(before, original, next));
  return (
    <Field
      label={t('parameters.volume')}
      hint={t('parameters.volumeHint', {
        delivery: formatNumber(parcels.delivery, language),
        pickup: formatNumber(parcels.pickup, language),
      })}
    >
      <div className="field-row">
        <Slider
          min={0.25}
          max={4}
          step={0.05}
          value={factor}
          ariaLabelForHandle={t('parameters.volume')}
          onChange={change}
          tooltip={{ formatter: (value) => `× ${value}` }}
        />
        <NumberField
          aria-label={t('parameters.volume')}
          min={0.05}
          max={10}
          step={0.05}
          value={factor}
          onCommit={change}
        />
      </div>
    </Field>
  );
}

function VehicleFields({ scenario }: ScenarioProps) {
  const { t } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  return (
    <Field label={t('parameters.vehicles')}>
      <div className="vehicle-fields">
        {scenario.vehicleTypes.map((type) => (
          <div key={type.id}>
            <label htmlFor={`vehicle-${type.id}`}>{nameIn(type.name, language)}</label>
            <NumberField
              id={`vehicle-${type.id}`}
              min={0}
              max={99}
              precision={0}
              value={type.count}
              onCommit={(count) =>
                editScenario(app, 'vehicleCount', `vehicle/${type.id}`, (before) =>
                  setVehicleCount(before, type.id, count),
                )
              }
            />
          </div>
        ))}
      </div>
    </Field>
  );
}
