import { describe, expect, it } from 'vitest';
import { dotStamp, rgbOf, stampDot } from '../../../src/ui/import/dotStamp.ts';

const white = (width: number, height: number) => ({
  width,
  height,
  data: new Uint8ClampedArray(4 * width * height).fill(255),
});
const redAt = (ground: ReturnType<typeof white>, x: number, y: number): number =>
  ground.data[4 * (y * ground.width + x)]!;

describe('a dot stamped into pixels', () => {
  it('is full in the middle and soft at the edge', () => {
    // Radius 2: five pixels a side; the corner is 2.83 from the middle, beyond 2 + 0.5: nothing.
    const { size, coverage } = dotStamp(2);
    expect(size).toBe(5);
    expect(coverage[12]).toBe(1);
    expect(coverage[0]).toBe(0);
    // Two to the left of the middle: 2 + 0.5 - 2 = half covered.
    expect(coverage[10]).toBeCloseTo(0.5, 6);
  });

  it('lays its colour over the ground, about its point', () => {
    const ground = white(9, 9);
    stampDot(ground, dotStamp(2), 4.4, 4.4, rgbOf('#0958d9'));
    expect([...ground.data.slice(4 * (4 * 9 + 4), 4 * (4 * 9 + 4) + 4)]).toEqual([9, 88, 217, 255]);
    // Half of 9 and half of 255 are 132.
    expect(redAt(ground, 2, 4)).toBe(132);
    expect(redAt(ground, 0, 0)).toBe(255);
  });

  it('is cut off at the edges of the picture', () => {
    const ground = white(4, 4);
    stampDot(ground, dotStamp(2), 0, 0, rgbOf('#000000'));
    expect(redAt(ground, 0, 0)).toBe(0);
    expect(redAt(ground, 3, 0)).toBe(255);
    // Nothing has come round to the other side.
    expect(redAt(ground, 3, 1)).toBe(255);
    stampDot(ground, dotStamp(2), 40, -40, rgbOf('#000000'));
    expect(redAt(ground, 3, 3)).toBe(255);
  });
});
