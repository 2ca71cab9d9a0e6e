import { colours } from '../theme.ts';
import { type LabelRequest, placeLabels } from './labelPlacement.ts';
import type { MapViewProps } from './pointer.ts';
import type { Projection } from './projection.ts';
import type { StationProperties } from './sources.ts';

/** County, lines and stations as SVG: on the simple map and on paper. */

export const pathOf = (points: readonly (readonly number[])[], projection: Projection): string =>
  points
    .map((point, index) => {
      const [x, y] = projection.toPx(point);
      return `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`;
    })
    .join('');

const radiusPx = (station: StationProperties): number =>
  station.role === 'depot' ? 8 : station.role === 'townshipStation' ? 5.5 : 3.2;

const labelPriority = (station: StationProperties): number =>
  station.role === 'depot' ? 3 : station.role === 'townshipStation' ? 2 : 1;

interface LayerProps {
  readonly sources: MapViewProps['sources'];
  readonly projection: Projection;
}

export function SvgCounty({ sources, projection }: LayerProps) {
  return sources.county.features[0]?.geometry.coordinates.map((polygon, index) => (
    <path
      // biome-ignore lint/suspicious/noArrayIndexKey: polygons have no other identity
      key={index}
      d={`${polygon.map((ring) => pathOf(ring, projection)).join('Z')}Z`}
      fill={colours.mapCounty}
      stroke="#9aa5b1"
      strokeWidth={1.6}
    />
  ));
}

export function SvgLines({
  sources,
  projection,
  highlightedLineId,
}: LayerProps & Pick<MapViewProps, 'highlightedLineId'>) {
  return sources.lines.features.map(({ geometry, properties }, index) => {
    const points = geometry.coordinates.map((point) => projection.toPx(point));
    const isDimmed = highlightedLineId !== null && properties.lineId !== highlightedLineId;
    return (
      <path
        // biome-ignore lint/suspicious/noArrayIndexKey: stretches have no other identity
        key={index}
        data-kind="line"
        data-id={properties.lineId}
        d={shiftedPath(points, properties.rank * 4)}
        fill="none"
        stroke={properties.colour}
        strokeWidth={3}
        strokeLinecap="round"
        strokeLinejoin="round"
        strokeDasharray={properties.isEstimated ? '7 4' : undefined}
        opacity={isDimmed ? 0.18 : 1}
      />
    );
  });
}

/** A polyline moved sideways, so that lines on one road lie beside each other. */
function shiftedPath(points: readonly (readonly [number, number])[], shiftPx: number): string {
  return points
    .map(([x, y], index) => {
      const before = points[Math.max(0, index - 1)]!;
      const after = points[Math.min(points.length - 1, index + 1)]!;
      const length = Math.hypot(after[0] - before[0], after[1] - before[1]) || 1;
      const sx = x - ((after[1] - before[1]) / length) * shiftPx;
      const sy = y + ((after[0] - before[0]) / length) * shiftPx;
      return `${index === 0 ? 'M' : 'L'}${sx.toFixed(1)} ${sy.toFixed(1)}`;
    })
    .join('');
}

interface SvgStationsProps extends LayerProps {
  readonly stopNumbers: MapViewProps['stopNumbers'];
  readonly hasVillageLabels: boolean;
  /** Labels are kept within so much of the width; absent = they may be cut off. */
  readonly frameWidthPx?: number;
}

export function SvgStations(props: SvgStationsProps) {
  const { sources, projection, stopNumbers, hasVillageLabels, frameWidthPx } = props;
  const numbers = new Map(stopNumbers.map((each) => [each.stationId, each.number]));
  const labels: LabelRequest[] = [];
  const marks = sources.stations.features
    .toSorted((a, b) => labelPriority(a.properties) - labelPriority(b.properties))
    .map(({ geometry, properties }) => {
      const [cx, cy] = projection.toPx(geometry.coordinates);
      const priority = labelPriority(properties);
      if (priority > 1 || hasVillageLabels) {
        const number = numbers.get(properties.stationId);
        const text = number === undefined ? properties.name : `${number} ${properties.name}`;
        labels.push({ text, xPx: cx, yPx: cy, sizePx: priority > 1 ? 13 : 11, priority });
      }
      const isDepot = properties.role === 'depot';
      const isFilled = isDepot || properties.isReal;
      const own = isDepot ? colours.text : properties.colour;
      return (
        <g key={properties.stationId} data-kind="station" data-id={properties.stationId}>
          <circle
            cx={cx}
            cy={cy}
            r={radiusPx(properties)}
            fill={isFilled ? own : '#fff'}
            stroke={isFilled ? '#fff' : own}
            strokeWidth={1.8}
          />
          {properties.isUnserved ? (
            <path
              d={`M${cx - 5} ${cy - 5}L${cx + 5} ${cy + 5}M${cx + 5} ${cy - 5}L${cx - 5} ${cy + 5}`}
              stroke={colours.fail}
              strokeWidth={2.4}
            />
          ) : null}
        </g>
      );
    });
  return (
    <>
      {marks}
      {placeLabels(labels, frameWidthPx).map((label) => (
        <text
          key={`${label.text} ${label.xPx} ${label.yPx}`}
          x={label.xPx}
          y={label.yPx}
          fontSize={label.sizePx}
          textAnchor={label.anchor}
          dominantBaseline="central"
          fill={colours.text}
          stroke="#fff"
          strokeWidth={3}
          paintOrder="stroke"
          pointerEvents="none"
        >
          {label.text}
        </text>
      ))}
    </>
  );
}
