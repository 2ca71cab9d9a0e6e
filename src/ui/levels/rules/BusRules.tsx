import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StationId } from '../../../core/model/ids.ts';
import type { BusPolicy } from '../../../core/model/networkPolicy.ts';
import { editScenario } from '../../../state/commands/editScenario.ts';
import { addBusLine } from '../../../state/edits/busLines.ts';
import { busPolicyOf } from '../../../state/edits/networkRules.ts';
import { setPolicy } from '../../../state/edits/setPolicy.ts';
import { useApp } from '../../AppContext.tsx';
import { shortPlaceName } from '../../bilingual.ts';
import { Field } from '../../parameters/Field.tsx';
import { NumberField } from '../../parameters/NumberField.tsx';
import { BusCard } from './BusCard.tsx';
import type { RulesProps } from './RulesPanel.tsx';

const uses: readonly BusPolicy['use'][] = ['off', 'cheaper', 'first'];

/** Passenger lines that carry parcels. */
export function BusRules({ scenario, report }: RulesProps) {
  const { t } = useTranslation();
  const app = useApp();
  const buses = busPolicyOf(scenario);
  const [name, setName] = useState('');
  const [stationIds, setStationIds] = useState<StationId[]>([]);
  const lines = scenario.busLines ?? [];
  const change = (part: Partial<BusPolicy>): void =>
    editScenario(app, 'buses', `buses/${Object.keys(part).join()}`, (before) =>
      setPolicy(before, { buses: { ...busPolicyOf(before), ...part } }),
    );
  const options = scenario.stations.map((station) => ({
    value: station.id,
    label: shortPlaceName(station.name),
  }));
  return (
    <section className="rules-section">
      <h3>{t('levels.rules.buses.title')}</h3>

      <Field label={t('levels.rules.buses.use')}>
        <Select
          className="wide"
          aria-label={t('levels.rules.buses.use')}
          value={buses.use}
          options={uses.map((use) => ({ value: use, label: t(`levels.rules.buses.uses.${use}`) }))}
          onChange={(use) => change({ use })}
        />
      </Field>
      {buses.use === 'off' ? null : (
        <Field label={t('levels.rules.buses.access')}>
          <NumberField
            aria-label={t('levels.rules.buses.access')}
            min={0}
            max={120}
            precision={0}
            value={buses.maxAccessMin}
            onCommit={(maxAccessMin) => change({ maxAccessMin })}
          />
        </Field>
      )}

      {lines.map((line) => (
        <BusCard key={line.id} line={line} scenario={scenario} report={report} />
      ))}
      <div className="rules-new">
        <Input
          aria-label={t('levels.rules.buses.name')}
          placeholder={t('levels.rules.buses.name')}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Select<StationId[]>
          mode="multiple"
          className="wide"
          aria-label={t('levels.rules.buses.stops')}
          placeholder={t('levels.rules.buses.stops')}
          showSearch={{ optionFilterProp: 'label' }}
          value={stationIds}
          options={options}
          onChange={setStationIds}
        />
        <Button
          disabled={stationIds.length === 0}
          onClick={() => {
            const title = name.trim() || t('levels.rules.buses.unnamed', { number: lines.length + 1 });
            editScenario(app, 'buses', `bus/new/${lines.length}`, (before) =>
              addBusLine(before, title, stationIds, report?.matrix ?? null),
            );
            setName('');
            setStationIds([]);
          }}
        >
          {t('levels.rules.buses.add')}
        </Button>
      </div>
    </section>
  );
}
