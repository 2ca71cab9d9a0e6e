import { Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { cancelSimulation, simulateActive } from '../../state/commands/simulate.ts';
import { useApp, useShownResult, useView } from '../AppContext.tsx';
import { useShownSimulation, useSimulationActivity } from './useSimulation.ts';

/** Run and stop, with progress; says what to do where nothing can be run. */
export function RunSimulation() {
  const { t } = useTranslation();
  const app = useApp();
  const { report, isStale: isPlanStale } = useShownResult();
  const activity = useSimulationActivity();
  const { simulation, isStale } = useShownSimulation();
  const rightTab = useView((view) => view.rightTab);
  if (activity?.status === 'running') {
    const { replicationsDone, replications } = activity;
    return (
      <div className="simulate-run" role="status">
        <Progress
          percent={Math.round((replicationsDone / replications) * 100)}
          showInfo={false}
          size="small"
          aria-label={t('simulate.title')}
        />
        <span className="simulate-run-row">
          {t('simulate.running', { done: replicationsDone, total: replications })}
          <Button size="small" onClick={() => cancelSimulation(app)}>
            {t('simulate.stop')}
          </Button>
        </span>
      </div>
    );
  }
  const hasFresh = simulation !== null && !isStale;
  const note = !report
    ? t('simulate.needsPlan')
    : isPlanStale
      ? t('simulate.waitsForPlan')
      : activity
        ? t(`simulate.${activity.status}`)
        : hasFresh
          ? t('simulate.upToDate')
          : null;
  return (
    <div className="simulate-run">
      {note ? (
        <p className="hint" role="status">
          {note}
        </p>
      ) : null}
      <Button type="primary" block disabled={!report || isPlanStale} onClick={() => void simulateActive(app)}>
        {simulation ? t('simulate.runAgain') : t('simulate.run')}
      </Button>
      {simulation && rightTab !== 'simulation' ? (
        <Button block onClick={() => app.view.showRightTab('simulation')}>
          {t('simulate.seeResults')}
        </Button>
      ) : null}
    </div>
  );
}
