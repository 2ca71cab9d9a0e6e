/** Dots put into a picture's own pixels: thousands of circles as paths take a hundred times as long. */

export interface DotStamp {
  /** Pixels of a side. */
  readonly size: number;
  /** How much of each pixel the dot covers, 0 to 1. */
  readonly coverage: Float32Array;
}

export type Rgb = readonly [number, number, number];

/** A pixel's own ground; canvas `ImageData` is one. */
export interface PixelGround {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** #rrggbb in parts. */
export const rgbOf = (colour: string): Rgb => [
  Number.parseInt(colour.slice(1, 3), 16),
  Number.parseInt(colour.slice(3, 5), 16),
  Number.parseInt(colour.slice(5, 7), 16),
];

/** A round dot with a soft edge of one pixel. */
export function dotStamp(radius: number): DotStamp {
  const size = 2 * Math.ceil(radius) + 1;
  const middle = (size - 1) / 2;
  const coverage = new Float32Array(size * size);
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++)
      coverage[row * size + column] = Math.min(
        1,
        Math.max(0, radius + 0.5 - Math.hypot(row - middle, column - middle)),
      );
  return { size, coverage };
}

/** Lays the dot over the opaque ground, its middle on the pixel nearest to the point; what is beyond the edge is cut off. */
export function stampDot(
  { data, width, height }: PixelGround,
  { size, coverage }: DotStamp,
  x: number,
  y: number,
  [red, green, blue]: Rgb,
): void {
  const left = Math.floor(x) - (size - 1) / 2;
  const top = Math.floor(y) - (size - 1) / 2;
  for (let row = Math.max(0, -top); row < Math.min(size, height - top); row++)
    for (let column = Math.max(0, -left); column < Math.min(size, width - left); column++) {
      const share = coverage[row * size + column]!;
      if (share === 0) continue;
      const at = 4 * ((top + row) * width + left + column);
      data[at] = data[at]! + share * (red - data[at]!);
      data[at + 1] = data[at + 1]! + share * (green - data[at + 1]!);
      data[at + 2] = data[at + 2]! + share * (blue - data[at + 2]!);
    }
}
