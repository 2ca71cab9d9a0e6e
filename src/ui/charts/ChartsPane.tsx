import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { useShownResult, useSolved } from '../AppContext.tsx';
import { Pane } from '../Pane.tsx';
import { CostChart } from './CostChart.tsx';
import { CoverageChart } from './CoverageChart.tsx';
import { PlaneChart } from './PlaneChart.tsx';
import { TimeChart } from './TimeChart.tsx';

/** Time and cost of the plan on the screen, then all plans of the county against the targets. */
export function ChartsPane() {
  const { t } = useTranslation();
  // Charts may lag a moment behind: a new result must not hold up the pointer or the keyboard.
  const { report, isStale } = useDeferredValue(useShownResult());
  const solved = useDeferredValue(useSolved());
  return (
    <Pane title={t('charts.title')} className="charts-pane" isTitleHidden>
      {report ? (
        <div className="charts-grid">
          <TimeChart report={report} isStale={isStale} />
          <CostChart report={report} isStale={isStale} />
          <PlaneChart solved={solved} report={report} />
          <CoverageChart solved={solved} report={report} />
        </div>
      ) : (
        <p className="empty-state">{t('charts.empty')}</p>
      )}
    </Pane>
  );
}
