import { Alert, Button, Spin } from 'antd';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { closeDriven, followPlan, openDrivenFile } from '../../state/commands/driven.ts';
import type { DrivenState } from '../../state/driven.ts';
import { useApp, useDriven, useShownResult } from '../AppContext.tsx';
import { RefusedFile } from '../data/RefusedFile.tsx';
import { InboxOutlined } from '../icons.tsx';
import { Pane } from '../Pane.tsx';
import { StaleMark } from '../StaleMark.tsx';
import { DayView } from './DayView.tsx';
import { DrivenExport } from './DrivenExport.tsx';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');

/** Below the map: a driver's recorded day beside the plan. A file dropped here comes here. */
export function DrivenPane() {
  const { t } = useTranslation();
  const app = useApp();
  const state = useDriven();
  const { report, isStale } = useShownResult();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const { fileName, measured, isBusy } = state;
  useEffect(() => {
    if (report && !isStale) void followPlan(app, report);
  }, [app, report, isStale]);
  const open = (file: File | undefined): void => {
    if (file) void openDrivenFile(app, file);
  };
  const choose = (): void => input.current?.click();
  return (
    <Pane
      title={t('driven.title')}
      className="driven-pane"
      extra={
        <span className="pane-extra">
          <StaleMark isStale={measured !== null && (isStale || measured.report !== report)} />
          {measured ? <DrivenExport measured={measured} /> : null}
          {fileName === null ? null : (
            <>
              <Button size="small" onClick={choose}>
                {t('driven.other')}
              </Button>
              <Button size="small" onClick={() => closeDriven(app)}>
                {t('driven.close')}
              </Button>
            </>
          )}
        </span>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is an addition to the button */}
      <div
        className={`driven-body ${isOver ? 'driven-over' : ''}`}
        data-driven
        onDragOver={(event) => {
          if (!hasFiles(event)) return;
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          if (!hasFiles(event)) return;
          event.preventDefault();
          setOver(false);
          open(event.dataTransfer.files[0]);
        }}
      >
        <input
          ref={input}
          type="file"
          hidden
          accept=".gpx,application/gpx+xml"
          aria-label={t('driven.choose')}
          onChange={(event) => {
            open(event.target.files?.[0]);
            // The same file may be chosen again.
            event.target.value = '';
          }}
        />
        {measured ? (
          <Spin spinning={isBusy} classNames={{ root: 'driven-spin' }}>
            <DayView measured={measured} />
          </Spin>
        ) : (
          <Waiting state={state} onChoose={choose} />
        )}
      </div>
    </Pane>
  );
}

interface WaitingProps {
  readonly state: DrivenState;
  readonly onChoose: () => void;
}

/** No day on the screen: what to do, what is being done, or why the file was not taken. */
function Waiting({ state, onChoose }: WaitingProps) {
  const { t } = useTranslation();
  const { fileName, isBusy, refusal } = state;
  if (isBusy)
    return (
      <p className="empty-state" role="status">
        <Spin size="small" /> {t('driven.reading', { file: fileName })}
      </p>
    );
  return (
    <div className="driven-empty">
      {fileName !== null && refusal.length > 0 ? (
        <RefusedFile title={t('driven.refused', { file: fileName })} file={fileName} issues={refusal} />
      ) : null}
      {fileName !== null && refusal.length === 0 ? (
        <Alert type="info" showIcon title={t('driven.needsPlan')} />
      ) : null}
      <button type="button" className="drop-area" onClick={onChoose}>
        <InboxOutlined />
        <strong>{t('driven.emptyTitle')}</strong>
        <span>{t('driven.emptyHint')}</span>
        <span className="drop-area-action">{t('driven.choose')}</span>
      </button>
    </div>
  );
}
