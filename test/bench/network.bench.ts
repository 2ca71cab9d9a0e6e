import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { UndirectedGraph } from 'graphology';
import dijkstra from 'graphology-shortest-path/dijkstra';
import { readGraphFile } from '../../src/core/io/roads/graphFile.ts';
import { findComponents } from '../../src/core/network/components.ts';
import { type Csr, compileCsr } from '../../src/core/network/csr.ts';
import { createOneToAll } from '../../src/core/network/dijkstra.ts';
import { createEdgeTableBuilder, type EdgeTable } from '../../src/core/network/edgeTable.ts';
import { buildHierarchy } from '../../src/core/network/hierarchy.ts';
import { manyToMany, tableByBuckets, type WayTable } from '../../src/core/network/manyToMany.ts';
import { reduceChains } from '../../src/core/network/reduceChains.ts';
import { createRandom } from '../../src/core/random.ts';
import { toEnd } from '../../src/core/toEnd.ts';
import { fixture } from './fixture.ts';
import { createHeapDijkstra } from './heapDijkstra.ts';

/**
 * Road searches on the streets of Amsterdam, measured against rivals in the same run. CPU milliseconds of the whole
 * process, so that other work on the machine counts less; compare the ratios, not the milliseconds.
 */
const readEdges = (name: string): Int32Array => {
  const bytes = gunzipSync(readFileSync(fixture(`roads/${name}`)));
  return new Int32Array(new Uint8Array(bytes).buffer);
};
const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
function timed<Value>(work: () => Value): { ms: number; value: Value } {
  const start = cpuMs();
  const value = work();
  return { ms: cpuMs() - start, value };
}
const table = readGraphFile(readEdges('amsterdam.co.bin.gz'), readEdges('amsterdam.gr.bin.gz'));
const random = createRandom(20261122);
const { ofNode } = findComponents(table);
const inMain = Int32Array.from(ofNode.keys()).filter((node) => ofNode[node] === 0);
const pickNodes = (count: number): Int32Array =>
  Int32Array.from({ length: count }, () => inMain[random.nextInt(inMain.length)]!);

/** Depth-first order and only the largest component, the same graph for every rival. */
function mainGraph(edges: EdgeTable): { edges: EdgeTable; nodeOf: Int32Array } {
  const isKept = Uint8Array.from(ofNode, (component) => (component === 0 ? 1 : 0));
  return reduceChains(edges, isKept);
}

let failures = 0;
function report(what: string, figure: number, unit: string, limit: number, atMost: boolean): void {
  const isMet = atMost ? figure <= limit : figure >= limit;
  if (!isMet) failures++;
  const text = `${figure.toFixed(figure < 10 ? 2 : 0)} ${unit}`.padStart(14);
  console.log(`${what.padEnd(58)} ${text}   ${atMost ? '<=' : '>='} ${limit}   ${isMet ? 'met' : 'NOT MET'}`);
}
const note = (what: string, text: string): void => console.log(`${what.padEnd(58)} ${text.padStart(14)}`);

const main = mainGraph(table);
const csr: Csr = compileCsr(main.edges);
note('graph, nodes / arcs', `${csr.nodeCount} / ${csr.arcCount}`);

const dial = createOneToAll(csr);
const heap = createHeapDijkstra(csr);
const dialMs: number[] = [];
const heapMs: number[] = [];
for (let round = 0; round < 75; round++) {
  const source = main.nodeOf[inMain[random.nextInt(inMain.length)]!]!;
  dialMs.push(timed(() => dial.run(source)).ms);
  heapMs.push(timed(() => heap.run(source)).ms);
  if (dial.durationDs.some((ds, node) => ds !== heap.durationDs[node]))
    throw new Error('buckets and heap differ');
}
const heapMedianMs = median(heapMs.slice(25));
const dialMedianMs = median(dialMs.slice(25));
note('4-ary heap, one to all', `${heapMedianMs.toFixed(2)} ms`);
note('buckets, one to all', `${dialMedianMs.toFixed(2)} ms`);
report('buckets against 4-ary heap, one to all', dialMedianMs / heapMedianMs, 'x', 0.6, true);

const graph = new UndirectedGraph<Record<string, never>, { weight: number }>();
for (let node = 0; node < csr.nodeCount; node++) graph.addNode(String(node));
for (let edge = 0; edge < main.edges.edgeCount; edge++) {
  const from = String(main.edges.from[edge]);
  const to = String(main.edges.to[edge]);
  const weight = main.edges.forwardDs[edge]!;
  if (from === to) continue;
  if (graph.hasEdge(from, to)) {
    graph.updateEdgeAttribute(graph.edge(from, to)!, 'weight', (old) => Math.min(old ?? weight, weight));
  } else graph.addEdge(from, to, { weight });
}
const graphologyMs = timed(() => dijkstra.singleSource(graph, '0', 'weight')).ms;
report('graphology against buckets, one to all', graphologyMs / dialMedianMs, 'x', 50, false);

const reduceFor = (nodes: Int32Array): { csr: Csr; at: Int32Array } => {
  const isKept = new Uint8Array(table.nodeCount);
  for (const node of nodes) isKept[node] = 1;
  const reduced = reduceChains(table, isKept);
  return { csr: compileCsr(reduced.edges), at: nodes.map((node) => reduced.nodeOf[node]!) };
};
/** What the 4-ary heap took on the quiet machine that the limits in ms were set on; scales them to this one. */
const quietHeapMs = 7.4;
/** How slow the machine is at this moment: asked beside every timing, since other work comes and goes. */
function slownessNow(): number {
  const runs = Array.from({ length: 7 }, () => timed(() => heap.run(main.nodeOf[inMain[0]!]!)).ms);
  return median(runs) / quietHeapMs;
}
/** Median over rounds of the measured ms and of the ms the quiet machine would have taken; the first rounds warm up. */
function measure(rounds: number, work: () => unknown): { ms: number; scaledMs: number } {
  const measured: number[] = [];
  const scaled: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const before = slownessNow();
    const { ms } = timed(work);
    measured.push(ms);
    scaled.push((2 * ms) / (before + slownessNow()));
  }
  return { ms: median(measured.slice(2)), scaledMs: median(scaled.slice(2)) };
}

