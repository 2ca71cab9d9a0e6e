import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeLabels, textWidthPx } from '../../../src/ui/map/labelPlacement.ts';

const request = fc.record({
  text: fc.constantFrom('西华池镇', '老城镇', '板桥', 'Heshui'),
  xPx: fc.integer({ min: 0, max: 400 }),
  yPx: fc.integer({ min: 0, max: 300 }),
  sizePx: fc.constantFrom(11, 13),
  priority: fc.constantFrom(1, 2, 3),
});

describe('placeLabels', () => {
  it('never lets two labels overlap', () => {
    fc.assert(
      fc.property(fc.array(request, { maxLength: 40 }), (requests) => {
        const boxes = placeLabels(requests).map((label) => {
          const width = textWidthPx(label.text, label.sizePx);
          const shift = { start: 0, middle: width / 2, end: width }[label.anchor];
          const left = label.xPx - shift;
          return {
            left,
            right: left + width,
            top: label.yPx - label.sizePx / 2,
            bottom: label.yPx + label.sizePx / 2,
          };
        });
        for (const [index, box] of boxes.entries()) {
          for (const other of boxes.slice(index + 1)) {
            const meets =
              box.left < other.right &&
              other.left < box.right &&
              box.top < other.bottom &&
              other.top < box.bottom;
            expect(meets).toBe(false);
          }
        }
      }),
    );
  });

  it('places the more important label where only one fits', () => {
    const spot = { xPx: 50, yPx: 50, sizePx: 12 };
    const crowd = Array.from({ length: 8 }, (_, index) => ({ ...spot, text: `村${index}`, priority: 1 }));
    const placed = placeLabels([...crowd, { ...spot, text: '镇', priority: 2 }]);
    expect(placed[0]?.text).toBe('镇');
    expect(placed.length).toBeLessThan(9);
  });

  it('counts a Chinese character as wide as it is tall', () => {
    // 2 characters x 12 px; 4 letters x 0.56 x 10 px.
    expect(textWidthPx('合水', 12)).toBe(24);
    expect(textWidthPx('abcd', 10)).toBeCloseTo(22.4);
  });
});
