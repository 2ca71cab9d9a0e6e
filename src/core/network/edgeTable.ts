/**
 * The road network as struct of arrays, the form every search is compiled from.
 * Nodes and edges are numbered from 0; an edge has a travel time for each direction.
 */
export interface EdgeTable {
  readonly nodeCount: number;
  readonly edgeCount: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Tenths of a second from -> to; `impassable` where that direction may not be driven. */
  readonly forwardDs: Int32Array;
  /** Tenths of a second to -> from; `impassable` on a one-way road. */
  readonly backwardDs: Int32Array;
  readonly lengthDm: Int32Array;
  /** 1 where the edge is a proxy road or an access link that nobody has surveyed. */
  readonly isEstimated: Uint8Array;
}

export const impassable = -1;

/** A direction of an edge: edge * 2 forward, edge * 2 + 1 backward. */
export type EdgeDirection = number;

const decisecondsPerHour = 36_000;
/** About nineteen days: nothing that takes longer is a way a vehicle would drive. */
const longestEdgeDs = 1 << 24;

/** Time on a road in tenths of a second, at least one so that every step moves time on. */
export function durationDs(lengthKm: number, speedKmPerH: number): number {
  if (!(speedKmPerH > 0)) return impassable;
  const ds = Math.max(1, Math.round((lengthKm / speedKmPerH) * decisecondsPerHour));
  return ds <= longestEdgeDs ? ds : impassable;
}

export const decimetres = (lengthKm: number): number => Math.max(0, Math.round(lengthKm * 10_000));

/** Collects edges whose number is not known beforehand. */
export interface EdgeTableBuilder {
  readonly edgeCount: number;
  add(edge: {
    from: number;
    to: number;
    forwardDs: number;
    backwardDs: number;
    lengthDm: number;
    isEstimated: boolean;
  }): number;
  finish(nodeCount: number): EdgeTable;
}

export function createEdgeTableBuilder(): EdgeTableBuilder {
  const from: number[] = [];
  const to: number[] = [];
  const forwardDs: number[] = [];
  const backwardDs: number[] = [];
  const lengthDm: number[] = [];
  const isEstimated: number[] = [];
  return {
    get edgeCount() {
      return from.length;
    },
    add(edge) {
      from.push(edge.from);
      to.push(edge.to);
      forwardDs.push(edge.forwardDs);
      backwardDs.push(edge.backwardDs);
      lengthDm.push(edge.lengthDm);
      isEstimated.push(edge.isEstimated ? 1 : 0);
      return from.length - 1;
    },
    finish: (nodeCount) => ({
      nodeCount,
      edgeCount: from.length,
      from: Int32Array.from(from),
      to: Int32Array.from(to),
      forwardDs: Int32Array.from(forwardDs),
      backwardDs: Int32Array.from(backwardDs),
      lengthDm: Int32Array.from(lengthDm),
      isEstimated: Uint8Array.from(isEstimated),
    }),
  };
}
