import type { ClassSpeed } from '../model/drivenDay.ts';
import { type RoadClass, roadClasses, type TravelSettings } from '../model/scenario.ts';
import { type Km, type Minutes, minPerHour } from '../units.ts';
import type { Piece } from './pieces.ts';

/** Fewer kilometres are shown, and not offered: one slow lorry ahead would be a speed. */
export const leastOfferedKm: Km = 3;
/** A piece belongs to a class with this share of its kilometres. */
const mostlyShare = 0.8;

interface ClassPiece {
  readonly lengthKm: Km;
  readonly drivingMin: Minutes;
  /** What it would have taken on the level. */
  readonly levelMin: Minutes;
}

function classOf({ way, isGap, isAtStay }: Piece): RoadClass | null {
  if (!way || isGap || isAtStay || way.lengthKm <= 0 || way.ownSpeedKm > way.lengthKm / 2) return null;
  const index = way.kmByClass.indexOf(Math.max(...way.kmByClass));
  return way.kmByClass[index]! >= mostlyShare * way.lengthKm ? roadClasses[index]! : null;
}

/**
 * Speeds driven on the roads of each class, classes in their order: kilometres over minutes of all pieces on them; quartiles
 * over the pieces by their kilometres. Stays and gaps, and the pieces beside them, are no part of it.
 */
export function classSpeeds(
  pieces: readonly Piece[],
  { weatherFactor }: Pick<TravelSettings, 'weatherFactor'>,
): { readonly speeds: ClassSpeed[]; readonly unclassedKm: Km } {
  const byClass = new Map<RoadClass, ClassPiece[]>();
  let unclassedKm = 0;
  for (const piece of pieces) {
    const drivingMin = piece.endClockMin - piece.startClockMin;
    const roadClass = classOf(piece);
    if (roadClass === null || !piece.way || drivingMin <= 0) {
      if (!piece.isGap) unclassedKm += piece.lengthKm;
      continue;
    }
    const { lengthKm, climbedKm } = piece.way;
    const levelMin = (drivingMin * lengthKm) / climbedKm;
    const own = byClass.get(roadClass);
    if (own) own.push({ lengthKm, drivingMin, levelMin });
    else byClass.set(roadClass, [{ lengthKm, drivingMin, levelMin }]);
  }
  const speeds = roadClasses.flatMap((roadClass) => {
    const own = byClass.get(roadClass);
    return own ? [speedOf(roadClass, own, weatherFactor)] : [];
  });
  return { speeds, unclassedKm };
}

function speedOf(roadClass: RoadClass, pieces: readonly ClassPiece[], weatherFactor: number): ClassSpeed {
  const sum = (pick: (piece: ClassPiece) => number): number =>
    pieces.reduce((total, piece) => total + pick(piece), 0);
  const lengthKm = sum((piece) => piece.lengthKm);
  const drivingMin = sum((piece) => piece.drivingMin);
  const levelMin = sum((piece) => piece.levelMin);
  return {
    roadClass,
    lengthKm,
    drivingMin,
    pieceCount: pieces.length,
    speedKmPerH: (lengthKm / drivingMin) * minPerHour,
    lowerQuartileKmPerH: quantile(pieces, 0.25, lengthKm),
    upperQuartileKmPerH: quantile(pieces, 0.75, lengthKm),
    settingKmPerH: ((lengthKm / levelMin) * minPerHour) / weatherFactor,
    isOffered: lengthKm >= leastOfferedKm,
  };
}

/** The speed below which a share of the kilometres was driven. */
function quantile(pieces: readonly ClassPiece[], share: number, totalKm: Km): number {
  const speedOfPiece = ({ lengthKm, drivingMin }: ClassPiece): number => (lengthKm / drivingMin) * minPerHour;
  let doneKm = 0;
  let speed = Number.NaN;
  for (const piece of pieces.toSorted((a, b) => speedOfPiece(a) - speedOfPiece(b))) {
    doneKm += piece.lengthKm;
    speed = speedOfPiece(piece);
    if (doneKm >= share * totalKm) break;
  }
  return speed;
}
