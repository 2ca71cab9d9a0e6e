import { Button, Popover } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Report } from '../../core/model/report.ts';
import { formatTime } from '../../i18n/format.ts';
import { useApp } from '../AppContext.tsx';
import { shortPlaceName } from '../bilingual.ts';
import { InfoCircleOutlined } from '../icons.tsx';
import { lateStops } from './lateStops.ts';

/** Stops reached after closing: no limit is passed, but the parcels wait for the next opening. Each leads to its line. */
export function LateStopsButton({ report }: { readonly report: Report }) {
  const { t } = useTranslation();
  const app = useApp();
  const late = useMemo(() => lateStops(report), [report]);
  if (late.length === 0) return null;
  const nameOf = new Map(report.scenario.stations.map(({ id, name }) => [id, shortPlaceName(name)]));
  const content = (
    <div className="problems">
      <p>{t('lines.lateStopsHint')}</p>
      <ul>
        {late.map(({ lineId, lineNumber, stationId, arrivalClockMin, closeClockMin }) => (
          <li key={`${lineId}/${stationId}`}>
            <Button type="link" size="small" onClick={() => app.view.selectStation(stationId, lineId)}>
              {nameOf.get(stationId)}
            </Button>
            {t('lines.lateStop', {
              line: lineNumber,
              arrival: formatTime(arrivalClockMin),
              close: formatTime(closeClockMin),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
  return (
    <Popover trigger="click" placement="topLeft" content={content}>
      <Button type="text" size="small" icon={<InfoCircleOutlined />} data-late-stops={late.length}>
        {t('lines.lateStops', { count: late.length })}
      </Button>
    </Popover>
  );
}
