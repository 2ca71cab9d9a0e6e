import { type PointerEvent, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { LonLat } from '../../core/geo.ts';
import { colours, fontFamily, previewColour } from '../theme.ts';
import type { MapCamera, MapPointer, MapViewProps } from './pointer.ts';
import { fitProjection, type Projection } from './projection.ts';
import { pathOf, SvgCounty, SvgLines, SvgStations } from './SvgLayers.tsx';
import { SvgLocks } from './SvgLocks.tsx';
import { roadAt, SvgMarks, SvgRoads } from './SvgRoads.tsx';
import type { Sketch } from './sketch.ts';
import { type Bounds, boundsOf, countyBounds, lineBounds } from './sources.ts';

/** The same map drawn as plain SVG: for browsers without WebGL2. */

interface Camera {
  readonly bounds: Bounds;
  readonly zoom: number;
  readonly panPx: readonly [number, number];
}

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
          <SvgCounty sources={sources} projection={projection} />
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
