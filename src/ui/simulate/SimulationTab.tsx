import { Button } from 'antd';
import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { StationId } from '../../core/model/ids.ts';
import type { Simulation } from '../../state/simulations.ts';
import { useApp, useView } from '../AppContext.tsx';
import { shortPlaceName } from '../bilingual.ts';
import { Pane } from '../Pane.tsx';
import { ChartsOfLoad } from './ChartsOfLoad.tsx';
import { ChartsOfTime } from './ChartsOfTime.tsx';
import { ColdCard } from './ColdCard.tsx';
import { Incidents } from './Incidents.tsx';
import { PartsChart } from './PartsChart.tsx';
import { ResultFigures } from './ResultFigures.tsx';
import { SortingCard } from './SortingCard.tsx';
import { useShownSimulation } from './useSimulation.ts';
import { VillageTimes } from './VillageTimes.tsx';
import { WhyPanel } from './WhyPanel.tsx';

export interface ResultProps {
  readonly simulation: Simulation;
  readonly isStale: boolean;
}
export interface NamedResultProps extends ResultProps {
  readonly nameOf: (stationId: string) => string;
}

/** Everything a simulation says: figures with intervals, times, villages, load, trouble, and single parcels. */
export function SimulationTab() {
  const { t } = useTranslation();
  const app = useApp();
  const { simulation, hash, isStale } = useDeferredValue(useShownSimulation());
  const selectedId = useView((view) => view.selectedStationId);
  const scenario = simulation?.report.scenario ?? null;
  const nameOf = useMemo(() => {
    const names = new Map<string, string>(
      scenario
        ? [scenario.depot, ...scenario.stations].map(({ id, name }) => [id, shortPlaceName(name)])
        : [],
    );
    return (stationId: string): string => names.get(stationId) ?? stationId;
  }, [scenario]);
  return (
    <Pane title={t('simulate.results.title')} className="charts-pane simulation-pane" isTitleHidden>
      {simulation && hash ? (
        <div className="charts-grid simulation-grid" data-result-hash={simulation.resultHash}>
          <ResultFigures simulation={simulation} isStale={isStale} />
          <ChartsOfTime simulation={simulation} isStale={isStale} />
          <PartsChart simulation={simulation} isStale={isStale} nameOf={nameOf} selectedId={selectedId} />
          <VillageTimes simulation={simulation} isStale={isStale} nameOf={nameOf} selectedId={selectedId} />
          <WhyPanel
            simulation={simulation}
            hash={hash}
            nameOf={nameOf}
            selectedId={selectedId as StationId | null}
          />
          <ChartsOfLoad simulation={simulation} isStale={isStale} nameOf={nameOf} />
          <ColdCard simulation={simulation} isStale={isStale} />
          <SortingCard simulation={simulation} isStale={isStale} />
          <Incidents simulation={simulation} nameOf={nameOf} />
        </div>
      ) : (
        <div className="empty-state">
          <p>{t('simulate.results.empty')}</p>
          <span className="empty-actions">
            <Button onClick={() => app.view.openRoom('simulate')}>{t('simulate.results.open')}</Button>
          </span>
        </div>
      )}
    </Pane>
  );
}
