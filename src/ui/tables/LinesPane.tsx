import { Skeleton } from 'antd';
import { useCallback, useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import type { LineId } from '../../core/model/ids.ts';
import { useApp, useIsWorking, useShownResult, useView } from '../AppContext.tsx';
import { IconButton } from '../IconButton.tsx';
import { PrinterOutlined } from '../icons.tsx';
import { DayFilterTag } from '../levels/DayFilterTag.tsx';
import { useRunningLines } from '../levels/runningLines.ts';
import { Pane } from '../Pane.tsx';
import { StaleMark } from '../StaleMark.tsx';
import { useHeightPx } from '../useHeightPx.ts';
import { DataNotesButton } from './DataNotesButton.tsx';
import { LateStopsButton } from './LateStopsButton.tsx';
import { LinesTable } from './LinesTable.tsx';
import { linesInWords } from './linesInWords.ts';
import { ProblemsButton } from './ProblemsButton.tsx';
import { Timetable } from './Timetable.tsx';

/** Below the map: the lines and, beside them, the timetable of the chosen one. */
export function LinesPane() {
  const { t } = useTranslation();
  const app = useApp();
  const { report, isStale } = useDeferredValue(useShownResult());
  const selectedLineId = useView((view) => view.selectedLineId);
  const runningLines = useRunningLines(report);
  const [holder, heightPx] = useHeightPx(160);

  const onSelect = useCallback((lineId: LineId | null) => app.view.selectLine(lineId), [app]);
  const onHover = useCallback((lineId: LineId | null) => app.view.hoverLine(lineId), [app]);
  const title = report ? `${t('lines.title')} · ${linesInWords(report.plan, t)}` : t('lines.title');

  return (
    <Pane
      title={title}
      className="lines-pane"
      extra={
        <span className="pane-extra">
          {report ? <ProblemsButton report={report} /> : null}
          {report ? <LateStopsButton report={report} /> : null}
          {report ? <DataNotesButton report={report} /> : null}
          {report ? <DayFilterTag report={report} /> : null}
          <StaleMark isStale={isStale} />
          {report && !isStale ? (
            <IconButton
              icon={<PrinterOutlined />}
              label={t('prints.ofLines')}
              onClick={() => app.view.showPrint('lines')}
              data-print-lines
            />
          ) : null}
        </span>
      }
    >
      <div className="lines-body">
        <div className={`lines-holder ${isStale ? 'stale' : ''}`} ref={holder}>
          {report ? (
            <LinesTable
              report={report}
              shownLineIds={runningLines}
              heightPx={heightPx}
              selectedLineId={selectedLineId}
              onSelect={onSelect}
              onHover={onHover}
            />
          ) : (
            <LinesPlaceholder />
          )}
        </div>
        {report && selectedLineId ? <Timetable report={report} lineId={selectedLineId} /> : null}
      </div>
    </Pane>
  );
}

function LinesPlaceholder() {
  const { t } = useTranslation();
  if (!useIsWorking()) return <p className="empty-state">{t('lines.empty')}</p>;
  return <Skeleton active title={false} paragraph={{ rows: 3 }} className="lines-skeleton" />;
}
