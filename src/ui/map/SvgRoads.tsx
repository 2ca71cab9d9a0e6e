import { memo } from 'react';
import type { RoadNetwork } from '../../core/model/scenario.ts';
import { colours, drivenColour } from '../theme.ts';
import type { Projection } from './projection.ts';
import type { RoadMarks } from './roadMarks.ts';

/** The plain map draws everything anew with every move: of larger networks it shows the main roads only. */
const roadLimit = 4000;

function drawnCourses(network: RoadNetwork): { id: string; points: (readonly number[])[] }[] {
  const lonLatOf = new Map(network.nodes.map((node) => [node.id, node.lonLat]));
  const isMainOnly = network.roads.length > roadLimit;
  return network.roads.flatMap(({ id, fromNodeId, toNodeId, via, roadClass }) => {
    if (isMainOnly && (roadClass === 'village' || roadClass === 'urban')) return [];
    const from = lonLatOf.get(fromNodeId);
    const to = lonLatOf.get(toNodeId);
    return from && to && !Number.isNaN(from[0] + to[0]) ? [{ id, points: [from, ...via, to] }] : [];
  });
}

interface SvgRoadsProps {
  readonly network: RoadNetwork | null;
  readonly projection: Projection;
  readonly colour: string;
}

export const SvgRoads = memo(function SvgRoads({ network, projection, colour }: SvgRoadsProps) {
  if (!network) return null;
  const path = drawnCourses(network).map(({ points }) => linePath(points, projection));
  return <path d={path.join('')} fill="none" stroke={colour} />;
});

const linePath = (points: readonly (readonly number[])[], projection: Projection): string =>
  points
    .map((point, index) => {
      const [x, y] = projection.toPx(point);
      return `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`;
    })
    .join('');

interface SvgMarksProps {
  readonly marks: RoadMarks;
  readonly projection: Projection;
}

const strokes = {
  selected: { stroke: '#f5b301', strokeWidth: 10, strokeOpacity: 0.75 },
  closed: { stroke: colours.fail, strokeWidth: 3.4, strokeDasharray: '3 3' },
  way: { stroke: colours.primary, strokeWidth: 5, strokeOpacity: 0.85 },
  driven: { stroke: drivenColour, strokeWidth: 3, strokeDasharray: '1 5', strokeLinecap: 'round' },
  drawn: { stroke: colours.text, strokeWidth: 2.4, strokeDasharray: '3 4' },
} as const;

export function SvgMarks({ marks, projection }: SvgMarksProps) {
  return marks.features.map(({ geometry, properties: { mark, name } }, index) => {
    if (geometry.type === 'Point') {
      const [cx, cy] = projection.toPx(geometry.coordinates);
      if (mark === 'place') {
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: marks have no other identity
          <g key={index}>
            <circle cx={cx} cy={cy} r={4} fill={colours.primary} stroke="#ffffff" strokeWidth={1.5} />
            <text className="svg-label" x={cx + 6} y={cy - 5}>
              {name}
            </text>
          </g>
        );
      }
      return (
        // biome-ignore lint/suspicious/noArrayIndexKey: marks have no other identity
        <circle key={index} cx={cx} cy={cy} r={8} fill="none" stroke={colours.fail} strokeWidth={3} />
      );
    }
    const stroke = mark === 'point' || mark === 'place' ? strokes.drawn : strokes[mark];
    // biome-ignore lint/suspicious/noArrayIndexKey: marks have no other identity
    return <path key={index} d={linePath(geometry.coordinates, projection)} fill="none" {...stroke} />;
  });
}

const reachPx = 7;

/** The road drawn nearest to a point of the screen; null where none is within reach. */
export function roadAt(
  network: RoadNetwork | null,
  projection: Projection,
  x: number,
  y: number,
): string | null {
  let best: string | null = null;
  let bestPx = reachPx;
  for (const { id, points } of network ? drawnCourses(network) : []) {
    for (let index = 1; index < points.length; index++) {
      const [ax, ay] = projection.toPx(points[index - 1]!);
      const [bx, by] = projection.toPx(points[index]!);
      const squared = (bx - ax) ** 2 + (by - ay) ** 2;
      const along = squared === 0 ? 0 : ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / squared;
      const share = Math.min(1, Math.max(0, along));
      const distancePx = Math.hypot(x - ax - share * (bx - ax), y - ay - share * (by - ay));
      if (distancePx < bestPx) {
        best = id;
        bestPx = distancePx;
      }
    }
  }
  return best;
}
