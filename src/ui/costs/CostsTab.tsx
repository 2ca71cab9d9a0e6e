import { Button, Progress } from 'antd';
import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { priceBefores } from '../../state/commands/priceBefores.ts';
import type { CostResult } from '../../state/costs.ts';
import { useApp, useScenario, useShownResult } from '../AppContext.tsx';
import { shortPlaceName } from '../bilingual.ts';
import { Pane } from '../Pane.tsx';
import { Assumptions } from './Assumptions.tsx';
import { BeforesCard } from './BeforesCard.tsx';
import { BridgeChart } from './BridgeChart.tsx';
import { CostFigures } from './CostFigures.tsx';
import { CostTree } from './CostTree.tsx';
import { CostWarnings } from './CostWarnings.tsx';
import { RangeChart } from './RangeChart.tsx';
import { SplitCard } from './SplitCard.tsx';
import { SwingChart } from './SwingChart.tsx';
import { useCostActivity, useCostChoices, useCosts } from './useCosts.ts';

export interface CostProps {
  readonly costs: CostResult;
  readonly isStale: boolean;
}

/** What the plan costs, against which befores, and where the money goes. */
export function CostsTab() {
  const { t } = useTranslation();
  const scenario = useScenario();
  const choices = useCostChoices();
  const { costs, isStale } = useDeferredValue(useCosts());
  const priced = costs?.report.scenario ?? null;
  const nameOf = useMemo(() => {
    const names = new Map<string, string>(
      priced ? [priced.depot, ...priced.stations].map(({ id, name }) => [id, shortPlaceName(name)]) : [],
    );
    return (stationId: string): string => names.get(stationId) ?? stationId;
  }, [priced]);
  return (
    <Pane title={t('costs.title')} className="charts-pane costs-pane" isTitleHidden>
      <div className="charts-grid costs-grid">
        <CostStatus hasCosts={costs !== null} />
        {costs && choices ? (
          <>
            <BeforesCard costs={costs} isStale={isStale} choices={choices} />
            <BridgeChart costs={costs} isStale={isStale} />
          </>
        ) : null}
        {scenario && choices ? <Assumptions scenario={scenario} choices={choices} /> : null}
        {costs ? (
          <>
            <SplitCard costs={costs} isStale={isStale} />
            <SwingChart costs={costs} isStale={isStale} />
            <RangeChart costs={costs} isStale={isStale} />
            <CostFigures costs={costs} isStale={isStale} />
            <CostTree costs={costs} isStale={isStale} nameOf={nameOf} />
            <CostWarnings costs={costs} />
          </>
        ) : null}
      </div>
    </Pane>
  );
}

/** What is going on, and what to do next; nothing once figures are there and nothing runs. */
function CostStatus({ hasCosts }: { readonly hasCosts: boolean }) {
  const { t } = useTranslation();
  const app = useApp();
  const activity = useCostActivity();
  const { report } = useShownResult();
  if (activity?.status === 'running') {
    return (
      <div className="chart-card cost-status" role="status">
        <span className="hint">{t('costs.running')}</span>
        <Progress
          percent={Math.round(activity.doneShare * 100)}
          showInfo={false}
          size="small"
          aria-label={t('costs.running')}
        />
      </div>
    );
  }
  if (activity) {
    return (
      <div className="chart-card cost-status" role="status">
        <span className="hint">{t(`costs.${activity.status}`)}</span>
        <Button size="small" onClick={() => void priceBefores(app, true)}>
          {t('costs.again')}
        </Button>
      </div>
    );
  }
  if (hasCosts) return null;
  return <p className="empty-state cost-status">{t(report ? 'costs.waits' : 'costs.empty')}</p>;
}
