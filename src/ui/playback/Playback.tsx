import { Button, Select } from 'antd';
import {
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { Report } from '../../core/model/report.ts';
import { formatClock } from '../../core/units.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useLanguage } from '../AppContext.tsx';
import { CaretRightOutlined, CloseOutlined, PauseOutlined } from '../icons.tsx';
import type { MapCamera } from '../map/pointer.ts';
import { lineColour } from '../theme.ts';
import { DayFields } from './DayFields.tsx';
import { dayBounds, vehiclesAt } from './dayTrips.ts';
import { type DaySource, useDay, usePlayable } from './useDay.ts';

interface PlaybackProps {
  readonly report: Report;
  readonly camera: RefObject<MapCamera | null>;
  readonly onClose: () => void;
}

const speedsMinPerS = [5, 15, 30, 60] as const;
const stepMin = 5;
const longStepMin = 30;
/** With reduced motion the day is shown as a series of pictures, one a second. */
const stillMs = 1000;
/** Often enough for a clock to be read; the vehicles themselves move with every frame. */
const textEveryMs = 200;

const wantsStill = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/**
 * One day on the map: vehicles drive along the roads with the parcels aboard. They are marks above the map, moved
 * without drawing anything anew, so that the screen stays free whatever the map below is.
 */
export function Playback({ report, camera, onClose }: PlaybackProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const playable = usePlayable(report);
  const [wanted, setWanted] = useState<{ readonly source: DaySource; readonly day: number }>({
    source: playable ? 'simulated' : 'plan',
    day: 0,
  });
  const source: DaySource = playable ? wanted.source : 'plan';
  const day = source === wanted.source ? wanted.day : 0;
  const [isPlaying, setPlaying] = useState(false);
  const [minPerS, setSpeed] = useState<number>(15);
  const { trips, status: dayStatus } = useDay(report, source === 'simulated' ? playable : null, day);
  const bounds = useMemo(() => dayBounds(trips), [trips]);
  const clock = useRef(bounds?.fromMin ?? 0);
  const layer = useRef<HTMLDivElement>(null);
  const slider = useRef<HTMLInputElement>(null);
  const clockText = useRef<HTMLElement>(null);
  const status = useRef<HTMLSpanElement>(null);

  const draw = useEffectEvent((): void => {
    const marks = layer.current?.children;
    if (!marks) return;
    vehiclesAt(trips, clock.current).forEach((vehicle, index) => {
      const mark = marks[index] as HTMLElement | undefined;
      if (!mark) return;
      const at = vehicle && camera.current?.project(vehicle.lonLat);
      mark.style.visibility = at ? 'visible' : 'hidden';
      if (!vehicle || !at) return;
      mark.style.transform = `translate(${at[0].toFixed(1)}px, ${at[1].toFixed(1)}px)`;
      const text = String(Math.round(vehicle.parcels));
      if (mark.textContent !== text) mark.textContent = text;
    });
  });
  const say = useEffectEvent((): void => {
    const onRoad = vehiclesAt(trips, clock.current).filter((vehicle) => vehicle !== null);
    const parcels = onRoad.reduce((sum, { parcels: aboard }) => sum + aboard, 0);
    const text = formatClock(Math.round(clock.current));
    if (clockText.current) clockText.current.textContent = text;
    if (slider.current) {
      slider.current.value = String(Math.round(clock.current));
      slider.current.setAttribute('aria-valuetext', text);
    }
    if (status.current)
      status.current.textContent = t('simulate.playback.vehicles', {
        count: onRoad.length,
        parcels: formatNumber(parcels, language),
      });
  });
  const show = (clockMin: number): void => {
    if (!bounds) return;
    clock.current = Math.min(bounds.toMin, Math.max(bounds.fromMin, clockMin));
    draw();
    say();
  };
  const advance = useEffectEvent((elapsedMs: number): void => {
    if (!bounds) return;
    clock.current = Math.min(bounds.toMin, clock.current + (elapsedMs / 1000) * minPerS);
    if (clock.current >= bounds.toMin) setPlaying(false);
  });

  useEffect(() => {
    clock.current = bounds?.fromMin ?? 0;
    draw();
    say();
  }, [bounds]);

  // The map may be moved at any time: while playback is open the marks follow it frame by frame.
  useEffect(() => {
    let frame = 0;
    let lastMs = performance.now();
    let saidMs = 0;
    const isStill = wantsStill();
    const step = (nowMs: number): void => {
      const elapsedMs = nowMs - lastMs;
      if (!isPlaying || !isStill || elapsedMs >= stillMs) {
        lastMs = nowMs;
        if (isPlaying) advance(Math.min(elapsedMs, stillMs));
      }
      draw();
      if (isPlaying && nowMs - saidMs >= textEveryMs) {
        saidMs = nowMs;
        say();
      }
      frame = requestAnimationFrame(step);
    };
    say();
    frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [isPlaying]);

  const toggle = (): void => {
    // At its end the day begins again.
    if (!isPlaying && bounds && clock.current >= bounds.toMin) show(bounds.fromMin);
    setPlaying(!isPlaying);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target instanceof HTMLElement && event.target.closest('.ant-select')) return;
    const direction = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (direction !== undefined) {
      event.preventDefault();
      show(clock.current + direction * (event.shiftKey ? longStepMin : stepMin));
    } else if (event.key === ' ' && !(event.target instanceof HTMLButtonElement)) {
      event.preventDefault();
      toggle();
    } else if (event.key === 'Escape') onClose();
  };

  return (
    <>
      <div className="playback-layer" ref={layer} aria-hidden="true" key={`${source}/${day}`}>
        {trips.map(({ lineIndex }, index) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: trips of a day keep their order
            key={index}
            className="playback-vehicle"
            style={{ background: lineColour(lineIndex) }}
          />
        ))}
      </div>
      <section className="playback" aria-label={t('simulate.playback.title')} onKeyDown={onKeyDown}>
        <div className="playback-row">
          <Button
            type="primary"
            size="small"
            disabled={!bounds}
            icon={isPlaying ? <PauseOutlined /> : <CaretRightOutlined />}
            aria-label={t(isPlaying ? 'simulate.playback.pause' : 'simulate.playback.play')}
            onClick={toggle}
          />
          <strong className="playback-clock" ref={clockText} />
          <input
            ref={slider}
            type="range"
            className="playback-slider"
            aria-label={t('simulate.playback.clock')}
            min={bounds?.fromMin ?? 0}
            max={bounds?.toMin ?? 0}
            step={1}
            defaultValue={bounds?.fromMin ?? 0}
            onChange={(event) => show(Number(event.target.value))}
          />
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined />}
            aria-label={t('simulate.playback.close')}
            onClick={onClose}
          />
        </div>
        <div className="playback-row">
          <DayFields
            simulation={playable}
            source={source}
            day={day}
            onChange={(nextSource, nextDay) => {
              setPlaying(false);
              setWanted({ source: nextSource, day: nextDay });
            }}
          />
          <Select
            size="small"
            aria-label={t('simulate.playback.speed')}
            value={minPerS}
            options={speedsMinPerS.map((minutes) => ({
              value: minutes,
              label: t('simulate.playback.speedValue', { minutes }),
            }))}
            onChange={setSpeed}
          />
          {bounds ? (
            <span ref={status} className="playback-status" role={isPlaying ? 'presentation' : 'status'} />
          ) : (
            <span role="status">
              {t(`simulate.playback.${dayStatus === 'ready' ? 'restDay' : dayStatus}`)}
            </span>
          )}
        </div>
        <p className="hint">
          {t('simulate.playback.legend')} · {t(`simulate.playback.notes.${source}`)} ·{' '}
          {t('simulate.playback.keys')}
        </p>
      </section>
    </>
  );
}
