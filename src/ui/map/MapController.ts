import type { Feature, FeatureCollection } from 'geojson';
import { nextTask } from '../../clients/inSlices.ts';
import type { LonLat } from '../../core/geo.ts';
import { interactiveLayers, layerOrder } from './layerOrder.ts';
import { layerSpecification } from './layers.ts';
import { lockImage } from './lockIcon.ts';
import type { LockMarks } from './lockMarks.ts';
import {
  type ExpressionSpecification,
  type GeoJSONSource,
  MapLibreMap,
  type MapMouseEvent,
  type StyleSpecification,
} from './maplibre.ts';
import type { MapCamera, MapPointer, StopNumber } from './pointer.ts';
import { roadFeatures } from './roadFeatures.ts';
import type { RoadMarks } from './roadMarks.ts';
import { SourceFeed } from './SourceFeed.ts';
import type { Sketch } from './sketch.ts';
import {
  type Bounds,
  boundsOf,
  countyBounds,
  labelCharacters,
  lineBounds,
  type MapSources,
  villageLabelsFromZoom,
} from './sources.ts';

export interface MapEvents {
  readonly onHover: (pointer: MapPointer | null) => void;
  readonly onClick: (pointer: MapPointer | null, lonLat: LonLat) => void;
  /** A station or place was dragged to another point. */
  readonly onMove: (pointer: MapPointer, lonLat: LonLat) => void;
  readonly onIdle: () => void;
}

const empty: FeatureCollection = { type: 'FeatureCollection', features: [] };
const networkIds = ['roads', 'preview'] as const;
/** Sources that may hold thousands of features, by the property that is a feature's id. */
const fedBy = { places: 'placeId', stations: 'stationId', roads: 'roadId', preview: 'roadId' } as const;
type FedSource = keyof typeof fedBy;
const dimmed = 0.18;
const sketchedOver = 0.12;
const lineLayers = ['line-casing', 'line-known', 'line-estimated'] as const;
/** On wide maps the county is fitted beside the legend, not under it. */
const legendWidthPx = 262;
const legendRoomPx = 760;

const style: StyleSpecification = {
  version: 8,
  sources: {
    ...Object.fromEntries(
      ['county', 'lines', 'marks', 'sketch', 'stopNumbers', 'locks'].map((id) => [
        id,
        { type: 'geojson', data: empty } as const,
      ]),
    ),
    ...Object.fromEntries(
      Object.entries(fedBy).map(([id, promoteId]) => [
        id,
        { type: 'geojson', data: empty, promoteId } as const,
      ]),
    ),
  },
  layers: layerOrder.map(layerSpecification),
};

// biome-ignore lint/correctness/useYield: features that are there already take no slices.
function* featuresOf({ features }: FeatureCollection): Generator<undefined, readonly Feature[]> {
  return features;
}

/** Drives the map imperatively, so that React renders nothing while the map moves. */
export class MapController implements MapCamera {
  readonly map: MapLibreMap;
  private sources: MapSources | null = null;
  private fittedCounty: object | null = null;
  /** Of the labels last drawn. */
  private characters = '';
  private readonly given: { county?: object; lines?: object } = {};
  private readonly feeds: Readonly<Record<FedSource, SourceFeed>>;
  /** How many `draw`s are under way. */
  private drawing = 0;
  private isRoadsFirst = false;
  private hasSketch = false;
  private lineId: string | null = null;
  private isMoving = false;
  /** What the camera shows whole since it was last fitted; null once anything else has moved it. */
  private fitted: Bounds | null = null;
  private isDestroyed = false;
  private readonly loaded: Promise<void>;
  private drawn: Promise<void> = Promise.resolve();

  constructor(container: HTMLElement, events: MapEvents, fontFamily: string) {
    this.map = new MapLibreMap({
      container,
      style,
      attributionControl: false,
      // The view watches its size itself: `resize` below also fits again.
      trackResize: false,
      dragRotate: false,
      pitchWithRotate: false,
      maxZoom: 15,
      minZoom: 6,
      fadeDuration: 0,
      localIdeographFontFamily: fontFamily,
      center: [108, 36],
      zoom: 8,
    });
    this.map.touchZoomRotate.disableRotation();
    this.map.keyboard.disableRotation();
    this.loaded = new Promise((resolve) => {
      this.map.once('load', () => resolve());
    });
    this.feeds = {
      places: this.feedOf('places'),
      stations: this.feedOf('stations'),
      roads: this.feedOf('roads'),
      preview: this.feedOf('preview'),
    };
    this.map.on('idle', () => {
      if (this.drawing === 0) events.onIdle();
    });
    this.map.on('movestart', () => {
      this.fitted = null;
    });
    this.map.on('mousemove', (event) => {
      const pointer = this.pointerAt(event);
      this.map.getCanvas().style.cursor = pointer ? 'pointer' : '';
      events.onHover(pointer);
    });
    this.map.on('mouseout', () => events.onHover(null));
    this.listenForDragging(events);
    this.map.on('click', (event) => {
      events.onClick(this.pointerAt(event), [event.lngLat.lng, event.lngLat.lat]);
    });
  }

