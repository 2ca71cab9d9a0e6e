import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { fontFamily } from '../theme.ts';
import { MapController } from './MapController.ts';
import type { MapViewProps } from './pointer.ts';

/** Seam for the browser test: the map itself, only where the address asks for it. */
declare global {
  var cuntongMap: MapController['map'] | undefined;
}

/** WebGL map; a lazy chunk of its own. */
export default function MapLibreView(props: MapViewProps) {
  const { sources, highlightedLineId, stopNumbers, marks, locks, sketch, isRoadsFirst } = props;
  const { t } = useTranslation();
  const container = useRef<HTMLDivElement>(null);
  const controller = useRef<MapController | null>(null);
  const onHover = useEffectEvent(props.onHover);
  const onClick = useEffectEvent(props.onClick);
  const onMove = useEffectEvent(props.onMove);
  const onReady = useEffectEvent(props.onReady);
  const onNoWebGl = useEffectEvent(props.onNoWebGl);

  useEffect(() => {
    const element = container.current;
    if (!element) return;
    let created: MapController;
    try {
      created = new MapController(
        element,
        {
          onHover: (pointer) => onHover(pointer),
          onClick: (pointer, lonLat) => onClick(pointer, lonLat),
          onMove: (pointer, lonLat) => onMove(pointer, lonLat),
          onIdle: () => element.setAttribute('data-map', 'idle'),
        },
        fontFamily,
      );
    } catch (error) {
      onNoWebGl(String(error));
      return;
    }
    controller.current = created;
    if (new URLSearchParams(location.search).has('test')) globalThis.cuntongMap = created.map;
    onReady(created);
    const observer = new ResizeObserver(() => created.resize());
    observer.observe(element);
    return () => {
      observer.disconnect();
      created.destroy();
      controller.current = null;
    };
  }, []);

  useEffect(() => {
    controller.current?.setLabel(t('map.canvas'));
  }, [t]);

  useEffect(() => {
    container.current?.setAttribute('data-map', 'busy');
    controller.current?.draw(sources);
  }, [sources]);

  useEffect(() => {
    controller.current?.highlight(highlightedLineId, stopNumbers);
  }, [highlightedLineId, stopNumbers]);

  useEffect(() => {
    controller.current?.drawMarks(marks);
  }, [marks]);

  useEffect(() => {
    controller.current?.drawLocks(locks);
  }, [locks]);

  useEffect(() => {
    controller.current?.drawSketch(sketch);
  }, [sketch]);

  useEffect(() => {
    controller.current?.setRoadsFirst(isRoadsFirst);
  }, [isRoadsFirst]);

  useEffect(() => {
    controller.current?.setMoving(props.isMoving);
  }, [props.isMoving]);

  return <div className="map-canvas" ref={container} />;
}
