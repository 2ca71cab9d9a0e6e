import { Button, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { asId, type StationId } from '../../core/model/ids.ts';
import type { OptionalStop } from '../../core/model/lineRules.ts';
import type { Scenario } from '../../core/model/scenario.ts';
import { changeLineRule } from '../../state/commands/lineRules.ts';
import { useApp } from '../AppContext.tsx';
import { shortPlaceName } from '../bilingual.ts';
import { CloseOutlined } from '../icons.tsx';
import { Field } from '../parameters/Field.tsx';
import { NumberField } from '../parameters/NumberField.tsx';

const firstWorthYuan = 30;

/** Stops that may be left out, each with what serving it is worth. */
export function OptionalStops({ scenario }: { readonly scenario: Scenario }) {
  const { t } = useTranslation();
  const app = useApp();
  const stops = scenario.policy.lineRules?.optionalStops ?? [];
  const isOptional = new Set<string>(stops.map(({ stationId }) => stationId));
  const nameOf = new Map(scenario.stations.map(({ id, name }) => [id, shortPlaceName(name)]));
  const set = (next: readonly OptionalStop[]): void =>
    changeLineRule(app, 'optionalStops', next.length === 0 ? undefined : next);
  return (
    <Field label={t('solve.rules.optional')} hint={t('solve.rules.optionalHint')}>
      {stops.length > 0 ? (
        <ul className="optional-stops">
          {stops.map((stop) => (
            <OptionalRow
              key={stop.stationId}
              stop={stop}
              name={nameOf.get(stop.stationId) ?? stop.stationId}
              onChange={(worthYuanPerDay) =>
                set(stops.map((each) => (each === stop ? { ...each, worthYuanPerDay } : each)))
              }
              onRemove={() => set(stops.filter((each) => each !== stop))}
            />
          ))}
        </ul>
      ) : null}
      <Select
        className="wide"
        aria-label={t('solve.rules.optionalAdd')}
        placeholder={t('solve.rules.optionalAdd')}
        showSearch={{ optionFilterProp: 'label' }}
        value={null}
        options={scenario.stations
          .filter(({ id }) => !isOptional.has(id))
          .map(({ id, name }) => ({ value: id as string, label: shortPlaceName(name) }))}
        onChange={(id: string | null) => {
          if (id !== null)
            set([...stops, { stationId: asId<StationId>(id), worthYuanPerDay: firstWorthYuan }]);
        }}
      />
    </Field>
  );
}

interface OptionalRowProps {
  readonly stop: OptionalStop;
  readonly name: string;
  readonly onChange: (worthYuanPerDay: number) => void;
  readonly onRemove: () => void;
}

function OptionalRow({ stop, name, onChange, onRemove }: OptionalRowProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <li>
      <label htmlFor={id}>{name}</label>
      <NumberField id={id} min={0} max={9999} step={5} value={stop.worthYuanPerDay} onCommit={onChange} />
      <span>{t('solve.rules.optionalUnit')}</span>
      <Button
        type="text"
        size="small"
        icon={<CloseOutlined />}
        aria-label={t('solve.rules.remove', { name })}
        onClick={onRemove}
      />
    </li>
  );
}
