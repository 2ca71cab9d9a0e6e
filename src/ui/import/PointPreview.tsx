import { Button } from 'antd';
import { type PointerEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PointsView } from '../../../workers/tableProtocol.ts';
import { formatNumber } from '../../i18n/format.ts';
import { settledNow } from '../../state/imports.ts';
import { useApp, useDocument, useImports, useLanguage, useScenario } from '../AppContext.tsx';
import { AimOutlined, MinusOutlined, PlusOutlined } from '../icons.tsx';
import { fitProjection } from '../map/projection.ts';
import { boundsOf } from '../map/sources.ts';
import { drawPoints, medianDistanceM, pointAt } from './drawPoints.ts';

const paddingPx = 18;

/** Where the rows would stand on the map, beside where their places are known to be; a click goes to the row. */
export function PointPreview() {
  const points = useImports((state) => state.checked?.points ?? null);
  return points ? <Preview points={points} /> : null;
}

function Preview({ points }: { readonly points: PointsView }) {
  const { t } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  const county = useDocument()?.county;
  const scenario = useScenario();
  const isNewCounty = useImports((state) => settledNow(state).target.kind === 'newCounty');
  const tried = useImports((state) => state.triedSystem);
  const activeKey = useImports((state) => state.activeKey);
  const asked = useImports((state) => state.asked);
  const canvas = useRef<HTMLCanvasElement>(null);
  const drag = useRef<{ x: number; y: number; panPx: readonly [number, number] } | null>(null);
  const [size, setSize] = useState({ widthPx: 0, heightPx: 0 });
  const [camera, setCamera] = useState({ zoom: 1, panPx: [0, 0] as readonly [number, number] });

  const lonLat = tried ? points.bySystem[tried === 'cgcs2000' ? 'wgs84' : tried] : points.lonLat;
  const boundary = isNewCounty ? null : (county?.boundary ?? null);
  const bounds = useMemo(
    () => boundsOf(boundary ? boundary.coordinates.flat(2) : pairsOf(points.lonLat)),
    [boundary, points],
  );
  const townships = useMemo(
    () => (isNewCounty ? [] : (county?.places.filter(({ tier }) => tier === 'township') ?? [])),
    [county, isNewCounty],
  );
  const median = useMemo(() => medianDistanceM(points, lonLat), [points, lonLat]);
  const tableIndex = points.tableKeys.indexOf(activeKey ?? '');
  const chosen = asked
    ? points.row.findIndex((row, index) => row === asked.row && points.table[index] === tableIndex)
    : -1;
  const roads = scenario?.roads && scenario.roads.source !== 'proxy' && !isNewCounty ? scenario.roads : null;
  const projection = useMemo(
    () =>
      bounds && size.widthPx > 0
        ? fitProjection(bounds, { ...size, paddingPx }, camera.zoom, camera.panPx)
        : null,
    [bounds, size, camera],
  );

  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const observer = new ResizeObserver(() =>
      setSize({ widthPx: element.clientWidth, heightPx: element.clientHeight }),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  // Two tasks, one for the canvas and one for what is on it: together they would hold the screen up.
  useEffect(() => {
    const element = canvas.current;
    if (!element || size.widthPx === 0) return;
    const scale = globalThis.devicePixelRatio || 1;
    element.width = Math.round(size.widthPx * scale);
    element.height = Math.round(size.heightPx * scale);
    contextOf(element)?.setTransform(scale, 0, 0, scale, 0, 0);
  }, [size]);

  useEffect(() => {
    const drawing = setTimeout(() => {
      const element = canvas.current;
      const context = element && contextOf(element);
      if (!context || !projection) return;
      drawPoints(context, size, projection, {
        boundary,
        roads,
        townships,
        points,
        lonLat,
        tableIndex,
        chosen,
      });
      element.dataset.points = String(points.row.length);
    });
    return () => clearTimeout(drawing);
  }, [projection, size, boundary, roads, townships, points, lonLat, tableIndex, chosen]);

  const zoomBy = (factor: number): void =>
    setCamera(({ zoom, panPx: [x, y] }) => ({
      zoom: Math.min(60, Math.max(0.5, zoom * factor)),
      panPx: [x * factor, y * factor],
    }));
  const onPointerMove = (event: PointerEvent): void => {
    const start = drag.current;
    if (!start || event.buttons === 0) return;
    setCamera({
      ...camera,
      panPx: [start.panPx[0] + event.clientX - start.x, start.panPx[1] + event.clientY - start.y],
    });
  };
  const onPointerUp = (event: PointerEvent): void => {
    const start = drag.current;
    drag.current = null;
    const box = canvas.current?.getBoundingClientRect();
    if (!start || !box || !projection || Math.hypot(event.clientX - start.x, event.clientY - start.y) > 4)
      return;
    const index = pointAt(lonLat, projection, event.clientX - box.left, event.clientY - box.top);
    const key = points.tableKeys[points.table[index] ?? -1];
    if (index >= 0 && key !== undefined) app.imports.ask({ key, row: points.row[index]!, column: null });
  };
  const summary = t(median.count > 0 ? 'import.preview.summary' : 'import.preview.summaryUnknown', {
    points: formatNumber(points.row.length, language),
    known: formatNumber(median.count, language),
    metres: formatNumber(median.metres, language),
  });
  return (
    <section className="point-preview" aria-label={t('import.preview.title')}>
      <canvas
        ref={canvas}
        role="img"
        aria-label={summary}
        onPointerDown={(event) => {
          drag.current = { x: event.clientX, y: event.clientY, panPx: camera.panPx };
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onWheel={(event) => zoomBy(2 ** (-event.deltaY / 400))}
      />
      <div className="preview-buttons">
        <Button
          size="small"
          icon={<PlusOutlined />}
          aria-label={t('map.zoomIn')}
          onClick={() => zoomBy(1.6)}
        />
        <Button
          size="small"
          icon={<MinusOutlined />}
          aria-label={t('map.zoomOut')}
          onClick={() => zoomBy(1 / 1.6)}
        />
        <Button
          size="small"
          icon={<AimOutlined />}
          aria-label={t('map.fit')}
          onClick={() => setCamera({ zoom: 1, panPx: [0, 0] })}
        />
      </div>
      <p className="hint" aria-live="polite">
        {tried ? `${t('import.preview.tried', { system: t(`import.systemsShort.${tried}`) })} ` : ''}
        {summary} {t('import.preview.legend')}
      </p>
    </section>
  );
}

/** In the page's own memory: handing thousands of dots to the graphics process takes longer than drawing them. */
const contextOf = (canvas: HTMLCanvasElement): CanvasRenderingContext2D | null =>
  canvas.getContext('2d', { willReadFrequently: true });

function* pairsOf(lonLat: Float64Array): Generator<readonly number[]> {
  for (let index = 0; index < lonLat.length; index += 2) yield [lonLat[index]!, lonLat[index + 1]!];
}
