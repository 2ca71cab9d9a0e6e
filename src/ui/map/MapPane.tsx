import { Button, Spin } from 'antd';
import {
  lazy,
  Suspense,
  useCallback,
  useDeferredValue,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { LonLat } from '../../core/geo.ts';
import type { County } from '../../core/model/county.ts';
import { asId, type LineId, type StationId } from '../../core/model/ids.ts';
import type { Report } from '../../core/model/report.ts';
import type { Scenario } from '../../core/model/scenario.ts';
import {
  useApp,
  useDocument,
  useHasEndedWithoutAnswer,
  useLanguage,
  useRoads,
  useScenario,
  useShownResult,
  useView,
} from '../AppContext.tsx';
import { nameIn } from '../bilingual.ts';
import { ErrorBoundary } from '../ErrorBoundary.tsx';
import { useMapGrid } from '../grids/useMapGrid.ts';
import { AimOutlined, MinusOutlined, PlusOutlined } from '../icons.tsx';
import { DayFilterTag } from '../levels/DayFilterTag.tsx';
import { useRunningLines } from '../levels/runningLines.ts';
import { PlaybackButton } from '../playback/PlaybackButton.tsx';
import { creditOfRoads } from '../roads/roadTitle.ts';
import { StaleMark } from '../StaleMark.tsx';
import { useTimeColours } from '../simulate/useTimeColours.ts';
import { useVillagePick } from '../solve/useVillagePick.ts';
import { useStopColours } from '../stops/useStopColours.ts';
import { ColourLegend } from './ColourLegend.tsx';
import { describePointer } from './describe.ts';
import { Legend } from './Legend.tsx';
import { MapCredit } from './MapCredit.tsx';
import type { MapCamera, MapPointer, StopNumber } from './pointer.ts';
import { roadMarks } from './roadMarks.ts';
import { useSketch } from './sketch.ts';
import { mapSources } from './sources.ts';
import { colourStations } from './stationColours.ts';
import { useLocks } from './useLocks.ts';
import { useDrivenCourse, useLookedUp } from './useLookedUp.ts';
import { useMapTurn } from './useMapTurn.ts';
import { useStopDrag } from './useStopDrag.tsx';

const MapLibreView = lazy(() => import('./MapLibreView.tsx'));
const SvgView = lazy(() => import('./SvgView.tsx'));

/** `?map=simple` asks for the plain map anywhere. */
const wantsSimpleMap = (): boolean => new URLSearchParams(location.search).get('map') === 'simple';

export function MapPane() {
  const { t } = useTranslation();
  const app = useApp();
  const county = useDocument()?.county ?? null;
  const scenario = useScenario();
  const { report, isStale } = useDeferredValue(useShownResult());
  const [canUseWebGl, setWebGl] = useState(() => !wantsSimpleMap());
  const hasEnded = useHasEndedWithoutAnswer();
  const isTurn = useMapTurn(report === null && !hasEnded);
  const onNoWebGl = useCallback(
    (details: string): void => {
      setWebGl(false);
      app.view.notify('simpleMap', details);
    },
    [app],
  );

  return (
    <div className="pane map-pane">
      <ErrorBoundary>
        {county && scenario && (isTurn || !canUseWebGl) ? (
          <CountyMap
            county={county}
            scenario={scenario}
            // A report of another scenario would draw lines between stations that are not there.
            report={report?.scenario.id === scenario.id ? report : null}
            isStale={isStale}
            canUseWebGl={canUseWebGl}
            onNoWebGl={onNoWebGl}
          />
        ) : (
          <div className="map-loading">
            <Spin />
            <span>{t('map.loading')}</span>
          </div>
        )}
      </ErrorBoundary>
    </div>
  );
}

interface CountyMapProps {
  readonly county: County;
  readonly scenario: Scenario;
  readonly report: Report | null;
  readonly isStale: boolean;
  readonly canUseWebGl: boolean;
  readonly onNoWebGl: (details: string) => void;
}

function CountyMap({ county, scenario, report, isStale, canUseWebGl, onNoWebGl }: CountyMapProps) {
  const { t } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  const selectedLineId = useView((view) => view.selectedLineId);
  const hoveredLineId = useView((view) => view.hoveredLineId);
  const [pointer, setPointer] = useState<MapPointer | null>(null);
  const camera = useRef<MapCamera | null>(null);

  const roads = scenario.roads ?? report?.roads ?? null;
  const isRoadsOpen = useView((view) => view.room === 'roads');
  const { selectedRoadId, import: imported, ...editing } = useRoads();
  // What is being done with roads shows only beside its panel.
  const drawing = isRoadsOpen ? editing.drawing : null;
  const grid = useMapGrid(scenario);
  const pick = useVillagePick();
  const shownPoint = isRoadsOpen ? editing.shownPoint : (grid.lookedAt ?? pick.lookAt);
  const selectedStationId = useView((view) => view.selectedStationId);
  const selectedPoint = scenario.stations.find(({ id }) => id === selectedStationId)?.lonLat ?? null;
  const ring = isRoadsOpen ? editing.shownPoint : (grid.ring ?? pick.point ?? selectedPoint);
  const isFound = isRoadsOpen && imported.status === 'done' && imported.countyId === county.id;
  const preview = isFound && !imported.isUsed ? imported.result.network : null;
  const lookedUp = useLookedUp();
  const course = useDrivenCourse();
  const marks = useMemo(() => {
    const drawnEnds = (drawing ?? []).flatMap((end) => (end ? [end.lonLat] : []));
    return roadMarks(roads, { selectedRoadId, drawnEnds, shownPoint: ring, course, ...lookedUp });
  }, [roads, selectedRoadId, drawing, ring, course, lookedUp]);
  const runningLines = useRunningLines(report);
  const timeColours = useTimeColours();
  const stationColours = useStopColours() ?? timeColours;
  const plain = useMemo(
    () => mapSources(county, scenario, report, roads, preview, runningLines),
    [county, scenario, report, roads, preview, runningLines],
  );
  const sources = useMemo(() => colourStations(plain, stationColours), [plain, stationColours]);
  const sketch = useSketch(scenario, report !== null && !isStale);
  const stopNumbers = useMemo<StopNumber[]>(() => {
    const line = report?.plan.lines.find((each) => each.id === selectedLineId);
    return (line?.stopIds ?? []).map((stationId, index) => ({ stationId, number: String(index + 1) }));
  }, [report, selectedLineId]);

  const fitSelected = useEffectEvent((lineId: LineId | null) => {
    if (lineId) camera.current?.fitLine(lineId);
  });
  useEffect(() => fitSelected(selectedLineId), [selectedLineId]);

  useEffect(() => {
    if (shownPoint) camera.current?.lookAt(shownPoint);
  }, [shownPoint]);

  useEffect(() => {
    const points = lookedUp.way.length > 1 ? lookedUp.way : lookedUp.places.map(({ lonLat }) => lonLat);
    if (points.length > 1) camera.current?.fitPoints(points);
  }, [lookedUp]);

  useEffect(() => {
    const points = course.flat();
    if (points.length > 1) camera.current?.fitPoints(points);
  }, [course]);

  const { locks, takesClick: unlocks } = useLocks(scenario, report);
  const onHover = (next: MapPointer | null): void => {
    if (next === null && pointer === null) return;
    setPointer(next);
    app.view.hoverLine(next?.kind === 'line' ? asId<LineId>(next.id) : null);
  };
  const onClick = (at: MapPointer | null, lonLat: LonLat): void => {
    if (!drawing && (pick.takesClick(at, lonLat) || grid.takesClick(at, lonLat) || unlocks(at))) return;
    if (drawing) {
      const stations = [scenario.depot, ...scenario.stations];
      const station = at?.kind === 'station' ? stations.find((each) => each.id === at.id) : undefined;
      app.roads.addEnd({ lonLat: station?.lonLat ?? lonLat, stationId: station?.id ?? null });
    } else if (at?.kind === 'road') {
      app.roads.selectRoad(at.id);
      app.view.openRoom('roads');
    } else if (at?.kind === 'line') app.view.selectLine(asId<LineId>(at.id));
    else if (at?.kind === 'station') {
      const line = report?.plan.lines.find((each) => each.stopIds.includes(asId<StationId>(at.id)));
      app.view.selectStation(asId<StationId>(at.id), line?.id ?? null);
    } else if (!at) {
      app.view.selectLine(null);
      app.roads.selectRoad(null);
    }
  };

  const drag = useStopDrag(report, pointer, drawing !== null || grid.isMoving, (stationId) =>
    onClick({ kind: 'station', id: stationId, xPx: 0, yPx: 0 }, [0, 0]),
  );

  const View = canUseWebGl ? MapLibreView : SvgView;
  const description = pointer ? describePointer(pointer, scenario, report, t, language) : null;
  const credits = [
    creditOfRoads(scenario.roads, t),
    creditOfRoads(sources.preview, t),
    ...county.credits.map((credit) => nameIn(credit.text, language)),
  ]
    .filter((text) => text !== '')
    .join(' ');
  return (
    <section
      className={`map-holder ${isStale ? 'map-stale' : ''} ${drag.isDragging ? 'map-dragging' : ''} ${pick.isPicking ? 'map-picking' : ''}`}
      onPointerDownCapture={drag.onPointerDownCapture}
      onMouseDownCapture={drag.onMouseDownCapture}
      aria-label={t('map.label', { county: nameIn(county.name, language) })}
    >
      <Suspense fallback={<div className="map-loading">{t('map.loading')}</div>}>
        <View
          sources={sources}
          highlightedLineId={hoveredLineId ?? selectedLineId}
          stopNumbers={stopNumbers}
          marks={marks}
          locks={locks}
          sketch={sketch}
          isRoadsFirst={isRoadsOpen}
          isMoving={grid.isMoving}
          onMove={grid.onMove}
          onHover={onHover}
          onClick={onClick}
          onNoWebGl={onNoWebGl}
          onReady={(ready) => {
            camera.current = ready;
          }}
        />
      </Suspense>
      <div className="map-buttons">
        <Button
          icon={<PlusOutlined />}
          aria-label={t('map.zoomIn')}
          onClick={() => camera.current?.zoomBy(0.8)}
        />
        <Button
          icon={<MinusOutlined />}
          aria-label={t('map.zoomOut')}
          onClick={() => camera.current?.zoomBy(-0.8)}
        />
        <Button
          icon={<AimOutlined />}
          aria-label={t('map.fit')}
          onClick={() => camera.current?.fitCounty()}
        />
      </div>
      <div className="map-stale-mark">
        {report ? <DayFilterTag report={report} /> : null}
        <StaleMark isStale={isStale} />
      </div>
      <PlaybackButton report={report} camera={camera} />
      <Legend sources={sources} hasLocks={locks.features.length > 0} hasDrivenDay={course.length > 0} />
      {stationColours ? <ColourLegend {...stationColours} /> : null}
      <MapCredit text={credits} />
      {drag.card}
      {pointer && description && !drag.isDragging ? (
        <div className="map-tooltip" style={{ left: pointer.xPx, top: pointer.yPx }} role="tooltip">
          <strong>{description.title}</strong>
          {description.rows.map((row) => (
            <span key={row}>{row}</span>
          ))}
        </div>
      ) : null}
    </section>
  );
}