  private feedOf(sourceId: FedSource): SourceFeed {
    const layers = style.layers.filter((layer) => 'source' in layer && layer.source === sourceId);
    return new SourceFeed(
      this.map,
      sourceId,
      fedBy[sourceId],
      layers.map(({ id }) => id),
    );
  }

  /** Draws new contents; the camera moves only when the county has changed. */
  draw(sources: MapSources): void {
    this.sources = sources;
    this.drawing += 1;
    this.drawn = this.drawn.then(async () => {
      await this.loaded;
      // The task that brought the sources has done enough.
      await nextTask();
      await this.drawSources(sources);
      this.drawing -= 1;
      // Says that it is idle once it is.
      if (!this.isDestroyed) this.map.triggerRepaint();
    });
  }

  private async drawSources(sources: MapSources): Promise<void> {
    const isPassed = (): boolean => this.isDestroyed || this.sources !== sources;
    const characters = labelCharacters(sources);
    if (characters !== this.characters) {
      this.characters = characters;
      // Glyphs are drawn once: a font that arrives later would leave boxes.
      await document.fonts.load("24px 'Noto Sans SC Variable'", characters).catch(() => undefined);
    }
    await nextTask();
    if (isPassed()) return;
    const labelsFromZoom = villageLabelsFromZoom(sources.stations.features.length);
    this.map.setLayerZoomRange('station-labels-village', labelsFromZoom, this.map.getMaxZoom());
    for (const id of ['county', 'lines'] as const) {
      if (this.given[id] === sources[id]) continue;
      this.given[id] = sources[id];
      void this.map.getSource<GeoJSONSource>(id)?.setData(sources[id]);
    }
    const outline = sources.county.features[0]?.geometry.coordinates[0]?.[0]?.[0] ?? null;
    if (String(outline) !== String(this.fittedCounty)) {
      this.fittedCounty = outline;
      this.fitCounty(false);
    }
    for (const id of ['places', 'stations'] as const)
      await this.feeds[id].show(sources[id], featuresOf(sources[id]), isPassed);
    for (const id of networkIds) await this.feeds[id].show(sources[id], roadFeatures(sources[id]), isPassed);
  }

  drawMarks(marks: RoadMarks): void {
    void this.loaded.then(async () => {
      const names = [...new Set(marks.features.flatMap(({ properties }) => properties.name ?? []).join(''))];
      if (names.length > 0)
        await document.fonts.load("24px 'Noto Sans SC Variable'", names.join('')).catch(() => undefined);
      if (!this.isDestroyed) void this.map.getSource<GeoJSONSource>('marks')?.setData(marks);
    });
  }

  drawLocks(locks: LockMarks): void {
    void this.loaded.then(() => {
      if (this.isDestroyed) return;
      for (const icon of ['lock-stop', 'lock-line'] as const) {
        const image = this.map.hasImage(icon) ? null : lockImage(icon);
        if (image) this.map.addImage(icon, image, { pixelRatio: 2 });
      }
      void this.map.getSource<GeoJSONSource>('locks')?.setData(locks);
    });
  }

  /** Draws lines being found, and dims those they may replace. */
  drawSketch(sketch: Sketch | null): void {
    void this.loaded.then(() => {
      if (this.isDestroyed) return;
      void this.map.getSource<GeoJSONSource>('sketch')?.setData(sketch ?? empty);
      this.hasSketch = sketch !== null;
      this.setLineOpacity();
    });
  }

  private setLineOpacity(): void {
    const { lineId } = this;
    const opacity: ExpressionSpecification | number = this.hasSketch
      ? sketchedOver
      : lineId === null
        ? 1
        : ['case', ['==', ['get', 'lineId'], lineId], 1, dimmed];
    for (const layer of lineLayers) this.map.setPaintProperty(layer, 'line-opacity', opacity);
  }

  fitPoints(points: readonly LonLat[]): void {
    this.fit(boundsOf(points), true);
  }

  setMoving(isMoving: boolean): void {
    this.isMoving = isMoving;
  }

