import type { ClockMin, Minutes } from '../../core/units.ts';
import type { Timeline } from './timeline.ts';

/** Where a clock of a day stands: the days lie side by side, each from the first to the last hour worked. */
export interface TimeAxis {
  readonly widthPx: number;
  readonly pxPerMin: number;
  readonly xOf: (day: number, clockMin: ClockMin) => number;
  readonly ticks: readonly {
    readonly key: string;
    readonly xPx: number;
    readonly clockMin: ClockMin;
    /** Its name would be cut off or run into the next day's. */
    readonly isAtEdge: boolean;
  }[];
  readonly dayStarts: readonly { readonly day: number; readonly xPx: number; readonly widthPx: number }[];
}

/** Between two days. */
const gapPx = 14;
/** A label needs this much room. */
const tickRoomPx = 46;
const tickSteps: readonly Minutes[] = [5, 10, 15, 30, 60, 120, 180, 240, 360];

/** `visibleMin` minutes fill the view; null = everything does. Never narrower than the view. */
export function timeAxis(timeline: Timeline, viewPx: number, visibleMin: Minutes | null): TimeAxis {
  const { fromClockMin, toClockMin, days } = timeline;
  const dayMin = toClockMin - fromClockMin;
  const gapsPx = gapPx * (days.length - 1);
  const fitted = Math.max(0.02, (viewPx - gapsPx) / (dayMin * days.length));
  const pxPerMin = visibleMin === null ? fitted : Math.max(fitted, viewPx / visibleMin);
  const dayPx = dayMin * pxPerMin;
  const placeOf = new Map(days.map((day, place) => [day, place]));
  const xOf = (day: number, clockMin: ClockMin): number =>
    (placeOf.get(day) ?? 0) * (dayPx + gapPx) + (clockMin - fromClockMin) * pxPerMin;
  const stepMin = tickSteps.find((step) => step * pxPerMin >= tickRoomPx) ?? 720;
  const ticks = days.flatMap((day) => {
    const first = Math.ceil(fromClockMin / stepMin) * stepMin;
    const count = Math.floor((toClockMin - first) / stepMin) + 1;
    return Array.from({ length: count }, (_, index) => {
      const clockMin = first + index * stepMin;
      const xPx = xOf(day, clockMin);
      const roomPx = Math.min(xPx - xOf(day, fromClockMin), xOf(day, toClockMin) - xPx);
      return { key: `${day}/${clockMin}`, xPx, clockMin, isAtEdge: roomPx < tickRoomPx / 3 };
    });
  });
  return {
    widthPx: dayPx * days.length + gapsPx,
    pxPerMin,
    xOf,
    ticks,
    dayStarts: days.map((day) => ({ day, xPx: xOf(day, fromClockMin), widthPx: dayPx })),
  };
}
