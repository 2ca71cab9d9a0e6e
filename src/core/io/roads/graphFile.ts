import { createEdgeTableBuilder, type EdgeTable } from '../../network/edgeTable.ts';

/**
 * Graph in two binary files as the ngraph.path demo has them: int32 coordinate pairs, and 1-based int32 node pairs,
 * undirected. The weight is the straight length, rounded, in the unit of the coordinates (at least 1).
 */
export function readGraphFile(coordinates: Int32Array, links: Int32Array): EdgeTable {
  const builder = createEdgeTableBuilder();
  for (let link = 0; link + 1 < links.length; link += 2) {
    const from = links[link]! - 1;
    const to = links[link + 1]! - 1;
    const dx = coordinates[2 * from]! - coordinates[2 * to]!;
    const dy = coordinates[2 * from + 1]! - coordinates[2 * to + 1]!;
    const weight = Math.max(1, Math.round(Math.sqrt(dx * dx + dy * dy)));
    builder.add({ from, to, forwardDs: weight, backwardDs: weight, lengthDm: weight, isEstimated: false });
  }
  return builder.finish(coordinates.length / 2);
}