  /** While points can be moved, pressing on one takes it along instead of moving the map. */
  private listenForDragging(events: MapEvents): void {
    let dragged: MapPointer | null = null;
    this.map.on('mousedown', (event) => {
      const pointer = this.isMoving ? this.pointerAt(event) : null;
      if (pointer?.kind !== 'station' && pointer?.kind !== 'place') return;
      event.preventDefault();
      dragged = pointer;
    });
    this.map.on('mousemove', (event) => {
      if (!dragged) return;
      const { lng, lat } = event.lngLat;
      const coordinates = [lng, lat];
      void this.map.getSource<GeoJSONSource>('marks')?.setData({
        type: 'FeatureCollection',
        features: [
          { type: 'Feature', geometry: { type: 'Point', coordinates }, properties: { mark: 'point' } },
        ],
      });
    });
    this.map.on('mouseup', (event) => {
      const moved = dragged;
      dragged = null;
      if (!moved) return;
      const distancePx = Math.hypot(event.point.x - moved.xPx, event.point.y - moved.yPx);
      if (distancePx > 3) events.onMove(moved, [event.lngLat.lng, event.lngLat.lat]);
    });
  }

  setRoadsFirst(isRoadsFirst: boolean): void {
    this.isRoadsFirst = isRoadsFirst;
  }

  project(lonLat: LonLat): readonly [xPx: number, yPx: number] {
    const { x, y } = this.map.project([lonLat[0], lonLat[1]]);
    return [x, y];
  }

  lookAt(lonLat: LonLat): void {
    const center: [number, number] = [lonLat[0], lonLat[1]];
    this.map.easeTo({ center, zoom: Math.max(this.map.getZoom(), 12), duration: 350 });
  }

  /** Highlights one line and numbers its stops; null shows all lines alike. */
  highlight(lineId: string | null, stops: readonly StopNumber[]): void {
    void this.loaded.then(() => {
      if (this.isDestroyed) return;
      this.lineId = lineId;
      this.setLineOpacity();
      for (const layer of lineLayers) {
        const order: ExpressionSpecification | number =
          lineId === null ? 1 : ['case', ['==', ['get', 'lineId'], lineId], 1, 0];
        this.map.setLayoutProperty(layer, 'line-sort-key', order);
      }
      void this.map.getSource<GeoJSONSource>('stopNumbers')?.setData(this.numberFeatures(stops));
    });
  }

  fitCounty(isAnimated = true): void {
    this.fit(this.sources ? countyBounds(this.sources) : null, isAnimated);
  }

  fitLine(lineId: string): void {
    this.fit(this.sources ? lineBounds(this.sources, lineId) : null, true);
  }

  zoomBy(steps: number): void {
    this.map.zoomTo(this.map.getZoom() + steps, { duration: 150 });
  }

  /** A pane that grows or shrinks shows the same things whole, unless a person has looked elsewhere since. */
  resize(): void {
    const { fitted } = this;
    this.map.resize();
    this.fit(fitted, false);
  }

  /** What screen readers say of the canvas. */
  setLabel(label: string): void {
    this.map.getCanvas().setAttribute('aria-label', label);
  }

  destroy(): void {
    this.isDestroyed = true;
    this.map.remove();
  }

  private fit(bounds: Bounds | null, isAnimated: boolean): void {
    if (!bounds) return;
    const [west, south, east, north] = bounds;
    const { clientWidth } = this.map.getContainer();
    const padding = { top: 28, right: 56, bottom: 36, left: clientWidth > legendRoomPx ? legendWidthPx : 28 };
    this.map.fitBounds([west, south, east, north], {
      padding,
      maxZoom: 13,
      animate: isAnimated,
      duration: 350,
    });
    // After the start of its own move.
    this.fitted = bounds;
  }

  private pointerAt(event: MapMouseEvent): MapPointer | null {
    const { x, y } = event.point;
    const reach = 5;
    const features = this.map.queryRenderedFeatures(
      [
        [x - reach, y - reach],
        [x + reach, y + reach],
      ],
      { layers: [...interactiveLayers] },
    );
    const road = features.find(({ layer }) => layer.id.startsWith('roads-'));
    const isLine = features[0]?.properties.lineId !== undefined && !features[0]?.properties.stationId;
    const properties = (this.isRoadsFirst && isLine ? (road ?? features[0]) : features[0])?.properties;
    if (!properties) return null;
    const at = { xPx: x, yPx: y };
    if ('lockOf' in properties) return { kind: 'lock', id: String(properties.lockOf), ...at };
    if ('stationId' in properties) return { kind: 'station', id: String(properties.stationId), ...at };
    if ('placeId' in properties) return { kind: 'place', id: String(properties.placeId), ...at };
    if ('roadId' in properties) return { kind: 'road', id: String(properties.roadId), ...at };
    return { kind: 'line', id: String(properties.lineId), ...at };
  }

  private numberFeatures(stops: readonly StopNumber[]): FeatureCollection {
    const stationById = new Map(
      this.sources?.stations.features.map((feature) => [feature.properties.stationId, feature]),
    );
    return {
      type: 'FeatureCollection',
      features: stops.flatMap(({ stationId, number }) => {
        const station = stationById.get(stationId);
        if (!station) return [];
        const { colour } = station.properties;
        return [{ type: 'Feature', geometry: station.geometry, properties: { number, colour } }];
      }),
    };
  }
}
