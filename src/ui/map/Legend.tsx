import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DownOutlined, UpOutlined } from '../icons.tsx';
import { colours, drivenColour, previewColour } from '../theme.ts';
import { lockBody, lockShackle } from './lockIcon.ts';
import type { MapSources } from './sources.ts';

/** On a smaller map an open legend would cover stations. */
const roomyPx = { width: 900, height: 600 } as const;

interface LegendProps {
  readonly sources: MapSources;
  readonly hasLocks: boolean;
  readonly hasDrivenDay: boolean;
}

/** Explains marks in words; only what the map really shows. */
export function Legend({ sources, hasLocks, hasDrivenDay }: LegendProps) {
  const { t } = useTranslation();
  /** null = not touched yet: as the room on the map allows. */
  const [chosen, setChosen] = useState<boolean | null>(null);
  const [isRoomy, setRoomy] = useState(false);
  const own = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const holder = own.current?.parentElement;
    if (!holder) return;
    const observer = new ResizeObserver(() =>
      setRoomy(holder.clientWidth >= roomyPx.width && holder.clientHeight >= roomyPx.height),
    );
    observer.observe(holder);
    return () => observer.disconnect();
  }, []);
  const isOpen = chosen ?? isRoomy;
  const roles = new Set(sources.stations.features.map((feature) => feature.properties.role));
  const hasApproximate = sources.stations.features.some((feature) => !feature.properties.isReal);
  const hasReal = sources.stations.features.some((feature) => feature.properties.isReal);
  const hasUnserved = sources.stations.features.some((feature) => feature.properties.isUnserved);
  const known = new Set(sources.lines.features.map((feature) => feature.properties.isEstimated));
  const roads = new Set(sources.roads?.roads.map((road) => road.isEstimated ?? false));
  const hasClosed = sources.roads?.roads.some((road) => road.isClosed) ?? false;
  const grey = '#5b6675';
  return (
    <div ref={own} className={`legend ${isOpen ? '' : 'legend-closed'}`}>
      <Button
        type="text"
        size="small"
        className="legend-toggle"
        aria-expanded={isOpen}
        aria-label={t(isOpen ? 'map.hideLegend' : 'map.showLegend')}
        onClick={() => setChosen(!isOpen)}
        icon={isOpen ? <DownOutlined /> : <UpOutlined />}
        iconPlacement="end"
      >
        {t('map.legend')}
      </Button>
      {isOpen ? (
        <ul>
          <LegendDot radius={6} fill={colours.text} stroke={colours.text} text={t('legend.depot')} />
          {roles.has('townshipStation') ? (
            <LegendDot radius={5} fill={grey} stroke={grey} text={t('legend.townshipStation')} />
          ) : null}
          {roles.has('villageStation') ? (
            <LegendDot radius={3} fill={grey} stroke={grey} text={t('legend.villageStation')} />
          ) : null}
          {roles.has('urbanStation') ? (
            <LegendDot radius={3} fill={grey} stroke={grey} text={t('legend.urbanStation')} />
          ) : null}
          {sources.places.features.length > 0 ? (
            <LegendDot radius={2} fill="#fff" stroke="#8a94a1" text={t('legend.village')} />
          ) : null}
          {hasReal ? (
            <LegendDot
              radius={4}
              fill={colours.primary}
              stroke={colours.primary}
              text={t('legend.realPoint')}
            />
          ) : null}
          {hasApproximate ? (
            <LegendDot radius={4} fill="#fff" stroke={colours.primary} text={t('legend.approximate')} />
          ) : null}
          {hasDrivenDay ? <LegendLine colour={drivenColour} isDashed text={t('driven.legend')} /> : null}
          {known.has(false) ? <LegendLine colour={colours.primary} text={t('legend.lineReal')} /> : null}
          {known.has(true) ? (
            <LegendLine colour={colours.primary} isDashed text={t('legend.lineEstimated')} />
          ) : null}
          {roads.has(true) ? <LegendLine colour="#b3bcc6" isDashed isThin text={t('legend.roads')} /> : null}
          {roads.has(false) ? <LegendLine colour="#b3bcc6" isThin text={t('legend.roadsReal')} /> : null}
          {sources.preview ? (
            <LegendLine colour={previewColour} isThin text={t('roads.legend.preview')} />
          ) : null}
          {hasClosed ? <LegendLine colour={colours.fail} isDashed text={t('roads.legend.closed')} /> : null}
          {hasUnserved ? (
            <li>
              <svg width="22" height="14" aria-hidden="true">
                <path d="M7 3l8 8M15 3l-8 8" stroke={colours.fail} strokeWidth="2.2" />
              </svg>
              {t('legend.unserved')}
            </li>
          ) : null}
          {hasLocks ? (
            <li>
              <svg width="22" height="14" aria-hidden="true">
                <g transform="translate(4 0)">
                  <path d={lockShackle} fill="none" stroke={colours.text} strokeWidth="1.5" />
                  <path d={lockBody} fill={colours.text} />
                </g>
              </svg>
              {t('solve.locks.legend')}
            </li>
          ) : null}
          {known.size > 0 ? <li className="legend-note">{t('legend.colours')}</li> : null}
        </ul>
      ) : null}
    </div>
  );
}

interface LegendDotProps {
  readonly radius: number;
  readonly fill: string;
  readonly stroke: string;
  readonly text: string;
}

const LegendDot = ({ radius, fill, stroke, text }: LegendDotProps) => (
  <li>
    <svg width="22" height="14" aria-hidden="true">
      <circle cx="11" cy="7" r={radius} fill={fill} stroke={stroke} strokeWidth="1.6" />
    </svg>
    {text}
  </li>
);

interface LegendLineProps {
  readonly colour: string;
  readonly text: string;
  readonly isDashed?: boolean;
  readonly isThin?: boolean;
}

const LegendLine = ({ colour, text, isDashed = false, isThin = false }: LegendLineProps) => (
  <li>
    <svg width="22" height="14" aria-hidden="true">
      <path
        d="M1 7h20"
        stroke={colour}
        strokeWidth={isThin ? 1.4 : 3}
        strokeDasharray={isDashed ? '6 3' : undefined}
      />
    </svg>
    {text}
  </li>
);