const county = measure(9, () => {
  const { csr: small, at } = reduceFor(pickNodes(120));
  return toEnd(tableByBuckets(small, at, at));
});
note('120 x 120 with chains removed, as measured', `${county.ms.toFixed(0)} ms`);
report('120 x 120 with chains removed, scaled', county.scaledMs, 'ms', 150, true);

const places = pickNodes(500);
const { csr: small, at } = reduceFor(places);
note('chain-free graph, nodes / arcs', `${small.nodeCount} / ${small.arcCount}`);
let hierarchy = toEnd(buildHierarchy(small));
const built = measure(5, () => {
  hierarchy = toEnd(buildHierarchy(small));
});
note('hierarchy built, as measured', `${built.ms.toFixed(0)} ms`);
report('hierarchy built, scaled', built.scaledMs, 'ms', 1000, true);
let byHierarchy: WayTable = toEnd(manyToMany(hierarchy, at, at));
const many = measure(11, () => {
  byHierarchy = toEnd(manyToMany(hierarchy, at, at));
});
note('500 x 500 over the hierarchy, as measured', `${many.ms.toFixed(0)} ms`);
report('500 x 500 over the hierarchy, scaled', many.scaledMs, 'ms', 50, true);
const rawMs = 500 * quietHeapMs;
report('heap Dijkstra on the raw graph, 500 sources, against it', rawMs / many.scaledMs, 'x', 60, false);

const byBuckets = toEnd(tableByBuckets(small, at, at));
const wrong = byBuckets.durationDs.findIndex((ds, entry) => ds !== byHierarchy.durationDs[entry]);
const wrongLength = byBuckets.lengthDm.findIndex((dm, entry) => dm !== byHierarchy.lengthDm[entry]);
if (wrong >= 0 || wrongLength >= 0) throw new Error(`tables differ at entries ${wrong}, ${wrongLength}`);
note('250,000 entries of both tables compared', 'equal');

/** Easternmost and westernmost chain-free node of each of `bands` bands of latitude. */
function borderNodes(nodeOf: Int32Array, bands: number): { east: Int32Array; west: Int32Array } {
  const coordinates = readEdges('amsterdam.co.bin.gz');
  const kept = [...nodeOf.keys()].filter((node) => nodeOf[node]! >= 0 && ofNode[node] === 0);
  const x = (node: number): number => coordinates[2 * node]!;
  const y = (node: number): number => coordinates[2 * node + 1]!;
  const south = kept.reduce((least, node) => Math.min(least, y(node)), Infinity);
  const north = kept.reduce((most, node) => Math.max(most, y(node)), -Infinity);
  const east = new Int32Array(bands).fill(-1);
  const west = new Int32Array(bands).fill(-1);
  for (const node of kept) {
    const band = Math.min(bands - 1, Math.floor((bands * (y(node) - south)) / (north - south)));
    if (east[band]! < 0 || x(node) > x(east[band]!)) east[band] = node;
    if (west[band]! < 0 || x(node) < x(west[band]!)) west[band] = node;
  }
  return { east: east.map((node) => nodeOf[node] ?? -1), west: west.map((node) => nodeOf[node] ?? -1) };
}

/**
 * Copies of the chain-free city in a row, each joined to the next by up to a hundred streets across the border
 * between them: as many junctions as a province has, and connected as roads are, where the places touch.
 */
function provinceOf({ edges: city, nodeOf }: ReturnType<typeof reduceChains>, copies: number): EdgeTable {
  const builder = createEdgeTableBuilder();
  const { nodeCount } = city;
  const { east, west } = borderNodes(nodeOf, 100);
  for (let copy = 0; copy < copies; copy++) {
    for (let edge = 0; edge < city.edgeCount; edge++)
      builder.add({
        from: city.from[edge]! + copy * nodeCount,
        to: city.to[edge]! + copy * nodeCount,
        forwardDs: city.forwardDs[edge]!,
        backwardDs: city.backwardDs[edge]!,
        lengthDm: city.lengthDm[edge]!,
        isEstimated: false,
      });
    for (let band = 0; copy > 0 && band < east.length; band++) {
      if (east[band]! < 0 || west[band]! < 0) continue;
      const weight = 1000 + random.nextInt(1000);
      builder.add({
        from: east[band]! + (copy - 1) * nodeCount,
        to: west[band]! + copy * nodeCount,
        forwardDs: weight,
        backwardDs: weight,
        lengthDm: weight,
        isEstimated: false,
      });
    }
  }
  return builder.finish(copies * nodeCount);
}
const everyNode = new Uint8Array(table.nodeCount);
for (const node of places) everyNode[node] = 1;
const province = compileCsr(provinceOf(reduceChains(table, everyNode), 7));
note('province, nodes / arcs', `${province.nodeCount} / ${province.arcCount}`);
const provinceBuilt = measure(4, () => toEnd(buildHierarchy(province)));
note('hierarchy of the province, as measured', `${provinceBuilt.ms.toFixed(0)} ms`);
report('hierarchy of the province (10^5 nodes), scaled', provinceBuilt.scaledMs, 'ms', 4000, true);

note('peak memory of the process', `${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
process.exitCode = failures > 0 ? 1 : 0;
