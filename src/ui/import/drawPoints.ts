import type { PointsView } from '../../../workers/tableProtocol.ts';
import { haversineKm } from '../../core/geo.ts';
import type { CountyBoundary } from '../../core/model/county.ts';
import type { Place, RoadNetwork } from '../../core/model/scenario.ts';
import { shortPlaceName } from '../bilingual.ts';
import type { Projection } from '../map/projection.ts';
import { colours, fontFamily } from '../theme.ts';
import { dotStamp, rgbOf, stampDot } from './dotStamp.ts';

/** The preview of imported points: drawn on a canvas, as thousands of them would be too many elements. */

export interface DrawnPoints {
  readonly boundary: CountyBoundary | null;
  readonly roads: RoadNetwork | null;
  readonly townships: readonly Place[];
  readonly points: PointsView;
  readonly lonLat: Float64Array;
  /** Only this table's points are drawn strongly. */
  readonly tableIndex: number;
  readonly chosen: number;
}

export function drawPoints(
  context: CanvasRenderingContext2D,
  size: { readonly widthPx: number; readonly heightPx: number },
  projection: Projection,
  drawn: DrawnPoints,
): void {
  context.fillStyle = colours.mapGround;
  context.fillRect(0, 0, size.widthPx, size.heightPx);
  if (drawn.boundary) drawBoundary(context, projection, drawn.boundary);
  if (drawn.roads) drawRoads(context, projection, drawn.roads);
  drawShifts(context, projection, drawn);
  drawDots(context, projection, drawn);
  drawNames(context, projection, drawn);
}

function drawBoundary(
  context: CanvasRenderingContext2D,
  projection: Projection,
  boundary: CountyBoundary,
): void {
  context.beginPath();
  for (const polygon of boundary.coordinates)
    for (const ring of polygon)
      for (const [index, point] of ring.entries()) {
        const [x, y] = projection.toPx(point);
        if (index === 0) context.moveTo(x, y);
        else context.lineTo(x, y);
      }
  context.fillStyle = colours.mapCounty;
  context.fill('evenodd');
  context.strokeStyle = '#9aa5b1';
  context.lineWidth = 1.4;
  context.stroke();
}

function drawRoads(context: CanvasRenderingContext2D, projection: Projection, network: RoadNetwork): void {
  const lonLatOf = new Map(network.nodes.map(({ id, lonLat }) => [id, lonLat]));
  context.beginPath();
  for (const { fromNodeId, toNodeId, via } of network.roads) {
    const from = lonLatOf.get(fromNodeId);
    const to = lonLatOf.get(toNodeId);
    if (!from || !to) continue;
    for (const [index, point] of [from, ...via, to].entries()) {
      const [x, y] = projection.toPx(point);
      if (index === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    }
  }
  context.strokeStyle = '#c3cbd4';
  context.lineWidth = 0.8;
  context.stroke();
}

/** From each point to where its place is known to be: the right system leaves no common direction. */
function drawShifts(
  context: CanvasRenderingContext2D,
  projection: Projection,
  { points, lonLat }: DrawnPoints,
): void {
  context.beginPath();
  for (let index = 0; index < points.row.length; index++) {
    const known = [points.known[2 * index]!, points.known[2 * index + 1]!];
    if (Number.isNaN(known[0])) continue;
    const [x, y] = projection.toPx([lonLat[2 * index]!, lonLat[2 * index + 1]!]);
    const [knownX, knownY] = projection.toPx(known);
    context.moveTo(knownX, knownY);
    context.lineTo(x, y);
    context.moveTo(knownX + 3.5, knownY);
    context.arc(knownX, knownY, 3.5, 0, 2 * Math.PI);
  }
  context.strokeStyle = '#6b7684';
  context.lineWidth = 1;
  context.stroke();
}

function drawDots(context: CanvasRenderingContext2D, projection: Projection, drawn: DrawnPoints): void {
  const { points, lonLat, tableIndex, chosen } = drawn;
  const scale = context.getTransform().a;
  const stamp = dotStamp((points.row.length > 1500 ? 2 : 3) * scale);
  const image = context.getImageData(0, 0, context.canvas.width, context.canvas.height);
  for (const isOwn of [false, true]) {
    const colour = rgbOf(isOwn ? colours.primary : '#9fb6d8');
    for (let index = 0; index < points.row.length; index++) {
      if ((points.table[index] === tableIndex) !== isOwn) continue;
      const [x, y] = projection.toPx([lonLat[2 * index]!, lonLat[2 * index + 1]!]);
      stampDot(image, stamp, x * scale, y * scale, colour);
    }
  }
  context.putImageData(image, 0, 0);
  if (chosen < 0) return;
  const [x, y] = projection.toPx([lonLat[2 * chosen]!, lonLat[2 * chosen + 1]!]);
  context.beginPath();
  context.arc(x, y, 8, 0, 2 * Math.PI);
  context.strokeStyle = colours.fail;
  context.lineWidth = 2.5;
  context.stroke();
  drawName(context, points.names[chosen] ?? '', x, y - 14, true);
}

function drawNames(
  context: CanvasRenderingContext2D,
  projection: Projection,
  { townships }: DrawnPoints,
): void {
  for (const { name, lonLat } of townships) {
    if (!lonLat) continue;
    const [x, y] = projection.toPx(lonLat);
    drawName(context, shortPlaceName(name), x, y, false);
  }
}

function drawName(
  context: CanvasRenderingContext2D,
  name: string,
  x: number,
  y: number,
  isStrong: boolean,
): void {
  context.font = `${isStrong ? 600 : 400} ${isStrong ? 13 : 11}px ${fontFamily}`;
  context.textAlign = 'center';
  context.lineWidth = 3;
  context.strokeStyle = '#ffffff';
  context.strokeText(name, x, y);
  context.fillStyle = isStrong ? colours.text : colours.textSoft;
  context.fillText(name, x, y);
}

/** Number of the point nearest to a place on the canvas; -1 where none is near enough to be meant. */
export function pointAt(
  lonLat: Float64Array,
  projection: Projection,
  xPx: number,
  yPx: number,
  reachPx = 9,
): number {
  let best = -1;
  let bestPx = reachPx;
  for (let index = 0; 2 * index < lonLat.length; index++) {
    const [x, y] = projection.toPx([lonLat[2 * index]!, lonLat[2 * index + 1]!]);
    const distancePx = Math.hypot(x - xPx, y - yPx);
    if (distancePx < bestPx) {
      bestPx = distancePx;
      best = index;
    }
  }
  return best;
}

/** Median distance to where the places are known to be, and how many are known. */
export function medianDistanceM(
  { known }: PointsView,
  lonLat: Float64Array,
): { readonly count: number; readonly metres: number } {
  const distances: number[] = [];
  for (let index = 0; 2 * index < lonLat.length; index++) {
    const at = [known[2 * index]!, known[2 * index + 1]!] as const;
    if (!Number.isNaN(at[0]))
      distances.push(1000 * haversineKm(at, [lonLat[2 * index]!, lonLat[2 * index + 1]!]));
  }
  distances.sort((a, b) => a - b);
  return { count: distances.length, metres: distances[distances.length >> 1] ?? Number.NaN };
}
