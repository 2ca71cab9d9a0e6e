import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { HubPolicy } from '../../../core/model/networkPolicy.ts';
import type { NetworkShape, Scenario, Station } from '../../../core/model/scenario.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { editScenario } from '../../../state/commands/editScenario.ts';
import {
  type HubLimits,
  hubPolicyOf,
  setHandover,
  setHubLimits,
  setHubPolicy,
  setShape,
} from '../../../state/edits/networkRules.ts';
import { useApp, useLanguage } from '../../AppContext.tsx';
import { shortPlaceName } from '../../bilingual.ts';
import { NumberInput } from '../../NumberInput.tsx';
import { Field } from '../../parameters/Field.tsx';
import { NumberField } from '../../parameters/NumberField.tsx';

const shapes = ['direct', 'hub', 'mixed'] as const satisfies readonly NetworkShape[];
const assignments: readonly HubPolicy['assignment'][] = ['given', 'administrative', 'nearest', 'chosen'];

/** Direct, hub or mixed; which hubs, and what a hub costs and can take. */
export function ShapeRules({ scenario }: { readonly scenario: Scenario }) {
  const { t } = useTranslation();
  const app = useApp();
  const hubs = hubPolicyOf(scenario);
  const townshipStations = scenario.stations.filter(({ role }) => role === 'townshipStation');
  const changeHubs = (change: Partial<HubPolicy>): void =>
    editScenario(app, 'hub', `hubs/${Object.keys(change).join()}`, (before) => setHubPolicy(before, change));
  if (scenario.shape === 'urbanStar') return <p className="hint">{t('levels.rules.shape.urban')}</p>;
  const isChosen = hubs.choice === 'chosen';
  return (
    <section className="rules-section">
      <h3>{t('levels.rules.shape.title')}</h3>
      <Field label={t('levels.rules.shape.shape')} hint={t(`levels.rules.shape.hints.${scenario.shape}`)}>
        <Select
          className="wide"
          aria-label={t('levels.rules.shape.shape')}
          value={scenario.shape}
          disabled={townshipStations.length === 0}
          options={shapes.map((shape) => ({ value: shape, label: t(`levels.rules.shape.shapes.${shape}`) }))}
          onChange={(shape) =>
            editScenario(app, 'shape', `shape/${shape}`, (before) => setShape(before, shape))
          }
        />
      </Field>
      {scenario.shape === 'direct' ? null : (
        <>
          <Field label={t('levels.rules.shape.assignment')}>
            <Select
              className="wide"
              aria-label={t('levels.rules.shape.assignment')}
              value={hubs.assignment}
              options={assignments.map((each) => ({
                value: each,
                label: t(`levels.rules.shape.assignments.${each}`),
              }))}
              onChange={(assignment) => changeHubs({ assignment })}
            />
          </Field>
          {isChosen ? (
            <Field label={t('levels.rules.shape.maxHubs')}>
              <NumberInput
                className="wide"
                aria-label={t('levels.rules.shape.maxHubs')}
                placeholder={t('levels.rules.noLimit')}
                min={0}
                max={40}
                precision={0}
                value={hubs.maxHubCount}
                onChange={(maxHubCount) => changeHubs({ maxHubCount })}
              />
            </Field>
          ) : null}
          <Field label={t('levels.rules.shape.handover')}>
            <NumberField
              aria-label={t('levels.rules.shape.handover')}
              min={0}
              max={240}
              precision={0}
              value={scenario.serviceTimes.hubHandoverMin.value}
              onCommit={(min) => editScenario(app, 'hub', 'handover', (before) => setHandover(before, min))}
            />
          </Field>
          <HubTable scenario={scenario} stations={townshipStations} />
        </>
      )}
    </section>
  );
}

const limitKeys = ['openYuanPerDay', 'capacityParcelsPerDay', 'dockCount'] as const;
type LimitKey = (typeof limitKeys)[number];

interface HubTableProps {
  readonly scenario: Scenario;
  readonly stations: readonly Station[];
}

/** What each township station costs once it is a hub, and what it can take. */
function HubTable({ scenario, stations }: HubTableProps) {
  const { t } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  const limitOf = ({ hub }: Station, key: LimitKey): number | null =>
    (key === 'openYuanPerDay' ? hub?.openYuanPerDay?.value : hub?.[key]) ?? null;
  // Without a cost of its own a hub costs the county's rent.
  const emptyText = (key: LimitKey): string =>
    key === 'openYuanPerDay'
      ? formatNumber(scenario.rates.hubRentYuanPerDay.value, language)
      : t('levels.rules.noLimit');
  return (
    <table className="plain-table rules-table">
      <caption>{t('levels.rules.shape.hubTable')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('levels.rules.shape.station')}</th>
          {limitKeys.map((key) => (
            <th key={key} scope="col" className="number">
              {t(`levels.rules.shape.limits.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {stations.map((station) => (
          <tr key={station.id}>
            <th scope="row">{shortPlaceName(station.name)}</th>
            {limitKeys.map((key) => (
              <td key={key} className="number">
                <NumberInput
                  size="small"
                  controls={false}
                  aria-label={`${shortPlaceName(station.name)} ${t(`levels.rules.shape.limits.${key}`)}`}
                  placeholder={emptyText(key)}
                  min={0}
                  max={99_999}
                  {...(key === 'dockCount' ? { precision: 0 } : {})}
                  value={limitOf(station, key)}
                  changeOnBlur
                  onChange={(value) => {
                    if (value === limitOf(station, key)) return;
                    const limits: HubLimits = { [key]: value };
                    editScenario(app, 'hub', `hub/${station.id}/${key}`, (before) =>
                      setHubLimits(before, station.id, limits),
                    );
                  }}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
