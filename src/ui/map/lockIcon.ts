import { colours } from '../theme.ts';
import type { LockProperties } from './lockMarks.ts';

/** The lock of both maps, drawn rather than taken from a font: no glyph, no file. */

/** Its box is so many pixels wide and high. */
export const lockSizePx = 14;
export const lockShackle = 'M4.7 6.8V4.7a2.3 2.3 0 0 1 4.6 0v2.1';
export const lockBody =
  'M3.6 6.4h6.8a.8.8 0 0 1 .8.8v4.2a.8.8 0 0 1-.8.8H3.6a.8.8 0 0 1-.8-.8V7.2a.8.8 0 0 1 .8-.8z';
/** From a stop to the corner of its lock. */
export const lockOffsetPx = [3, -16] as const;

export const lockColour: Readonly<Record<LockProperties['icon'], string>> = {
  'lock-stop': colours.warn,
  'lock-line': colours.text,
};

/** Pixels for the WebGL map, twice as fine as the screen's; null where there is no canvas. */
export function lockImage(icon: LockProperties['icon']): ImageData | null {
  const scale = 2;
  const canvas = document.createElement('canvas');
  canvas.width = lockSizePx * scale;
  canvas.height = lockSizePx * scale;
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.scale(scale, scale);
  context.lineJoin = 'round';
  const paint = (colour: string, extraPx: number): void => {
    context.strokeStyle = colour;
    context.fillStyle = colour;
    context.lineWidth = 1.5 + extraPx;
    context.stroke(new Path2D(lockShackle));
    context.lineWidth = 0.01 + extraPx;
    context.stroke(new Path2D(lockBody));
    context.fill(new Path2D(lockBody));
  };
  paint('#ffffff', 2.4);
  paint(lockColour[icon], 0);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
