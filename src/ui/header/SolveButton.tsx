import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatYuan } from '../../i18n/format.ts';
import { solveActive, stopRuns } from '../../state/commands/solve.ts';
import { isWorking } from '../../state/runs.ts';
import { useActivity, useApp, useLanguage, useLive, useScenario, useShownResult } from '../AppContext.tsx';
import { CaretRightOutlined, StopOutlined } from '../icons.tsx';

/** Starts and stops the computation and says in words what it is doing. */
export function SolveButton() {
  const { t } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  const scenario = useScenario();
  const { report, isStale, isPreliminary } = useShownResult();
  const activity = useActivity();
  const wasStopped = useLive()?.wasStopped ?? false;
  const isBusy = isWorking(activity);
  const progress = isBusy ? activity.progress : null;

  const status = (): string => {
    if (isBusy && wasStopped) return t('solve.stopping');
    if (isBusy && isPreliminary) return t('header.improving');
    if (isBusy) return progress ? t(`phases.${progress.phase}`) : t('header.waiting');
    if (activity?.status === 'cancelled') return t('states.cancelled');
    if (activity?.status === 'failed') return t('states.failed');
    if (report && !isStale && scenario?.handPlan) return t('header.evaluated');
    if (report && !isStale) return wasStopped ? t('solve.stopped') : t('header.solved');
    return '';
  };
  const best = progress?.bestYuanPerParcel ?? null;

  return (
    <div className="solve">
      {isBusy ? (
        <Button danger icon={<StopOutlined />} onClick={() => stopRuns(app)}>
          {t('header.cancel')}
        </Button>
      ) : (
        <Button
          type="primary"
          icon={<CaretRightOutlined />}
          disabled={!scenario}
          onClick={() => void solveActive(app, true)}
        >
          {report ? t('header.solveAgain') : t('header.solve')}
        </Button>
      )}
      <div className="solve-status" role="status" aria-live="polite">
        <span className="solve-phase">{status()}</span>
        {scenario?.handPlan && !isBusy ? (
          <Button
            type="link"
            size="small"
            className="solve-by-hand"
            onClick={() => app.view.openRoom('solve')}
          >
            {t('header.byHand')}
          </Button>
        ) : null}
        {best !== null ? (
          <span className="solve-best">{t('header.best', { yuan: formatYuan(best, language) })}</span>
        ) : null}
      </div>
      <div
        className="solve-bar"
        role="progressbar"
        aria-label={t('header.solve')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round((progress?.doneShare ?? 0) * 100)}
        hidden={!isBusy}
      >
        <span style={{ transform: `scaleX(${progress?.doneShare ?? 0})` }} />
      </div>
    </div>
  );
}
