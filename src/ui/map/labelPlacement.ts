/** Greedy label placement for the plain SVG map: important labels first, four places each, none over another. */
export interface LabelRequest {
  readonly text: string;
  readonly xPx: number;
  readonly yPx: number;
  readonly sizePx: number;
  readonly priority: number;
}

export interface PlacedLabel {
  readonly text: string;
  readonly xPx: number;
  readonly yPx: number;
  readonly sizePx: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const gapPx = 7;

/** Chinese characters are as wide as they are tall, others a little over half. */
export function textWidthPx(text: string, sizePx: number): number {
  let widthEm = 0;
  for (const character of text) widthEm += character.codePointAt(0)! > 0x2e7f ? 1 : 0.56;
  return widthEm * sizePx;
}

const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Within so wide a drawing, where one is given. */
export function placeLabels(
  requests: readonly LabelRequest[],
  frameWidthPx = Number.POSITIVE_INFINITY,
): PlacedLabel[] {
  const taken: Box[] = [];
  const placed: PlacedLabel[] = [];
  for (const request of requests.toSorted((a, b) => b.priority - a.priority)) {
    const { text, xPx, yPx, sizePx } = request;
    const width = textWidthPx(text, sizePx);
    const half = sizePx / 2;
    const choices = [
      { xPx: xPx + gapPx, yPx, anchor: 'start', left: xPx + gapPx },
      { xPx: xPx - gapPx, yPx, anchor: 'end', left: xPx - gapPx - width },
      { xPx, yPx: yPx - gapPx - half, anchor: 'middle', left: xPx - width / 2 },
      { xPx, yPx: yPx + gapPx + half, anchor: 'middle', left: xPx - width / 2 },
    ] as const;
    for (const choice of choices) {
      const box = {
        left: choice.left - 2,
        right: choice.left + width + 2,
        top: choice.yPx - half - 1,
        bottom: choice.yPx + half + 1,
      };
      const isCut = box.right > frameWidthPx || (box.left < 0 && frameWidthPx < Number.POSITIVE_INFINITY);
      if (isCut || taken.some((other) => overlaps(box, other))) continue;
      taken.push(box);
      placed.push({ text, sizePx, xPx: choice.xPx, yPx: choice.yPx, anchor: choice.anchor });
      break;
    }
  }
  return placed;
}
