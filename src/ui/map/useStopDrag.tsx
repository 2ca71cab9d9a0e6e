import { type PointerEvent, type ReactNode, useEffect, useEffectEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asId, type LineId, type StationId } from '../../core/model/ids.ts';
import type { Report } from '../../core/model/report.ts';
import {
  isStopLocked,
  lineOfStop,
  makeMove,
  movableReport,
  previewMove,
} from '../../state/commands/moveStops.ts';
import { useApp, useLanguage } from '../AppContext.tsx';
import { shortPlaceName } from '../bilingual.ts';
import { moveWords } from '../solve/moveWords.ts';
import type { MapPointer } from './pointer.ts';

interface Drag {
  readonly stationId: StationId;
  readonly name: string;
  readonly isLocked: boolean;
  readonly fromPx: readonly [x: number, y: number];
  readonly atPx: readonly [x: number, y: number];
  /** Few pixels are a click with an unsteady hand. */
  readonly hasMoved: boolean;
}

export interface StopDrag {
  /** For the element both maps lie in; a press on a stop does not reach the map then. */
  readonly onPointerDownCapture: (event: PointerEvent<HTMLElement>) => void;
  readonly onMouseDownCapture: (event: { stopPropagation: () => void }) => void;
  readonly isDragging: boolean;
  readonly card: ReactNode;
}

const steadyPx = 4;

/** Taking a stop to another line on either map; what it would change is shown before it is dropped. */
export function useStopDrag(
  report: Report | null,
  pointer: MapPointer | null,
  isOff: boolean,
  onClickStation: (stationId: StationId) => void,
): StopDrag {
  const app = useApp();
  const [drag, setDrag] = useState<Drag | null>(null);
  const isDragging = drag?.hasMoved ?? false;
  const target = isDragging && report && drag ? lineUnder(report, pointer, drag.stationId) : null;
  const judged = useMemo(
    () => (drag && target && !drag.isLocked ? previewMove(app, drag.stationId, target) : null),
    [app, drag, target],
  );

  const drop = useEffectEvent(() => {
    if (drag && !drag.hasMoved) onClickStation(drag.stationId);
    else if (judged) makeMove(app, judged);
    setDrag(null);
  });
  const isPressed = drag !== null;
  useEffect(() => {
    if (!isPressed) return;
    const onMove = (event: globalThis.PointerEvent): void =>
      setDrag((before) => {
        if (!before) return before;
        const atPx = [event.clientX, event.clientY] as const;
        const distancePx = Math.hypot(atPx[0] - before.fromPx[0], atPx[1] - before.fromPx[1]);
        return { ...before, atPx, hasMoved: before.hasMoved || distancePx > steadyPx };
      });
    const onUp = (): void => drop();
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') setDrag(null);
    };
    globalThis.addEventListener('pointermove', onMove);
    globalThis.addEventListener('pointerup', onUp);
    globalThis.addEventListener('keydown', onKey);
    return () => {
      globalThis.removeEventListener('pointermove', onMove);
      globalThis.removeEventListener('pointerup', onUp);
      globalThis.removeEventListener('keydown', onKey);
    };
  }, [isPressed]);

  return {
    onPointerDownCapture(event) {
      if (isOff || event.button !== 0 || pointer?.kind !== 'station') return;
      const movable = movableReport(app);
      const station = movable?.scenario.stations.find((each) => each.id === pointer.id);
      if (!movable || !station) return;
      event.stopPropagation();
      const at = [event.clientX, event.clientY] as const;
      setDrag({
        stationId: station.id,
        name: shortPlaceName(station.name),
        isLocked: isStopLocked(app, movable, station.id),
        fromPx: at,
        atPx: at,
        hasMoved: false,
      });
    },
    onMouseDownCapture(event) {
      if (isPressed) event.stopPropagation();
    },
    isDragging,
    card:
      drag?.hasMoved && report ? (
        <DragCard drag={drag} judged={judged} over={target} report={report} />
      ) : null,
  };
}

/** The line the pointer is over, also by one of its stops; the stop's own line does not count. */
function lineUnder(report: Report, pointer: MapPointer | null, stationId: StationId): LineId | null {
  const own = lineOfStop(report, stationId);
  const over =
    pointer?.kind === 'line'
      ? asId<LineId>(pointer.id)
      : pointer?.kind === 'station' && pointer.id !== stationId
        ? lineOfStop(report, asId<StationId>(pointer.id))
        : null;
  return over === own ? null : over;
}

interface DragCardProps {
  readonly drag: Drag;
  readonly judged: ReturnType<typeof previewMove>;
  /** The line under the pointer, whether or not the stop may go there. */
  readonly over: LineId | null;
  readonly report: Report;
}

function DragCard({ drag, judged, over, report }: DragCardProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { name, isLocked, atPx } = drag;
  const style = { left: atPx[0], top: atPx[1], position: 'fixed' } as const;
  const target = judged?.move.target;
  if (!judged || target?.kind !== 'line')
    return (
      <div className="move-card" style={style} role="status">
        <strong>{name}</strong>
        <span>
          {isLocked
            ? t('solve.hand.locked', { name })
            : over
              ? t('solve.hand.notThere', { number: report.plan.lines.findIndex(({ id }) => id === over) + 1 })
              : t('solve.hand.dropOutside')}
        </span>
      </div>
    );
  const words = moveWords(judged, report, t, language);
  return (
    <div
      className={`move-card ${words.isOver ? 'move-card-over' : ''}`}
      style={style}
      role="status"
      data-added-yuan={judged.addedYuanPerDay}
    >
      <strong>
        {t('solve.hand.preview', {
          name,
          number: report.plan.lines.findIndex((line) => line.id === target.lineId) + 1,
          position: target.position + 1,
        })}
      </strong>
      <span>{words.yuan}</span>
      {words.minutes ? <span>{words.minutes}</span> : null}
      <span className={words.isOver ? 'move-over' : 'hint'}>{words.limits}</span>
    </div>
  );
}
