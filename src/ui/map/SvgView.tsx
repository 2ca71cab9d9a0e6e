import { type PointerEvent, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { LonLat } from '../../core/geo.ts';
import { colours, fontFamily, previewColour } from '../theme.ts';
import { type LabelRequest, placeLabels } from './labelPlacement.ts';
import type { MapCamera, MapPointer, MapViewProps } from './pointer.ts';
import { fitProjection, type Projection } from './projection.ts';
import { SvgLocks } from './SvgLocks.tsx';
import { roadAt, SvgMarks, SvgRoads } from './SvgRoads.tsx';
import type { Sketch } from './sketch.ts';
import { type Bounds, boundsOf, countyBounds, lineBounds, type StationProperties } from './sources.ts';

/** The same map drawn as plain SVG: for browsers without WebGL2 and for print. */

interface Camera {
  readonly bounds: Bounds;
  readonly zoom: number;
  readonly panPx: readonly [number, number];
}

const pathOf = (points: readonly (readonly number[])[], projection: Projection): string =>
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

/** Village labels appear from this zoom on. */
const villageLabelZoom = 1.8;
const zoomLimits = [0.8, 40] as const;

export default function SvgView(props: MapViewProps) {
  const { sources, highlightedLineId, stopNumbers, marks, locks, sketch, isRoadsFirst, onHover, onClick } =
    props;
  const holder = useRef<HTMLDivElement>(null);
  const drag = useRef<{ x: number; y: number; panPx: readonly [number, number] } | null>(null);
  const dragged = useRef<MapPointer | null>(null);
  const [size, setSize] = useState({ widthPx: 0, heightPx: 0 });
  const county = useMemo(() => countyBounds(sources), [sources]);
  const [camera, setCamera] = useState<Camera | null>(null);
  const shown = camera ?? (county ? { bounds: county, zoom: 1, panPx: [0, 0] as const } : null);

  const projection = shown
    ? fitProjection(shown.bounds, { ...size, paddingPx: 28 }, shown.zoom, shown.panPx)
    : null;
  const project = useEffectEvent((point: LonLat) => projection?.toPx(point) ?? null);

  const countyKey = String(county);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new county resets the camera
  useEffect(() => setCamera(null), [countyKey]);

  const fitLine = useEffectEvent((lineId: string) => {
    const bounds = lineBounds(sources, lineId);
    if (bounds) setCamera({ bounds, zoom: 0.9, panPx: [0, 0] });
  });
  const zoomBy = useEffectEvent((steps: number) => {
    if (shown) setCamera({ ...shown, zoom: clampZoom(shown.zoom * 2 ** steps) });
  });
  const onReady = useEffectEvent(props.onReady);
  useEffect(() => {
    const element = holder.current;
    if (!element) return;
    const control: MapCamera = {
      project: (point) => project(point),
      fitCounty: () => setCamera(null),
      fitLine: (lineId) => fitLine(lineId),
      zoomBy: (steps) => zoomBy(steps),
      fitPoints: (points) => {
        const bounds = boundsOf(points);
        if (bounds) setCamera({ bounds, zoom: 1, panPx: [0, 0] });
      },
      lookAt: ([lon, lat]) => {
        const reachDeg = 0.05;
        setCamera({
          bounds: [lon - reachDeg, lat - reachDeg, lon + reachDeg, lat + reachDeg],
          zoom: 1,
          panPx: [0, 0],
        });
      },
    };
    onReady(control);
    const observer = new ResizeObserver(() =>
      setSize({ widthPx: element.clientWidth, heightPx: element.clientHeight }),
    );
    observer.observe(element);
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault();
      zoomBy(-event.deltaY / 400);
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      observer.disconnect();
      element.removeEventListener('wheel', onWheel);
    };
  }, []);

  const pointerFrom = (event: PointerEvent): MapPointer | null => {
    const target = (event.target as Element).closest('[data-kind]');
    const box = holder.current?.getBoundingClientRect();
    if (!box || !projection) return null;
    const xPx = event.clientX - box.left;
    const yPx = event.clientY - box.top;
    const isStop = target !== null && target.getAttribute('data-kind') !== 'line';
    if (!target || (isRoadsFirst && !isStop)) {
      const roadId = roadAt(sources.roads, projection, xPx, yPx);
      if (roadId !== null) return { kind: 'road', id: roadId, xPx, yPx };
    }
    if (!target) return null;
    return {
      kind: target.getAttribute('data-kind') as MapPointer['kind'],
      id: target.getAttribute('data-id') ?? '',
      xPx,
      yPx,
    };
  };

  const onPointerDown = (event: PointerEvent): void => {
    const pointer = props.isMoving ? pointerFrom(event) : null;
    dragged.current = pointer?.kind === 'station' || pointer?.kind === 'place' ? pointer : null;
    if (shown) drag.current = { x: event.clientX, y: event.clientY, panPx: shown.panPx };
  };
  const onPointerMove = (event: PointerEvent): void => {
    const start = drag.current;
    if (!start || !shown || event.buttons === 0 || dragged.current) {
      onHover(pointerFrom(event));
      return;
    }
    const panPx = [
      start.panPx[0] + event.clientX - start.x,
      start.panPx[1] + event.clientY - start.y,
    ] as const;
    setCamera({ ...shown, panPx });
  };
  const onPointerUp = (event: PointerEvent): void => {
    const start = drag.current;
    drag.current = null;
    const hasMoved = start !== null && Math.hypot(event.clientX - start.x, event.clientY - start.y) > 4;
    const box = holder.current?.getBoundingClientRect();
    const moved = dragged.current;
    dragged.current = null;
    if (hasMoved && moved && projection && box) {
      props.onMove(moved, projection.toLonLat(event.clientX - box.left, event.clientY - box.top));
      return;
    }
    if (hasMoved || !projection || !box) return;
    onClick(pointerFrom(event), projection.toLonLat(event.clientX - box.left, event.clientY - box.top));
  };

  return (
    <div
      className="map-canvas map-simple"
      ref={holder}
      data-map={projection && size.widthPx ? 'idle' : 'busy'}
    >
      {projection && size.widthPx > 0 ? (
        <svg
          width={size.widthPx}
          height={size.heightPx}
          fontFamily={fontFamily}
          aria-hidden="true"
          onPointerDown={onPointerDown}
          onPointerMove={onPointerMove}
          onPointerUp={onPointerUp}
          onPointerLeave={() => onHover(null)}
        >
          <rect width={size.widthPx} height={size.heightPx} fill={colours.mapGround} />
          {sources.county.features[0]?.geometry.coordinates.map((polygon, index) => (
            <path
              // biome-ignore lint/suspicious/noArrayIndexKey: polygons have no other identity
              key={index}
              d={`${polygon.map((ring) => pathOf(ring, projection)).join('Z')}Z`}
              fill={colours.mapCounty}
              stroke="#9aa5b1"
              strokeWidth={1.6}
            />
          ))}
          <SvgRoads network={sources.roads} projection={projection} colour="#c3cbd4" />
          <SvgRoads network={sources.preview} projection={projection} colour={previewColour} />
          <g opacity={sketch ? 0.12 : 1}>
            <SvgLines sources={sources} projection={projection} highlightedLineId={highlightedLineId} />
          </g>
          {sketch ? <SvgSketch sketch={sketch} projection={projection} /> : null}
          <SvgMarks marks={marks} projection={projection} />
          {sources.places.features.map(({ geometry, properties }) => {
            const [cx, cy] = projection.toPx(geometry.coordinates);
            return (
              <circle
                key={properties.placeId}
                data-kind="place"
                data-id={properties.placeId}
                cx={cx}
                cy={cy}
                r={2}
                fill={properties.isReal ? '#8a94a1' : '#fff'}
                stroke="#8a94a1"
              />
            );
          })}
          <SvgStations
            sources={sources}
            projection={projection}
            stopNumbers={stopNumbers}
            hasVillageLabels={(shown?.zoom ?? 1) >= villageLabelZoom || camera?.bounds !== undefined}
          />
          <SvgLocks locks={locks} projection={projection} />
        </svg>
      ) : null}
    </div>
  );
}

const clampZoom = (zoom: number): number => Math.min(zoomLimits[1], Math.max(zoomLimits[0], zoom));

interface LayerProps {
  readonly sources: MapViewProps['sources'];
  readonly projection: Projection;
}

function SvgLines({
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

function SvgSketch({ sketch, projection }: { readonly sketch: Sketch; readonly projection: Projection }) {
  return (
    <g className="map-sketch" fill="none" strokeWidth={2} pointerEvents="none">
      {sketch.features.map(({ geometry, properties }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines being found have no other identity
        <path key={index} d={pathOf(geometry.coordinates, projection)} stroke={properties.colour} />
      ))}
    </g>
  );
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
}

function SvgStations({ sources, projection, stopNumbers, hasVillageLabels }: SvgStationsProps) {
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
      {placeLabels(labels).map((label) => (
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
