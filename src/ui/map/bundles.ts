import type { LonLat } from '../../core/geo.ts';
import type { LinePath } from '../../core/model/report.ts';

/**
 * Lines that share a road are drawn side by side, each once, like the lines of a metro map: a road driven out and
 * back, or by several lines, stays readable.
 */
export interface Bundle {
  readonly lineIndex: number;
  readonly lineId: string;
  readonly isEstimated: boolean;
  /** Place among the lines sharing this stretch: 0 for a lone line, else -(n-1)/2 .. (n-1)/2. */
  readonly rank: number;
  readonly coordinates: readonly LonLat[];
}

interface Piece {
  readonly from: LonLat;
  readonly to: LonLat;
  readonly isForward: boolean;
  readonly isEstimated: boolean;
  /** The road stretch between two points, whichever way it is driven. */
  readonly key: number;
}

/** Whole numbers for points, so that stretches can be compared without building texts. */
function createPointNumbers(): (point: LonLat) => number {
  const numbers = new Map<number, number>();
  return (point) => {
    // A millionth of a degree is about a decimetre; both parts stay below 2^53 together.
    const key = Math.round((point[0] + 180) * 1e6) * 2e8 + Math.round((point[1] + 90) * 1e6);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  };
}

/** More points than one county's lines will ever have. */
const pointLimit = 2 ** 24;

const isSamePoint = (a: LonLat, b: LonLat): boolean => a[0] === b[0] && a[1] === b[1];

/** The pieces of one line's way, each stretch of road once. */
function distinctPieces(path: LinePath, numberOf: (point: LonLat) => number): Piece[] {
  const pieces: Piece[] = [];
  const seen = new Set<number>();
  for (const leg of path.legs) {
    for (let index = 1; index < leg.coordinates.length; index++) {
      const from = leg.coordinates[index - 1]!;
      const to = leg.coordinates[index]!;
      const fromNumber = numberOf(from);
      const toNumber = numberOf(to);
      const isForward = fromNumber <= toNumber;
      const key = isForward ? fromNumber * pointLimit + toNumber : toNumber * pointLimit + fromNumber;
      if (seen.has(key)) continue;
      seen.add(key);
      pieces.push({ from, to, isForward, isEstimated: leg.isEstimated, key });
    }
  }
  return pieces;
}

export function bundleLines(paths: readonly LinePath[]): Bundle[] {
  const numberOf = createPointNumbers();
  const piecesByLine = paths.map((path) => distinctPieces(path, numberOf));
  const sharers = new Map<number, number[]>();
  piecesByLine.forEach((pieces, lineIndex) => {
    for (const piece of pieces) {
      const list = sharers.get(piece.key);
      if (list) list.push(lineIndex);
      else sharers.set(piece.key, [lineIndex]);
    }
  });

  const bundles: Bundle[] = [];
  piecesByLine.forEach((pieces, lineIndex) => {
    const lineId = paths[lineIndex]!.lineId;
    let open: { points: LonLat[]; rank: number; isForward: boolean; isEstimated: boolean } | null = null;
    const close = (): void => {
      if (!open) return;
      // All in one direction, so that the side a rank stands for is the same for every line.
      const coordinates = open.isForward ? open.points : open.points.toReversed();
      bundles.push({ lineIndex, lineId, isEstimated: open.isEstimated, rank: open.rank, coordinates });
      open = null;
    };
    for (const piece of pieces) {
      const list = sharers.get(piece.key)!;
      const rank = list.indexOf(lineIndex) - (list.length - 1) / 2;
      const last = open?.points.at(-1);
      const continues =
        open !== null &&
        last !== undefined &&
        isSamePoint(last, piece.from) &&
        open.rank === rank &&
        open.isForward === piece.isForward &&
        open.isEstimated === piece.isEstimated;
      if (!continues) {
        close();
        open = { points: [piece.from], rank, isForward: piece.isForward, isEstimated: piece.isEstimated };
      }
      open!.points.push(piece.to);
    }
    close();
  });
  return bundles;
}
