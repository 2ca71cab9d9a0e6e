import { Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Scenario, Tier } from '../../core/model/scenario.ts';
import { editCostChoices, editCouriers } from '../../state/commands/priceBefores.ts';
import type { CostChoices } from '../../state/costChoices.ts';
import { useApp, useLanguage } from '../AppContext.tsx';
import { nameIn } from '../bilingual.ts';
import { NumberField } from '../parameters/NumberField.tsx';

interface AssumptionsProps {
  readonly scenario: Scenario;
  readonly choices: CostChoices;
}

const courierLimit = 20;
const usualContract = { yuanPerParcel: 3, reaches: 'village' } as const;
const contractTiers: readonly Tier[] = ['township', 'village'];
const percent = (share: number): number => Math.round(share * 1000) / 10;

/** Couriers, operators and contract price: what the befores hang on. */
export function Assumptions({ scenario, choices }: AssumptionsProps) {
  const { t } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  const shares = scenario.couriers.map(({ volumeShare }) => volumeShare.value);
  const setCount = (count: number): void => {
    // A new courier begins with the average share of those there are.
    const average = shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length);
    const next = Array.from({ length: count }, (_, index) => shares[index] ?? average);
    editCouriers(app, next, 'count');
  };
  /** The others keep their proportions within what is left. */
  const setShare = (index: number, share: number): void => {
    const rest = shares.reduce((sum, each, at) => (at === index ? sum : sum + each), 0);
    const scale = rest > 0 ? (1 - share) / rest : 0;
    editCouriers(
      app,
      shares.map((each, at) => (at === index ? share : each * scale)),
      String(index),
    );
  };
  const { contract } = choices;
  return (
    <article className="chart-card assumptions-card" data-chart="assumptions">
      <header>
        <div>
          <h3>{t('costs.assumptions.title')}</h3>
          <p>{t('costs.assumptions.subtitle')}</p>
        </div>
      </header>
      <div className="assumption-row">
        <span>{t('costs.assumptions.couriers')}</span>
        <NumberField
          aria-label={t('costs.assumptions.couriers')}
          min={1}
          max={courierLimit}
          precision={0}
          value={shares.length}
          onCommit={setCount}
        />
      </div>
      {scenario.couriers.map((courier, index) => {
        const name = nameIn(courier.name, language);
        return (
          <div key={courier.id} className="assumption-row assumption-share">
            <span>{name}</span>
            <NumberField
              aria-label={`${t('costs.assumptions.share', { name })} (%)`}
              min={0}
              max={100}
              step={1}
              value={percent(courier.volumeShare.value)}
              onCommit={(value) => setShare(index, value / 100)}
            />
            <span aria-hidden="true">%</span>
          </div>
        );
      })}
      <p className="hint">{t('costs.assumptions.sharesHint')}</p>
      <div className="assumption-row">
        <span>{t('costs.assumptions.operators')}</span>
        <NumberField
          aria-label={t('costs.assumptions.operators')}
          min={1}
          max={Math.max(1, shares.length)}
          precision={0}
          value={Math.min(choices.operatorCount, Math.max(1, shares.length))}
          onCommit={(operatorCount) => editCostChoices(app, 'operators', { operatorCount })}
        />
      </div>
      <div className="assumption-row">
        <span>{t('costs.assumptions.contract')}</span>
        <Switch
          size="small"
          aria-label={t('costs.assumptions.contract')}
          checked={contract !== null}
          onChange={(isOn) => editCostChoices(app, 'contract', { contract: isOn ? usualContract : null })}
        />
      </div>
      {contract ? (
        <>
          <div className="assumption-row">
            <span>{t('costs.assumptions.contractYuan')}</span>
            <NumberField
              aria-label={t('costs.assumptions.contractYuan')}
              min={0}
              max={100}
              step={0.1}
              value={contract.yuanPerParcel}
              onCommit={(yuanPerParcel) =>
                editCostChoices(app, 'contractYuan', { contract: { ...contract, yuanPerParcel } })
              }
            />
          </div>
          <div className="assumption-row">
            <span>{t('costs.assumptions.contractReaches')}</span>
            <Select<Tier>
              aria-label={t('costs.assumptions.contractReaches')}
              value={contract.reaches}
              options={contractTiers.map((tier) => ({ value: tier, label: t(`costs.tiers.${tier}`) }))}
              onChange={(reaches) =>
                editCostChoices(app, 'contractReaches', { contract: { ...contract, reaches } })
              }
            />
          </div>
        </>
      ) : null}
    </article>
  );
}
