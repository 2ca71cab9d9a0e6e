import type { LonLat } from '../../core/geo.ts';
import type { Bounds } from './sources.ts';

/** Local equirectangular projection: true to shape over one county. */
export interface Projection {
  toPx(point: readonly number[]): readonly [xPx: number, yPx: number];
  toLonLat(xPx: number, yPx: number): LonLat;
}

export interface Frame {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly paddingPx: number;
}

/** Fits bounds into a frame, then zooms about the frame's centre and shifts by a pan. */
export function fitProjection(
  bounds: Bounds,
  frame: Frame,
  zoom = 1,
  panPx: readonly [number, number] = [0, 0],
): Projection {
  const [west, south, east, north] = bounds;
  const lonScale = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const widthDeg = Math.max((east - west) * lonScale, 1e-9);
  const heightDeg = Math.max(north - south, 1e-9);
  const { widthPx, heightPx, paddingPx } = frame;
  const fitted = Math.min((widthPx - 2 * paddingPx) / widthDeg, (heightPx - 2 * paddingPx) / heightDeg);
  const pxPerDeg = Math.max(fitted, 1) * zoom;
  const centreLon = (west + east) / 2;
  const centreLat = (south + north) / 2;
  return {
    toPx: (point) => [
      widthPx / 2 + (point[0]! - centreLon) * lonScale * pxPerDeg + panPx[0],
      heightPx / 2 - (point[1]! - centreLat) * pxPerDeg + panPx[1],
    ],
    toLonLat: (xPx, yPx) => [
      centreLon + (xPx - widthPx / 2 - panPx[0]) / (lonScale * pxPerDeg),
      centreLat - (yPx - heightPx / 2 - panPx[1]) / pxPerDeg,
    ],
  };
}
