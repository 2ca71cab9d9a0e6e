import { gunzipSync } from 'node:zlib';
import { readGraphFile } from '../core/io/roads/graphFile.ts';
import { findComponents } from '../core/network/components.ts';
import type { EdgeTable } from '../core/network/edgeTable.ts';
import { readBytes } from './roadFiles.ts';

/** NAME.co.bin[.gz] and NAME.gr.bin[.gz]: either may be named. null for any other file. */
export function readGraphPair(path: string): EdgeTable | null {
  const match = /\.(co|gr)(\.bin)?(\.gz)?$/.exec(path);
  if (!match) return null;
  const numbers = (kind: string): Int32Array => {
    const bytes = readBytes(path.slice(0, match.index) + match[0].replace(match[1]!, kind));
    const plain = match[3] ? new Uint8Array(gunzipSync(bytes)) : bytes;
    return new Int32Array(plain.slice().buffer);
  };
  return readGraphFile(numbers('co'), numbers('gr'));
}

/** What is in a graph, in the words of the import; lengths are in the unit of its coordinates, taken as metres. */
export function countGraph(edges: EdgeTable) {
  const { ofNode } = findComponents(edges);
  return {
    nodes: edges.nodeCount,
    edges: edges.edgeCount,
    km: edges.lengthDm.reduce((sum, metres) => sum + metres, 0) / 1000,
    components: new Set(ofNode).size,
    places: 0,
  };
}
