import { Button, Tooltip } from 'antd';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Report } from '../../core/model/report.ts';
import { PlaySquareOutlined } from '../icons.tsx';
import type { MapCamera } from '../map/pointer.ts';
import { Playback } from './Playback.tsx';

interface PlaybackButtonProps {
  readonly report: Report | null;
  readonly camera: RefObject<MapCamera | null>;
}

/** Opens the playback of a day over the map; another plan closes it. */
export function PlaybackButton({ report, camera }: PlaybackButtonProps) {
  const { t } = useTranslation();
  const [played, setPlayed] = useState<Report | null>(null);
  const isOpen = report !== null && played === report;
  const text = t(report ? 'simulate.playback.open' : 'simulate.playback.needsPlan');
  return (
    <>
      {isOpen ? <Playback report={report} camera={camera} onClose={() => setPlayed(null)} /> : null}
      <div className="map-buttons playback-button">
        <Tooltip title={text} placement="left">
          <Button
            icon={<PlaySquareOutlined />}
            aria-label={text}
            aria-expanded={isOpen}
            disabled={!report}
            onClick={() => setPlayed(isOpen ? null : report)}
          />
        </Tooltip>
      </div>
    </>
  );
}
